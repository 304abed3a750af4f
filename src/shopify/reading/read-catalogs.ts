import type { QuantityFields } from '../../catalog/columns/column';
import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { chunk, groupBy } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import type { PublicationId } from '../../catalog/values/gid';
import { type Result, succeed } from '../../ports/problem';
import { fetchAll, fetchPages } from '../client/fetch-all';
import { currencyOf } from '../queries/fields';
import { type IncludedPart, includedIn, includedRequest, PRODUCTS_PER_REQUEST } from '../queries/markets';
import { quantityPricesIn, quantityPricesRequest, rulesIn, rulesRequest } from '../queries/quantities';
import { readListPages } from './read-list-pages';
import type { ReadingApart, Values } from './snapshot-draft';

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
  const asked = { lists: [list], variants };
  const read = readListPages(client, asked, { request: quantityPricesRequest, foundIn });
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
