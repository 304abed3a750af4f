import type { DesiredStock } from '../../catalog/building/desired';
import { cellsOf } from '../../catalog/tab/row';
import { quantitySaid } from '../../catalog/values/cell';
import { isMarked } from '../compare/undone-marks';
import { type Pair, type QuantityKey, quantityKey } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreVariant } from '../model/snapshot';
import { decideRefresh } from '../refresh/decide-refresh';
import type { StockCell, StockMemory } from './level-memory';

interface Level {
  readonly stock: DesiredStock;
  readonly key: QuantityKey;
  readonly store: StoreVariant;
  /** Shopify's quantity. */
  readonly now: number;
}

/** Lets the cells of a level take Shopify's number where nobody edited them; returns whether they will. */
export function refreshLevel(level: Level, pair: Pair | undefined, context: ItemContext): boolean {
  const { refreshes, base } = context;
  const { stock, key, store, now } = level;
  const said = quantitySaid(stock.quantity);
  if (!refreshes || refreshes.fills || typeof said !== 'number') return false;
  if (isMarked(store.id, `stock ${key}`, base) || !takesNumber(String(said), now, pair)) return false;
  keepLevel(level, said, context);
  return true;
}

/** Two numbers are in step only where they are equal. */
export function takesNumber(sheet: string, now: number, pair: Pair | undefined): boolean {
  const wereEqual = pair?.[0] === pair?.[1];
  return decideRefresh({ sheet, store: String(now), pair, wereEqual }) === 'take';
}

/** The same of a cell without a number: one that says that the item is not stocked, or any of a column that is filled. */
export function fillsLevel(
  { stock, location, level, store }: StockCell,
  { pairs, tracked }: StockMemory,
  context: ItemContext,
): boolean {
  const { refreshes } = context;
  if (!refreshes || !level?.active || !tracked) return false;
  const key = quantityKey(stock.name, location.id);
  const { fills } = refreshes;
  const isWanted = fills
    ? stock.ref.sheetId === fills.sheetId && stock.column === fills.column
    : quantitySaid(stock.quantity) === 'not stocked' && pairs[key]?.[2] === 'unstocked';
  if (isWanted) keepLevel({ stock, key, store, now: level[stock.name] }, null, context);
  return isWanted;
}

/** Marks all cells of a level to take Shopify's number. */
export function keepLevel(
  { stock, key, store, now, question }: Level & { readonly question?: string },
  from: number | null,
  { draft }: ItemContext,
): void {
  for (const { ref, column } of cellsOf(stock)) {
    draft.kept.push({
      question: question ?? `${store.id}|stock ${key}|${from ?? ''}|${now}`,
      id: store.id,
      value: `stock ${key}`,
      ref,
      column,
      from,
      to: now,
      store: String(now),
      sheet: from === null ? null : String(from),
    });
  }
}
