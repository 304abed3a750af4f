import type { ExecutionContext } from '../../../graphql/execution/context';
import { type UserError, userError } from '../../../graphql/user-errors';
import { variantsOf } from '../../state/lookups';
import { insertFile, isHttpUrl } from '../../writes/put-media';
import type { FileSetInput, ProductSetInput } from './input';

/** Files named by id must exist, those named by URL must have one Shopify can fetch. */
export function checkFiles({ state }: ExecutionContext, input: ProductSetInput): UserError[] {
  return (input.files ?? []).flatMap((file, index) => {
    if (file.id && !state.files.get(file.id)) {
      return [userError(['input', 'files', index, 'id'], 'File does not exist', 'INVALID_INPUT')];
    }
    if (!file.id && !isHttpUrl(file.originalSource ?? '')) {
      return [
        userError(['input', 'files', index, 'originalSource'], 'Image URL is invalid', 'INVALID_INPUT'),
      ];
    }
    return [];
  });
}

/**
 * Makes the product's media exactly the list. A URL is uploaded again even if the product has a file of the same
 * URL: only an id keeps a file (there is no comparison by URL). A variant's file is found among the product's.
 */
export function setFiles(context: ExecutionContext, productId: string, input: ProductSetInput): void {
  const { state } = context;
  const product = state.products.get(productId);
  if (!product) return;
  const bySource = new Map<string, string>();
  const fileId = (file: FileSetInput): string => {
    const known = state.files.get(file.id ?? '');
    if (known) {
      if (file.alt !== undefined) state.files.put({ ...known, alt: file.alt });
      return known.id;
    }
    const originalSource = file.originalSource ?? '';
    const contentType = file.contentType ?? 'IMAGE';
    const created = insertFile(context, {
      originalSource,
      contentType,
      alt: file.alt ?? null,
      filename: file.filename,
    });
    bySource.set(originalSource, created.id);
    return created.id;
  };
  const mediaIds = input.files ? input.files.map(fileId) : product.mediaIds;
  state.products.put({ ...product, mediaIds });
  for (const [index, variant] of variantsOf(state, product).entries()) {
    const file = input.variants?.[index]?.file;
    const chosen = file?.id ?? bySource.get(file?.originalSource ?? '');
    if (chosen) state.variants.put({ ...variant, mediaIds: [chosen] });
    else if (variant.mediaIds.some((id) => !mediaIds.includes(id)))
      state.variants.put({ ...variant, mediaIds: [] });
  }
}
