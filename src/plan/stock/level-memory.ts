import type { DesiredStock } from '../../catalog/building/desired';
import type { QuantityName } from '../../catalog/columns/column';
import type { LocationId } from '../../catalog/values/gid';
import {
  type Difference,
  type GrowingStockNotes,
  type GrowingStockPairs,
  type Pair,
  type QuantityKey,
  quantityKey,
  type StockPairs,
} from '../model/base';
import type { StoreLevel, StoreLocation, StoreVariant } from '../model/snapshot';

/** One of the two quantities of a level. */
export interface LevelName {
  readonly name: QuantityName;
  readonly locationId: LocationId;
}

/** Pair for a variant that the add-on created, at locations where it sent nothing. */
const NOTHING_STOCKED: Pair = [null, '0'];

/** The other quantity of a level: available and on hand move together. */
export function otherQuantityOf({ name, locationId }: LevelName): LevelName & { readonly key: QuantityKey } {
  const other = name === 'available' ? 'on_hand' : 'available';
  return { name: other, locationId, key: quantityKey(other, locationId) };
}

/**
 * The quantity as it was last in step. Of a variant of ours a location counts as empty only where nothing is noted of
 * either quantity: what is available there was also put on hand.
 */
export function knownPair(level: LevelName, pairs: StockPairs, isOurs: boolean): Pair | undefined {
  const own = pairs[quantityKey(level.name, level.locationId)];
  if (own && own[1] !== '') return own;
  return isOurs && !pairs[otherQuantityOf(level).key] ? NOTHING_STOCKED : undefined;
}

/**
 * Remembers the other quantity, which has no cell, as it was when this one was compared. A cell added for it later is then
 * known to be new, and a change of the level by somebody else is noticed.
 */
export function rememberOtherQuantity(level: LevelName, store: StoreLevel, pairs: GrowingStockPairs): void {
  const { name, key } = otherQuantityOf(level);
  const isInStep = pairs[quantityKey(level.name, level.locationId)]?.[1] === String(store[level.name]);
  const other = pairs[key];
  if (!other || (other[0] === null && isInStep)) pairs[key] = [null, String(store[name])];
}

/** Remembers both quantities, neither with a cell, as they are after our change was applied. */
export function rememberLevel(level: LevelName, store: StoreLevel, pairs: GrowingStockPairs): void {
  const { name, key } = otherQuantityOf(level);
  const own = quantityKey(level.name, level.locationId);
  if ((pairs[own]?.[0] ?? null) === null) pairs[own] = [null, String(store[level.name])];
  if (pairs[key] && pairs[key][0] === null && pairs[key][1] !== '') pairs[key] = [null, String(store[name])];
}

/** The memory of a variant's stock, which grows level by level. */
export interface StockMemory {
  readonly pairs: GrowingStockPairs;
  readonly notes: GrowingStockNotes;
  /** Differences found, by `ValueKey`. */
  readonly differs: Record<string, Difference>;
  readonly tracked: boolean;
  readonly isOurs: boolean;
}

/** A stock cell with its location and what Shopify has there. */
export interface StockCell {
  readonly stock: DesiredStock;
  readonly location: StoreLocation;
  readonly store: StoreVariant;
  readonly level: StoreLevel | undefined;
}

/** Level of an item that Shopify does not track or stock: there is no quantity. */
export const NOTHING: StoreLevel = { active: true, available: 0, on_hand: 0 };
/** The number that a difference is computed from; where another cell of ours moved the level, the result of that move. */
export function sheetBefore([sheet, store, mark]: Pair): number {
  return Number(mark === 'moved' || sheet === null ? store : sheet);
}
