import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import { freeHandle, handleFrom } from '../normalise/handle';
import { newOption } from '../rules/variants/option-input';
import { itemOf, variantsOf } from '../state/lookups';
import type { Product, ProductStatus, Variant } from '../state/product';
import { insertVariant, stockNewVariant } from '../writes/put-variant';

interface Args {
  readonly productId: string;
  readonly newTitle: string;
  readonly newStatus?: ProductStatus | null;
  readonly includeImages?: boolean | null;
}

/** A copy with new ids: options, variants and metafields, media only where asked for; no stock, unpublished. */
export function productDuplicate(args: Args, context: ExecutionContext): Payload {
  const { state, now } = context;
  const { shop } = state;
  const original = state.products.get(args.productId);
  const none = { imageJob: null, productDuplicateOperation: null, shop };
  if (!original) {
    return { ...none, newProduct: null, userErrors: [userError(['productId'], 'Product does not exist')] };
  }
  const isTaken = (handle: string): boolean => state.products.find('handle', handle).length > 0;
  const copy: Product = {
    ...original,
    id: state.newId('Product'),
    title: args.newTitle,
    handle: freeHandle(handleFrom(args.newTitle), isTaken),
    status: args.newStatus ?? original.status,
    options: original.options.map((option) => newOption(state, option)),
    variantIds: [],
    mediaIds: args.includeImages ? original.mediaIds : [],
    totalInventory: { shown: 0, untilMs: 0 },
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
  };
  const variantIds = variantsOf(state, original).map((variant) =>
    copyVariant(context, original, copy, variant),
  );
  const newProduct = state.products.put({ ...copy, variantIds });
  for (const metafield of state.metafields.find('owner', original.id)) {
    state.metafields.put({ ...metafield, id: state.newId('Metafield'), ownerId: copy.id, createdAt: now });
  }
  return { ...none, newProduct, userErrors: [] };
}

function copyVariant(context: ExecutionContext, original: Product, copy: Product, variant: Variant): string {
  const { state } = context;
  const valueIds = original.options.flatMap((option, index) => {
    const place = option.values.findIndex((value) => value.id === variant.optionValueIds[index]);
    return copy.options[index]?.values[place]?.id ?? [];
  });
  const { id: _own, variantId: _ours, weight, ...item } = itemOf(state, variant);
  const { id: _variant, mediaIds: _media, ...fields } = variant;
  const input = { ...fields, inventoryItem: { ...item, measurement: { weight } } };
  const copied = insertVariant(context, copy, valueIds, input, { tracked: item.tracked });
  stockNewVariant(context, copied, []);
  return copied.id;
}
