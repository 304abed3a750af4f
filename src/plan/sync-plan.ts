import type { Gid } from '../catalog/gid';
import type { FieldGroup, RowRef } from '../catalog/row';
import type { RowStatus } from '../catalog/status-block';
import type { SyncAction } from './action';
import type { BaseRecord } from './base';
import type { RowOutcome } from './row-outcome';

/** Everything a run will do, and what is known of every row without doing it. A value: preview shows it, apply sends it. */
export interface SyncPlan {
  readonly actions: readonly SyncAction[];
  readonly outcomes: readonly RowOutcome[];
  /** Cells found in step with the store: remembered, so that the next run need not read them. */
  readonly adopted: readonly BaseRecord[];
  /** Cells of existing items whose history is not known, by group; a person chooses a side. */
  readonly unknownBase: Readonly<Record<FieldGroup, number>>;
}

/** A plan in the making. */
export class PlanDraft {
  readonly actions: SyncAction[] = [];
  readonly outcomes: RowOutcome[] = [];
  readonly adopted: BaseRecord[] = [];
  readonly unknownBase: Record<FieldGroup, number> = { products: 0, inventory: 0, prices: 0 };

  say(ref: RowRef, status: RowStatus, message: string, shopifyId?: Gid): void {
    this.outcomes.push({ ref, status, message, ...(shopifyId && { shopifyId }) });
  }
}
