import type { FieldGroup } from '../../catalog/columns/column';
import { distinctRows, type RowRef, rowKey } from '../../catalog/tab/row';
import type { RowStatus } from '../../catalog/tab/status-block';
import { rowsOf } from '../../plan/action-kinds';
import { knownProduct } from '../../plan/compare/known-items';
import { leftOut, notRead } from '../../plan/compare/not-compared';
import { limitActions } from '../../plan/guards/limit-rows';
import { guardClock } from '../../plan/guards/schedule-limits';
import { type GuardedSlips, guardActions, tabSizes, waitingName } from '../../plan/guards/suspicious-changes';
import { partitionCatalog } from '../../plan/identity/in-step';
import { snapshotNeeds } from '../../plan/identity/snapshot-needs';
import { choiceKey } from '../../plan/model/conflict';
import { FIELD_GROUPS, isOfProducts } from '../../plan/model/policy';
import type { RowOutcome } from '../../plan/model/row-outcome';
import type { StoreSnapshot } from '../../plan/model/snapshot';
import { isRemembered, type SyncPlan } from '../../plan/model/sync-plan';
import { planSync } from '../../plan/plan-sync';
import { listEdits } from '../../plan/preview/list-edits';
import { beyond, type RowDigests, rowDigests } from '../../plan/preview/row-digest';
import { keepOtherBarcodes, variantsWithNewBarcode } from '../../plan/product/other-barcodes';
import { notPublished } from '../../plan/publishing/plan-publishing';
import { type Result, succeed } from '../../ports/problem';
import type { StartedBy } from '../ground/services';
import { chosenBy, type RunLimit, rowLimit } from '../run/run-limit';
import { problemOf, type StopCheck } from '../run/stop-check';
import type { Opened } from './execution';
import { once } from './open-execution';

export interface PlanOptions {
  /** Milliseconds since 1970: reading that is not done by then is a problem `time-up`. */
  readonly deadlineMs: number;
  readonly stopCheck?: StopCheck | undefined;
  readonly limit?: RunLimit | undefined;
  /** Skips reading items that are in step with the last sync, unless everything is asked for. */
  readonly scope?: 'changed' | 'everything';
  /** Whether a person or the schedule starts the run; by default a person. The schedule may do less. */
  readonly by?: StartedBy['by'] | undefined;
  /** The number of the run that is planned; a preview has none. */
  readonly run?: number | undefined;
  /** Words for a row that is not read: when it last was. */
  readonly lastCompared?: ((ref: RowRef) => string) | undefined;
}

export interface PlannedRun extends SyncPlan {
  /** The plan's changes for each row, before any of them is held. */
  digests(): RowDigests;
  /** Keys of held changes that a person refused before. */
  readonly refused: readonly string[];
  /** Names of what is held and nobody decided. */
  readonly waiting: readonly string[];
  /** Rows of which a limit leaves something out, without an outcome that says so. */
  readonly unsaid: readonly RowRef[];
  /** Whether every row was compared with Shopify. */
  readonly comparesAll: boolean;
  /** The part of the store that was read. */
  readonly snapshot: StoreSnapshot;
}

/**
 * Time for the plan that checks a person's decision, before the run begins in the same execution; the run finds a bulk
 * query that took most of it again.
 */
export const CHECKING_TIME_MS = 60_000;

const NOTHING = { products: [], variants: [] };

/** Desired catalog → plan: reads from the store what the changed part needs, and decides. Preview and run share it. */
export function planRun(
  open: Opened,
  {
    deadlineMs,
    stopCheck,
    limit,
    scope = 'changed',
    by = 'person',
    run,
    lastCompared = () => '',
  }: PlanOptions,
): Result<PlannedRun> {
  const { store, desired, state, policy, shop, anchors, isHidden, recent, createdBy } = open;
  const { base } = state;
  const partition =
    scope === 'everything'
      ? { changed: desired, inStep: NOTHING }
      : partitionCatalog(desired, base, policy, shop);
  const needs = snapshotNeeds(partition.changed, { base, policy, shop, anchors });
  const stop = () => {
    const reason = stopCheck?.();
    return reason && problemOf(reason);
  };
  const snapshot = store.fetchSnapshot(needs, deadlineMs, stop);
  if (!snapshot.ok) return snapshot;
  const planWith = (confirmed: ReadonlySet<string>): SyncPlan => {
    const { adopted, ...plan } = planSync({
      desired,
      partition,
      snapshot: snapshot.value,
      base,
      policy,
      shop,
      limits: store.limits,
      anchors,
      confirmed,
      counted: open.counted,
    });
    // Released at once: with a hundred thousand rows they fill the memory of a script next to everything that the guards
    // look at.
    return { ...plan, adopted: adopted.filter((record) => !isRemembered(record, base)) };
  };
  const chosen = chosenBy(limit, state);
  const decided = planWith(chosen);
  const barcodes = store.fetchBarcodes(variantsWithNewBarcode(decided.actions), deadlineMs, stop);
  if (!barcodes.ok) return barcodes;
  const plan = keepOtherBarcodes(decided, barcodes.value);
  const rows = rowLimit(limit, plan, { previewed: state.previewed, chosen: state.chosen, isHidden });
  const limited = limitActions(plan.actions, rows);
  const context = {
    desired,
    snapshot: snapshot.value,
    base,
    // Read once for a plan: a guard may ask for each item, and the journal has a hundred thousand entries.
    recent: once(recent),
    created: run === undefined ? undefined : once(() => createdBy(run)),
    run,
    limits: policy.limits,
    refused: new Set(state.refused),
    waiting: new Set(state.waiting),
  };
  const guarded = guardActions(limited.actions, { ...context, confirmed: chosen, whole: plan.actions });
  const left =
    by === 'clock'
      ? guardClock(guarded.actions, tabSizes(desired), policy.limits)
      : { ...guarded, held: [], outcomes: [] };
  // A value is written into all of its cells or none.
  const within = new Set(
    plan.kept.flatMap(({ question, ref }) =>
      rows?.by !== 'change' && (rows?.isWithin(ref) ?? true) ? question : [],
    ),
  );
  const kept = plan.kept.filter(({ question }) =>
    limit?.kind === 'chosen' ? chosen.has(choiceKey('shopify', question)) : within.has(question),
  );
  // A decision sends what it adds to the plan, and nothing that would be sent without it.
  const parts =
    limit?.kind === 'chosen'
      ? beyond(
          left.actions,
          guardActions(planWith(NOBODY).actions, { ...context, confirmed: NOBODY }).actions,
        )
      : { actions: left.actions, left: [] };
  const acted = new Set(parts.actions.flatMap(rowsOf).map(rowKey));
  const dropped = [
    ...parts.left,
    ...plan.kept.filter((cell) => !kept.includes(cell)).map(({ ref }) => ref),
    ...editedElsewhere(open),
  ];
  const toldOf = (statuses: readonly RowStatus[]) =>
    new Set(plan.outcomes.flatMap(({ ref, status }) => (statuses.includes(status) ? rowKey(ref) : [])));
  const saysSome = toldOf(['created', 'updated', 'conflict', 'differs', 'not-synced']);
  // A row that is held or in error already says what comes next.
  const saysAll = toldOf(['skipped', 'error']);
  const isSaid = (ref: RowRef) => acted.has(rowKey(ref)) || saysSome.has(rowKey(ref));
  return succeed({
    ...plan,
    actions: parts.actions,
    kept,
    held: [...guarded.held, ...left.held],
    refused: guarded.refused,
    waiting: stillWaiting(guarded, chosen, { before: state.waiting, limit, groups: policy.groups }),
    comparesAll: partition.inStep.products.length + partition.inStep.variants.length === 0,
    unsaid: distinctRows(dropped.filter((ref) => !isSaid(ref) && !saysAll.has(rowKey(ref)))),
    outcomes: [
      ...plan.outcomes,
      ...notRead(partition.inStep, lastCompared),
      ...(isOfProducts(policy)
        ? partition.inStep.products.flatMap((product) =>
            notPublished(product, knownProduct(product, base)?.fields.published, shop),
          )
        : []),
      ...leftOut(partition.changed, policy),
      ...limited.outcomes,
      ...guarded.outcomes,
      ...left.outcomes,
      ...distinctRows(dropped.filter(isSaid)).map(sayRest),
    ],
    snapshot: snapshot.value,
    digests: () => rowDigests(plan.actions, plan.kept),
  });
}

/** Rows with edits in groups that the run leaves out: they wait. */
function editedElsewhere({ desired, state: { base }, policy, shop }: Opened): readonly RowRef[] {
  const groups = FIELD_GROUPS.filter((group) => !policy.groups.includes(group));
  if (groups.length === 0) return [];
  const others = { ...policy, groups };
  const { changed } = partitionCatalog(desired, base, others, shop);
  return listEdits(changed, { base, policy: others, shop }).map(({ ref }) => ref);
}

/** Names that stay undecided after a decision. A run over everything drops those that changed or were corrected since. */
function stillWaiting(
  { held, together }: Pick<GuardedSlips, 'held' | 'together'>,
  chosen: ReadonlySet<string>,
  {
    before,
    limit,
    groups,
  }: { before: readonly string[]; limit: RunLimit | undefined; groups: readonly FieldGroup[] },
): readonly string[] {
  const isDecision = limit?.kind === 'chosen';
  const decided = new Set([...chosen].map(waitingName));
  const isWhole = !limit && groups.length === FIELD_GROUPS.length;
  const open = new Set(held.map(({ key }) => waitingName(key)));
  const names = isWhole ? before.filter((name) => open.has(name)) : before;
  const left = isDecision ? together.map(waitingName) : [];
  return [...new Set([...names, ...left])].filter((name) => !decided.has(name));
}

const NOBODY: ReadonlySet<string> = new Set();

/** Outcome of a row of which a decision sent a part. */
export function sayRest(ref: RowRef): RowOutcome {
  return {
    ref,
    status: 'unchanged',
    message: 'What else changed in this row was not sent: choose Sync now.',
  };
}
