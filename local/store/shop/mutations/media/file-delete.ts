import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { detachFromVariants } from '../../writes/detach-media';

/** A deleted file leaves the products and variants that show it (recorded). */
export function fileDelete({ fileIds }: { fileIds: readonly string[] }, context: ExecutionContext): Payload {
  const { state, now } = context;
  const missing = fileIds.filter((id) => !state.files.get(id));
  if (missing.length > 0) {
    const message =
      missing.length === 1
        ? `File id ${missing[0]} does not exist.`
        : `File ids ${missing.join(',')} do not exist.`;
    return { deletedFileIds: null, userErrors: [userError(['fileIds'], message, 'FILE_DOES_NOT_EXIST')] };
  }
  for (const product of state.products.all()) {
    if (!product.mediaIds.some((id) => fileIds.includes(id))) continue;
    const mediaIds = product.mediaIds.filter((id) => !fileIds.includes(id));
    detachFromVariants(context, state.products.put({ ...product, mediaIds, updatedAt: now }), fileIds);
  }
  for (const id of fileIds) state.files.delete(id);
  return { deletedFileIds: fileIds, userErrors: [] };
}
