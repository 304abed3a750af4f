import type { DesiredStock } from '../../catalog/building/desired';
import { cellsOf, describeRow } from '../../catalog/tab/row';
import { hasValue, quantitySaid } from '../../catalog/values/cell';
import type { LocationId } from '../../catalog/values/gid';
import { levelName } from '../compare/messages';
import { quantityKey } from '../model/base';
import type { SetStock } from '../model/stock-action';
import type { PlanDraft } from '../model/sync-plan';
import {
  knownPair,
  NOTHING,
  otherQuantityOf,
  rememberOtherQuantity,
  type StockCell,
  type StockMemory,
  sheetBefore,
} from './level-memory';

/**
 * The available and the on-hand quantity of one level move together: sent one after the other, the second would undo
 * the first. Where both cells ask for the same difference one of them says it; where they do not, a person must.
 */
export function joinAvailableAndOnHand(
  actions: readonly SetStock[],
  draft: Pick<PlanDraft, 'tell'>,
): readonly SetStock[] {
  return actions.flatMap((action) => {
    const other = actions.find(
      ({ name, locationId }) => name !== action.name && locationId === action.locationId,
    );
    if (!other) return [action];
    if (action.to - (action.from ?? 0) === other.to - (other.from ?? 0))
      return action.name === 'available'
        ? [{ ...action, otherSheet: other.sheet, otherFrom: other.from ?? 0 }]
        : [];
    const words = (column: string) => contradiction({ column }, other, action.locationName);
    draft.tell(action, { status: 'error', words, shopifyId: action.variantId });
    return [];
  });
}

/**
 * The actions with what Shopify has of the other quantity: this edit counts last, so what sales took from the other one
 * before it asks nothing any more. An edit of the other one that waits still has to be asked about them.
 */
export function withOtherQuantity(
  actions: readonly SetStock[],
  cells: readonly StockCell[],
  edited: readonly EditedCell[],
): SetStock[] {
  return actions.map((action) => {
    const other = otherQuantityOf(action).name;
    const waits = edited.some(
      ({ stock, locationId }) => stock.name === other && locationId === action.locationId,
    );
    const level = cells.find(({ location }) => location.id === action.locationId)?.level;
    if (waits) return action;
    const otherCells = cells.flatMap(({ stock, location }) => {
      const sheet = quantitySaid(stock.quantity);
      if (stock.name !== other || location.id !== action.locationId || typeof sheet !== 'number') return [];
      return cellsOf(stock).map((place) => ({ ...place, sheet }));
    });
    return { ...action, otherFrom: level?.active ? level[other] : 0, otherCells };
  });
}

/** A cell that was edited since the level was last in step, and that Shopify does not agree with. */
export interface EditedCell {
  readonly stock: Pick<DesiredStock, 'name' | 'column' | 'ref'>;
  readonly locationId: LocationId;
  readonly difference: number;
}

/** The other cell of the level where the edits contradict each other: choosing a side could not resolve that. */
export function contradictingCell(cell: EditedCell, cells: readonly EditedCell[]): EditedCell | undefined {
  return cells.find(
    ({ stock, locationId, difference }) =>
      stock.name !== cell.stock.name && locationId === cell.locationId && difference !== cell.difference,
  );
}

export function contradiction(
  { column }: { readonly column: string },
  other: { readonly column: string },
  location: string,
): string {
  return `${column} and ${other.column} at ${location} cannot both be set: Shopify counts one from the other. Change only one of them.`;
}

/** Leaves out one half of a move between two locations if the other half is not sent: it would double stock, or lose it. */
export function withoutHalves(
  actions: readonly SetStock[],
  stuck: readonly EditedCell[],
  draft: Pick<PlanDraft, 'tell'>,
): readonly SetStock[] {
  return actions.filter((action) => {
    const { ref, from, to, variantId } = action;
    const half = stuck.find(({ difference }) => difference * (to - (from ?? 0)) < 0);
    if (!half) return true;
    const where = `${half.stock.column} in ${describeRow(half.stock.ref, ref)}`;
    const words = (column: string) =>
      `${levelName({ ...action, column })} ${from ?? 'not stocked'} → ${to} waits: ${where}, the other half of the move, is not sent yet.`;
    draft.tell(action, { status: 'skipped', words, shopifyId: variantId });
    return false;
  });
}

export function editOf(
  { stock, location, level }: StockCell,
  { pairs, isOurs }: StockMemory,
): (EditedCell & { readonly stock: DesiredStock })[] {
  const wanted = quantitySaid(stock.quantity);
  const known = knownPair({ name: stock.name, locationId: location.id }, pairs, isOurs);
  if (typeof wanted !== 'number' || !known || known[0] === null || !level?.active) return [];
  const difference = wanted - sheetBefore(known);
  const isEdited = known[0] !== String(wanted) && wanted !== level[stock.name];
  return isEdited ? [{ stock, locationId: location.id, difference }] : [];
}

/** A quantity without a cell: Shopify's value is remembered, and that the sheet had none. */
export function rememberOthers(
  { stock, location, level }: StockCell,
  cells: readonly StockCell[],
  { pairs, tracked, isOurs }: StockMemory,
): void {
  const there = level?.active ? level : tracked ? undefined : NOTHING;
  if (!there) return;
  const place = { name: stock.name, locationId: location.id };
  const isSpokenOf = (name: DesiredStock['name']) =>
    cells.some(
      (cell) => cell.stock.name === name && cell.location.id === location.id && hasValue(cell.stock.quantity),
    );
  const key = quantityKey(stock.name, location.id);
  const speaks = isSpokenOf(stock.name);
  if (!speaks && level?.active) pairs[key] = [null, pairs[key]?.[1] || String(level[stock.name])];
  if (!isSpokenOf(otherQuantityOf(place).name) && (speaks || isOurs))
    rememberOtherQuantity(place, there, pairs);
}
