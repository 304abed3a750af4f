import type { Row } from '../state/table';

export type BulkOperationType = 'MUTATION' | 'QUERY';

/** A value of the schema's `BulkOperationErrorCode`. */
export type BulkErrorCode = 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT';

/** End of an operation, now or to come: a query's end is known as soon as it has run. */
export type BulkEnd =
  | { readonly kind: 'completed'; readonly atMs: number }
  | { readonly kind: 'failed'; readonly atMs: number; readonly errorCode: BulkErrorCode }
  | { readonly kind: 'canceled'; readonly atMs: number };

export interface BulkOperation extends Row {
  readonly type: BulkOperationType;
  /** The document, whichever type it has. */
  readonly query: string;
  /** Those of the request that started it. */
  readonly apiVersion: string;
  readonly accessScopes: readonly string[];
  /** For a query: children directly after their parents. */
  readonly groupsObjects: boolean;
  /** For a mutation: place of its variables. */
  readonly stagedUploadId: string | null;
  /** Virtual epoch milliseconds. */
  readonly createdAtMs: number;
  readonly startsAtMs: number;
  readonly rowsPerSecond: number;
  readonly breaksOff: BreakOff | null;
  /** For a mutation: those done. For a query: those that its result will have. */
  readonly objectCount: number;
  readonly rootObjectCount: number;
  /** JSON Lines, in pieces of any length. */
  readonly output: readonly string[];
  readonly end: BulkEnd | null;
}

/** A failure in the middle, on demand. */
export interface BreakOff {
  readonly afterRows: number;
  readonly errorCode: BulkErrorCode;
}

/** An operation as the answer that starts it shows it: CREATED and empty, whatever the clock says (recorded). */
export interface StartedBulkOperation extends BulkOperation {
  readonly justStarted?: true;
}
