import type { SnapshotNeeds } from '../../plan/model/snapshot';
import type {
  CatalogPlace,
  CatalogReader,
  CatalogRequest,
  ReadCatalogOptions,
} from '../../ports/catalog-reader';
import { type Result, succeed } from '../../ports/problem';
import { fetchOne } from '../client/fetch-all';
import { fieldsApart, requestsApart } from '../queries/apart';
import {
  catalogSizeIn,
  catalogSizeRequest,
  FOUND_PER_REQUEST,
  foundProductsIn,
  foundProductsRequest,
} from '../queries/catalog';
import { lookUpWays } from '../reading/choose-way';
import { clientUntil, TIME_UP } from '../reading/deadline-client';
import { fetchSnapshotBy, type LookUpAccess } from '../reading/fetch-snapshot';
import { readBulk } from './bulk-catalog';
import { findSearch } from './catalog-search';

type Access = LookUpAccess;

/** Reads all that a search finds, page by page or in bulk, whichever costs less. */
export function catalogReader(access: Access): CatalogReader {
  return {
    findSearch: (filter) => findSearch(access.client, filter),
    measure: (search) => fetchOne(access.client, catalogSizeRequest(search), catalogSizeIn),
    read(request, from, options) {
      const client = clientUntil(access.client, access.clock, options.deadlineMs, options.stopCheck);
      const needs = needsOf(request);
      const inTime = { ...access, client };
      const way = from?.kind ?? cheaperWay(access, needs, request);
      if (way === 'bulk') {
        const begun = from?.kind === 'bulk' ? from : undefined;
        const read = readBulk(inTime, needs, { request, begun, options });
        if (!read.ok) return stopped(read);
        if (read.value !== 'declined') return succeed(read.value);
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
  const { stock, media, descriptions, publishing, values, collections, channels, options } = parts;
  return {
    products: [],
    variants: [],
    categories: [],
    images: [],
    stock,
    media,
    descriptions,
    values,
    collections,
    channels,
    variantImages: media,
    ...(options && { options }),
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
  const requests =
    (first?.cost.requests ?? 0) +
    Math.ceil(size.products / FOUND_PER_REQUEST) +
    requestsApart(fieldsApart(needs), size);
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
): Result<'read' | 'stopped'> {
  let cursor = after;
  for (;;) {
    const page = fetchOne(access.client, foundProductsRequest(request.search, cursor), foundProductsIn);
    if (!page.ok) return stopped(page);
    const products = page.value.ids.map((id) => ({ id, handle: undefined, skus: [] }));
    const read = fetchSnapshotBy(
      access,
      { ...needs, products },
      { kind: 'direct', skus: 'search' },
      options.deadlineMs,
    );
    if (!read.ok) return stopped(read);
    if (!options.take({ products: [...read.value.products.values()], levels: read.value.levels }))
      return succeed('stopped');
    cursor = page.value.nextCursor;
    if (cursor === undefined) return succeed('read');
    options.onPlace({ kind: 'page', after: cursor });
  }
}

/** Running out of time is no problem: what was handed over until then is in the sheet. */
function stopped(read: { readonly ok: false; readonly problem: (typeof TIME_UP)['problem'] }) {
  return read.problem === TIME_UP.problem ? succeed('stopped' as const) : read;
}
