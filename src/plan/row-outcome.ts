import type { Gid } from '../catalog/gid';
import type { RowRef } from '../catalog/row';
import { ROW_STATUSES, type RowStatus } from '../catalog/status-block';

/** One thing that happened, or is known, about a row. A row may have several. */
export interface RowOutcome {
  readonly ref: RowRef;
  readonly status: RowStatus;
  /** Short and plain, ending in what to do next; empty where the status says all. */
  readonly message: string;
  readonly shopifyId?: Gid;
}

/** What is shown beside a row. */
export interface RowResult {
  readonly ref: RowRef;
  readonly status: RowStatus;
  readonly message: string;
  readonly shopifyId: Gid | undefined;
}

/** Folds a row's outcomes into its one status: the gravest wins, and the message names each. */
export function rowResult(ref: RowRef, outcomes: readonly RowOutcome[]): RowResult {
  const ordered = [...outcomes].sort((a, b) => gravity(a.status) - gravity(b.status));
  const messages = [...new Set(ordered.map(({ message }) => message).filter(Boolean))];
  const shopifyId = ordered.map((outcome) => outcome.shopifyId).find(Boolean);
  return { ref, status: ordered[0]?.status ?? 'unchanged', message: messages.join(' '), shopifyId };
}

export function gravity(status: RowStatus): number {
  return ROW_STATUSES.indexOf(status);
}
