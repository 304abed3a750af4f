import type { ExecutionContext } from '../../../graphql/execution/context';
import { failure } from '../../../graphql/execution/failures';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { randomUuid } from '../../../http/staged-uploads/signing';
import { extensionOf, filenameOf } from '../../normalise/image-url';
import { longestAlt } from '../../rules/limits';
import { altTooLong } from '../../rules/media-alt';
import type { MediaContentType, MediaFile } from '../../state/media';
import { insertFile, isHttpUrl, mediaLabel, withSource } from '../../writes/put-media';

interface CreateInput {
  readonly originalSource: string;
  readonly contentType?: MediaContentType | null;
  readonly alt?: string | null;
  readonly filename?: string | null;
  readonly duplicateResolutionMode?: 'APPEND_UUID' | 'RAISE_ERROR' | 'REPLACE' | null;
}

const longestSource = 2048;

/** An address of no length or too long ends the request (recorded). */
function demandLengths(files: readonly CreateInput[]): void {
  for (const { originalSource } of files) {
    const say = (message: string) => failure(message, { code: 'INVALID_FIELD_ARGUMENTS' });
    if (originalSource.length < 1) throw say('originalSource is too short (minimum is 1)');
    if (originalSource.length > longestSource)
      throw say(`originalSource is too long (maximum is ${longestSource})`);
  }
}

/** The first thing wrong with a file; texts and their order as recorded. */
function check({ state }: ExecutionContext, file: CreateInput, index: number): UserError | null {
  const { originalSource, contentType, filename, duplicateResolutionMode: mode } = file;
  const error = (field: string, message: string, code: string) =>
    userError(['files', index, field], message, code);
  if ((file.alt?.length ?? 0) > longestAlt) return altTooLong(index);
  if (!isHttpUrl(originalSource)) {
    const message = `${mediaLabel(contentType ?? 'FILE')} URL is invalid`;
    return error('originalSource', message, 'INVALID_IMAGE_SOURCE_URL');
  }
  const extension = extensionOf(filenameOf(originalSource));
  if (filename && extension !== '' && extensionOf(filename) !== extension) {
    const message = 'Provided filename extension must match original source.';
    return error('filename', message, 'MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE');
  }
  if (mode === 'REPLACE' && contentType !== 'IMAGE' && contentType !== 'FILE') {
    const message = `Duplicate resolution mode 'REPLACE' is not supported for '${contentType ?? 'MISSING'}' media type.`;
    return error('duplicateResolutionMode', message, 'INVALID_DUPLICATE_MODE_FOR_TYPE');
  }
  if (mode === 'REPLACE' && !filename) {
    const message = 'Missing filename argument when attempting to use REPLACE duplicate mode.';
    return error('filename', message, 'MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE');
  }
  const isTaken = state.files.all().some((other) => other.filename === nameOf(file));
  return mode === 'RAISE_ERROR' && isTaken
    ? error('filename', 'A file with the provided filename already exists.', 'FILENAME_ALREADY_EXISTS')
    : null;
}

const nameOf = ({ filename, originalSource }: CreateInput): string => filename ?? filenameOf(originalSource);

/** A name that is taken gets a UUID (schema), unless the file that has it is to be replaced. */
function create(context: ExecutionContext, file: CreateInput): MediaFile {
  const { state, random } = context;
  const filename = nameOf(file);
  const namesake = state.files.all().find((other) => other.filename === filename);
  if (namesake && file.duplicateResolutionMode === 'REPLACE')
    return state.files.put(withSource(context, namesake, file.originalSource));
  const extension = extensionOf(filename);
  const stem = filename.slice(0, filename.length - extension.length);
  return insertFile(context, {
    originalSource: file.originalSource,
    contentType: file.contentType ?? guessType(filename),
    alt: file.alt ?? null,
    filename: namesake ? `${stem}_${randomUuid(random)}${extension}` : filename,
  });
}

/** All or nothing. */
export function fileCreate(args: { files: readonly CreateInput[] }, context: ExecutionContext): Payload {
  demandLengths(args.files);
  const userErrors = args.files.flatMap((file, index) => check(context, file, index) ?? []);
  if (userErrors.length > 0) return { files: [], userErrors };
  return { files: args.files.map((file) => create(context, file)), userErrors: [] };
}

/** Shopify determines a type that is not given; a model becomes a plain file then (recorded). */
function guessType(name: string): MediaContentType {
  if (/\.(jpe?g|png|gif|webp|heic|avif)$/i.test(name)) return 'IMAGE';
  return /\.(mp4|mov|webm)$/i.test(name) ? 'VIDEO' : 'FILE';
}
