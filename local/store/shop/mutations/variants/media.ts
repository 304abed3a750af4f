import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Variant } from '../../state/product';
import { addMedia, type MediaInput } from '../../writes/put-media';
import type { VariantsBulkInput } from './input';

/** Adds the call's media to the product; answers the file of each URL. */
export function addCallMedia(
  context: ExecutionContext,
  productId: string,
  media: readonly MediaInput[],
): ReadonlyMap<string, string> {
  const product = context.state.products.get(productId);
  if (!product || media.length === 0) return new Map();
  return new Map(addMedia(context, product, media).map((file) => [file.originalSource, file.id]));
}

/** `mediaId` names a file of the product, `mediaSrc` a URL of the call's own media. */
export function attachMedia(
  { state }: ExecutionContext,
  variant: Variant,
  input: VariantsBulkInput,
  bySource: ReadonlyMap<string, string>,
): void {
  const source = input.mediaSrc?.[0];
  const chosen = input.mediaId ?? (source === undefined ? undefined : bySource.get(source));
  if (chosen) state.variants.put({ ...variant, mediaIds: [chosen] });
  else if (input.mediaId === null) state.variants.put({ ...variant, mediaIds: [] });
}
