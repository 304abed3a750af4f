import type { DesiredCatalog } from '../../catalog/building/desired';
import type { Gid } from '../../catalog/values/gid';
import { asHandle, optionKey } from '../../catalog/values/names';
import { nameKey, skuKey } from '../../catalog/values/plain-name';
import { pairOf, withoutPair, withPair } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import { type CellsNow, cellsNow } from '../../plan/identity/current-cells';
import type { Base, BaseProduct, BaseRecord, BaseVariant } from '../../plan/model/base';
import { buildBase } from '../../plan/model/build-base';
import type { SyncPolicy } from '../../plan/model/policy';
import { target, type ValueKey } from '../../plan/model/replaced-value';
import type { ShopFacts } from '../../plan/model/snapshot';

type Rows = Pick<DesiredCatalog, 'products' | 'variants'>;
type Item = BaseProduct | BaseVariant;

interface Beside {
  readonly base: Base;
  readonly policy: Pick<SyncPolicy, 'defaultLocationId'>;
  readonly shop: Pick<ShopFacts, 'locations'>;
  /** Rows of other ticked tabs that may mean an item, by its names. */
  readonly rowsOf: (names: readonly string[]) => Rows;
  /** Items of which such a row cannot be read: what its cells will say once it can is no edit by the new tab. */
  readonly unread: ReadonlySet<Gid>;
}

export interface BesideOthers {
  readonly records: readonly BaseRecord[];
  /** Items that a row of another ticked tab means. */
  readonly shared: ReadonlySet<Gid>;
}

/**
 * Memory of a tab that was just filled, so that no cell of another ticked tab looks edited because of it: one that says
 * something else than Shopify keeps the pair that it had, and is asked about if it had none. An item whose name changed
 * in Shopify is remembered by the name that the other tab has.
 */
export function besideOthers(
  records: readonly BaseRecord[],
  { base, policy, shop, rowsOf, unread }: Beside,
): BesideOthers {
  const items = records.filter(isItem);
  const rows = rowsOf(items.flatMap((item) => [...namesOf(item), ...namesOf(itemOf(item.id, base))]));
  if (rows.products.length + rows.variants.length + unread.size === 0) return { records, shared: new Set() };
  const by = (known: Base) => cellsNow(rows, known, policy, shop);
  const [before, now] = [by(base), by(buildBase(records))];
  const shared = new Set([...before.rows.keys(), ...now.rows.keys(), ...unread]);
  return {
    shared,
    records: records.flatMap((record): readonly BaseRecord[] => {
      if (!isItem(record)) return [record];
      const known = itemOf(record.id, base);
      const isMeant = before.rows.has(record.id) || unread.has(record.id);
      if (known && isMeant && isRenamed(known, record)) return [];
      return [
        keysOf(record).reduce((kept, key) => yielded(kept, key, { known, before, now, unread }), record),
      ];
    }),
  };
}

interface Cells {
  readonly known: Item | undefined;
  readonly before: CellsNow;
  readonly now: CellsNow;
  readonly unread: Beside['unread'];
}

function yielded(record: Item, key: ValueKey, { known, before, now, unread }: Cells): Item {
  const name = target(record.id, key);
  const sheet = (before.cells.get(name) ?? now.cells.get(name))?.sheet ?? null;
  if (sheet === null ? !unread.has(record.id) : sheet === pairOf(record, key)?.[0]) return record;
  const pair = pairOf(known, key);
  return pair ? withPair(record, key, pair) : withoutPair(record, key);
}

function isItem(record: BaseRecord): record is Item {
  return record.kind === 'product' || record.kind === 'variant';
}

/** The names by which rows may mean an item; SKUs keep their case. */
function namesOf(item: Item | undefined): readonly string[] {
  if (!item) return [];
  if (item.kind === 'product')
    return [item.id, ...item.handle.flatMap((handle) => (handle ? [nameKey(handle)] : []))];
  return [item.id, ...(item.sku ? [skuKey(item.sku)] : [])];
}

/** The names that a row of a tab gives its item. */
export function rowNames(row: Rows['products'][number] | Rows['variants'][number]): readonly string[] {
  const { handle } = row;
  const handles = handle ? [nameKey(handle), asHandle(handle)] : [];
  const id = 'productId' in row ? row.productId : row.variantId;
  const sku = 'sku' in row && row.sku ? [skuKey(row.sku)] : [];
  return [...(id ? [id] : []), ...handles, ...sku];
}

function isRenamed(known: Item, record: Item): boolean {
  if (known.kind === 'product') return record.kind !== 'product' || known.handle[1] !== record.handle[1];
  if (record.kind !== 'variant') return true;
  return known.sku !== record.sku || optionKey(known.optionValues) !== optionKey(record.optionValues);
}

function keysOf(record: Item): readonly ValueKey[] {
  const fields = Object.keys(record.fields) as ValueKey[];
  const others = record.kind === 'product' ? record.alts : record.stock;
  const word = record.kind === 'product' ? 'alt' : 'stock';
  return [...fields, ...Object.keys(others).map((key): ValueKey => `${word} ${key}`)];
}
