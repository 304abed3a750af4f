import { NO_STEPS } from '../../plan/guards/steps';
import { guardUndo } from '../../plan/guards/suspicious-changes';
import { holdUnseen } from '../../plan/guards/unseen-undo';
import { FIELD_GROUPS } from '../../plan/model/policy';
import type { SyncPlan } from '../../plan/model/sync-plan';
import { keepOtherBarcodes, variantsWithNewBarcode } from '../../plan/product/other-barcodes';
import { hasOnlyImages } from '../../plan/undo/fold-replaced';
import { imagesThatStay } from '../../plan/undo/images-that-stay';
import { type UndoableRun, undoableRun } from '../../plan/undo/logged-runs';
import { planUndo } from '../../plan/undo/plan-undo';
import { undoNeeds } from '../../plan/undo/undo-needs';
import { fail, type Result, succeed } from '../../ports/problem';
import type { StoreReader } from '../../ports/store';
import type { Opened } from '../execution/execution';
import { openUndo } from '../execution/open-run';
import type { PlanOptions } from '../execution/plan-run';
import type { Services } from '../ground/services';
import { isOfKnownItem } from '../memory/stored-undo';
import { loadRuns } from '../memory/undo-journal';
import { listRuns } from '../run/run-history';
import { problemOf } from '../run/stop-check';

export interface OpenUndo<OwnStore extends StoreReader = StoreReader> {
  readonly open: Opened<OwnStore>;
  readonly undoable: UndoableRun;
}

/** Opens what an undo is planned from: what a run is planned from, and what the run in question replaced. */
export function openUndoOf<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  run: number,
): Result<OpenUndo<OwnStore>> {
  const groups = listRuns(services).find(({ number }) => number === run)?.groups ?? FIELD_GROUPS;
  const opened = openUndo(services, groups);
  if (!opened.ok) return opened;
  const { shop, state, signer } = opened.value;
  const runs = loadRuns({ ...services, shop: shop.domain, signer }, run);
  const undoable = undoableRun(
    runs.map((logged) => ({
      ...logged,
      entries: logged.isForeign
        ? logged.entries.filter((entry) => isOfKnownItem(entry, state.base))
        : logged.entries,
    })),
  );
  if (undoable && !(hasOnlyImages(undoable) && undoable.images.length > 0))
    return succeed({ open: opened.value, undoable });
  return fail(
    'invalid-input',
    undoable
      ? `Run ${run} changed images alone: ${imagesThatStay(undoable.images)}.`
      : `Nothing is kept of run ${run}.`,
    `${undoable ? '' : 'What a run replaces in Shopify is kept for 30 days; this one replaced nothing, or longer ago. '}An image that it added stays: remove it in Shopify admin. So does the image of a variant that showed none before: type [clear] in its cell.`,
  );
}

/** Plans as a run does: reads from the store what it needs, decides, and holds what looks like a mistake. */
export function planUndoRun(
  { open, undoable }: OpenUndo,
  confirmed: ReadonlySet<string>,
  { deadlineMs, stopCheck }: Pick<PlanOptions, 'deadlineMs' | 'stopCheck'>,
): Result<SyncPlan> {
  const { store, desired, state, policy, shop } = open;
  const stop = () => {
    const reason = stopCheck?.();
    return reason && problemOf(reason);
  };
  const snapshot = store.fetchSnapshot(undoNeeds(undoable, { shop, base: state.base }), deadlineMs, stop);
  if (!snapshot.ok) return snapshot;
  const decided = planUndo({ undoable, desired, snapshot: snapshot.value, base: state.base, policy, shop });
  const barcodes = store.fetchBarcodes(variantsWithNewBarcode(decided.actions), deadlineMs, stop);
  if (!barcodes.ok) return barcodes;
  const plan = keepOtherBarcodes(decided, barcodes.value);
  // An undo reverses the steps of a run on purpose.
  const recent = () => NO_STEPS;
  const context = {
    desired,
    snapshot: snapshot.value,
    base: state.base,
    recent,
    confirmed,
    limits: policy.limits,
  };
  const guarded = guardUndo(plan.actions, context);
  const seen = undoable.isForeign
    ? holdUnseen(guarded.actions, confirmed)
    : { ...guarded, held: [], outcomes: [] };
  return succeed({
    ...plan,
    actions: seen.actions,
    held: [...guarded.held, ...seen.held],
    outcomes: [...plan.outcomes, ...guarded.outcomes, ...seen.outcomes],
  });
}
