import type { SnapshotNeeds } from '../../plan/model/snapshot';
import type { CatalogPlace, CatalogRequest, ReadCatalogOptions } from '../../ports/catalog-reader';
import { type Result, succeed } from '../../ports/problem';
import { beginBulkQuery, endBulkQuery, type QueryResult } from '../bulk/run-bulk-query';
import { allProductsText } from '../documents/generated/whole-shop';
import { apartQuery, BULK_PARTS, type BulkPart, fieldsApart, ofFound, pricesQuery } from '../queries/apart';
import { included } from '../queries/products';
import type { LookUpAccess } from '../reading/fetch-snapshot';
import { type Files, handOverFiles } from './hand-over';

type BulkPlace = Extract<CatalogPlace, { readonly kind: 'bulk' }>;

export interface Bulk {
  readonly request: CatalogRequest;
  readonly begun: BulkPlace | undefined;
  readonly options: ReadCatalogOptions;
}

/** Time that an execution must have left to read a result that Shopify has finished; else the next execution finds it. */
const READING_MS = 30_000;

type Queries = Readonly<Record<'items', string>> & Readonly<Partial<Record<BulkPart, string>>>;

function queriesOf(needs: SnapshotNeeds, { search }: CatalogRequest): Queries {
  const fields = fieldsApart(needs);
  const [apart, prices] = [apartQuery(fields), pricesQuery(fields)];
  return {
    items: ofFound(allProductsText({ ...included(needs), levels: needs.stock }), search),
    ...(apart && { apart: ofFound(apart, search) }),
    ...(prices && { prices }),
  };
}

/**
 * Reads with up to three bulk queries at once. `declined` where products cannot be read in bulk now; what is apart from
 * them is read directly then, as it is where a product is in one result and not in another. A result that is gone by then is
 * asked for once more.
 */
export function readBulk(
  access: LookUpAccess,
  needs: SnapshotNeeds,
  { request, begun, options }: Bulk,
): Result<'read' | 'stopped' | 'declined'> {
  const queries = queriesOf(needs, request);
  const ended = endAll(access, queries, { begun, options });
  if (!ended.ok) return ended;
  if (typeof ended.value === 'string') return succeed(ended.value);
  let { place } = ended.value;
  const read = handOverFiles(access, ended.value.files, {
    needs,
    take: options.take,
    done: place.done ?? 0,
    onDone(done) {
      place = { ...place, done };
      options.onPlace(place);
    },
  });
  if (!read.ok) return read;
  if (read.value === 'unreadable') access.memory.noteUnreadable(access.clock.now());
  if (read.value === 'declined' && begun !== undefined)
    return readBulk(access, needs, { request, begun: undefined, options });
  return succeed(read.value === 'unreadable' ? 'declined' : read.value);
}

interface Ending {
  readonly begun: BulkPlace | undefined;
  readonly options: ReadCatalogOptions;
}

/** Begins all queries before it waits for the first, so that Shopify works on all at once. */
function endAll(
  access: LookUpAccess,
  queries: Queries,
  { begun, options }: Ending,
): Result<{ readonly place: BulkPlace; readonly files: Files } | 'stopped' | 'declined' | 'read'> {
  const operations: Partial<Record<BulkPart, string>> = { ...begun, items: begun?.operation };
  const place = (): BulkPlace => {
    const { items = '', apart, prices } = operations;
    return { kind: 'bulk', operation: items, apart, prices, done: begun?.done };
  };
  const wanted = BULK_PARTS.filter((part) => queries[part] !== undefined);
  for (const part of wanted) {
    if (operations[part] !== undefined) continue;
    const started = beginBulkQuery(access, queries[part] ?? '');
    if (!started.ok) return started;
    operations[part] = started.value;
    if (operations.items === undefined) return succeed('declined');
  }
  options.onPlace(place());
  const files: Partial<Record<BulkPart, QueryResult>> = {};
  for (const part of wanted) {
    const operation = operations[part];
    // Others of this app are running: it is read directly.
    if (operation === undefined) continue;
    const ended = endBulkQuery(access, queries[part] ?? '', {
      deadlineMs: options.deadlineMs - READING_MS,
      begun: operation,
      onBegun(id) {
        operations[part] = id;
        options.onPlace(place());
      },
    });
    if (!ended.ok) return ended;
    if (ended.value === 'running') return succeed('stopped');
    if (typeof ended.value === 'object') files[part] = ended.value;
    else if (part === 'items') return succeed(ended.value);
  }
  const { items } = files;
  return items ? succeed({ place: place(), files: { ...files, items } }) : succeed('declined');
}
