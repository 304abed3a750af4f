import type { DesiredFields, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { fieldsIn } from '../../catalog/columns/columns';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { hasValue, quantitySaid } from '../../catalog/values/cell';
import { canonicalCell } from '../compare/canonical';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { isShownByName, levelName, show, showField } from '../compare/messages';
import type { Partition, StepContext } from '../identity/in-step';
import { type BaseVariant, type Pair, quantityKey } from '../model/base';
import { resolveLocation } from '../stock/stock-locations';

/** Cells of one row with another value than when the row was last in step. */
export interface Edit {
  readonly ref: RowRef;
  /** `Price 10.00 → 12.00` */
  readonly says: string;
}

type Pairs = Readonly<Partial<Record<string, Pair>>>;

/** Text about one cell, or about a whole row. */
interface SaidOfRow {
  readonly ref: RowRef;
  readonly words: string;
}

/** Lists edits of a catalog, one sentence for each row with edits, using the memory only. */
export function listEdits({ products, variants }: Partition['changed'], context: StepContext): Edit[] {
  return [
    ...products.flatMap((product) => productEdits(product, context)),
    ...variants.flatMap((row) => {
      const known = knownLooseVariant(row, context.base);
      return known
        ? byRow(row.ref, variantEdits(row, known, context))
        : [{ ref: row.ref, says: 'Was not synced yet' }];
    }),
  ];
}

function productEdits(product: DesiredProduct, context: StepContext): Edit[] {
  const { ref, fields, deletes, variants } = product;
  const { base } = context;
  const known = knownProduct(product, base);
  if (!known) return [{ ref, says: 'New product, or one that was not synced yet' }];
  const stored = base.variantsOf(known.id);
  const ofVariants = variants.flatMap((row): SaidOfRow[] => {
    const match = matchBaseVariant(row, stored);
    return match ? variantEdits(row, match, context) : [{ ref: row.ref, words: 'New variant' }];
  });
  const own = deletes ? [{ ref, words: ASKS_DELETION }] : fieldEdits(fields, known.fields, context);
  return byRow(ref, [...own, ...ofVariants]);
}

const ASKS_DELETION = 'Asks to be deleted';

/** Nothing is said of an image, an option or a name; or what Shopify said last time is to be looked at again. */
function byRow(ref: RowRef, said: readonly SaidOfRow[]): Edit[] {
  if (said.length === 0) return [{ ref, says: 'Is compared with Shopify again' }];
  return [...groupBy(said, (each) => rowKey(each.ref)).values()].map((ofRow) => ({
    ref: ofRow[0]?.ref ?? ref,
    says: ofRow.map(({ words }) => words).join(', '),
  }));
}

function variantEdits(row: DesiredVariant, known: BaseVariant, context: StepContext): SaidOfRow[] {
  if (row.deletes) return [{ ref: row.ref, words: ASKS_DELETION }];
  return [...fieldEdits(row.fields, known.fields, context), ...stockEdits(row, known, context)];
}

/** Each edit is reported for the row of its cell, which may be in another tab than its item. */
function fieldEdits(fields: DesiredFields, known: Pairs, { policy }: StepContext): SaidOfRow[] {
  return fieldsIn(fields).flatMap(({ key, group }) => {
    const value = fields[key];
    const sheet = value && canonicalCell(key, value.cell);
    const before = known[key]?.[0];
    if (!value || sheet === undefined || sheet === before || !policy.groups.includes(group)) return [];
    const { cell, ref, column } = value;
    if (isShownByName(key)) return [{ ref, words: column }];
    const to = hasValue(cell)
      ? showField(key, cell.value)
      : cell.kind === 'edit'
        ? cell.edit.text
        : '[clear]';
    return [{ ref, words: before ? `${column} ${show(written(before, to))} → ${to}` : `${column} ${to}` }];
  });
}

/** A remembered amount has no trailing zeros; it is shown with as many decimals as the new one. */
function written(before: string, to: string): string {
  const decimals = /^\d+\.(\d+)$/.exec(to)?.[1]?.length ?? 0;
  const padded = /^\d+(\.\d+)?$/.test(before) ? Number(before).toFixed(decimals) : before;
  return Number(padded) === Number(before) ? padded : before;
}

function stockEdits(row: DesiredVariant, known: BaseVariant, { policy, shop }: StepContext): SaidOfRow[] {
  if (!policy.groups.includes('inventory')) return [];
  const adjusted = row.adjustments.flatMap(({ delta, ref, column }) =>
    hasValue(delta) ? [{ ref, words: column }] : [],
  );
  const levels = row.stock.flatMap((stock) => {
    const { ref, column } = stock;
    const wanted = quantitySaid(stock.quantity);
    const location = resolveLocation(stock, shop, policy);
    if (wanted === undefined || 'problem' in location) return [];
    const before = known.stock[quantityKey(stock.name, location.id)]?.[0];
    if (before === String(wanted)) return [];
    const name = levelName({ column, locationName: location.name });
    return [{ ref, words: before ? `${name} ${before} → ${wanted}` : `${name} ${wanted}` }];
  });
  return [...levels, ...adjusted];
}
