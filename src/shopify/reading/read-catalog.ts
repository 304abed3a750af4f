import { chunk } from '../../catalog/values/arrays';
import type { SnapshotNeeds, StoreLevel } from '../../plan/model/snapshot';
import type {
  CatalogPlace,
  CatalogReader,
  CatalogRequest,
  ReadCatalogOptions,
} from '../../ports/catalog-reader';
import { type Result, succeed } from '../../ports/problem';
import { isSmallFile } from '../bulk/result-lines';
import { endBulkQuery, type QueryResult, readQueryResult } from '../bulk/run-bulk-query';
import { fetchOne } from '../client/fetch-all';
import { type AllProductsLine, allProductsText } from '../documents/generated/whole-shop';
import {
  catalogSizeIn,
  catalogSizeRequest,
  FOUND_PER_REQUEST,
  foundProductsIn,
  foundProductsRequest,
} from '../queries/catalog';
import { included } from '../queries/products';
import { findSearch } from './catalog-search';
import { lookUpWays } from './choose-way';
import { clientUntil, TIME_UP } from './deadline-client';
import { fetchSnapshotBy, type LookUpAccess } from './fetch-snapshot';
import { lineIndex } from './product-lines';
import { readCollections } from './read-collections';
import { readValues } from './read-values';
import { addProduct, newDraft } from './snapshot-draft';
import { readWholeShop, type WholeShop } from './whole-shop';

type Access = LookUpAccess;

/** Reads all that a search finds, page by page or in bulk, whichever costs less. */
export function catalogReader(access: Access): CatalogReader {
  return {
    findSearch: (filter) => findSearch(access.client, filter),
    measure: (search) => fetchOne(access.client, catalogSizeRequest(search), catalogSizeIn),
    read(request, from, options) {
      const client = clientUntil(access.client, access.clock, options.deadlineMs, options.halt);
      const needs = needsOf(request);
      const inTime = { ...access, client };
      const way = from?.kind ?? cheaperWay(access, needs, request);
      if (way === 'bulk') {
        const begun = from?.kind === 'bulk' ? from : undefined;
        const read = readBulk(inTime, needs, { request, begun, options });
        if (!read.ok || read.value !== 'declined') return read as Result<'read' | 'halted'>;
      }
      return readPages(inTime, needs, { request, after: afterOf(from), options });
    },
  };
}

function afterOf(place: CatalogPlace | undefined): string | undefined {
  return place?.kind === 'page' ? place.after : undefined;
}

/** All that is written into cells, of products that are to be named. */
function needsOf({ parts, onlineStore }: CatalogRequest): SnapshotNeeds {
  const { stock, media, descriptions, publishing, values, collections, channels } = parts;
  return {
    ...{ products: [], variants: [], categories: [], images: [] },
    ...{ stock, media, descriptions, values, collections, channels },
    variantImages: media,
    onlineStore: publishing ? onlineStore : null,
  };
}

/** Paging through more than this would spend a day's requests of the account on one catalog. */
const MOST_REQUESTS = 20;

function cheaperWay(
  { client, clock, memory }: Access,
  needs: SnapshotNeeds,
  { size }: CatalogRequest,
): 'page' | 'bulk' {
  if (memory.isUnreadable(clock.now())) return 'page';
  const none = { handles: 0, skusOfHandles: 0, variants: 0, skus: 0 };
  const wanted = { ...none, products: size.products, stock: needs.stock, parts: needs };
  const ways = lookUpWays(wanted, size, client.pace());
  const first = ways.find(
    ({ way }) => way.kind === 'direct' || (way.of === 'products' && way.levels === needs.stock),
  );
  const requests = (first?.cost.requests ?? 0) + Math.ceil(size.products / FOUND_PER_REQUEST);
  return first?.way.kind === 'bulk' || requests > MOST_REQUESTS ? 'bulk' : 'page';
}

interface Pages {
  readonly request: CatalogRequest;
  readonly after: string | undefined;
  readonly options: ReadCatalogOptions;
}

function readPages(
  access: Access,
  needs: SnapshotNeeds,
  { request, after, options }: Pages,
): Result<'read' | 'halted'> {
  let cursor = after;
  for (;;) {
    const page = fetchOne(access.client, foundProductsRequest(request.search, cursor), foundProductsIn);
    if (!page.ok) return halted(page);
    const products = page.value.ids.map((id) => ({ id, handle: undefined, skus: [] }));
    const read = fetchSnapshotBy(
      access,
      { ...needs, products },
      { kind: 'direct', skus: 'search' },
      options.deadlineMs,
    );
    if (!read.ok) return halted(read);
    if (!options.take({ products: [...read.value.products.values()], levels: read.value.levels }))
      return succeed('halted');
    cursor = page.value.nextCursor;
    if (cursor === undefined) return succeed('read');
    options.onPlace({ kind: 'page', after: cursor });
  }
}

/** Running out of time is no problem: what was handed over until then is in the sheet. */
function halted(read: { readonly ok: false; readonly problem: (typeof TIME_UP)['problem'] }) {
  return read.problem === TIME_UP.problem ? succeed('halted' as const) : read;
}

interface Bulk {
  readonly request: CatalogRequest;
  readonly begun: Extract<CatalogPlace, { readonly kind: 'bulk' }> | undefined;
  readonly options: ReadCatalogOptions;
}

/** Products in one block of a bulk result. */
const HANDED_OVER = 100;

/** Left of an execution for reading once Shopify has the result; the next one finds it. */
const READING_MS = 30_000;

/** `declined` where it cannot be read in bulk now. A result that is gone by then is asked for once more. */
function readBulk(
  access: Access,
  needs: SnapshotNeeds,
  { request, begun, options }: Bulk,
): Result<'read' | 'halted' | 'declined'> {
  const text = allProductsText({ ...included(needs), levels: needs.stock });
  const query = request.search
    ? text.replace('{products{', () => `{products(query:${JSON.stringify(request.search)}){`)
    : text;
  let place = begun;
  const run = {
    deadlineMs: options.deadlineMs - READING_MS,
    begun: begun?.operation,
    onBegun(operation: string) {
      place = { kind: 'bulk', operation };
      options.onPlace(place);
    },
  };
  const ended = endBulkQuery(access, query, run);
  if (!ended.ok) return halted(ended);
  const result = ended.value;
  if (result === 'running') return succeed('halted');
  const over = {
    needs,
    take: withValues(access, needs, options.take),
    done: place?.done ?? 0,
    onDone(done: number) {
      if (place) options.onPlace({ ...place, done });
    },
  };
  const read = typeof result === 'string' ? succeed(result) : handOverResult(access, result, over);
  if (!read.ok) return read;
  if (read.value === 'unreadable') access.memory.noteUnreadable(access.clock.now());
  if (read.value === 'declined' && begun !== undefined)
    return readBulk(access, needs, { request, begun: undefined, options });
  return succeed(read.value === 'unreadable' ? 'declined' : read.value);
}

/** Hands products over with what a query of its own reads of them; where that fails, the rest is read later. */
function withValues(
  { client }: Access,
  needs: SnapshotNeeds,
  take: ReadCatalogOptions['take'],
): ReadCatalogOptions['take'] {
  return (block) => {
    if (!needs.values?.length && !needs.collections) return take(block);
    const draft = newDraft();
    for (const product of block.products) addProduct(draft, product);
    const reading = { client, needs, draft, shop: undefined };
    const read = readValues(reading);
    return (
      read.ok && readCollections(reading).ok && take({ ...block, products: [...draft.products.values()] })
    );
  };
}

interface HandingOver extends Pick<ReadCatalogOptions, 'take'> {
  readonly needs: SnapshotNeeds;
  /** How many products of the result are done with. */
  readonly done: number;
  readonly onDone: (done: number) => void;
}

type HandedOver = 'read' | 'halted' | 'declined' | 'unreadable';

/** A small result at once; of a large one some products at a time. */
function handOverResult(
  access: Access,
  result: QueryResult,
  { done, ...over }: HandingOver,
): Result<HandedOver> {
  const { stock: levels, onlineStore, channels } = over.needs;
  const newReader = () => readWholeShop('products', { levels, onlineStore, channels });
  if (isSmallFile(result)) {
    const reader = newReader();
    const read = readQueryResult(access, result, reader.take);
    return read.ok && read.value === 'read' ? succeed(handOver(reader.shop(), over.take)) : read;
  }
  const index = lineIndex();
  const read = readQueryResult(access, result, index.take);
  if (!read.ok || read.value !== 'read') return read;
  for (const group of index.groups(done)) {
    const reader = newReader();
    let left = group.lines;
    for (const lines of group.spans) {
      const part = readQueryResult<AllProductsLine>(access, { ...result, lines, objectCount: 0 }, (line) => {
        if (!index.isOf(group, line)) return;
        reader.take(line);
        left -= 1;
      });
      if (!part.ok || part.value !== 'read') return part;
    }
    // A product without some of its lines would be taken for the whole.
    if (left > 0) return succeed('declined');
    if (handOver(reader.shop(), over.take) === 'halted') return succeed('halted');
    over.onDone(group.to);
  }
  return read;
}

function handOver(
  { products = new Map(), levels }: WholeShop,
  take: ReadCatalogOptions['take'],
): 'read' | 'halted' {
  for (const block of chunk([...products.values()], HANDED_OVER)) {
    const items = block.flatMap(({ variants }) => variants.map(({ inventoryItemId }) => inventoryItemId));
    const own = new Map<string, StoreLevel>(items.flatMap((item) => levels?.get(item) ?? []));
    if (!take({ products: block, levels: own })) return 'halted';
  }
  return 'read';
}
