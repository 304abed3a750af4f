import { chunk } from '../../catalog/values/arrays';
import { kindOf } from '../../plan/action-kinds';
import type { Batch } from '../../plan/model/batch';
import type { AdminClient, Reply } from '../client/admin-client';
import { type GraphqlRequest, numbered } from '../client/graphql';
import type { GraphqlError } from '../client/graphql-errors';

/** One request for several batches, or for one. */
export interface Joined {
  readonly request: GraphqlRequest;
  readonly parts: readonly Part[];
}

interface Part {
  readonly batch: Batch;
  /** As it would be sent alone. */
  readonly request: GraphqlRequest;
}

/**
 * The fewest batches of a full document. Fewer would mean more requests for no gain: ten requests leave together, and a
 * short document is hardly answered sooner.
 */
const JOINED_LEAST = 5;

/**
 * Requests for these batches. Changes of different items become aliased fields of one document, if each may be sent again:
 * where no answer comes, nothing is known of any of them. The more there are, the fuller the documents.
 */
export function joinRequests(
  batches: readonly Batch[],
  requestOf: (batch: Batch) => GraphqlRequest,
  documents: number,
): readonly Joined[] {
  const size = Math.max(JOINED_LEAST, Math.ceil(batches.length / documents));
  const stretches: Part[][] = [];
  for (const batch of batches) {
    const part = { batch, request: requestOf(batch) };
    const last = stretches[stretches.length - 1];
    if (last?.[0] && mayJoin(last[0], part)) last.push(part);
    else stretches.push([part]);
  }
  return stretches
    .flatMap((parts) => chunk(parts, Math.min(size, kindOf((parts[0] as Part).batch).joins)))
    .map((parts) => ({ request: joined(parts), parts }));
}

function mayJoin(first: Part, part: Part): boolean {
  return (
    kindOf(part.batch).joins > 1 &&
    part.request.document === first.request.document &&
    part.request.repeatable &&
    first.request.repeatable
  );
}

function joined(parts: readonly Part[]): GraphqlRequest {
  const [first] = parts as readonly [Part];
  if (parts.length === 1) return first.request;
  const [, name = '', declared = '', field = ''] =
    /^mutation (\w+)\((.*?)\)\{(.*)\}$/s.exec(first.request.document) ?? [];
  const declarations = parts.map((_, index) => numbered(declared, index));
  const fields = parts.map((_, index) => `${aliasOf(index)}:${numbered(field, index)}`);
  return {
    document: `mutation ${name}_${parts.length}(${declarations.join(',')}){${fields.join(' ')}}`,
    variables: Object.fromEntries(
      parts.flatMap(({ request }, index) =>
        Object.entries(request.variables).map(([variable, value]) => [`${variable}_${index}`, value]),
      ),
    ),
    cost: parts.reduce((sum, { request }) => sum + request.cost, 0),
    repeatable: true,
    isJoined: true,
  };
}

function aliasOf(index: number): string {
  return `part${index}`;
}

/**
 * Shopify's answer to each part. One that it gave no clear answer is sent alone: an error of its own says nothing of its
 * neighbours, and a document that was refused as a whole has changed nothing, perhaps because of one part.
 */
export function splitReply(client: AdminClient, { parts }: Joined, reply: Reply): readonly Reply[] {
  if (parts.length === 1) return [reply];
  if (reply.kind !== 'answered') return parts.map(() => reply);
  const { data, errors } = reply;
  const own = parts.map(({ request }, index) => {
    const alias = aliasOf(index);
    const isOwn = ({ path }: GraphqlError) => path === undefined || path[0] === alias;
    return { request, payload: data[alias] ?? null, errors: errors.filter(isOwn) };
  });
  const unclear = own.filter((part) => part.payload === null || part.errors.length > 0);
  const alone = client.send(unclear.map(({ request }) => request));
  const isDone = Object.keys(data).length > 0;
  return own.map((part) => {
    const again = alone[unclear.indexOf(part)];
    if (!again) return { ...reply, data: { part: part.payload }, errors: [] };
    const mayHaveArrived = isDone && !isPlainlyRefused(part.errors);
    return again.kind === 'failed' && mayHaveArrived ? { ...again, mayHaveArrived } : again;
  });
}

/** Shopify says that it did not begin with it. */
function isPlainlyRefused(errors: readonly GraphqlError[]): boolean {
  const codes = ['ACCESS_DENIED', 'THROTTLED'];
  return errors.length > 0 && errors.every(({ extensions }) => codes.includes(extensions?.code ?? ''));
}
