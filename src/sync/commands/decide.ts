import type { RunSummary } from '../../answers/answers';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { rowsOf } from '../../plan/action-kinds';
import { CONFLICT_SIDES, type Conflict, type ConflictSide, choiceKey } from '../../plan/model/conflict';
import type { RowOutcome } from '../../plan/model/row-outcome';
import { fail, type Result, succeed } from '../../ports/problem';
import { fields, maybe, oneOf, orNull, whole } from '../../ports/shape';
import type { Opened } from '../execution/execution';
import { openBoard } from '../execution/open-execution';
import { openRun } from '../execution/open-run';
import { CHECKING_TIME_MS, type PlannedRun, planRun } from '../execution/plan-run';
import { deadlineOf } from '../ground/daily-allowance';
import type { Services, WritingServices } from '../ground/services';
import { groupsOf } from '../ground/settings';
import { refuseDuringLease } from '../run/lease';
import { runAlone } from '../run/run-alone';
import { chosenBy, chosenLimit } from '../run/run-limit';
import { loadRun, type Run } from '../run/run-record';
import { nextState } from '../run/run-state';
import { runSync } from './run-sync';

/** The questions of a page that a person answered. */
export interface Decision {
  /** Each names an item, a field and both values. */
  readonly keys: readonly string[];
  /** The run whose panel shows them; null or absent where a preview does. */
  readonly run?: number | null;
  /** How many items are to be deleted, as a person typed it; needed for many. */
  readonly count?: number;
  /** Set where products are to be archived in place of being deleted. */
  readonly instead?: 'archive';
}

export interface Resolution extends Decision {
  readonly side: ConflictSide;
}

/** Sends held changes that a person confirmed, and nothing else. */
export function confirmHeld(services: WritingServices, decision: Decision): Result<RunSummary> {
  const { keys = [], count, instead } = decision ?? {};
  if (instead !== undefined) {
    return decide(services, decision, ({ held }) =>
      held.filter(({ deletes }) => deletes === 'product').map(({ key }) => [key, choiceKey('shopify', key)]),
    );
  }
  return decide(
    services,
    decision,
    ({ held }) => held.map(({ key }) => [key, key]),
    ({ held }) => {
      const deleted = held.filter(({ key, deletes }) => deletes && keys.includes(key)).length;
      return deleted > MOST_UNCOUNTED && count !== deleted ? uncounted(deleted) : undefined;
    },
  );
}

/** Sends or takes over what a person chose for cells that changed on both sides or were never synced, and nothing else. */
export function resolveConflicts(services: WritingServices, decision: Resolution): Result<RunSummary> {
  const side = decision?.side;
  if (!CONFLICT_SIDES.includes(side)) return INVALID;
  const isOffered = ({ sum }: Conflict) => side !== 'add' || sum !== undefined;
  return decide(services, decision, ({ conflicts, unsynced }) =>
    [...conflicts, ...unsynced].filter(isOffered).map(({ key }) => [key, choiceKey(side, key)]),
  );
}

/** Keeps held changes held without asking again, until one of their values is another. */
export function refuseHeld(services: Services, decision: Decision): Result<null> {
  if (!isDecision(decision)) return INVALID;
  return runAlone(services, () => {
    const opened = openRun(services, groupsOf(undefined));
    if (!opened.ok) return opened;
    const planned = planChecked(services, opened.value);
    if (!planned.ok) return planned;
    const { held } = planned.value;
    const refs = held.filter(({ key }) => decision.keys.includes(key)).map(({ ref }) => ref);
    if (!coversAll(decision, new Set(held.map(({ key }) => key)))) return CHANGED;
    opened.value.state.saveRefused([...planned.value.refused, ...decision.keys]);
    return writeRows(services, refs);
  });
}

/** Asks again about what was refused. */
export function askAgain(services: Services): Result<null> {
  return runAlone(services, () => {
    const opened = openRun(services, groupsOf(undefined));
    if (!opened.ok) return opened;
    opened.value.state.saveRefused([]);
    return succeed(null);
  });
}

/**
 * Writes next to rows what a fresh plan says of them, followed by this; rows of which something would be sent stay as
 * they are.
 */
export function writeRows(
  services: Services,
  refs: readonly RowRef[],
  more: readonly RowOutcome[] = [],
): Result<null> {
  const opened = openRun(services, groupsOf(undefined));
  if (!opened.ok) return opened;
  const planned = planChecked(services, opened.value);
  if (!planned.ok) return planned;
  const nowMs = services.clock.now();
  const board = openBoard(services, opened.value, nowMs);
  const own = new Set(refs.map(rowKey));
  const isOwn = (ref: RowRef) => own.has(rowKey(ref));
  const { actions, outcomes, kept } = planned.value;
  board.plan(
    opened.value.desired.rows.filter(isOwn),
    [...outcomes.filter(({ ref }) => isOwn(ref)), ...more],
    [...actions.flatMap(rowsOf), ...kept.map(({ ref }) => ref)],
  );
  board.write(nowMs);
  return succeed(null);
}

/**
 * Plans again, takes exactly the questions that the page showed, and runs with their answers alone. It goes on with the
 * run whose panel asked, as long as that is the last one; else it is a run of its own.
 */
function decide(
  services: WritingServices,
  decision: Decision,
  answersIn: (plan: PlannedRun) => readonly (readonly [question: string, answer: string])[],
  refuse: (plan: PlannedRun) => Result<never> | undefined = () => undefined,
): Result<RunSummary> {
  if (!isDecision(decision)) return INVALID;
  // Checking and running share the time of one execution.
  const deadlineMs = deadlineOf(services, 'person');
  return runAlone(services, () => {
    const last = loadRun(services.settings);
    const shownIn = last && last.number === decision.run && last.task.kind === 'sync' ? last : undefined;
    if (shownIn && nextState(shownIn.state.kind, 'confirm') === 'refused') return UNFINISHED;
    const busy = refuseDuringLease(services, 'person');
    if (busy) return busy;
    const groups = groupsOf(shownIn?.groups);
    const opened = openRun(services, groups);
    if (!opened.ok) return opened;
    const { state } = opened.value;
    const planned = planChecked(services, opened.value, shownIn);
    if (!planned.ok) return planned;
    const answers = new Map(answersIn(planned.value));
    if (!coversAll(decision, answers)) return CHANGED;
    const refused = refuse(planned.value);
    if (refused) return refused;
    // What was chosen earlier in this run stays chosen: it may be held once more, for its size.
    const earlier = chosenBy(shownIn?.limit, state);
    const chosen = [...new Set([...earlier, ...decision.keys.map((key) => answers.get(key) as string)])];
    state.saveChosen(chosen);
    const limit = chosenLimit(chosen);
    const begun = { by: 'person', deadlineMs } as const;
    return succeed(
      shownIn
        ? runSync(services, { kind: 'confirmed', run: shownIn, limit }, begun)
        : runSync(services, { kind: 'start', groups, limit }, begun),
    );
  });
}

function planChecked(services: Services, open: Opened, shownIn?: Run): Result<PlannedRun> {
  return planRun(open, {
    deadlineMs: services.clock.now() + CHECKING_TIME_MS,
    // A run that was limited to some rows showed nothing of the others.
    limit:
      shownIn?.limit?.kind === 'preview' || shownIn?.limit?.kind === 'ticked' ? undefined : shownIn?.limit,
  });
}

function coversAll({ keys }: Decision, known: { has(key: string): boolean }): boolean {
  return keys.every((key) => known.has(key));
}

export function isKeys(keys: unknown): keys is readonly string[] {
  return Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'string');
}

/** A page may be anybody's: what it sends is looked at before it is used. */
const isDecision = fields<Decision>({
  keys: isKeys,
  run: maybe(orNull(whole())),
  count: maybe(whole()),
  instead: maybe(oneOf<'archive'>('archive')),
});

/** Up to so many deletions are confirmed by their names alone. */
const MOST_UNCOUNTED = 10;

function uncounted(count: number): Result<never> {
  return fail(
    'invalid-input',
    `${count} items would be deleted, and nobody typed that number.`,
    `Look through all of them, then type ${count} to delete them, or archive the products instead.`,
  );
}

const INVALID = fail(
  'invalid-input',
  'This names no change that was shown.',
  'Choose Preview changes, and decide about what it shows.',
);

export const CHANGED = fail(
  'invalid-input',
  'Some of these cells changed again since you saw them.',
  'Choose Preview changes, look at them again, then decide.',
);

const UNFINISHED = fail(
  'invalid-input',
  'This sync has not come to its end.',
  'Choose Go on first, then decide about what is left.',
);
