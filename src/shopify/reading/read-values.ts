import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { entriesIn } from '../../catalog/columns/shown-kinds';
import { chunk } from '../../catalog/values/arrays';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { target } from '../../plan/model/replaced-value';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import {
  ENTRIES_PER_REQUEST,
  entryNamesRequest,
  metafieldName,
  type OwnerLevel,
  partSizes,
  valuesIn,
  valuesRequest,
} from '../queries/metafields';
import { fetchBarcodes } from './fetch-by-id';
import { readIncluded, readQuantities } from './read-catalogs';
import { readListPrices } from './read-list-prices';
import { addProduct, type Reading, type ReadingApart, type Values } from './snapshot-draft';

/** Everything that Shopify keeps apart from its items, each by a query of its own. */
const APART: readonly ((reading: ReadingApart) => Result<ReadonlyMap<string, Values>>)[] = [
  (reading) => readLevel(reading, 'product', reading.products),
  (reading) => readLevel(reading, 'variant', reading.variants),
  readListPrices,
  readQuantities,
  readIncluded,
];

/** Reads fields of items that are kept apart from them, all of which exist. */
export function readApart(reading: ReadingApart): Result<Map<string, Values>> {
  const values = new Map<string, Values>();
  for (const readOne of APART) {
    const read = readOne(reading);
    if (!read.ok) return read;
    addTo(values, read.value);
  }
  const named = nameEntries(reading.client, [...values.values()]);
  return named.ok ? succeed(values) : named;
}

/** Puts handles in the place of the IDs of metaobjects' entries; `known` handles are not asked for again. */
export function nameEntries(
  client: AdminClient,
  items: readonly Values[],
  known = new Map<string, string>(),
): Result<null> {
  const places = items.flatMap((item) =>
    Object.keys(item).flatMap((name) => {
      const key = name as FieldKey;
      const value = item[key];
      return fieldOf(key).kind === 'entryNames' && value ? [{ item, key, ids: entriesIn(value) }] : [];
    }),
  );
  const unknown = new Set(
    places.flatMap(({ ids }) => ids).filter((id) => id.startsWith('gid:') && !known.has(id)),
  );
  const parts = chunk([...unknown], ENTRIES_PER_REQUEST);
  const read = fetchAll(client, parts, entryNamesRequest, (_, { nodes }) => {
    for (const node of nodes) if (node?.id) known.set(node.id, node.handle);
  });
  if (!read.ok) return read;
  for (const { item, key, ids } of places) item[key] = JSON.stringify(ids.map((id) => known.get(id) ?? id));
  return succeed(null);
}

function addTo(values: Map<string, Values>, read: ReadonlyMap<string, Values>): void {
  for (const [id, own] of read) values.set(id, { ...values.get(id), ...own });
}

/** Reads what is kept apart from the items that were found. */
export function readValues(reading: Reading): Result<null> {
  const { client, needs, draft, bulk } = reading;
  const [products, variants] = [[...draft.products.keys()], [...draft.variants.keys()]];
  const asked = { keys: needs.values ?? [], products, variants, versions: draft.versions };
  const read = readApart({ client, bulk, ...asked });
  if (!read.ok) return read;
  const values = read.value;
  const barcodes = readBarcodes(reading);
  if (!barcodes.ok) return barcodes;
  addTo(values, barcodes.value);
  if (values.size === 0) return succeed(null);
  const withValues = <Item extends { readonly id: string; readonly fields: object }>(item: Item): Item => ({
    ...item,
    fields: { ...item.fields, ...values.get(item.id) },
  });
  for (const [id, variant] of draft.variants) draft.variants.set(id, withValues(variant));
  for (const product of draft.products.values())
    addProduct(draft, { ...withValues(product), variants: product.variants.map(withValues) });
  return succeed(null);
}

/** Reads all barcodes of each variant; where Shopify knows only one, the list is that one. */
function readBarcodes({ client, needs, draft }: Reading): Result<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  const key = needs.values?.find((each) => fieldOf(each).isReadApart);
  if (!key || draft.variants.size === 0) return succeed(values);
  const read = fetchBarcodes(client, [...draft.variants.keys()]);
  if (!read.ok) return read;
  for (const { id, fields } of draft.variants.values()) {
    const codes =
      read.value.get(id)?.map(({ value }) => value) ?? (fields.barcode ? [String(fields.barcode)] : []);
    values.set(id, { [key]: codes.length > 0 ? codes : null });
  }
  return succeed(values);
}

function readLevel(
  { client, keys: asked, versions }: ReadingApart,
  level: OwnerLevel,
  ids: readonly (ProductId | VariantId)[],
): Result<ReadonlyMap<string, Values>> {
  const keys = new Map<string, FieldKey>();
  for (const key of asked) {
    const name = metafieldName(key, level);
    if (name) keys.set(name, key);
  }
  const values = new Map<string, Values>();
  if (keys.size === 0) return succeed(values);
  for (const id of ids) values.set(id, Object.fromEntries([...keys.values()].map((key) => [key, null])));
  const sizes = partSizes(keys.size);
  const parts = chunk([...keys.keys()], sizes.names).flatMap((names) =>
    chunk(ids, sizes.ids).map((some) => ({ level, ids: some, names })),
  );
  const read = fetchAll(client, parts, valuesRequest, (_, data) => {
    for (const { id, name, value, version } of valuesIn(data)) {
      const key = keys.get(name);
      const own = values.get(id);
      if (!key || !own) continue;
      own[key] = value;
      versions.set(target(id, key), version);
    }
  });
  return read.ok ? succeed(values) : read;
}
