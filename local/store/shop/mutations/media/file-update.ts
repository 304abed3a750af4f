import type { ExecutionContext } from '../../../graphql/execution/context';
import { failure } from '../../../graphql/execution/failures';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { extensionOf } from '../../normalise/image-url';
import { longestAlt } from '../../rules/limits';
import { altTooLong } from '../../rules/media-alt';
import { mediaStatus } from '../../rules/media-status';
import type { MediaFile } from '../../state/media';
import { detachFromVariants } from '../../writes/detach-media';
import { isHttpUrl, mediaLabel, withSource } from '../../writes/put-media';

interface UpdateInput {
  readonly id: string;
  readonly alt?: string | null;
  readonly filename?: string | null;
  readonly originalSource?: string | null;
  readonly previewImageSource?: string | null;
  readonly revertToVersionId?: string | null;
  readonly referencesToAdd?: readonly string[] | null;
  readonly referencesToRemove?: readonly string[] | null;
}

interface Update {
  readonly file: MediaFile;
  readonly input: UpdateInput;
  readonly index: number;
}

const ofFiles = (message: string, code: string): readonly UserError[] => [
  userError(['files'], message, code),
];

const canTakeSource = ({ contentType }: MediaFile): boolean => ['IMAGE', 'FILE'].includes(contentType);

/** Errors in Shopify's order, texts as recorded; the first kind that occurs is said of every file. */
const checks: readonly ((updates: readonly Update[], context: ExecutionContext) => readonly UserError[])[] = [
  (updates, { nowMs }) =>
    updates.some(({ file }) => mediaStatus(file, nowMs) !== 'READY')
      ? ofFiles('Non-ready files cannot be updated.', 'NON_READY_STATE')
      : [],
  (updates) =>
    updates.flatMap(({ input, index }) => ((input.alt?.length ?? 0) > longestAlt ? altTooLong(index) : [])),
  (updates) =>
    updates.flatMap(({ input, index }) => {
      if (!(input.revertToVersionId && (input.originalSource || input.previewImageSource))) return [];
      const message = 'Specify either a source or revertToVersionId, not both.';
      return userError(['files', index], message, 'CANNOT_SPECIFY_SOURCE_AND_VERSION_ID');
    }),
  (updates) =>
    updates.flatMap(({ file, input, index }) => {
      if (file.contentType !== 'IMAGE' || !input.originalSource || !input.previewImageSource) return [];
      const message =
        'Cannot update the preview image and image at the same time because they are one and the same.';
      return ['previewImageSource', 'originalSource'].map((field) =>
        userError(['files', index, field], message, 'INVALID'),
      );
    }),
  (updates) => updates.flatMap(({ file, input, index }) => checkSource(file, input, index)),
  (updates) =>
    updates.some(({ file, input }) => input.filename && !canTakeSource(file))
      ? ofFiles(
          'Updating the filename is only supported on images and generic files',
          'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE',
        )
      : [],
  (updates) =>
    updates.some(
      ({ file, input }) => input.filename && extensionOf(input.filename) !== extensionOf(file.filename),
    )
      ? ofFiles(
          'The filename extension provided must match the original filename.',
          'INVALID_FILENAME_EXTENSION',
        )
      : [],
  (updates, { state }) =>
    updates.some(({ input }) => references(input).some((id) => !state.products.get(id)))
      ? ofFiles('The reference target does not exist', 'REFERENCE_TARGET_DOES_NOT_EXIST')
      : [],
];

function checkSource(file: MediaFile, { originalSource }: UpdateInput, index: number): readonly UserError[] {
  if (!originalSource) return [];
  const at = ['files', String(index), 'originalSource'];
  if (!canTakeSource(file)) {
    const message = 'Updating the original source is not supported for this media type.';
    return [userError(at, message, 'INVALID')];
  }
  const message = `${mediaLabel(file.contentType)} URL is invalid`;
  return isHttpUrl(originalSource) ? [] : [userError(at, message, 'INVALID_IMAGE_SOURCE_URL')];
}

const references = ({ referencesToAdd, referencesToRemove }: UpdateInput): readonly string[] => [
  ...(referencesToAdd ?? []),
  ...(referencesToRemove ?? []),
];

/** The references are products, so that the scope for files does not suffice (recorded). */
function demandProducts({ accessScopes }: ExecutionContext, inputs: readonly UpdateInput[]): void {
  const asksForProducts = inputs.some((input) => references(input).length > 0);
  if (!asksForProducts || accessScopes.includes('write_products')) return;
  throw failure('Access denied: Missing permission to manage products.', {
    code: 'ACCESS_DENIED',
    documentation: 'https://shopify.dev/api/usage/access-scopes',
  });
}

/** All or nothing. */
export function fileUpdate(args: { files: readonly UpdateInput[] }, context: ExecutionContext): Payload {
  const { state } = context;
  demandProducts(context, args.files);
  const refused = (userErrors: readonly UserError[]): Payload => ({ files: [], userErrors });
  const missing = args.files.filter(({ id }) => !state.files.get(id)).map(({ id }) => JSON.stringify(id));
  if (missing.length > 0) {
    const message =
      missing.length === 1
        ? `File id [${missing}] does not exist.`
        : `File ids [${missing.join(', ')}] do not exist.`;
    return refused(ofFiles(message, 'FILE_DOES_NOT_EXIST'));
  }
  const updates = args.files.flatMap((input, index) => {
    const file = state.files.get(input.id);
    return file ? [{ file, input, index }] : [];
  });
  const userErrors = checks.map((check) => check(updates, context)).find((errors) => errors.length > 0);
  if (userErrors) return refused(userErrors);
  return { files: updates.map(({ file, input }) => updateFile(context, file, input)), userErrors: [] };
}

function updateFile(context: ExecutionContext, file: MediaFile, input: UpdateInput): MediaFile {
  const { state, now } = context;
  for (const productId of input.referencesToAdd ?? []) setReference(context, productId, file.id, true);
  for (const productId of input.referencesToRemove ?? []) setReference(context, productId, file.id, false);
  const sourced = input.originalSource ? withSource(context, file, input.originalSource) : file;
  return state.files.put({
    ...sourced,
    alt: input.alt === undefined ? file.alt : input.alt,
    filename: input.filename ?? file.filename,
    updatedAt: now,
  });
}

/** The file becomes the last of the product's media, or leaves them and its variants (recorded). */
function setReference(context: ExecutionContext, productId: string, fileId: string, present: boolean): void {
  const { state, now } = context;
  const product = state.products.get(productId);
  if (!product) return;
  const others = product.mediaIds.filter((id) => id !== fileId);
  const isThere = product.mediaIds.includes(fileId);
  const mediaIds = present ? (isThere ? product.mediaIds : [...others, fileId]) : others;
  state.products.put({ ...product, mediaIds, updatedAt: now });
  if (!present) detachFromVariants(context, product, [fileId]);
}
