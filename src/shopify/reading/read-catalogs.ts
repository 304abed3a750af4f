import type { QuantityFields } from '../../catalog/columns/column';
import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { chunk, groupBy } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import type { PublicationId } from '../../catalog/values/gid';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll, fetchOne, fetchPages } from '../client/fetch-all';
import type { GraphqlRequest } from '../client/graphql';
import { currencyOf } from '../queries/fields';
import {
  amountIn,
  type IncludedPart,
  includedIn,
  includedRequest,
  PRODUCTS_PER_REQUEST,
  type PricesPart,
  pricesIn,
  pricesRequest,
  VARIANTS_PER_SEARCH,
} from '../queries/markets';
import { quantityPricesIn, quantityPricesRequest, rulesIn, rulesRequest } from '../queries/quantities';
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
    const read = readList(client, { list, variants }, { request: pricesRequest, foundIn: pricesIn });
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

interface PagesOfList<Data, Found> {
  readonly request: (part: PricesPart) => GraphqlRequest<Data>;
  readonly foundIn: (
    part: PricesPart,
    data: Data,
  ) => {
    readonly found: readonly Found[];
    readonly next: PricesPart | undefined;
    readonly pages: number;
  };
}

/** Reads what a list fixes, by pages of the whole list or by the variants, whichever takes fewer requests. */
function readList<Data, Found>(
  client: AdminClient,
  { list, variants = [] }: PricesPart,
  pages: PagesOfList<Data, Found>,
): Result<readonly Found[]> {
  const searches = chunk(variants, VARIANTS_PER_SEARCH).map((some): PricesPart => ({ list, variants: some }));
  if (searches.length === 1) return fetchPages(client, searches, pages);
  const whole: PricesPart = { list };
  const first = fetchOne(client, pages.request(whole), (data) => pages.foundIn(whole, data));
  if (!first.ok) return first;
  if (first.value.pages - 1 > searches.length) return fetchPages(client, searches, pages);
  const { found, next } = first.value;
  const rest = fetchPages(client, next ? [next] : [], pages);
  return rest.ok ? succeed([...found, ...rest.value]) : rest;
}

/** Reads rules of quantities, and prices by quantity, of the variants that were found. */
export function readQuantities(reading: ReadingApart): Result<ReadonlyMap<string, Values>> {
  const values = new Map<string, Values>();
  const { variants } = reading;
  const asked = reading.keys.flatMap((key) => {
    const { orderedAs } = fieldOf(key);
    return orderedAs ? [{ key, orderedAs }] : [];
  });
  if (variants.length === 0) return succeed(values);
  for (const ofList of groupBy(asked, ({ orderedAs }) => orderedAs.list).values()) {
    const [{ orderedAs }] = ofList as [(typeof asked)[number]];
    const keys = new Set<string>(ofList.map(({ key }) => key));
    const { quantityPrices, minimum, maximum, increment } = orderedAs;
    const steps = [
      ...([minimum, maximum, increment].some((key) => keys.has(key)) ? [readRules] : []),
      ...(keys.has(quantityPrices) ? [readPrices] : []),
    ];
    for (const step of steps) {
      const read = step(reading, orderedAs, values);
      if (!read.ok) return read;
    }
  }
  return succeed(values);
}

type Read = Partial<Record<FieldKey, FieldValue | null>>;

/** The three of a rule are written together, so that all are read where one of them is asked for. */
function readRules(
  { client, variants }: ReadingApart,
  { list, ...fields }: QuantityFields,
  values: Map<string, Values>,
): Result<null> {
  const [minimum, maximum, increment] = [fields.minimum, fields.maximum, fields.increment] as FieldKey[] as [
    FieldKey,
    FieldKey,
    FieldKey,
  ];
  const none: Read = { [minimum]: null, [maximum]: null, [increment]: null };
  for (const id of variants) values.set(id, { ...values.get(id), ...none });
  const read = fetchPages(client, [{ list }], { request: rulesRequest, foundIn: rulesIn });
  if (!read.ok) return read;
  for (const rule of read.value) {
    const own = values.get(rule.variant);
    if (!own) continue;
    own[minimum] = String(rule.minimum);
    own[maximum] = rule.maximum === null ? null : String(rule.maximum);
    own[increment] = String(rule.increment);
  }
  return succeed(null);
}

function readPrices(
  { client, variants }: ReadingApart,
  { list, quantityPrices }: QuantityFields,
  values: Map<string, Values>,
): Result<null> {
  const key = quantityPrices as FieldKey;
  for (const id of variants) values.set(id, { ...values.get(id), [key]: null });
  const foundIn = quantityPricesIn(currencyOf(fieldOf(key)));
  const read = readList(client, { list, variants }, { request: quantityPricesRequest, foundIn });
  if (!read.ok) return read;
  for (const { variant, prices } of read.value) {
    const own = values.get(variant);
    if (own) own[key] = prices;
  }
  return succeed(null);
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
