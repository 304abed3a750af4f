import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { PriceListId } from '../../catalog/markets/catalogs';
import { chunk, groupBy } from '../../catalog/values/arrays';
import type { PublicationId, VariantId } from '../../catalog/values/gid';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll, fetchOne, fetchPages } from '../client/fetch-all';
import { currencyOf } from '../queries/fields';
import {
  amountIn,
  type FixedPrice,
  type IncludedPart,
  includedIn,
  includedRequest,
  PRODUCTS_PER_REQUEST,
  type PricesPart,
  pricesIn,
  pricesRequest,
  VARIANTS_PER_SEARCH,
} from '../queries/markets';
import type { ReadingApart, Values } from './snapshot-draft';

/** Reads fixed prices of the variants that were found, in all price lists that are asked for. */
export function readListPrices({
  client,
  keys,
  variants,
}: ReadingApart): Result<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  const fields = keys.flatMap((key) => (fieldOf(key).soldAt?.list ? [fieldOf(key)] : []));
  if (variants.length === 0) return succeed(values);
  for (const [list, [field]] of groupBy(fields, ({ soldAt }) => soldAt?.list)) {
    if (!list || !field?.soldAt) continue;
    // The two are written together, so that both are read where one of them is asked for.
    const [price, compareAt] = [field.soldAt.price as FieldKey, field.soldAt.compareAt as FieldKey];
    const currency = currencyOf(field);
    for (const id of variants) values.set(id, { ...values.get(id), [price]: null, [compareAt]: null });
    const read = readList(client, list, variants);
    if (!read.ok) return read;
    for (const fixed of read.value) {
      const own = values.get(fixed.variant);
      if (!own) continue;
      own[price] = amountIn(fixed.price, currency);
      own[compareAt] = fixed.compareAt === null ? null : amountIn(fixed.compareAt, currency);
    }
  }
  return succeed(values);
}

/** By pages of the whole list, or by the variants, whichever takes fewer requests. */
function readList(
  client: AdminClient,
  list: PriceListId,
  variants: readonly VariantId[],
): Result<readonly FixedPrice[]> {
  const pages = { request: pricesRequest, foundIn: pricesIn };
  const searches = chunk(variants, VARIANTS_PER_SEARCH).map((some): PricesPart => ({ list, variants: some }));
  if (searches.length === 1) return fetchPages(client, searches, pages);
  const whole: PricesPart = { list };
  const first = fetchOne(client, pricesRequest(whole), (data) => pricesIn(whole, data));
  if (!first.ok) return first;
  if (first.value.pages - 1 > searches.length) return fetchPages(client, searches, pages);
  const { found, next } = first.value;
  const rest = fetchPages(client, next ? [next] : [], pages);
  return rest.ok ? succeed([...found, ...rest.value]) : rest;
}

/** Reads whether catalogs include the products that were found. */
export function readIncluded({
  client,
  keys: asked,
  products,
}: ReadingApart): Result<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  const keys = new Map<PublicationId, FieldKey>();
  for (const key of asked) {
    const { publication } = fieldOf(key);
    if (publication) keys.set(publication, key);
  }
  const parts = [...keys.keys()].flatMap((publication) =>
    chunk(products, PRODUCTS_PER_REQUEST).map((ids): IncludedPart => ({ publication, ids })),
  );
  const read = fetchAll(client, parts, includedRequest, (part, data) => {
    const key = keys.get(part.publication) as FieldKey;
    for (const [id, isIncluded] of includedIn(part, data))
      values.set(id, { ...values.get(id), [key]: isIncluded });
  });
  return read.ok ? succeed(values) : read;
}
