import type { DesiredCatalog, DesiredFields, DesiredVariant } from '../../catalog/building/desired';
import type { FieldGroup } from '../../catalog/columns/column';
import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { asGone, cellsOf, type Place, type RowRef, type SaidInCells } from '../../catalog/tab/row';
import { hasValue } from '../../catalog/values/cell';
import type { Gid } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { canonicalCell } from '../compare/canonical';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { pairOf } from '../compare/pairs';
import { itemOf } from '../compare/undone-marks';
import { type Base, type BaseVariant, quantityKey } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import {
  type Replaced,
  target,
  targetOf,
  VARIANT_IMAGE,
  type ValueKey,
  valueKey,
} from '../model/replaced-value';
import type { ShopFacts } from '../model/snapshot';
import { resolveStockLocations } from '../stock/stock-locations';

/** Today's cell for one value that was synced before. */
interface CellNow extends Place {
  readonly group: FieldGroup;
  /** Canonical; null where the cell is blank. */
  readonly sheet: string | null;
  /** Every cell that holds the value. */
  readonly cells: readonly [Place, ...Place[]];
  /** Location of a quantity. */
  readonly locationName?: string;
}

export interface CellsNow {
  readonly cells: ReadonlyMap<string, CellNow>;
  /** The first row that names an item. */
  readonly rows: ReadonlyMap<Gid, RowRef>;
}

/** Finds today's cells of values by what was remembered at the last sync; reads nothing from the store. */
export function cellsNow(
  desired: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
  policy: Pick<SyncPolicy, 'defaultLocationId'>,
  shop: Pick<ShopFacts, 'locations'>,
): CellsNow {
  const cells = new Map<string, CellNow>();
  const rows = new Map<Gid, RowRef>();
  const add = (id: Gid, key: ValueKey, cell: CellNow) => {
    cells.set(target(id, key), cell);
  };
  const addFields = (id: Gid, fields: DesiredFields) => {
    for (const [key, value] of Object.entries(fields) as [FieldKey, DesiredFields[FieldKey]][]) {
      if (!value || value.cell.kind === 'absent') continue;
      const sheet = canonicalCell(key, value.cell) ?? null;
      const { ref, column } = value;
      add(id, key, { ref, column, cells: cellsOf(value), group: fieldOf(key).group, sheet });
    }
  };
  const addVariant = (row: DesiredVariant, { id }: BaseVariant) => {
    if (!rows.has(id)) rows.set(id, row.ref);
    addFields(id, row.fields);
    if (row.imageUrl) {
      const { cell, ref, column } = row.imageUrl;
      const sheet = canonicalCell('variantImage', cell) ?? null;
      add(id, VARIANT_IMAGE, { ref, column, cells: cellsOf(row.imageUrl), group: 'products', sheet });
    }
    for (const { stock, location } of resolveStockLocations(row.stock, shop, policy)) {
      if ('problem' in location || stock.quantity.kind === 'absent') continue;
      const { ref, column, quantity, name } = stock;
      const sheet = hasValue(quantity) ? String(quantity.value) : null;
      add(id, `stock ${quantityKey(name, location.id)}`, {
        ref,
        column,
        sheet,
        cells: cellsOf(stock),
        locationName: location.name,
        group: 'inventory',
      });
    }
  };
  for (const product of desired.products) {
    const known = knownProduct(product, base);
    if (!known) continue;
    if (!rows.has(known.id)) rows.set(known.id, product.ref);
    addFields(known.id, product.fields);
    for (const { url, alt, ref, columns } of product.images) {
      const key = imageKey(url);
      const addCell = (value: ValueKey, column: string, sheet: string | null) =>
        add(known.id, value, { ref, column, cells: [{ ref, column }], group: 'products', sheet });
      addCell(`image ${key}`, columns.image, key);
      addCell(`place ${key}`, columns.place, key);
      if (alt.kind === 'absent') continue;
      addCell(`alt ${key}`, columns.alt, hasValue(alt) ? alt.value : alt.kind === 'clear' ? '' : null);
    }
    const variants = base.variantsOf(known.id);
    for (const row of product.variants) {
      const match = matchBaseVariant(row, variants);
      if (match) addVariant(row, match);
    }
  }
  for (const row of desired.variants) {
    const known = knownLooseVariant(row, base);
    if (known) addVariant(row, known);
  }
  return { cells, rows };
}

/** Place of a replaced value in today's sheet. */
export interface UndoPlace extends SaidInCells {
  /** Value of the cell now, or at the last sync where the cell is gone; canonical, null where it is blank. */
  readonly sheet: string | null;
}

export function placeOf(replaced: Replaced, { cells, rows }: CellsNow, base: Base): UndoPlace {
  const cell = cells.get(targetOf(replaced));
  const also = cell?.cells.slice(1) ?? [];
  return {
    ...(also.length > 0 && { also }),
    ref: cell?.ref ?? rows.get(replaced.id) ?? asGone(replaced.ref),
    column: cell?.column ?? replaced.column,
    sheet: cell ? cell.sheet : (pairOf(itemOf(replaced.id, base), valueKey(replaced))?.[0] ?? null),
  };
}
