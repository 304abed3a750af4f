import type { DesiredVariant } from '../../catalog/building/desired';
import { optionKey } from '../../catalog/values/names';

interface Matchable {
  readonly id: string;
  readonly sku: string;
  readonly optionValues: readonly string[];
}

/**
 * The variant of a known product that a row means: by ID, then by option values, then as the only one, then by a
 * SKU that one variant carries. `new` where no variant has the row's option values.
 */
export function matchVariant<Variant extends Matchable>(
  row: DesiredVariant,
  variants: readonly Variant[],
): Variant | 'new' | 'ambiguous' {
  const byId = row.variantId && variants.find(({ id }) => id === row.variantId);
  if (byId || (row.variantId && !row.isIdHint)) return byId || 'ambiguous';
  if (row.optionValues) {
    const wanted = optionKey(row.optionValues);
    return variants.find(({ optionValues }) => optionKey(optionValues) === wanted) ?? 'new';
  }
  if (variants.length === 1) return variants[0] as Variant;
  const bySku = variants.filter(({ sku }) => row.sku && sku === row.sku);
  return bySku.length === 1 ? (bySku[0] as Variant) : 'ambiguous';
}

export function matchBaseVariant<Variant extends Matchable>(
  row: DesiredVariant,
  variants: readonly Variant[],
): Variant | undefined {
  const match = matchVariant(row, variants);
  return typeof match === 'string' ? undefined : match;
}
