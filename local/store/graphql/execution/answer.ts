/** A GraphQL request as the endpoint receives it. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  /** From the path; the newest version where left out. */
  readonly apiVersion?: string;
}

/** One entry of the answer's top-level `errors`. */
export interface TopLevelError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly TopLevelError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
