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

/** Cells of one row that say something else than when it was last in step. */
export interface Edit {
  readonly ref: RowRef;
  /** `Price 10.00 → 12.00` */
  readonly says: string;
}

type Pairs = Readonly<Partial<Record<string, Pair>>>;

/** Edits of a catalog, one sentence for each row that has any, by the memory alone. */
export function listEdits({ products, variants }: Partition['changed'], context: StepContext): Edit[] {
  return [
    ...products.flatMap((product) => productEdits(product, context)),
    ...variants.flatMap((row) => {
      const known = knownLooseVariant(row, context.base);
      return [
        known
          ? editOf(row.ref, variantWords(row, known, context))
          : { ref: row.ref, says: 'Was not synced yet' },
      ];
    }),
  ];
}

function productEdits(product: DesiredProduct, context: StepContext): Edit[] {
  const { base } = context;
  const known = knownProduct(product, base);
  if (!known) return [{ ref: product.ref, says: 'New product, or one that was not synced yet' }];
  const own = product.deletes ? ['Asks to be deleted'] : fieldWords(product.fields, known.fields, context);
  const stored = base.variantsOf(known.id);
  const ofVariants = product.variants.map((row) => {
    const match = matchBaseVariant(row, stored);
    return { ref: row.ref, words: match ? variantWords(row, match, context) : ['New variant'] };
  });
  const said = [{ ref: product.ref, words: own }, ...ofVariants].filter(({ words }) => words.length > 0);
  // An image, an option or a name; or what Shopify said last time is to be looked at again.
  if (said.length === 0) return [editOf(product.ref, [])];
  return [...groupBy(said, ({ ref }) => rowKey(ref)).values()].flatMap(([first, ...others]) =>
    first
      ? editOf(
          first.ref,
          [first, ...others].flatMap(({ words }) => words),
        )
      : [],
  );
}

function variantWords(row: DesiredVariant, known: BaseVariant, context: StepContext): string[] {
  if (row.deletes) return ['Asks to be deleted'];
  return [...fieldWords(row.fields, known.fields, context), ...stockWords(row, known, context)];
}

function fieldWords(fields: DesiredFields, known: Pairs, { policy }: StepContext): string[] {
  return fieldsIn(fields).flatMap(({ key, group }) => {
    const value = fields[key];
    const sheet = value && canonicalCell(key, value.cell);
    const before = known[key]?.[0];
    if (!value || sheet === undefined || sheet === before || !policy.groups.includes(group)) return [];
    if (isShownByName(key)) return [value.column];
    const { cell } = value;
    const to = hasValue(cell)
      ? showField(key, cell.value)
      : cell.kind === 'edit'
        ? cell.edit.text
        : '[clear]';
    return [before ? `${value.column} ${show(written(before, to))} → ${to}` : `${value.column} ${to}`];
  });
}

/** A remembered amount has no zeros at its end; it is shown with as many decimals as the new one. */
function written(before: string, to: string): string {
  const decimals = /^\d+\.(\d+)$/.exec(to)?.[1]?.length ?? 0;
  const padded = /^\d+(\.\d+)?$/.test(before) ? Number(before).toFixed(decimals) : before;
  return Number(padded) === Number(before) ? padded : before;
}

function stockWords(row: DesiredVariant, known: BaseVariant, { policy, shop }: StepContext): string[] {
  if (!policy.groups.includes('inventory')) return [];
  const adjusted = row.adjustments.filter(({ delta }) => hasValue(delta)).map(({ column }) => column);
  const levels = row.stock.flatMap((stock) => {
    const wanted = quantitySaid(stock.quantity);
    const location = resolveLocation(stock, shop, policy);
    if (wanted === undefined || 'problem' in location) return [];
    const before = known.stock[quantityKey(stock.name, location.id)]?.[0];
    if (before === String(wanted)) return [];
    const name = levelName({ column: stock.column, locationName: location.name });
    return [before ? `${name} ${before} → ${wanted}` : `${name} ${wanted}`];
  });
  return [...levels, ...adjusted];
}

function editOf(ref: RowRef, words: readonly string[]): Edit {
  return { ref, says: words.join(', ') || 'Is compared with Shopify again' };
}
