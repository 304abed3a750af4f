import type { GraphqlDocument } from '../documents/document';

/**
 * The Admin API version that every document in this folder is validated against. A retired version silently falls
 * forward to the oldest supported one, so the answer's `X-Shopify-API-Version` is compared with it.
 * Source: https://shopify.dev/docs/api/usage/versioning
 */
export const API_VERSION = '2026-10';

/** Shopify promises each version for a year from the month that it is named after. */
export function retiresAtMs(version: string): number {
  const [year = 0, month = 1] = version.split('-').map(Number);
  return Date.UTC(year + 1, month - 1, 1);
}

/** One request to the Admin API, and the type of its answer's data. */
export interface GraphqlRequest<Data = unknown> {
  readonly document: GraphqlDocument<Data, unknown>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Query cost points, known before sending. */
  readonly cost: number;
  /**
   * Whether the same request may be sent again when no answer came. True for reads, for mutations with an idempotency
   * key and for those that set a state; false where a second arrival would do a second thing.
   */
  readonly repeatable: boolean;
  /** It can be asked for in two halves, so that a request too large to be answered in time is not repeated forever. */
  readonly isDivisible?: true;
  /** Its root fields are mutations of their own: an error that names one says nothing of the others. */
  readonly isJoined?: true;
}

/** A read with the variables that its document takes. */
export function readRequest<Data, Variables extends Readonly<Record<string, unknown>>>(
  document: GraphqlDocument<Data, Variables>,
  variables: NoInfer<Variables>,
  cost: number,
): GraphqlRequest<Data> {
  return { document, variables, cost, repeatable: true };
}

/** A mutation with the variables that its document takes. */
export function writeRequest<Data, Variables extends Readonly<Record<string, unknown>>>(
  document: GraphqlDocument<Data, Variables>,
  variables: NoInfer<Variables>,
  { cost, repeatable }: Pick<GraphqlRequest, 'cost' | 'repeatable'>,
): GraphqlRequest<Data> {
  return { document, variables, cost, repeatable };
}

/** A part of a document with its variables numbered, so that it stands next to others of its kind. */
export function numbered(text: string, index: number): string {
  return text.replace(/\$(\w+)/g, `$$$1_${index}`);
}

/** Source: https://shopify.dev/docs/api/usage/limits (the throttle status of a response) */
export interface CostReport {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    readonly restoreRate: number;
  };
}
