import type { DesiredCatalog, DesiredValue, DesiredVariant } from '../../catalog/building/desired';
import type { FieldKey } from '../../catalog/columns/columns';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy, sumOf } from '../../catalog/values/arrays';
import { quantitySaid } from '../../catalog/values/cell';
import { optionKey } from '../../catalog/values/names';
import { canonicalCell } from '../compare/canonical';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { type Base, quantityKey } from '../model/base';
import type { Anchors } from '../model/item-context';
import type { SyncPolicy } from '../model/policy';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import { resolveLocation } from '../stock/stock-locations';
import { gaveNameAway } from './anchors';
import { anchoredItem, type RowItem } from './row-item';

export interface FittingIds {
  /** Without the IDs that stayed where they were while their rows moved. */
  readonly anchors: Anchors;
  /** Message for tabs in which it cannot be determined whether the IDs or the rows moved. */
  readonly unfit: ReadonlyMap<RowRef['sheetId'], string>;
}

interface Facts {
  readonly desired: Pick<DesiredCatalog, 'products' | 'variants'>;
  readonly base: Base;
  readonly anchors: Anchors;
  readonly snapshot: StoreSnapshot;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** A row, the item that it named at the last sync, and the item of its Shopify ID. */
interface Row {
  readonly ref: RowRef;
  readonly words: DesiredVariant;
  readonly handle: string | undefined;
  readonly named: RowItem | undefined;
  readonly anchored: RowItem | undefined;
  says(): readonly Said[];
  /** Only a row of a Products tab makes a product. */
  readonly creates: boolean;
}

/** A cell's text, and a way to get its former text for an item. */
interface Said {
  readonly now: string;
  before(item: RowItem): string | undefined;
}

/** Below this number, rows get one message each. */
const FEW = 3;

/**
 * The Shopify ID column is ours: where a list is pasted over a tab in another order, the IDs stay and the rows move. They
 * moved where their names are those of the tab's other rows, each once, and what else they say is nearer to what those said;
 * a column that was sorted apart leaves the rest of each row as its own ID has it.
 */
export function fittingIds(facts: Facts): FittingIds {
  if (facts.anchors.size === 0) return { anchors: facts.anchors, unfit: new Map() };
  const stale = new Set<string>();
  const unfit = new Map<RowRef['sheetId'], string>();
  for (const [sheetId, rows] of groupBy(rowsIn(facts), ({ ref }) => ref.sheetId)) {
    const isNamedWithoutId = among(rows.flatMap(({ named, anchored }) => (anchored ? [] : (named ?? []))));
    // Another row, without an ID yet, has the name of this row's item, so this row's name is new.
    for (const { ref, named, anchored } of rows)
      if (!named && anchored && isNamedWithoutId(anchored)) stale.add(rowKey(ref));
    // Another row has this ID and the name of its item, so the ID in this row is left over.
    const isSomebodys = among(rows.flatMap((row) => (isItself(row) && row.named ? row.named : [])));
    for (const row of rows)
      if (isMoved(row) && row.anchored?.variantId && isSomebodys(row.anchored)) stale.add(rowKey(row.ref));
    const moved = rows.filter(
      (row) =>
        isMoved(row) &&
        !stale.has(rowKey(row.ref)) &&
        !agrees(row, facts.snapshot) &&
        !hasGivenAway(row, facts.base),
    );
    if (moved.length === 0) continue;
    const anchored = rows.filter((row) => row.anchored).length;
    const [key, id] = [sumOf(moved, (row) => evidence(row)[0]), sumOf(moved, (row) => evidence(row)[1])];
    const isWhole = areNamesWhole(rows, moved, facts);
    if (isWhole && (key + id === 0 ? moved.length > 1 : key > 2 * id))
      for (const row of [...moved, ...added(rows)]) stale.add(rowKey(row.ref));
    else if (moved.length >= FEW && moved.length * 2 > anchored && !(isWhole && id >= 2 * key))
      unfit.set(sheetId, unfitMessage(moved.length, anchored));
  }
  return { anchors: new Map([...facts.anchors].filter(([at]) => !stale.has(at))), unfit };
}

function unfitMessage(moved: number, all: number): string {
  return `The Shopify ID column no longer fits this tab: ${moved} of its ${all} rows name another item than their ID. Nothing was sent to them. If you moved or pasted rows, clear the whole Shopify ID column and sync again; if one column moved alone, put it back.`;
}

function rowsIn({ desired, base, anchors, policy, shop }: Facts): Row[] {
  const context = { anchors, base };
  const row = (
    words: DesiredVariant,
    named: RowItem | undefined,
    whole: { readonly cells: () => Cells; readonly handle?: string | undefined; readonly creates: boolean },
  ): Row => ({
    ref: words.ref,
    words,
    handle: words.handle ?? whole.handle,
    named,
    anchored: anchoredItem(words.ref, context),
    says: () => saidIn(words.ref, whole.cells(), { base, policy, shop }),
    creates: whole.creates,
  });
  const itemOf = (productId: RowItem['productId'] | undefined, variantId: RowItem['variantId']) =>
    productId && { productId, variantId };
  return [
    ...desired.products.flatMap((product) => {
      const known = knownProduct(product, base);
      const variants = known ? base.variantsOf(known.id) : [];
      return product.variants.flatMap((variant) => {
        const named = itemOf(known?.id, matchBaseVariant(variant, variants)?.id);
        const cells = () => ({ ...variant, fields: { ...product.fields, ...variant.fields } });
        return [
          row(variant, named, { cells, handle: product.handle, creates: true }),
          ...(variant.joined ?? []).map((other) => row(other, named, { cells: () => other, creates: false })),
        ];
      });
    }),
    ...desired.variants.flatMap((variant) => {
      const known = knownLooseVariant(variant, base);
      const named = itemOf(known?.productId, known?.id);
      return [variant, ...(variant.joined ?? [])].map((each) =>
        row(each, named, { cells: () => each, creates: false }),
      );
    }),
  ];
}

type Cells = Pick<DesiredVariant, 'fields' | 'stock'>;

function saidIn(
  ref: RowRef,
  { fields, stock }: Cells,
  { base, policy, shop }: Pick<Facts, 'base' | 'policy' | 'shop'>,
): Said[] {
  const isHere = (cell: { readonly ref: RowRef }) => rowKey(cell.ref) === rowKey(ref);
  const values = (Object.entries(fields) as [FieldKey, DesiredValue][]).flatMap(([key, value]): Said[] => {
    const now = isHere(value) ? canonicalCell(key, value.cell) : undefined;
    // A name that moved, with the row or alone, is no evidence by itself.
    if (!now || key === 'handle' || key === 'sku') return [];
    const before = ({ productId, variantId }: RowItem) =>
      ((variantId && base.variant(variantId)?.fields[key]) ?? base.product(productId)?.fields[key])?.[0] ??
      undefined;
    return [{ now, before }];
  });
  const levels = stock.filter(isHere).flatMap((level): Said[] => {
    const now = quantitySaid(level.quantity);
    const location = resolveLocation(level, shop, policy);
    if (now === undefined || 'problem' in location) return [];
    const key = quantityKey(level.name, location.id);
    const before = ({ variantId }: RowItem) =>
      (variantId && base.variant(variantId)?.stock[key]?.[0]) || undefined;
    return [{ now: String(now), before }];
  });
  return [...values, ...levels];
}

function isSame(one: RowItem, other: RowItem): boolean {
  return (
    one.productId === other.productId &&
    (!one.variantId || !other.variantId || one.variantId === other.variantId)
  );
}

/** Whether an item is the same as one of these. */
function among(items: readonly RowItem[]): (item: RowItem) => boolean {
  const variants = new Map<RowItem['productId'], Set<RowItem['variantId']>>();
  for (const { productId, variantId } of items)
    variants.set(productId, (variants.get(productId) ?? new Set()).add(variantId));
  return ({ productId, variantId }) => {
    const own = variants.get(productId);
    return own !== undefined && (!variantId || own.has(undefined) || own.has(variantId));
  };
}

function isItself({ named, anchored }: Row): boolean {
  return named?.variantId !== undefined && named.variantId === anchored?.variantId;
}

function isMoved({ named, anchored }: Row): boolean {
  return named !== undefined && anchored !== undefined && !isSame(named, anchored);
}

function hasGivenAway({ words, handle, anchored }: Row, base: Base): boolean {
  return anchored !== undefined && gaveNameAway({ ...words, handle }, anchored, base);
}

/** Whether Shopify has the item of the row's ID under the row's name: then only the name moved. */
function agrees({ words: { sku, optionValues }, handle, anchored }: Row, snapshot: StoreSnapshot): boolean {
  if (handle && snapshot.productIdsByHandle.get(handle) !== anchored?.productId) return false;
  const store = anchored?.variantId && snapshot.variants.get(anchored.variantId);
  if (!store) return handle !== undefined && !optionValues;
  if (optionValues) return optionKey(optionValues) === optionKey(store.optionValues);
  return handle !== undefined || store.sku === sku;
}

/** Whether each name occurs once and nearly all of them are former names of this tab's rows. */
function areNamesWhole(rows: readonly Row[], moved: readonly Row[], { anchors, base }: Facts): boolean {
  const keyOf = ({ productId, variantId }: RowItem) => variantId ?? productId;
  const named = groupBy(
    rows.flatMap((row) => row.named ?? []),
    keyOf,
  );
  const [first] = rows;
  const remembered = [...anchors.values()].flatMap(({ ref }) =>
    ref.sheetId === first?.ref.sheetId ? (anchoredItem(ref, { anchors, base }) ?? []) : [],
  );
  const had = groupBy(remembered, keyOf);
  const isOnce = [...named].every(([id, all]) => all.length <= Math.max(1, had.get(id)?.length ?? 0));
  const others = moved.filter(({ named: item }) => item && !had.has(keyOf(item)));
  return isOnce && (others.length === 0 || (others.length === 1 && moved.length >= FEW));
}

/** Rows with a new name: their ID belongs to a row that moved, unless a row is gone whose new name this may be. */
function added(rows: readonly Row[]): Row[] {
  const isThere = among(rows.flatMap((row) => row.named ?? []));
  const isNoneGone = rows.every(({ anchored }) => !anchored || isThere(anchored));
  return rows.filter(
    ({ named: own, anchored, creates }) => !own && anchored && isThere(anchored) && (isNoneGone || !creates),
  );
}

/** Counts the cells of a row that match the item of its name, and those that match the item of its ID. */
function evidence({ named, anchored, says }: Row): readonly [named: number, anchored: number] {
  let [key, id] = [0, 0];
  for (const { now, before } of says()) {
    const [ofKey, ofId] = [named && before(named), anchored && before(anchored)];
    if (ofKey === undefined || ofId === undefined || ofKey === ofId) continue;
    if (now === ofKey) key += 2;
    else if (now === ofId) id += 2;
    else {
      const [toKey, toId] = [distance(now, ofKey), distance(now, ofId)];
      if (toKey < toId) key += 1;
      if (toId < toKey) id += 1;
    }
  }
  return [key, id];
}

/** By factor; prices and quantities change by a share of themselves. Not a number where one of the two is none. */
function distance(one: string, other: string): number {
  return Math.abs(Math.log((Number(one) + 1) / (Number(other) + 1)));
}
