import type { Listed, RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import type { Problem, ProblemKind } from '../../ports/problem';
import {
  amount,
  anyOf,
  fields,
  listOf,
  mapOf,
  matching,
  maybe,
  nothing,
  oneOf,
  orNull,
  readStored,
  rowOf,
  text,
  time,
  whole,
} from '../../ports/shape';
import type { Settings } from '../../ports/storage';
import { groupsShape } from '../ground/field-groups';
import type { StartedBy } from '../ground/started-by';
import { onceBegun, type RunLimit } from './run-limit';

/** The run that goes on over several executions. */
export interface RunRecord {
  readonly number: number;
  readonly groups: readonly FieldGroup[];
  readonly limit?: RunLimit;
  /** The number of the run that this one undoes. */
  readonly undoes?: number;
  readonly startedBy: StartedBy;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly summary: RunSummary | null;
}

const count = whole();
/** What is kept of a run lists nothing. */
const listed = fields<Listed<never>>({
  count,
  shown: listOf(nothing, 0),
  more: listOf(text(), 0),
});

const summaryShape = fields<Omit<RunSummary, 'estimate' | 'newItems' | 'planned'>>({
  outcome: oneOf<RunSummary['outcome']>('finished', 'paused', 'stopped', 'failed'),
  groups: groupsShape,
  totals: mapOf(count),
  run: orNull(count),
  undid: orNull(count),
  preview: orNull(text()),
  unknownBase: mapOf(count),
  unsynced: fields<RunSummary['unsynced']>({ products: listed, inventory: listed, prices: listed }),
  held: listed,
  refused: count,
  conflicts: listed,
  sent: count,
  remaining: count,
  keptStock: count,
  hiddenRows: maybe(count),
  problem: orNull(
    fields<Problem>({
      // One that another release knows is kept as well: a run must not be forgotten for a word.
      kind: matching<ProblemKind>(/^[a-z-]{1,40}$/),
      message: text(),
      nextStep: text(),
      link: maybe(text()),
    }),
  ),
  endedAtMs: time,
  estimatedSeconds: orNull(amount),
});

export const runNumber = whole(1, 1_000_000_000);

const runShape = fields<RunRecord>({
  number: runNumber,
  groups: groupsShape,
  limit: maybe(
    anyOf<RunLimit>(
      fields<Extract<RunLimit, { kind: 'selection' }>>({
        kind: oneOf('selection'),
        sheetId: count,
        rows: listOf(rowOf<readonly [number, number]>(count, count)),
      }),
      fields<Extract<RunLimit, { kind: 'preview' }>>({
        kind: oneOf('preview'),
        id: maybe(text()),
        hasBegun: maybe(oneOf<true>(true)),
      }),
      fields<Extract<RunLimit, { kind: 'chosen' }>>({ kind: oneOf('chosen'), digest: text() }),
    ),
  ),
  undoes: maybe(runNumber),
  startedBy: fields<StartedBy>({
    editor: text(),
    name: text(),
    by: oneOf<StartedBy['by']>('person', 'clock'),
  }),
  startedAtMs: time,
  summary: orNull(summaryShape),
});

const KEY = 'run';

export function loadRun(settings: Settings): RunRecord | undefined {
  return readStored(runShape, settings.load(KEY));
}

export function saveRun(settings: Settings, run: RunRecord): void {
  settings.save(KEY, JSON.stringify(run));
}

/**
 * The paused run, which goes on, or the one whose panel asked what was decided: what it did to a row still stands beside
 * it, and it is the person's who decided, even if the clock began it. Else a new one.
 */
export function beginRun(
  settings: Settings,
  { groups, kind, limit }: SyncRequest,
  startedBy: StartedBy,
  nowMs: number,
): RunRecord {
  const last = loadSync(settings);
  const goesOn = kind === 'decided' || (kind === 'continue' && last?.summary?.outcome !== 'finished');
  const number = nextNumber(settings);
  const run: RunRecord =
    goesOn && last
      ? kind === 'decided'
        ? { ...last, startedBy, summary: null, ...(limit && { limit }) }
        : withLimitBegun(last)
      : { number, groups, startedBy, startedAtMs: nowMs, summary: null, ...(limit && { limit }) };
  saveRun(settings, run);
  return run;
}

/** An undo is continued by undoing, and no sync goes on with it. */
function loadSync(settings: Settings): RunRecord | undefined {
  const last = loadRun(settings);
  return last?.undoes === undefined ? last : undefined;
}

export function beginUndo(settings: Settings, begun: Omit<RunRecord, 'number' | 'summary'>): RunRecord {
  const run = { ...begun, number: nextNumber(settings), summary: null };
  saveRun(settings, run);
  return run;
}

function nextNumber(settings: Settings): number {
  // Of a record that is damaged otherwise, the number counts still: what is kept of runs is kept under theirs.
  return (readStored(fields({ number: runNumber }), settings.load(KEY))?.number ?? 0) + 1;
}

function withLimitBegun({ limit, ...run }: RunRecord): RunRecord {
  const begun = onceBegun(limit);
  return begun ? { ...run, limit: begun } : run;
}

export interface SyncRequest {
  readonly groups: readonly FieldGroup[];
  /** A person, unless it is said. */
  readonly by?: StartedBy['by'];
  /**
   * `start` begins a new run; `decided` goes on with the last run, as far as its limit names what a person decided;
   * `continue` goes on with the paused run, whose groups and limit count.
   */
  readonly kind: 'start' | 'decided' | 'continue';
  readonly limit?: RunLimit;
  /** Milliseconds since 1970, where this execution did something else before. */
  readonly deadlineMs?: number;
}
