import type { DesiredCatalog, DesiredStock, DesiredVariant } from '../../catalog/building/desired';
import { cellsOf, type RowRef } from '../../catalog/tab/row';
import type { InventoryItemId, LocationId, VariantId } from '../../catalog/values/gid';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import {
  type Base,
  type BaseVariant,
  type GrowingStockPairs,
  type QuantityKey,
  quantityKey,
} from '../model/base';
import type { SyncPolicy } from '../model/policy';
import { levelKey, type ShopFacts, type StoreLevel } from '../model/snapshot';
import { rememberOtherQuantity } from './level-memory';
import { takesNumber } from './refresh-cells';
import { resolveLocation } from './stock-locations';

/** Place of a quantity in the sheet. */
export interface StockCell {
  readonly ref: RowRef;
  /** The header as the sheet has it. */
  readonly column: string;
}

/** A level that the sheet names with a number, in all of its cells. */
export interface SheetLevel {
  readonly variantId: VariantId;
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly name: DesiredStock['name'];
  readonly key: QuantityKey;
  /** Numbers in its cells, one each. */
  readonly quantities: readonly number[];
  readonly cells: readonly StockCell[];
}

/** A level whose cells are to say what Shopify has. */
export interface RefreshedLevel extends SheetLevel {
  readonly from: number;
  readonly to: number;
  /** Both quantities, as they were read. */
  readonly store: StoreLevel;
}

/**
 * Cells that were about to take Shopify's number, saved before they did: whether they did is told by what they say.
 * None of a variant means that all of them are settled.
 */
export interface RefreshNote {
  readonly id: VariantId;
  readonly levels: Readonly<Partial<Record<QuantityKey, readonly [from: number, to: number]>>>;
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
  for (const [row, known] of knownVariants(desired, context.base)) {
    for (const stock of row.stock) {
      const location = resolveLocation(stock, context.shop, context.policy);
      if (stock.quantity.kind !== 'value' || 'problem' in location) continue;
      const key = quantityKey(stock.name, location.id);
      const earlier = levels.get(`${known.id} ${key}`);
      const cells = cellsOf(stock);
      levels.set(`${known.id} ${key}`, {
        variantId: known.id,
        inventoryItemId: known.inventoryItemId,
        locationId: location.id,
        name: stock.name,
        key,
        quantities: [...(earlier?.quantities ?? []), stock.quantity.value],
        cells: [...(earlier?.cells ?? []), ...cells],
      });
    }
  }
  return [...levels.values()];
}

/** Levels in whose cells nobody's edit waits: they say what they said when they were last in step. */
export function levelsInStep(levels: readonly SheetLevel[], base: Base): SheetLevel[] {
  return levels.filter(({ variantId, key, quantities }) => {
    const known = base.variant(variantId);
    const pair = known?.stock[key];
    // What was not sent because Shopify does not track the item stands for nothing that Shopify has.
    if (!pair || pair[1] === '' || known?.stockNotes?.[key]) return false;
    return quantities.every((quantity) => pair[0] === String(quantity));
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
    const [from] = level.quantities;
    if (!store?.active || from === undefined) return [];
    const pair = base.variant(level.variantId)?.stock[level.key];
    if (!takesNumber(String(from), store[level.name], pair)) return [];
    return [{ ...level, from, to: store[level.name], store }];
  });
}

export function keepNotes(levels: readonly RefreshedLevel[]): RefreshNote[] {
  const notes = new Map<VariantId, Record<string, readonly [number, number]>>();
  for (const { variantId, key, from, to } of levels) {
    const own = notes.get(variantId) ?? {};
    notes.set(variantId, own);
    own[key] = [from, to];
  }
  return [...notes].map(([id, own]) => ({ id, levels: own }));
}

/** Records of levels whose cells say Shopify's number now: both sides are in step. */
export function keptRecords(levels: readonly RefreshedLevel[], base: Base): BaseVariant[] {
  const records = new Map<VariantId, BaseVariant>();
  for (const level of levels) {
    const { variantId, key, to, store } = level;
    const known = records.get(variantId) ?? base.variant(variantId);
    if (!known) continue;
    const stock: GrowingStockPairs = { ...known.stock, [key]: [`${to}`, `${to}`] };
    rememberOtherQuantity(level, store, stock);
    records.set(variantId, { ...known, stock });
  }
  return [...records.values()];
}

/**
 * Outcome of cells whose writing was cut off, by their present text. One that says Shopify's number of then was
 * written; one that says the number before was not; one that says a third was edited since by somebody who saw the one
 * or the other, so that its history is unknown. What the sheet does not show today waits.
 */
export function finishRefresh(
  notes: Iterable<RefreshNote>,
  levels: readonly SheetLevel[],
  base: Base,
): { readonly notes: readonly RefreshNote[]; readonly records: readonly BaseVariant[] } {
  const shown = new Map(levels.map((level) => [`${level.variantId} ${level.key}`, level]));
  const settled: RefreshNote[] = [];
  const records: BaseVariant[] = [];
  for (const { id, levels: noted } of notes) {
    const known = base.variant(id);
    const stock: GrowingStockPairs = { ...known?.stock };
    const waiting: Record<string, readonly [number, number]> = {};
    let isUnknown = false;
    for (const [key, [from, to]] of Object.entries(noted) as [QuantityKey, readonly [number, number]][]) {
      const says = shown.get(`${id} ${key}`)?.quantities;
      if (!says) waiting[key] = [from, to];
      else if (says.every((quantity) => quantity === to)) stock[key] = [`${to}`, `${to}`];
      else if (says.some((quantity) => quantity !== from)) {
        delete stock[key];
        isUnknown = true;
      }
    }
    settled.push({ id, levels: waiting });
    if (!known) continue;
    // Of an item of ours a level without a memory would count as empty in Shopify, which this one was not.
    const { isOurs: _, ...others } = known;
    records.push({ ...(isUnknown ? others : known), stock });
  }
  return { notes: settled, records };
}

/** Rows with the variants that they meant when they were last synced. */
function* knownVariants(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): Generator<readonly [DesiredVariant, BaseVariant]> {
  for (const product of products) {
    const known = knownProduct(product, base);
    const ofProduct = known ? base.variantsOf(known.id) : [];
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
