import type { QuantityName } from '../../catalog/columns/column';
import type { LocationId } from '../../catalog/values/gid';
import {
  type BaseVariant,
  type GrowingBase,
  type GrowingStockPairs,
  type Pair,
  quantityKey,
} from '../model/base';

/** A name that one location had at the last sync and that another one has now. */
export interface MovedName {
  readonly from: LocationId;
  readonly to: LocationId;
}

const QUANTITIES: readonly QuantityName[] = ['available', 'on_hand'];

/**
 * The records of variants whose cells name a location that is another one now. What such a cell said before counts on, so
 * that nobody edited it; what Shopify has there is new, as nothing was known of it under this name. So it is never sent
 * by itself: the number of one place would be set in another.
 */
export function withMovedNames(base: GrowingBase, moves: readonly MovedName[]): BaseVariant[] {
  return [...base.records()].flatMap((record) => {
    if (record.kind !== 'variant') return [];
    const moved: GrowingStockPairs = {};
    for (const { from, to } of moves)
      for (const name of QUANTITIES) {
        const said = record.stock[quantityKey(name, from)];
        if (said && said[0] !== null) moved[quantityKey(name, to)] = [said[0], ELSEWHERE];
      }
    return Object.keys(moved).length > 0 ? [{ ...record, stock: { ...record.stock, ...moved } }] : [];
  });
}

/** Stands for a location whose name belongs to another one now. */
const ELSEWHERE = 'elsewhere';

/** Message for a cell whose location is another one than at its last sync. */
export function sayMovedName(known: Pair | undefined): string {
  return known && known[0] !== null && known[1] === ELSEWHERE
    ? ' Another location has this name in Shopify now.'
    : '';
}
