import type { WeightUnit } from '../state/inventory';

/** The schema's InventoryItemInput. */
export interface InventoryItemInput {
  readonly cost?: string | null;
  readonly countryCodeOfOrigin?: string | null;
  readonly provinceCodeOfOrigin?: string | null;
  readonly harmonizedSystemCode?: string | null;
  readonly countryHarmonizedSystemCodes?:
    | readonly { readonly countryCode: string; readonly harmonizedSystemCode: string }[]
    | null;
  readonly measurement?: {
    readonly weight?: { readonly value: number; readonly unit: WeightUnit } | null;
  } | null;
  readonly requiresShipping?: boolean | null;
  readonly sku?: string | null;
  readonly tracked?: boolean | null;
}
