import type { DesiredCatalog, DesiredStock, DesiredVariant } from '../../catalog/building/desired';
import { cellsOf, type RowRef } from '../../catalog/tab/row';
import { hasValue } from '../../catalog/values/cell';
import type { InventoryItemId, LocationId, VariantId } from '../../catalog/values/gid';
import { knownLooseVariant, knownVariants } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import {
  type Base,
  type BaseVariant,
  type GrowingStockPairs,
  type QuantityKey,
  quantityKey,
} from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import type { SyncPolicy } from '../model/policy';
import { levelKey, type ShopFacts, type StoreLevel } from '../model/snapshot';
import { rememberOtherQuantity } from './level-memory';
import { takesNumber } from './refresh-cells';
import { resolveLocation } from './stock-locations';

/** Place of a quantity in the sheet, and the number in it. */
interface StockCell {
  readonly ref: RowRef;
  /** The header as the sheet has it. */
  readonly column: string;
  readonly says: number;
}

/** A level with a number in the sheet, and all of its cells. */
interface SheetLevel {
  readonly variantId: VariantId;
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly name: DesiredStock['name'];
  readonly key: QuantityKey;
  readonly cells: readonly StockCell[];
}

/** A level whose cells are to take Shopify's number. */
interface RefreshedLevel extends SheetLevel {
  readonly to: number;
  /** Both quantities, as they were read. */
  readonly store: StoreLevel;
}

export interface StockContext {
  readonly base: Base;
  readonly shop: Pick<ShopFacts, 'locations'>;
  readonly policy: Pick<SyncPolicy, 'defaultLocationId'>;
}

/** Every level of an item that was synced before and that the sheet names with a number. */
export function sheetLevels(
  desired: Pick<DesiredCatalog, 'products' | 'variants'>,
  context: StockContext,
): SheetLevel[] {
  const levels = new Map<string, SheetLevel>();
  for (const [row, known] of rowsWithVariants(desired, context.base)) {
    for (const stock of row.stock) {
      const location = resolveLocation(stock, context.shop, context.policy);
      if (!hasValue(stock.quantity) || 'problem' in location) continue;
      const key = quantityKey(stock.name, location.id);
      const earlier = levels.get(`${known.id} ${key}`);
      const says = stock.quantity.value;
      const cells = cellsOf(stock).map(({ ref, column }) => ({ ref, column, says }));
      levels.set(`${known.id} ${key}`, {
        variantId: known.id,
        inventoryItemId: known.inventoryItemId,
        locationId: location.id,
        name: stock.name,
        key,
        cells: [...(earlier?.cells ?? []), ...cells],
      });
    }
  }
  return [...levels.values()];
}

/** Levels without unsent edits in their cells, which hold what they held when they were last in step. */
export function levelsInStep(levels: readonly SheetLevel[], base: Base): SheetLevel[] {
  return levels.filter(({ variantId, key, cells }) => {
    const known = base.variant(variantId);
    const pair = known?.stock[key];
    // A number that was not sent because Shopify does not track the item matches nothing in Shopify.
    if (!pair || pair[1] === '' || known?.stockNotes?.[key]) return false;
    // The execution was killed while writing the cell, which may hold the old or the new number.
    return cells.every(
      ({ says }) => pair[0] === `${says}` || (pair[2] === 'taking' && pair[1] === `${says}`),
    );
  });
}

/** Levels whose cells take the number that Shopify has, by the rule of every refreshed cell. */
export function movedLevels(
  levels: readonly SheetLevel[],
  now: ReadonlyMap<string, StoreLevel>,
  base: Base,
): RefreshedLevel[] {
  return levels.flatMap((level) => {
    const store = now.get(levelKey(level.inventoryItemId, level.locationId));
    if (!store?.active) return [];
    const pair = base.variant(level.variantId)?.stock[level.key];
    if (!level.cells.some(({ says }) => takesNumber(`${says}`, store[level.name], pair))) return [];
    return [{ ...level, to: store[level.name], store }];
  });
}

/** All cells of a level, to hold Shopify's number. */
export function cellsOfLevel({ variantId, key, cells, to }: RefreshedLevel): KeptCell[] {
  return cells.map(({ ref, column, says }) => ({
    question: `${variantId}|stock ${key}|${to}`,
    id: variantId,
    value: `stock ${key}`,
    ref,
    column,
    from: says,
    to,
    sheet: `${says}`,
    store: `${to}`,
  }));
}

/** Records of levels that were compared, with the quantity that no cell speaks of. */
export function withOtherQuantities(levels: readonly RefreshedLevel[], base: Base): BaseVariant[] {
  const records = new Map<VariantId, BaseVariant>();
  for (const level of levels) {
    const known = records.get(level.variantId) ?? base.variant(level.variantId);
    // A cell with a formula stays as it is.
    if (known?.stock[level.key]?.[1] !== `${level.to}`) continue;
    const stock: GrowingStockPairs = { ...known.stock };
    rememberOtherQuantity(level, level.store, stock);
    records.set(level.variantId, { ...known, stock });
  }
  return [...records.values()];
}

/** Rows with the variants that they meant when they were last synced. */
function* rowsWithVariants(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): Generator<readonly [DesiredVariant, BaseVariant]> {
  for (const product of products) {
    const ofProduct = knownVariants(product, base);
    for (const row of product.variants) {
      const match = matchBaseVariant(row, ofProduct);
      if (match) yield [row, match];
    }
  }
  for (const row of variants) {
    const match = knownLooseVariant(row, base);
    if (match) yield [row, match];
  }
}
