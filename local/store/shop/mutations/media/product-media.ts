import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { longestAlt } from '../../rules/limits';
import type { Product } from '../../state/product';
import { detachFromVariants } from '../../writes/detach-media';
import { addMedia, checkMedia, type MediaInput } from '../../writes/put-media';

interface CreateArgs {
  readonly productId: string;
  readonly media: readonly MediaInput[];
}

interface UpdateArgs {
  readonly productId: string;
  readonly media: readonly { readonly id: string; readonly alt?: string | null }[];
}

interface DeleteArgs {
  readonly productId: string;
  readonly mediaIds: readonly string[];
}

/** These payloads carry the same errors twice, with a code and without. */
function refused(product: Product | null, errors: readonly UserError[], media: unknown = null): Payload {
  return {
    product,
    media,
    deletedMediaIds: null,
    deletedProductImageIds: null,
    mediaUserErrors: errors,
    userErrors: errors,
  };
}

const productMissing = userError(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');

const altTooLong = (index: number): UserError =>
  userError(['media', index, 'alt'], `Alt is too long (maximum is ${longestAlt} characters)`, 'INVALID');

/** Recorded for one and for several. */
const mediaMissing = (field: string, ids: readonly string[]): UserError => {
  const message =
    ids.length === 1 ? `Media id ${ids[0]} does not exist` : `Media ids ${ids.join(',')} do not exist`;
  return userError([field], message, 'MEDIA_DOES_NOT_EXIST');
};

/** Good entries are added although others are refused, as `keepsWritesWithErrors` says of this root. */
export function productCreateMedia(args: CreateArgs, context: ExecutionContext): Payload {
  const product = context.state.products.get(args.productId);
  if (!product) return refused(null, [productMissing]);
  const errors = args.media.flatMap((input, index) => {
    if ((input.alt?.length ?? 0) > longestAlt) return [altTooLong(index)];
    return checkMedia([input]).map((error) => ({
      ...error,
      field: ['media', String(index), 'originalSource'],
    }));
  });
  const bad = new Set(errors.map((error) => Number(error.field?.[1])));
  const media = addMedia(
    context,
    product,
    args.media.filter((_input, index) => !bad.has(index)),
  );
  return {
    product: context.state.products.get(product.id),
    media,
    mediaUserErrors: errors,
    userErrors: errors,
  };
}

export function productUpdateMedia(args: UpdateArgs, { state, now }: ExecutionContext): Payload {
  const product = state.products.get(args.productId);
  if (!product) return refused(null, [productMissing]);
  const foreign = args.media.filter(({ id }) => !product.mediaIds.includes(id)).map(({ id }) => id);
  if (foreign.length > 0) return refused(product, [mediaMissing('media', foreign)]);
  const errors = args.media.flatMap(({ alt }, index) =>
    (alt?.length ?? 0) > longestAlt ? [altTooLong(index)] : [],
  );
  if (errors.length > 0) return refused(product, errors);
  const media = args.media.flatMap(({ id, alt }) => {
    const file = state.files.get(id);
    if (!file) return [];
    return [alt === undefined ? file : state.files.put({ ...file, alt, updatedAt: now })];
  });
  return { product, media, mediaUserErrors: [], userErrors: [] };
}

export function productDeleteMedia(args: DeleteArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const product = state.products.get(args.productId);
  if (!product) return refused(null, [productMissing]);
  const foreign = args.mediaIds.filter((id) => !product.mediaIds.includes(id));
  if (foreign.length > 0) return refused(product, [mediaMissing('mediaIds', foreign)]);
  detachFromVariants(context, product, args.mediaIds);
  for (const id of args.mediaIds) state.files.delete(id);
  const mediaIds = product.mediaIds.filter((id) => !args.mediaIds.includes(id));
  return {
    product: state.products.put({ ...product, mediaIds, updatedAt: now }),
    deletedMediaIds: args.mediaIds,
    deletedProductImageIds: args.mediaIds.map((id) => id.replace('/MediaImage/', '/ProductImage/')),
    mediaUserErrors: [],
    userErrors: [],
  };
}
