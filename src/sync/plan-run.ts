import type { DesiredCatalog } from '../catalog/desired';
import type { Anchors } from '../plan/anchors';
import { guardActions, tabSizes } from '../plan/guards';
import { partitionCatalog, snapshotNeeds } from '../plan/needs';
import { planSync } from '../plan/plan-sync';
import type { SyncPolicy } from '../plan/policy';
import type { ShopFacts } from '../plan/snapshot';
import type { SyncPlan } from '../plan/sync-plan';
import { type Result, succeed } from '../ports/problem';
import type { Store } from '../ports/store';
import type { State } from './state-tab';

/** Desired catalog → plan: reads from the store what the changed part needs, and decides. Preview and run share it. */
export function planRun(
  store: Store,
  desired: DesiredCatalog,
  state: State,
  policy: SyncPolicy,
  shop: ShopFacts,
  anchors: Anchors,
): Result<SyncPlan> {
  const partition = partitionCatalog(desired, state.base, policy, shop);
  const snapshot = store.fetchSnapshot(snapshotNeeds(partition.changed, state.base, policy));
  if (!snapshot.ok) return snapshot;
  const plan = planSync({
    desired,
    partition,
    snapshot: snapshot.value,
    base: state.base,
    policy,
    shop,
    anchors,
  });
  const guarded = guardActions(plan.actions, { sizes: tabSizes(desired), confirmed: state.confirmed });
  return succeed({ ...plan, ...guarded, outcomes: [...plan.outcomes, ...guarded.outcomes] });
}
