import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { PriceListId } from '../../catalog/markets/catalogs';
import { type Result, succeed } from '../../ports/problem';
import { runBulkQuery } from '../bulk/run-bulk-query';
import { fetchOne } from '../client/fetch-all';
import { type AllFixedPricesLine, allFixedPricesText } from '../documents/generated/whole-shop';
import { currencyOf } from '../queries/fields';
import {
  amountIn,
  type FixedPrice,
  listSizesIn,
  listSizesRequest,
  pricesIn,
  pricesRequest,
} from '../queries/markets';
import { type AskedOfLists, readListPages } from './read-list-pages';
import type { BulkReading, ReadingApart, Values } from './snapshot-draft';
import { type Asked, bulkCost, comparableCost, directCost } from './way-cost';

/** Reads fixed prices of the variants that were found, in all price lists that are asked for. */
export function readListPrices({
  client,
  bulk,
  keys,
  variants,
}: ReadingApart): Result<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  const lists = fieldsOfLists(keys);
  if (lists.size === 0 || variants.length === 0) return succeed(values);
  const unpriced: Values = {};
  for (const { price, compareAt } of lists.values())
    Object.assign(unpriced, { [price]: null, [compareAt]: null });
  for (const id of variants) values.set(id, { ...unpriced });
  const asked: AskedOfLists = { lists: [...lists.keys()], variants };
  const read = readListPages(client, asked, {
    request: pricesRequest,
    foundIn: pricesIn,
    instead: (left) => (bulk ? readAllPrices(bulk, asked, left) : succeed(undefined)),
  });
  if (!read.ok) return read;
  for (const { list, variant, ...fixed } of read.value) {
    const own = values.get(variant);
    const fields = lists.get(list);
    if (!own || !fields) continue;
    own[fields.price] = amountIn(fixed.price, fields.currency);
    own[fields.compareAt] = fixed.compareAt === null ? null : amountIn(fixed.compareAt, fields.currency);
  }
  return succeed(values);
}

interface FieldsOfList {
  readonly price: FieldKey;
  readonly compareAt: FieldKey;
  readonly currency: string;
}

/** The two are written together, so that both are read where one of them is asked for. */
function fieldsOfLists(keys: readonly FieldKey[]): ReadonlyMap<PriceListId, FieldsOfList> {
  return new Map(
    keys.flatMap((key) => {
      const field = fieldOf(key);
      if (!field.soldAt?.list) return [];
      const [price, compareAt] = [field.soldAt.price as FieldKey, field.soldAt.compareAt as FieldKey];
      return [[field.soldAt.list, { price, compareAt, currency: currencyOf(field) }] as const];
    }),
  );
}

/** Beginning a bulk query and looking for its end takes as many. */
const FEW_REQUESTS = 7;
/** How much longer than expected a bulk query may take before pages are read in its place. */
const LONGEST_READ = { times: 2, seconds: 20 };

/**
 * Reads what all lists fix with a bulk query, if that takes less than the requests that are left. It is begun now and never
 * taken over from an earlier execution: Shopify compares no price when it is written, so that it must have been read a
 * moment ago.
 */
function readAllPrices(
  bulk: BulkReading,
  { lists, variants }: AskedOfLists,
  left: Asked,
): Result<readonly FixedPrice[] | undefined> {
  const { client, clock, memory } = bulk;
  const secondsLeft = (bulk.deadlineMs - clock.now()) / 1000;
  if (left.requests <= FEW_REQUESTS || memory.isUnreadable(clock.now())) return succeed(undefined);
  const size = fetchOne(client, listSizesRequest, listSizesIn);
  if (!size.ok) return size;
  if (size.value === undefined) return succeed(undefined);
  const cost = bulkCost(size.value);
  const isCheaper = comparableCost(cost) < comparableCost(directCost([left], client.pace()));
  if (!isCheaper || cost.seconds > secondsLeft / 2) return succeed(undefined);
  const longest = Math.min(secondsLeft, cost.seconds * LONGEST_READ.times + LONGEST_READ.seconds);
  const deadlineMs = clock.now() + longest * 1000;
  const wanted = { lists: new Set<string>(lists), variants: new Set<string>(variants) };
  const found: FixedPrice[] = [];
  const seen = new Set<string>();
  const run = { deadlineMs, begun: undefined, onBegun: () => undefined };
  const read = runBulkQuery<AllFixedPricesLine>(bulk, allFixedPricesText(), run, (line) => {
    if (!('variant' in line)) seen.add(line.id);
    else if (wanted.lists.has(line.__parentId) && wanted.variants.has(line.variant.id))
      found.push({
        list: line.__parentId,
        variant: line.variant.id,
        price: line.price.amount,
        compareAt: line.compareAtPrice?.amount ?? null,
      });
  });
  if (!read.ok) return read;
  if (read.value === 'unreadable') memory.noteUnreadable(clock.now());
  // A list of which the file says nothing has perhaps prices all the same.
  return succeed(read.value === 'read' && lists.every((list) => seen.has(list)) ? found : undefined);
}
