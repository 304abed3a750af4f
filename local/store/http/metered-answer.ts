import type { DocumentNode } from 'graphql';
import type { GraphqlAnswer, GraphqlRequest } from '../graphql/execution/answer';
import { actualCost } from '../graphql/query-cost/actual-cost';
import { costExtension, maximumCostError, throttledError } from '../graphql/query-cost/cost-extension';
import { singleQueryMaximum } from '../graphql/query-cost/price-list';
import { type RequestedCost, requestedCost } from '../graphql/query-cost/requested-cost';
import { schemaFor } from '../graphql/schema';
import type { Edge, EmbeddedStore } from '../store-types';
import { type Bucket, bucketAt, charge, fullBucket, refundAt } from './throttle/bucket';
import { throttleStatus } from './throttle/throttle-status';

export interface Caller {
  readonly clientId: string;
  readonly accessScopes: readonly string[];
  readonly wantsSearches: boolean;
  readonly apiVersion: string;
  readonly nowMs: number;
  /** Time at which the answer will have arrived; refunds come back then. */
  readonly endsAtMs: number;
  /** Header `Shopify-GraphQL-Cost-Debug: 1`. */
  readonly wantsCostFields: boolean;
}

/** Executes a valid document at its price: charged on arrival, the unused part given back at the end. */
export function meteredAnswer(
  store: EmbeddedStore,
  edge: Edge,
  request: GraphqlRequest,
  document: DocumentNode,
  caller: Caller,
): GraphqlAnswer {
  const { graphql } = schemaFor(caller.apiVersion);
  const variables = request.variables ?? {};
  const requested = requestedCost(graphql, document, variables, request.operationName);
  if (!requested) return execute(store, request, caller);
  if (requested.total > singleQueryMaximum) return { errors: [maximumCostError(requested.total)] };

  const bucket = bucketOf(edge, caller);
  const charged = charge(bucket, requested.total);
  if (!charged) {
    return { errors: [throttledError], ...costOf(requested, null, edge, bucket, caller) };
  }
  const answer = execute(store, request, caller);
  const neverRan = answer.data === undefined;
  // An over-long input array is the one refusal that stays charged (recorded); others cost nothing.
  if (neverRan && !hasCode(answer, 'MAX_INPUT_SIZE_EXCEEDED')) return answer;
  if (neverRan) {
    edge.buckets.set(caller.clientId, charged);
    return { ...answer, ...costOf(requested, null, edge, charged, caller) };
  }
  const known = actualCost(graphql, document, variables, answer.data, request.operationName);
  const actual = Math.min(known, requested.total);
  const refund = requested.total - actual;
  edge.buckets.set(caller.clientId, refundAt(charged, refund, caller.endsAtMs));
  const { extensions } = costOf(requested, actual, edge, charged, caller, refund);
  return { ...answer, extensions: { ...extensions, ...answer.extensions } };
}

const execute = (store: EmbeddedStore, request: GraphqlRequest, caller: Caller): GraphqlAnswer =>
  store.execute(request, {
    apiVersion: caller.apiVersion,
    accessScopes: caller.accessScopes,
    wantsSearches: caller.wantsSearches,
  });

function bucketOf(edge: Edge, { clientId, nowMs }: Caller): Bucket {
  const bucket = edge.buckets.get(clientId) ?? fullBucket(edge.flow.limit, nowMs);
  const current = bucketAt(bucket, edge.flow, nowMs);
  edge.buckets.set(clientId, current);
  return current;
}

function costOf(
  requested: RequestedCost,
  actual: number | null,
  edge: Edge,
  bucket: Bucket,
  caller: Caller,
  refunded = 0,
): { readonly extensions: Readonly<Record<string, unknown>> } {
  const status = throttleStatus(bucket, edge.flow.limit, refunded);
  return { extensions: { cost: costExtension(requested, actual, status, caller.wantsCostFields) } };
}

const hasCode = ({ errors = [] }: GraphqlAnswer, code: string): boolean =>
  errors.some((error) => error.extensions?.code === code);
