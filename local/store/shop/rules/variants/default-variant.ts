import type { Product } from '../../state/product';

/** Shopify's default option and variant of a product without options (recorded). */
export const defaultOptionName = 'Title';
export const defaultValueName = 'Default Title';

/** The product has no options of its own: one variant, made by Shopify. */
export function hasOnlyDefaultVariant(product: Product): boolean {
  const [option, another] = product.options;
  const [value, anotherValue] = option?.values ?? [];
  if (!option || !value || another || anotherValue || product.variantIds.length !== 1) return false;
  return option.name === defaultOptionName && value.name === defaultValueName;
}
