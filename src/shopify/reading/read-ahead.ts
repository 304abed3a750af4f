import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { fail } from '../../ports/problem';
import type { Clock } from '../../ports/system';
import type { AdminClient, Reply } from '../client/admin-client';
import { type GraphqlRequest, numbered } from '../client/graphql';
import { fetchSnapshot, type LookUpAccess } from './fetch-snapshot';

/** A client that can be given the answer to a request before it is asked for. */
export interface AheadClient extends AdminClient {
  /** Answers this request once, if it is sent soon and in the store's present state. */
  keep(request: GraphqlRequest, reply: Reply): void;
}

/**
 * Nothing waits between reading the shop and resolving what rows mean, so the store may have changed since an older
 * answer.
 */
const KEPT_MS = 5_000;

/** A client that drops what it kept at any mutation, and after some seconds. */
export function aheadClient(client: AdminClient, clock: Clock): AheadClient {
  const kept = new Map<string, { readonly reply: Reply; readonly atMs: number }>();
  const take = (request: GraphqlRequest): Reply | undefined => {
    const key = keyOf(request);
    const known = kept.get(key);
    if (!known) return undefined;
    kept.delete(key);
    const ageMs = clock.now() - known.atMs;
    return ageMs >= 0 && ageMs <= KEPT_MS ? known.reply : undefined;
  };
  return {
    ...client,
    keep(request, reply) {
      kept.set(keyOf(request), { reply, atMs: clock.now() });
    },
    send(wave) {
      if (kept.size === 0) return client.send(wave);
      if (wave.some(({ document }) => document.startsWith('mutation'))) kept.clear();
      const known = wave.map(take);
      const asked = wave.filter((_, index) => known[index] === undefined);
      const replies = asked.length > 0 ? [...client.send(asked)] : [];
      return known.map((reply) => reply ?? (replies.shift() as Reply));
    },
  };
}

function keyOf({ document, variables }: GraphqlRequest): string {
  return JSON.stringify([document, variables]);
}

/** The one request with which reading these would begin; undefined where there are several, or none. */
export function firstRequest(access: LookUpAccess, needs: SnapshotNeeds): GraphqlRequest | undefined {
  const first = firstRequests(access.client, (client) =>
    fetchSnapshot({ ...access, client }, needs, Number.POSITIVE_INFINITY),
  );
  return first.length === 1 ? first[0] : undefined;
}

/** The requests with which a reading would begin, all at once. */
export function firstRequests(
  client: AdminClient,
  read: (client: AdminClient) => unknown,
): readonly GraphqlRequest[] {
  const first: GraphqlRequest[] = [];
  read({
    ...client,
    send(wave) {
      first.push(...wave);
      return wave.map(() => ({ kind: 'failed', problem: NOT_ASKED }));
    },
  });
  return first;
}

/** Nobody reads it: the reading ends with it. */
const NOT_ASKED = fail('stopped', 'Not asked.', '').problem;

/** Shopify refuses a query that costs more by itself. Source: https://shopify.dev/docs/api/usage/limits */
const MOST_POINTS = 1_000;

/**
 * Two reads that ask for different fields as one document, of which the first has no variables; undefined where it would
 * cost too many points.
 */
export function readBoth(first: GraphqlRequest, second: GraphqlRequest): GraphqlRequest | undefined {
  const [, declared = '', fields = ''] = /^query \w+(\(.*?\))?\{(.*)\}$/s.exec(second.document) ?? [];
  const cost = first.cost + second.cost;
  if (!fields || cost > MOST_POINTS) return undefined;
  const own = first.document.slice(first.document.indexOf('{') + 1, -1);
  return {
    document: `query Both${declared}{${own} ${fields}}`,
    variables: second.variables,
    cost,
    repeatable: true,
  };
}

/** A document with others in it, and what its answer is to each of them. */
export interface ReadWith {
  readonly request: GraphqlRequest;
  answers(data: Readonly<Record<string, unknown>>): readonly (readonly [GraphqlRequest, Reply])[];
}

/** A read without variables as one document with other reads of one field each, as many of them as its cost allows. */
export function readWith(first: GraphqlRequest, others: readonly GraphqlRequest[]): ReadWith {
  let { cost } = first;
  const parts: { readonly other: GraphqlRequest; readonly name: string }[] = [];
  const declarations: string[] = [];
  const fields = [first.document.slice(first.document.indexOf('{') + 1, -1)];
  const variables: Record<string, unknown> = {};
  for (const other of others) {
    const [, declared = '', field = '', name = ''] =
      /^query \w+(?:\((.*?)\))?\{((\w+)[({].*)\}$/s.exec(other.document) ?? [];
    if (!name || cost + other.cost > MOST_POINTS) continue;
    const index = parts.length;
    cost += other.cost;
    parts.push({ other, name });
    if (declared) declarations.push(numbered(declared, index));
    fields.push(`${aliasOf(index)}:${numbered(field, index)}`);
    for (const [key, value] of Object.entries(other.variables)) variables[`${key}_${index}`] = value;
  }
  const declared = declarations.length > 0 ? `(${declarations.join(',')})` : '';
  return {
    request: { document: `query With${declared}{${fields.join(' ')}}`, variables, cost, repeatable: true },
    answers: (data) =>
      parts.map(({ other, name }, index) => [
        other,
        { kind: 'answered', data: { [name]: data[aliasOf(index)] }, errors: [] },
      ]),
  };
}

function aliasOf(index: number): string {
  return `part${index}`;
}
