import type { ProductId } from '../../catalog/values/gid';
import type { SnapshotNeeds, StoreLevel } from '../../plan/model/snapshot';
import type {
  CatalogPlace,
  CatalogReader,
  CatalogRequest,
  ReadCatalogOptions,
} from '../../ports/catalog-reader';
import { type Result, succeed } from '../../ports/problem';
import { runBulkQuery } from '../bulk/run-bulk-query';
import { fetchOne } from '../client/fetch-all';
import { allProductsText } from '../documents/generated/whole-shop';
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
import { readWholeShop } from './whole-shop';

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
        const operation = from?.kind === 'bulk' ? from.operation : undefined;
        const read = readBulk(inTime, needs, { request, operation, options });
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
  const { stock, media, descriptions, publishing } = parts;
  return {
    ...{ products: [], variants: [], categories: [], images: [] },
    ...{ stock, media, descriptions },
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
  readonly operation: string | undefined;
  readonly options: ReadCatalogOptions;
}

/** Products in one block of a bulk result. */
const HANDED_OVER = 100;

/** `declined` where it cannot be read in bulk now. A result that is gone by then is asked for once more. */
function readBulk(
  access: Access,
  needs: SnapshotNeeds,
  { request, operation, options }: Bulk,
): Result<'read' | 'halted' | 'declined'> {
  const { stock, onlineStore } = needs;
  const text = allProductsText({ ...included(needs), levels: stock });
  const query = request.search
    ? text.replace('{products{', () => `{products(query:${JSON.stringify(request.search)}){`)
    : text;
  const reader = readWholeShop('products', { levels: stock, onlineStore });
  const run = {
    deadlineMs: options.deadlineMs,
    begun: operation,
    onBegun: (id: string) => options.onPlace({ kind: 'bulk', operation: id }),
  };
  const read = runBulkQuery(access, query, run, reader.take);
  if (!read.ok) return halted(read);
  if (read.value === 'running') return succeed('halted');
  if (read.value === 'unreadable') access.memory.noteUnreadable(access.clock.now());
  if (read.value === 'declined' && operation !== undefined)
    return readBulk(access, needs, { request, operation: undefined, options });
  if (read.value !== 'read') return succeed('declined');
  const { products, levels } = reader.shop();
  let block: ProductId[] = [];
  const handOver = (): boolean => {
    const taken = block.flatMap((id) => products?.get(id) ?? []);
    block = [];
    const items = taken.flatMap(({ variants }) => variants.map(({ inventoryItemId }) => inventoryItemId));
    const own = new Map<string, StoreLevel>(items.flatMap((item) => levels?.get(item) ?? []));
    return options.take({ products: taken, levels: own });
  };
  for (const id of products?.keys() ?? []) {
    block.push(id);
    if (block.length === HANDED_OVER && !handOver()) return succeed('halted');
  }
  return block.length > 0 && !handOver() ? succeed('halted') : succeed('read');
}
