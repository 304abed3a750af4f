import type { VariantInput } from '../../rules/variants/variant-input';
import type { MediaInput } from '../../writes/put-media';

/** The schema's ProductVariantsBulkInput. */
export interface VariantsBulkInput extends VariantInput {
  readonly inventoryQuantities?:
    | readonly { readonly locationId: string; readonly availableQuantity: number }[]
    | null;
  readonly quantityAdjustments?:
    | readonly {
        readonly locationId: string;
        readonly adjustment?: number | null;
        readonly changeFromQuantity?: number | null;
      }[]
    | null;
  readonly mediaId?: string | null;
  readonly mediaSrc?: readonly string[] | null;
}

export interface VariantsBulkArgs {
  readonly productId: string;
  readonly variants: readonly VariantsBulkInput[];
  readonly media?: readonly MediaInput[] | null;
}
