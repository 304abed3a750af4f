import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { longestAlt } from '../../rules/limits';
import { mediaStatus } from '../../rules/media-status';
import type { MediaContentType, MediaFile } from '../../state/media';
import { insertFile, isHttpUrl } from '../../writes/put-media';

interface CreateInput {
  readonly originalSource: string;
  readonly contentType?: MediaContentType | null;
  readonly alt?: string | null;
  readonly filename?: string | null;
}

interface UpdateInput {
  readonly id: string;
  readonly alt?: string | null;
  readonly filename?: string | null;
  readonly originalSource?: string | null;
  readonly previewImageSource?: string | null;
  readonly referencesToAdd?: readonly string[] | null;
  readonly referencesToRemove?: readonly string[] | null;
}

const altTooLong = (index: number): UserError =>
  userError(
    ['files', index, 'alt'],
    `The alt value exceeds the maximum limit of ${longestAlt} characters.`,
    'ALT_VALUE_LIMIT_EXCEEDED',
  );

export function fileCreate(args: { files: readonly CreateInput[] }, context: ExecutionContext): Payload {
  const userErrors = args.files.flatMap((file, index) => {
    if ((file.alt?.length ?? 0) > longestAlt) return [altTooLong(index)];
    if (isHttpUrl(file.originalSource)) return [];
    return [
      userError(['files', index, 'originalSource'], 'Image URL is invalid', 'INVALID_IMAGE_SOURCE_URL'),
    ];
  });
  if (userErrors.length > 0) return { files: [], userErrors };
  const files = args.files.map(({ originalSource, contentType, alt, filename }) =>
    insertFile(context, {
      originalSource,
      contentType: contentType ?? guessType(filename ?? originalSource),
      alt: alt ?? null,
      filename,
    }),
  );
  return { files, userErrors: [] };
}

/** Shopify determines the type itself where none is given (schema). */
function guessType(name: string): MediaContentType {
  if (/\.(jpe?g|png|gif|webp|heic|avif)(\?|$)/i.test(name)) return 'IMAGE';
  if (/\.(mp4|mov|webm)(\?|$)/i.test(name)) return 'VIDEO';
  if (/\.(glb|usdz)(\?|$)/i.test(name)) return 'MODEL_3D';
  return 'FILE';
}

export function fileUpdate(args: { files: readonly UpdateInput[] }, context: ExecutionContext): Payload {
  const { state } = context;
  const refused = (error: UserError): Payload => ({ files: [], userErrors: [error] });
  const missing = args.files.filter(({ id }) => !state.files.get(id)).map(({ id }) => id);
  if (missing.length > 0) {
    const message = `File id ${JSON.stringify(missing)} does not exist.`;
    return refused(userError(['files'], message, 'FILE_DOES_NOT_EXIST'));
  }
  const unready = args.files.some(({ id }) => {
    const file = state.files.get(id);
    return file && mediaStatus(file, context.nowMs) !== 'READY';
  });
  if (unready) return refused(userError(['files'], 'Non-ready files cannot be updated.', 'NON_READY_STATE'));
  const long = args.files.findIndex((file) => (file.alt?.length ?? 0) > longestAlt);
  if (long >= 0) return refused(altTooLong(long));
  const files = args.files.flatMap((input) => {
    const file = state.files.get(input.id);
    return file ? [updateFile(context, file, input)] : [];
  });
  return { files, userErrors: [] };
}

function updateFile(context: ExecutionContext, file: MediaFile, input: UpdateInput): MediaFile {
  const { state, now, nowMs } = context;
  for (const productId of input.referencesToAdd ?? []) setReference(context, productId, file.id, true);
  for (const productId of input.referencesToRemove ?? []) setReference(context, productId, file.id, false);
  return state.files.put({
    ...file,
    alt: input.alt === undefined ? file.alt : input.alt,
    filename: input.filename ?? file.filename,
    originalSource: input.originalSource ?? file.originalSource,
    uploadedAtMs: input.originalSource ? nowMs : file.uploadedAtMs,
    updatedAt: now,
  });
}

/** References are products: the file becomes the last of their media, or leaves them. */
function setReference(
  { state, now }: ExecutionContext,
  productId: string,
  fileId: string,
  present: boolean,
): void {
  const product = state.products.get(productId);
  if (!product) return;
  const others = product.mediaIds.filter((id) => id !== fileId);
  const mediaIds = present ? [...others, fileId] : others;
  state.products.put({ ...product, mediaIds, updatedAt: now });
}
