import { guardActions, tabSizes } from '../plan/guards';
import { limitActions } from '../plan/limit-rows';
import { partitionCatalog, snapshotNeeds } from '../plan/needs';
import { planSync } from '../plan/plan-sync';
import type { SyncPlan } from '../plan/sync-plan';
import { type Result, succeed } from '../ports/problem';
import type { OpenRun } from './open-run';
import { type RunLimit, rowLimit } from './run-limit';

export interface PlanOptions {
  readonly limit?: RunLimit | undefined;
  /** What is in step with the last sync is not read from the store, unless everything is asked for. */
  readonly scope?: 'changed' | 'everything';
}

const NOTHING = { products: [], variants: [] };

/** Desired catalog → plan: reads from the store what the changed part needs, and decides. Preview and run share it. */
export function planRun(open: OpenRun, { limit, scope = 'changed' }: PlanOptions = {}): Result<SyncPlan> {
  const { store, desired, state, policy, shop, anchors } = open;
  const { base, confirmed } = state;
  const partition =
    scope === 'everything'
      ? { changed: desired, inStep: NOTHING }
      : partitionCatalog(desired, base, policy, shop);
  const snapshot = store.fetchSnapshot(snapshotNeeds(partition.changed, base, policy, shop));
  if (!snapshot.ok) return snapshot;
  const plan = planSync({
    desired,
    partition,
    snapshot: snapshot.value,
    base,
    policy,
    shop,
    anchors,
    confirmed,
  });
  const limited = limitActions(plan.actions, rowLimit(limit, plan.actions, state.previewed));
  const guarded = guardActions(limited.actions, { sizes: tabSizes(desired), confirmed });
  return succeed({
    ...plan,
    ...guarded,
    outcomes: [...plan.outcomes, ...limited.outcomes, ...guarded.outcomes],
  });
}
