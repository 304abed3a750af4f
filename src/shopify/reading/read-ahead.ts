import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { fail } from '../../ports/problem';
import type { Clock } from '../../ports/system';
import type { AdminClient, Reply } from '../client/admin-client';
import type { GraphqlRequest } from '../client/graphql';
import { fetchSnapshot, type LookUpAccess } from './fetch-snapshot';

/** A client that can be given the answer to a request before it is asked for. */
export interface AheadClient extends AdminClient {
  /** Answers this request once, if it is the next that is sent in the store's present state. */
  keep(request: GraphqlRequest, reply: Reply): void;
}

/** Between asking for the shop and asking for what rows mean nothing is waited for; what took longer may have changed. */
const KEPT_MS = 5_000;

/** Nothing that was kept outlives a mutation, nor some seconds. */
export function aheadClient(client: AdminClient, clock: Clock): AheadClient {
  let kept: { readonly key: string; readonly reply: Reply; readonly atMs: number } | undefined;
  const take = (request: GraphqlRequest): Reply | undefined => {
    if (!kept || kept.key !== keyOf(request)) return undefined;
    const { reply, atMs } = kept;
    kept = undefined;
    const ageMs = clock.now() - atMs;
    return ageMs >= 0 && ageMs <= KEPT_MS ? reply : undefined;
  };
  return {
    ...client,
    keep(request, reply) {
      kept = { key: keyOf(request), reply, atMs: clock.now() };
    },
    send(wave) {
      if (!kept) return client.send(wave);
      if (wave.some(({ document }) => document.startsWith('mutation'))) kept = undefined;
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
  const first: GraphqlRequest[] = [];
  const listening: AdminClient = {
    ...access.client,
    send(wave) {
      first.push(...wave);
      return wave.map(() => ({ kind: 'failed', problem: NOT_ASKED }));
    },
  };
  fetchSnapshot({ ...access, client: listening }, needs, Number.POSITIVE_INFINITY);
  return first.length === 1 ? first[0] : undefined;
}

/** Nobody reads it: the reading ends with it. */
const NOT_ASKED = fail('stopped', 'Not asked.', '').problem;

/** Shopify refuses a query that costs more by itself. Source: https://shopify.dev/docs/api/usage/limits */
const MOST_POINTS = 1_000;

/** Two reads that ask for different fields as one document, of which the first has no variables; undefined where it would be too dear. */
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
