import { type RowIssue, rowKey } from '../tab/row';
import type {
  DesiredFields,
  DesiredProduct,
  DesiredStock,
  DesiredValue,
  DesiredVariant,
  Refused,
} from './desired';
import { entriesOf, withRefused } from './join-cells';

/** The product as if these rows, by `rowKey`, were not there. */
export function withoutRows(product: DesiredProduct, rows: ReadonlySet<string>): DesiredProduct {
  if (rows.size === 0) return product;
  const isLeftOut = ({ ref }: { readonly ref: RowIssue['ref'] }) => rows.has(rowKey(ref));
  const left = { ...product, variants: product.variants.filter((variant) => !isLeftOut(variant)) };
  return stripProduct(left, isLeftOut);
}

export type IsBad = (cell: { readonly ref: RowIssue['ref'] }) => boolean;

/**
 * A refused row asks for nothing, not even a deletion or a variant's image. What it said is kept, so that a row which
 * contradicts it is refused as well.
 */
export function stripProduct(product: DesiredProduct, isBad: IsBad): DesiredProduct {
  return {
    ...product,
    ...stripFields(product, [], isBad),
    variants: product.variants.map((variant) => stripVariant(variant, isBad)),
    deletes: product.deletes && goodPart(product.deletes, isBad),
    images: product.images.flatMap((image) => goodPart(image, isBad) ?? []),
    ...(product.removals && { removals: product.removals.filter((removal) => !isBad(removal)) }),
  };
}

export function stripVariant(variant: DesiredVariant, isBad: IsBad): DesiredVariant {
  return {
    ...variant,
    ...stripFields(variant, variant.stock.filter(isBad), isBad),
    stock: variant.stock.flatMap((level) => goodPart(level, isBad) ?? []),
    adjustments: variant.adjustments.filter((adjustment) => !isBad(adjustment)),
    deletes: variant.deletes && goodPart(variant.deletes, isBad),
    imageUrl: variant.imageUrl && goodPart(variant.imageUrl, isBad),
  };
}

/** The rest of a value whose first cell is refused: another row, which is not refused, says the same. */
function goodPart<Value extends { readonly ref: RowIssue['ref']; readonly also?: readonly Value[] }>(
  value: Value,
  isBad: IsBad,
): Value | undefined {
  if (!isBad(value)) return value;
  const [first, ...rest] = (value.also ?? []).filter((cell) => !isBad(cell));
  return first && { ...first, also: rest };
}

function stripFields(
  { fields, refused }: Pick<DesiredVariant, 'fields' | 'refused'>,
  stock: readonly DesiredStock[],
  isBad: IsBad,
): { readonly fields: DesiredFields; readonly refused?: Refused } {
  if (stock.length === 0 && !entriesOf(fields).some(([, value]) => isBad(value))) return { fields };
  const [left, out]: [Record<string, DesiredValue>, Record<string, DesiredValue>] = [{}, {}];
  for (const [key, value] of entriesOf(fields)) {
    const good = goodPart(value, isBad);
    if (good) left[key] = good;
    if (isBad(value)) out[key] = value;
  }
  return {
    fields: left,
    refused: {
      fields: withRefused(refused?.fields ?? {}, out),
      stock: [...(refused?.stock ?? []), ...stock],
    },
  };
}
