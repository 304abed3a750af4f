import { fail, type Result, succeed } from '../ports/problem';
import type { AdminClient } from './admin-client';
import type { GraphqlRequest } from './graphql';

const LONGEST_MESSAGE = 500;

/** Sends one read per part, in waves, and hands each answer to `read`; stops at the first that does not come. */
export function fetchAll<Part>(
  client: AdminClient,
  parts: readonly Part[],
  request: (part: Part) => GraphqlRequest,
  read: (part: Part, data: unknown) => void,
): Result<null> {
  let start = 0;
  while (start < parts.length) {
    const next = parts.slice(start, start + client.kMax);
    const requests = next.map(request);
    const wave = next.slice(0, client.fit(requests));
    const replies = client.send(requests.slice(0, wave.length));
    for (const [index, reply] of replies.entries()) {
      if (reply.kind !== 'answered') return { ok: false, problem: reply.problem };
      const [error] = reply.errors;
      if (error) {
        // It may repeat all that was asked for, and is kept in a property, which holds 9 KB.
        const words = error.message.slice(0, LONGEST_MESSAGE);
        return fail('store-error', `Shopify could not answer a read: ${words}`, 'Sync again later.');
      }
      read(wave[index] as Part, reply.data);
    }
    start += wave.length;
  }
  return succeed(null);
}

/** Sends one read. */
export function fetchOne<Value>(
  client: AdminClient,
  request: GraphqlRequest,
  read: (data: unknown) => Value,
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
