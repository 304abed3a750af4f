import type { Grid, GridRow } from '../../catalog/tab/grid';
import { chunk, sumOf } from '../../catalog/values/arrays';
import { UNSHOWN_WORD } from '../../catalog/values/cell';
import { type Gid, legacyId, type VariantId } from '../../catalog/values/gid';
import { rowWriter, type WrittenCell } from '../../catalog/writing/write-rows';
import type { Base, BaseRecord } from '../../plan/model/base';
import type { StoreLevel, StoreProduct } from '../../plan/model/snapshot';
import type { CatalogBlock } from '../../ports/catalog-reader';
import type { Services } from '../ground/services';
import { loadPolicy } from '../ground/settings';
import { inTab } from '../tabs/in-tab';
import { parseContext } from '../tabs/read-catalog';
import { besideOthers } from './beside-others';
import type { OpenPull } from './open-pull';
import { otherRows } from './other-tabs';
import { type Pull, savePull } from './pull-record';
import { pulledRecords } from './pulled-records';
import { shownProduct } from './shown-product';
import { missingCells, readStanding } from './standing-rows';

/** Google takes a block of this size in one call; a product is never split. */
const ROWS_IN_BLOCK = 2_000;

/**
 * Planned in small groups, so that the garbage of one can be freed before the next: garbage of a whole block would be
 * copied several times.
 */
const PRODUCTS_PLANNED_AT_ONCE = 100;

interface Waiting {
  readonly product: StoreProduct;
  readonly rows: readonly (readonly WrittenCell[])[];
  /** The variants that these rows are of, where others of the product have rows already. */
  readonly only: ReadonlySet<VariantId> | undefined;
}

export interface Filler {
  /** Takes products, and writes a block once there are rows enough; false where it left some, because it is over. */
  take(block: CatalogBlock, isOver: () => boolean): boolean;
  /** Writes what has been taken. */
  flush(): void;
  readonly pull: () => Pull;
  save(change: Partial<Pull>): void;
}

/**
 * Fills the tab of a pull from below its last row. A kill at any moment leaves whole blocks, or one that is noted as
 * open: its rows are recognised by their Variant IDs, completed, and remembered. No product is ever written twice.
 */
export function tabFiller(services: Services, open: OpenPull, begun: Pull): Filler {
  const { tabs } = services;
  const { layout, template, shop, state } = open;
  const context = parseContext(services, shop);
  const locations = shop.locations.map(({ name }) => name);
  const hasPhoto = template.columns.some(({ isPhoto }) => isPhoto);
  const write = rowWriter(layout, { locations, hasPhoto }, context);
  const remembering = {
    base: state.base,
    policy: loadPolicy(services.settings),
    shop,
    limits: open.store.limits,
    context,
  };
  const beside = { ...remembering, ...otherRows(services, open, begun.sheetId) };
  const standing = readStanding(services, begun.sheetId, layout);
  const inOpen = begun.open ? standing.within(begun.open) : new Map<string, GridRow>();
  const tabName = tabs.list().find(({ sheetId }) => sheetId === begun.sheetId)?.name ?? template.name;
  let pull = begun;
  let waiting: Waiting[] = [];
  let begunBefore: Waiting[] = [];
  let rowCount = 0;
  let sharedCount = begun.shared ?? 0;
  const levels = new Map<string, StoreLevel>();

  const save = (change: Partial<Pull>): void => {
    pull = { ...pull, ...change };
    savePull(services, pull);
  };

  const recordsOf = (products: readonly Waiting[], firstRow: number): readonly BaseRecord[] => {
    const cells = products.flatMap(({ rows }) => rows);
    const rows = cells.map((row, index) => gridRow(row, firstRow + index));
    const grid: Grid = { sheetId: pull.sheetId, tab: template.name, layout, rows };
    return pulledRecords(grid, { products: products.map(({ product }) => product), levels }, remembering);
  };

  const remember = (products: readonly Waiting[], firstRow: number): void => {
    let row = firstRow;
    const all = chunk(products, PRODUCTS_PLANNED_AT_ONCE).flatMap((part) => {
      const own = recordsOf(part, row);
      row += sumOf(part, ({ rows }) => rows.length);
      return own;
    });
    const { records, shared } = besideOthers(all, beside);
    const added = products.filter(({ only }) => only);
    state.rememberUnseen(added.length === 0 ? records : withoutOthers(records, added));
    sharedCount += products.filter(({ product }) => isShared(product, shared)).length;
  };

  const count = (products: readonly Waiting[], more: Partial<Pull>): void => {
    const cells = products.flatMap(({ rows }) => rows);
    save({
      products: pull.products + products.length,
      rows: pull.rows + cells.length,
      unshown: pull.unshown + sumOf(cells, (row) => row.filter((cell) => cell === UNSHOWN_WORD).length),
      shared: sharedCount,
      ...more,
    });
  };

  /** Completes the rows of a killed execution; what a person typed there since stays. */
  const complete = (): void => {
    if (begunBefore.length === 0) return;
    const products = begunBefore;
    begunBefore = [];
    services.cells.write(
      pull.sheetId,
      products.flatMap((product) => missingCells(product.rows, inOpen, layout)),
    );
    remember(products, 1);
    count(products, {});
  };

  /** Writes below the last row, wherever that is by now; answers the first row. People do not edit all the time. */
  const append = (cells: Waiting['rows']): number => {
    for (let tries = 4; tries > 0; tries -= 1) {
      const firstRow = tabs.lastRow(pull.sheetId) + 1;
      save({ open: { firstRow, rowCount: cells.length } });
      const { columns } = template;
      if (inTab(tabName, () => tabs.fill(pull.sheetId, { firstRow, cells, columns }))) return firstRow;
    }
    throw new Error(`“${tabName}” was changed while it was filled.`);
  };

  const flush = (): void => {
    complete();
    const products = waiting;
    waiting = [];
    if (products.length > 0) {
      remember(products, append(products.flatMap(({ rows }) => rows)));
      count(products, { open: null });
    }
    rowCount = 0;
    levels.clear();
  };

  return {
    flush,
    save,
    pull: () => pull,
    take(block, isOver) {
      for (const product of block.products) {
        const only = begun.adds ? newVariants(product, state.base, standing.ids, inOpen) : undefined;
        const ids = product.variants.flatMap(({ id }) => (!only || only.has(id) ? [legacyId(id)] : []));
        if (only?.size === 0) continue;
        const isOpen = ids.some((id) => inOpen.has(id));
        if (!isOpen && ids.some((id) => standing.ids.has(id))) continue;
        const rows = write(shownProduct(product, block.levels, shop.locations, only));
        for (const { inventoryItemId } of product.variants)
          for (const { id } of shop.locations) copyLevel(block.levels, levels, `${inventoryItemId}@${id}`);
        if (isOpen) {
          begunBefore.push({ product, rows, only });
          continue;
        }
        waiting.push({ product, rows, only });
        for (const id of ids) standing.ids.add(id);
        rowCount += rows.length;
        if (rowCount < ROWS_IN_BLOCK) continue;
        flush();
        if (isOver()) return false;
      }
      return !isOver();
    },
  };
}

/**
 * The variants that a tab lacks of a product that has rows in it; none is one of which a person removed the row. None of a
 * product of which a person removed all rows, and undefined of one that is new as a whole.
 */
function newVariants(
  { id, variants }: StoreProduct,
  base: Base,
  standing: ReadonlySet<string>,
  inOpen: ReadonlyMap<string, unknown>,
): ReadonlySet<VariantId> | undefined {
  const isThere = (variant: VariantId) => standing.has(legacyId(variant)) && !inOpen.has(legacyId(variant));
  const known = [...base.variantsOf(id), ...variants].map((variant) => variant.id);
  if (!known.some(isThere)) {
    const isBegun = variants.some((variant) => inOpen.has(legacyId(variant.id)));
    const isKnown = base.product(id) !== undefined || base.variantsOf(id).length > 0;
    return isKnown && !isBegun ? new Set() : undefined;
  }
  const isWanted = (variant: VariantId) => inOpen.has(legacyId(variant)) || !base.variant(variant);
  return new Set(
    variants.map((variant) => variant.id).filter((variant) => !isThere(variant) && isWanted(variant)),
  );
}

/** Rows of some variants say nothing of their product or of the other variants. */
function withoutOthers(records: readonly BaseRecord[], added: readonly Waiting[]): readonly BaseRecord[] {
  const only = new Map(added.map(({ product, only: variants }) => [product.id, variants]));
  return records.filter((record) => {
    if (record.kind === 'product') return !only.has(record.id);
    return record.kind !== 'variant' || (only.get(record.productId)?.has(record.id) ?? true);
  });
}

function isShared({ id, variants }: StoreProduct, shared: ReadonlySet<Gid>): boolean {
  return shared.has(id) || variants.some((variant) => shared.has(variant.id));
}

function copyLevel(from: ReadonlyMap<string, StoreLevel>, to: Map<string, StoreLevel>, key: string): void {
  const level = from.get(key);
  if (level) to.set(key, level);
}

function gridRow(cells: readonly WrittenCell[], row: number): GridRow {
  return { row, cells, texts: cells.map((cell) => (typeof cell === 'string' ? cell : '')) };
}
