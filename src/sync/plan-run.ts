import { guardClock } from '../plan/clock-guards';
import { guardActions, tabSizes } from '../plan/guards';
import { limitActions } from '../plan/limit-rows';
import { partitionCatalog, snapshotNeeds } from '../plan/needs';
import { planSync } from '../plan/plan-sync';
import type { SyncPolicy } from '../plan/policy';
import type { StoreSnapshot } from '../plan/snapshot';
import type { SyncPlan } from '../plan/sync-plan';
import { type Result, succeed } from '../ports/problem';
import { type Brake, problemOf } from './brake';
import type { OpenRun } from './open-run';
import { type PreviewDigests, previewDigests } from './preview-digests';
import { type RunLimit, rowLimit } from './run-limit';
import type { Starter } from './starter';

export interface PlanOptions {
  /** Milliseconds since 1970: reading that is not done by then is a problem `time-up`. */
  readonly deadlineMs: number;
  readonly brake?: Brake | undefined;
  readonly limit?: RunLimit | undefined;
  /** What is in step with the last sync is not read from the store, unless everything is asked for. */
  readonly scope?: 'changed' | 'everything';
  /** Who started the run that is planned; a person, unless it is said. The clock may do less. */
  readonly by?: Starter['by'] | undefined;
}

export interface PlannedRun extends SyncPlan {
  /** What the plan comes to for each row, before any of it is held. */
  digests(): PreviewDigests;
  /** What was read of the store. */
  readonly snapshot: StoreSnapshot;
}

/**
 * A decision of a person's is checked against a plan of its own before the run begins, in the same execution; a bulk
 * query that took most of this time is found again by the run.
 */
export const CHECKING_TIME_MS = 60_000;

const NOTHING = { products: [], variants: [] };

/** Desired catalog → plan: reads from the store what the changed part needs, and decides. Preview and run share it. */
export function planRun(
  open: OpenRun,
  { deadlineMs, brake, limit, scope = 'changed', by = 'person' }: PlanOptions,
): Result<PlannedRun> {
  const { store, desired, state, policy, shop, anchors } = open;
  const { base, confirmed } = state;
  const partition =
    scope === 'everything'
      ? { changed: desired, inStep: NOTHING }
      : partitionCatalog(desired, base, policy, shop);
  const needs = snapshotNeeds(partition.changed, base, policy, shop);
  const snapshot = store.fetchSnapshot(needs, deadlineMs, () => {
    const halt = brake?.();
    return halt && problemOf(halt);
  });
  if (!snapshot.ok) return snapshot;
  const planWith = (answers: Partial<SyncPolicy>) =>
    planSync({
      desired,
      partition,
      snapshot: snapshot.value,
      base,
      policy: { ...policy, ...answers },
      shop,
      anchors,
      confirmed,
    });
  const plan = planWith({});
  const limited = limitActions(plan.actions, rowLimit(limit, plan.actions, state.previewed));
  const sizes = tabSizes(desired);
  const guarded = guardActions(limited.actions, { sizes, confirmed });
  const left = by === 'clock' ? guardClock(guarded.actions, sizes) : { ...guarded, held: [], outcomes: [] };
  return succeed({
    ...plan,
    actions: left.actions,
    held: [...guarded.held, ...left.held],
    outcomes: [...plan.outcomes, ...limited.outcomes, ...guarded.outcomes, ...left.outcomes],
    snapshot: snapshot.value,
    digests: () => previewDigests(plan, planWith),
  });
}
