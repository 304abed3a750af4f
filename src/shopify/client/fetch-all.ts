import { sumOf } from '../../catalog/values/arrays';
import { fail, type Result, succeed } from '../../ports/problem';
import type { AdminClient, Reply } from './admin-client';
import type { GraphqlRequest } from './graphql';
import { IGNORED_FILTER } from './graphql-errors';

const LONGEST_MESSAGE = 500;

const CORRECT_FILTER = 'Correct the filter: without it, everything would be found.';

/**
 * Sends one read per part, in waves, and hands each answer to `read`; stops at the first that does not come. A part of
 * several ids that Shopify does not answer in time, or finds too costly, is asked for in halves.
 */
export function fetchAll<Part, Data>(
  client: AdminClient,
  parts: readonly Part[],
  request: (part: Part) => GraphqlRequest<Data>,
  read: (part: Part, data: Data) => void,
): Result<null> {
  const queue = [...parts];
  while (queue.length > 0) {
    const requests = queue.slice(0, client.kMax).map((part): GraphqlRequest<Data> => {
      const whole = request(part);
      return halvesOf(part) ? { ...whole, isDivisible: true } : whole;
    });
    const wave = queue.splice(0, client.fit(requests));
    const replies = client.send(requests.slice(0, wave.length));
    const again: Part[] = [];
    for (const [index, reply] of replies.entries()) {
      const halves = isTooMuch(reply) ? halvesOf(wave[index] as Part) : undefined;
      if (halves) {
        again.push(...halves);
        continue;
      }
      const found = valueIn(reply);
      if (!found.ok) return found;
      // The document is of the version that answered, and no error came with it.
      read(wave[index] as Part, found.value as Data);
    }
    queue.unshift(...again);
  }
  return succeed(null);
}

/** Reads all pages of several lists, those of one after each other. */
export function fetchPages<Page, Data, Found>(
  client: AdminClient,
  first: readonly Page[],
  {
    request,
    foundIn,
  }: {
    readonly request: (page: Page) => GraphqlRequest<Data>;
    readonly foundIn: (page: Page, data: Data) => FoundOnPage<Page, Found>;
  },
): Result<readonly Found[]> {
  const all: Found[] = [];
  let pages = first;
  while (pages.length > 0) {
    const next: Page[] = [];
    const read = fetchAll(client, pages, request, (page, data) => {
      const { found, next: more } = foundIn(page, data);
      for (const one of found) all.push(one);
      if (more) next.push(more);
    });
    if (!read.ok) return read;
    pages = next;
  }
  return succeed(all);
}

interface FoundOnPage<Page, Found> {
  readonly found: readonly Found[];
  readonly next: Page | undefined;
}

function valueIn(reply: Reply): Result<Readonly<Record<string, unknown>>> {
  if (reply.kind !== 'answered') return { ok: false, problem: reply.problem };
  const [error] = reply.errors;
  if (!error) return succeed(reply.data);
  // It may repeat all that was asked for, and is kept in a property, which holds 9 KB.
  const words = error.message.slice(0, LONGEST_MESSAGE);
  if (error.extensions?.code === IGNORED_FILTER) return fail('invalid-input', words, CORRECT_FILTER);
  return fail('store-error', `Shopify could not answer a read: ${words}`, 'Sync again later.');
}

function isTooMuch(reply: Reply): boolean {
  return reply.kind === 'answered'
    ? reply.errors.some(({ extensions }) => extensions?.code === 'MAX_COST_EXCEEDED')
    : reply.problem.kind === 'network';
}

/** Undefined for what cannot be halved. */
function halvesOf<Part>(part: Part): readonly [Part, Part] | undefined {
  if (!Array.isArray(part) || part.length < 2) return undefined;
  const middle = Math.ceil(part.length / 2);
  return [part.slice(0, middle) as Part, part.slice(middle) as Part];
}

/** Reads without variables that ask for different fields, as one document. */
export function readTogether(requests: readonly GraphqlRequest[]): GraphqlRequest {
  const fields = requests.map(({ document }) => document.slice(document.indexOf('{') + 1, -1));
  return {
    document: `query Together{${fields.join(' ')}}`,
    variables: {},
    cost: sumOf(requests, ({ cost }) => cost),
    repeatable: true,
  };
}

/** Sends one read. */
export function fetchOne<Data, Value>(
  client: AdminClient,
  request: GraphqlRequest<Data>,
  read: (data: Data) => Value,
): Result<Value> {
  const values: Value[] = [];
  const fetched = fetchAll(
    client,
    [request],
    (only) => only,
    (_, data) => values.push(read(data)),
  );
  return fetched.ok ? succeed(values[0] as Value) : fetched;
}
