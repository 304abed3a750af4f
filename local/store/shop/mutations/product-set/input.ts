import type { MetafieldInput } from '../../rules/metafields/metafield-input';
import type { ProductFields } from '../../rules/product-fields';
import type { ProductIdentifier } from '../../rules/product-identifier';
import type { VariantInput } from '../../rules/variants/variant-input';
import type { OptionInput } from '../../state/product';
import type { StartingStock } from '../../writes/put-variant';

/** The schema's FileSetInput. */
export interface FileSetInput {
  readonly id?: string | null;
  readonly originalSource?: string | null;
  readonly alt?: string | null;
  readonly contentType?: 'FILE' | 'IMAGE' | 'VIDEO' | 'EXTERNAL_VIDEO' | 'MODEL_3D' | null;
  readonly filename?: string | null;
}

export interface VariantSetInput extends VariantInput {
  readonly inventoryQuantities?: readonly StartingStock[] | null;
  readonly file?: FileSetInput | null;
  readonly position?: number | null;
}

/** The schema's ProductSetInput; every list replaces what was there, a list left out is left alone. */
export interface ProductSetInput extends ProductFields {
  readonly id?: string | null;
  readonly collections?: readonly string[] | null;
  readonly files?: readonly FileSetInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly productOptions?: readonly OptionInput[] | null;
  readonly variants?: readonly VariantSetInput[] | null;
}

export interface ProductSetArgs {
  readonly identifier?: ProductIdentifier | null;
  readonly input: ProductSetInput;
  readonly synchronous?: boolean | null;
}
