import type { ThrottleStatus } from '../../http/throttle/throttle-status';
import { singleQueryMaximum } from './price-list';
import type { FieldCost, RequestedCost } from './requested-cost';

/** `extensions.cost` of an answer. */
export interface CostExtension {
  readonly requestedQueryCost: number;
  /** Null where the request was not executed to its end: throttled, or an input array over the limit. */
  readonly actualQueryCost: number | null;
  readonly throttleStatus: ThrottleStatus;
  /** Only for the header `Shopify-GraphQL-Cost-Debug: 1`. */
  readonly fields?: readonly FieldCost[];
}

export function costExtension(
  requested: RequestedCost,
  actual: number | null,
  throttleStatus: ThrottleStatus,
  withFields: boolean,
): CostExtension {
  const cost = { requestedQueryCost: requested.total, actualQueryCost: actual, throttleStatus };
  return withFields ? { ...cost, fields: requested.fields } : cost;
}

/** The error of a 200 answer to a request that the bucket cannot pay (https://shopify.dev/docs/api/usage/limits). */
export const throttledError = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
} as const;

/** A single query over the maximum is refused before it is charged; text as reported in public issues. */
export const maximumCostError = (cost: number) => ({
  message:
    `Query cost is ${cost}, which exceeds the single query max cost limit (${singleQueryMaximum}).\n\n` +
    'See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n' +
    'cost of a query is calculated.\n\n' +
    'To query larger amounts of data with fewer limits, bulk operations should be used instead.\n' +
    'See https://shopify.dev/api/usage/bulk-operations/queries for usage details.\n',
  extensions: {
    code: 'MAX_COST_EXCEEDED',
    cost,
    maxCost: singleQueryMaximum,
    documentation: 'https://shopify.dev/api/usage/limits#rate-limits',
  },
});
