import type { Product, Variant } from '../../state/product';

/** The names of the chosen option values, in the options' order: `S / Red` (recorded). */
export function variantTitle(product: Product, variant: Variant): string {
  return product.options
    .map(
      (option, index) =>
        option.values.find((value) => value.id === variant.optionValueIds[index])?.name ?? '',
    )
    .join(' / ');
}

/** Error for a second variant with the same values (recorded). */
export const titleTaken = (title: string): string =>
  `The variant '${title}' already exists. Please change at least one option value.`;
