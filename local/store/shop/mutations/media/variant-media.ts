import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { mediaStatus } from '../../rules/media-status';
import type { Product } from '../../state/product';

interface Pair {
  readonly variantId: string;
  readonly mediaIds: readonly string[];
}

interface Args {
  readonly productId: string;
  readonly variantMedia: readonly Pair[];
}

const mostPairs = 100;

/** Messages and their order as recorded; the first thing that is wrong ends the call. */
export const productVariantAppendMedia = (args: Args, context: ExecutionContext): Payload =>
  changeVariantMedia(args, context, (pair, at, product) => {
    const { state, nowMs } = context;
    const file = state.files.get(pair.mediaIds[0] ?? '');
    if (!file || !product.mediaIds.includes(file.id)) {
      const message = 'Media does not exist on the specified product.';
      return userError([...at, 'mediaIds'], message, 'MEDIA_DOES_NOT_EXIST_ON_PRODUCT');
    }
    if (file.contentType !== 'IMAGE') {
      return userError(
        [...at, 'mediaIds'],
        'Non-image media cannot be attached to variants.',
        'INVALID_MEDIA_TYPE',
      );
    }
    if (mediaStatus(file, nowMs) !== 'READY') {
      return userError(
        [...at, 'mediaIds'],
        'Non-ready media cannot be attached to variants.',
        'NON_READY_MEDIA',
      );
    }
    if ((state.variants.get(pair.variantId)?.mediaIds.length ?? 0) > 0) {
      const message = 'The given variant already has attached media.';
      return userError([...at, 'variantId'], message, 'PRODUCT_VARIANT_ALREADY_HAS_MEDIA');
    }
    return pair.mediaIds;
  });

export const productVariantDetachMedia = (args: Args, context: ExecutionContext): Payload =>
  changeVariantMedia(args, context, (pair, at) => {
    const attached = context.state.variants.get(pair.variantId)?.mediaIds ?? [];
    if (!attached.includes(pair.mediaIds[0] ?? '')) {
      const message = 'The specified media is not attached to the specified variant.';
      return userError([...at, 'variantId'], message, 'MEDIA_IS_NOT_ATTACHED_TO_VARIANT');
    }
    return attached.filter((id) => !pair.mediaIds.includes(id));
  });

/** New media of a variant, or the reason why not. */
type Change = (pair: Pair, at: readonly string[], product: Product) => readonly string[] | UserError;

function changeVariantMedia(
  { productId, variantMedia }: Args,
  context: ExecutionContext,
  change: Change,
): Payload {
  const { state } = context;
  const refused = (error: UserError): Payload => ({
    product: null,
    productVariants: null,
    userErrors: [error],
  });
  const product = state.products.get(productId);
  if (!product) return refused(userError(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST'));
  if (variantMedia.length > mostPairs) {
    const message = `Exceeded ${mostPairs} variant-media pairs per mutation.`;
    return refused(userError(['variantMedia'], message, 'MAXIMUM_VARIANT_MEDIA_PAIRS_EXCEEDED'));
  }
  const changed: string[] = [];
  for (const [index, pair] of variantMedia.entries()) {
    const at = ['variantMedia', String(index)];
    const malformed = checkPair(pair, at, variantMedia, product);
    if (malformed) return refused(malformed);
    const mediaIds = change(pair, at, product);
    if ('message' in mediaIds) return refused(mediaIds);
    const variant = state.variants.get(pair.variantId);
    if (variant) changed.push(state.variants.put({ ...variant, mediaIds }).id);
  }
  return { product, productVariants: changed.flatMap((id) => state.variants.get(id) ?? []), userErrors: [] };
}

function checkPair(
  pair: Pair,
  at: readonly string[],
  all: readonly Pair[],
  product: Product,
): UserError | null {
  if (pair.mediaIds.length > 1) {
    const message = 'Only one mediaId is allowed per media input.';
    return userError([...at, 'mediaIds'], message, 'TOO_MANY_MEDIA_PER_INPUT_PAIR');
  }
  if (pair.mediaIds.length === 0) {
    return userError([...at, 'mediaIds'], 'The mediaIds list cannot be empty.', 'BLANK');
  }
  if (all.filter((other) => other.variantId === pair.variantId).length > 1) {
    const message = 'Variant was specified in more than one media input.';
    return userError([...at, 'variantId'], message, 'PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES');
  }
  if (product.variantIds.includes(pair.variantId)) return null;
  const message = 'Variant does not exist on the specified product.';
  return userError([...at, 'variantId'], message, 'PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT');
}
