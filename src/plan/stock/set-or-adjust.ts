import type { DesiredAdjustment, DesiredVariant } from '../../catalog/building/desired';
import { describeRow, type RowRef, rowKey } from '../../catalog/tab/row';
import { hasValue } from '../../catalog/values/cell';
import type { VariantId } from '../../catalog/values/gid';
import type { ItemContext } from '../model/item-context';
import type { StoreLocation } from '../model/snapshot';
import { type LocatedStock, resolveLocation, resolveStockLocations } from './stock-locations';

export interface LocatedAdjustment {
  readonly adjustment: DesiredAdjustment;
  readonly location: StoreLocation | { readonly problem: string };
}

export interface SplitStock {
  readonly levels: readonly LocatedStock[];
  readonly adjustments: readonly LocatedAdjustment[];
}

/**
 * The quantities and the adjustments of one variant with the locations that they mean. A level is either set or
 * adjusted, and by one cell: where two speak of it, which comes first would be a guess, and both are refused.
 */
export function splitStock(
  row: DesiredVariant,
  variantId: VariantId,
  { draft, shop, policy }: Pick<ItemContext, 'draft' | 'shop' | 'policy'>,
): SplitStock {
  const levels = resolveStockLocations(row.stock, shop, policy);
  const adjustments = row.adjustments.map(
    (adjustment): LocatedAdjustment => ({ adjustment, location: resolveLocation(adjustment, shop, policy) }),
  );
  const byLocation = new Map<string, SpokenCell[]>();
  const add = (cell: SpokenCell, isFilled: boolean, location: LocatedAdjustment['location']) => {
    if (isFilled && 'id' in location)
      byLocation.set(location.id, [...(byLocation.get(location.id) ?? []), cell]);
  };
  for (const { adjustment, location } of adjustments)
    add({ ...adjustment, adjusts: true }, hasValue(adjustment.delta), location);
  for (const { stock, location } of levels)
    add({ ...stock, adjusts: false }, hasValue(stock.quantity), location);
  const clashing = [...byLocation].filter(([, cells]) => cells.length > 1 && cells[0]?.adjusts);
  for (const [, cells] of clashing) for (const [ref, message] of refusals(cells)) say(ref, message);
  const refused = new Set(clashing.map(([location]) => location));
  const isSound = ({ location }: LocatedStock | LocatedAdjustment) =>
    !('id' in location && refused.has(location.id));
  return { levels: levels.filter(isSound), adjustments: adjustments.filter(isSound) };

  function say(ref: RowRef, message: string): void {
    draft.say(ref, 'error', message, variantId);
  }
}

interface SpokenCell {
  readonly ref: RowRef;
  readonly column: string;
  readonly adjusts: boolean;
}

/** One sentence for each row that takes part. */
function refusals(cells: readonly SpokenCell[]): ReadonlyMap<RowRef, string> {
  const rows = new Map<string, SpokenCell>();
  for (const cell of cells) {
    const key = rowKey(cell.ref);
    if (!rows.has(key)) rows.set(key, cell);
  }
  return new Map(
    [...rows.values()].map((here) => {
      const there = cells.find((cell) => cell !== here) as SpokenCell;
      const where = there.ref.row === here.ref.row && there.ref.sheetId === here.ref.sheetId;
      const other = where ? there.column : `${there.column} in ${describeRow(there.ref, here.ref)}`;
      return [
        here.ref,
        `${here.column} and ${other} are both filled: a quantity is either set or adjusted, and by one cell. Empty one of them.`,
      ];
    }),
  );
}
