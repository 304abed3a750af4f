import type { GraphqlDocument } from '../documents/document';

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
  /** It can be asked for in two halves, so that one which is too much to answer in time is not asked for ever again. */
  readonly isDivisible?: true;
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

/** A GraphQL error as Shopify shapes it. Source: https://shopify.dev/docs/api/admin-graphql#status_and_error_codes */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly requiredAccess?: string;
    /** Of a variable that does not fit the schema: where in it, and why. */
    readonly problems?: readonly VariableProblem[];
  };
}

interface VariableProblem {
  readonly path?: readonly (string | number)[];
  readonly explanation?: string;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
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
