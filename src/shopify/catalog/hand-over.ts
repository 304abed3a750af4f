import type { FieldKey } from '../../catalog/columns/columns';
import type { PriceListId } from '../../catalog/markets/catalogs';
import { chunk, sumOf } from '../../catalog/values/arrays';
import type { ProductId } from '../../catalog/values/gid';
import type { SnapshotNeeds, StoreLevel, StoreProduct } from '../../plan/model/snapshot';
import type { ReadCatalogOptions } from '../../ports/catalog-reader';
import { type Result, succeed } from '../../ports/problem';
import { isSmallFile } from '../bulk/result-lines';
import { type QueryResult, readQueryResult } from '../bulk/run-bulk-query';
import type {
  AllFixedPricesLine,
  AllProductsLine,
  ApartFromProductsLine,
} from '../documents/generated/whole-shop';
import { BULK_PARTS, type BulkPart, fieldsApart, isListPrice, keysIn } from '../queries/apart';
import type { LookUpAccess } from '../reading/fetch-snapshot';
import { readCollections } from '../reading/read-collections';
import { nameEntries, readValues } from '../reading/read-values';
import { addProduct, newDraft } from '../reading/snapshot-draft';
import { readWholeShop, type WholeShop } from '../reading/whole-shop';
import { type ApartReader, apartReader, type FixedPriceLine } from './apart-reader';
import { type CatalogLine, lineIndex } from './product-lines';

/** Results of bulk queries; one that is absent is read directly. */
export type Files = Readonly<Record<'items', QueryResult>> & Readonly<Partial<Record<BulkPart, QueryResult>>>;

interface HandingOver extends Pick<ReadCatalogOptions, 'take'> {
  readonly needs: SnapshotNeeds;
  /** How many products of the result are done with. */
  readonly done: number;
  readonly onDone: (done: number) => void;
}

type HandedOver = 'read' | 'stopped' | 'declined' | 'unreadable';

/** Products in one block. */
const HANDED_OVER = 100;

/** Small results at once; of large ones some products at a time. */
export function handOverFiles(
  access: LookUpAccess,
  files: Files,
  { done, onDone, ...over }: HandingOver,
): Result<HandedOver> {
  const parts = BULK_PARTS.filter((part) => files[part]);
  const fileOf = (part: BulkPart) => files[part] as QueryResult;
  const fileSize = sumOf(parts, (part) => fileOf(part).fileSize ?? Number.POSITIVE_INFINITY);
  if (isSmallFile({ fileSize })) {
    const block = blockReader(over.needs, files);
    for (const part of parts) {
      const read = readQueryResult<CatalogLine>(access, fileOf(part), (line) => block.take(part, line));
      if (!read.ok || read.value !== 'read') return read;
    }
    return handOver(access, block, over);
  }
  const index = lineIndex();
  const lists = new Set<PriceListId>();
  const entryNames = new Map<string, string>();
  for (const [number, part] of parts.entries()) {
    if (number > 0) index.nextFile();
    const read = readQueryResult<CatalogLine>(access, fileOf(part), (line, bytes) => {
      if (isList(part, line)) lists.add(line.id);
      else index.take(line, bytes);
    });
    if (!read.ok || read.value !== 'read') return read;
  }
  for (const group of index.groups(done)) {
    const block = blockReader(over.needs, files, lists);
    for (const [number, { lines: count, spans }] of group.files.entries()) {
      const part = parts[number] ?? 'items';
      let left = count;
      for (const lines of spans) {
        const file = { ...fileOf(part), lines, objectCount: 0 };
        const read = readQueryResult<CatalogLine>(access, file, (line) => {
          if (isList(part, line) || !index.isOf(group, line)) return;
          block.take(part, line);
          left -= 1;
        });
        if (!read.ok || read.value !== 'read') return read;
      }
      // A product without some of its lines would be taken for the whole.
      if (left > 0) return succeed('declined');
    }
    const handed = handOver(access, block, { ...over, entryNames });
    if (!handed.ok || handed.value !== 'read') return handed;
    onDone(group.to);
  }
  return succeed('read');
}

type ListLine = Exclude<AllFixedPricesLine, FixedPriceLine>;

function isList(part: BulkPart, line: CatalogLine): line is ListLine {
  return part === 'prices' && !('__parentId' in line);
}

interface BlockReader {
  take(part: BulkPart, line: CatalogLine): void;
  readonly shop: () => WholeShop;
  readonly apart: ApartReader;
  /** Needs that no result has an answer to. */
  left(): SnapshotNeeds;
}

function blockReader(needs: SnapshotNeeds, files: Files, lists = new Set<PriceListId>()): BlockReader {
  const { collections, values = [], ...others } = needs;
  const items = readWholeShop('products', { ...others, levels: others.stock });
  const isInFiles = (key: FieldKey) => files[isListPrice(key) ? 'prices' : 'apart'] !== undefined;
  const fields = fieldsApart({
    values: values.filter(isInFiles),
    ...(files.apart && collections && { collections }),
  });
  const told = keysIn(fields);
  const apart = apartReader(fields, collections);
  return {
    shop: items.shop,
    apart,
    take(part, line) {
      // Each query writes lines of its own.
      if (part === 'items') items.take(line as AllProductsLine);
      else if (part === 'apart') apart.takeApart(line as ApartFromProductsLine);
      else if (isList(part, line)) lists.add(line.id);
      else apart.takePrice(line as FixedPriceLine);
    },
    left() {
      const unread = new Set([...fields.prices].flatMap(([list, keys]) => (lists.has(list) ? [] : keys)));
      return {
        ...others,
        values: values.filter((key) => !told.has(key) || unread.has(key)),
        ...(!files.apart && collections && { collections }),
      };
    },
  };
}

/** Hands products over with what is apart from them. A product may be in one result and not in the other. */
function handOver(
  { client }: Pick<LookUpAccess, 'client'>,
  { shop, apart, left }: BlockReader,
  {
    needs,
    take,
    entryNames,
  }: Omit<HandingOver, 'done' | 'onDone'> & { readonly entryNames?: Map<string, string> },
): Result<'read' | 'stopped'> {
  const { products = new Map<ProductId, StoreProduct>(), levels } = shop();
  const unread = left();
  const named = nameEntries(client, apart.valuesRead(), entryNames);
  if (!named.ok) return named;
  for (const block of chunk([...products.values()], HANDED_OVER)) {
    const told = block.flatMap((product) => apart.complete(product) ?? []);
    const found = withReadApart(client, told, unread);
    if (!found.ok) return found;
    const known = new Map(found.value.map((product) => [product.id, product]));
    const lost = withReadApart(
      client,
      block.filter(({ id }) => !known.has(id)),
      needs,
    );
    if (!lost.ok) return lost;
    for (const product of lost.value) known.set(product.id, product);
    const items = block.flatMap(({ variants }) => variants.map(({ inventoryItemId }) => inventoryItemId));
    const own = new Map<string, StoreLevel>(items.flatMap((item) => levels?.get(item) ?? []));
    const whole = block.flatMap(({ id }) => known.get(id) ?? []);
    if (!take({ products: whole, levels: own })) return succeed('stopped');
  }
  return succeed('read');
}

/** Products with what is asked for that queries of its own read. */
function withReadApart(
  client: LookUpAccess['client'],
  products: readonly StoreProduct[],
  needs: SnapshotNeeds,
): Result<readonly StoreProduct[]> {
  if (products.length === 0 || (!needs.values?.length && !needs.collections)) return succeed(products);
  const draft = newDraft();
  for (const product of products) addProduct(draft, product);
  const reading = { client, needs, draft, shop: undefined, bulk: undefined };
  const read = readValues(reading);
  if (!read.ok) return read;
  const collected = readCollections(reading);
  return collected.ok ? succeed([...draft.products.values()]) : collected;
}
