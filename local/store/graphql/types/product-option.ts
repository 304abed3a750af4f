import type { OptionValue, Product, ProductOption } from '../../shop/state/product';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

const productWith = (
  { state }: ExecutionContext,
  fits: (option: ProductOption) => boolean,
): Product | undefined => state.products.all().find((product) => product.options.some(fits));

/** Options travel with their product's id, so that usage and position need no search. */
export interface PlacedOption extends ProductOption {
  readonly productId: string;
}

export interface PlacedValue extends OptionValue {
  readonly productId: string;
}

export const placeOption = (product: Product, option: ProductOption): PlacedOption => ({
  ...option,
  productId: product.id,
});

function usedValueIds(context: ExecutionContext, productId: string): ReadonlySet<string> {
  const product = context.state.products.get(productId);
  const variants = product?.variantIds.flatMap((id) => context.state.variants.get(id) ?? []) ?? [];
  return new Set(variants.flatMap((variant) => variant.optionValueIds));
}

export const optionFields: ObjectFields<PlacedOption> = {
  optionValues: (option) => option.values.map((value) => ({ ...value, productId: option.productId })),
  position: (option, _args, { state }) =>
    (state.products.get(option.productId)?.options.findIndex((one) => one.id === option.id) ?? 0) + 1,
  /** Only values that a variant uses (recorded); `optionValues` has them all. */
  values: (option, _args, context) => {
    const used = usedValueIds(context, option.productId);
    return option.values.filter((value) => used.has(value.id)).map((value) => value.name);
  },
};

export const optionValueFields: ObjectFields<PlacedValue> = {
  hasVariants: (value, _args, context) => usedValueIds(context, value.productId).has(value.id),
  linkedMetafieldValue: (value) => value.linkedMetafieldValue ?? null,
  swatch: () => null,
};

/** For `node(id:)`. */
export function findOption(context: ExecutionContext, id: string): PlacedOption | null {
  const product = productWith(context, (option) => option.id === id);
  const option = product?.options.find((one) => one.id === id);
  return product && option ? placeOption(product, option) : null;
}

export function findOptionValue(context: ExecutionContext, id: string): PlacedValue | null {
  const product = productWith(context, (option) => option.values.some((value) => value.id === id));
  const value = product?.options.flatMap((option) => option.values).find((one) => one.id === id);
  return product && value ? { ...value, productId: product.id } : null;
}
