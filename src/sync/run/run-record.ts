import type { RunSummary } from '../../answers/answers';
import type { Listed } from '../../answers/waiting';
import type { FieldGroup } from '../../catalog/columns/column';
import type { Problem, ProblemKind } from '../../ports/problem';
import {
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
import type { StartedBy } from '../ground/services';
import { groupsShape } from '../ground/settings';
import { onceBegun, type RunLimit } from './run-limit';
import { ended, type RunState, summaryIn } from './run-state';

/** A run, which goes on over several executions. */
export interface Run {
  readonly number: number;
  readonly task: { readonly kind: 'sync' } | { readonly kind: 'undo'; readonly run: number };
  readonly groups: readonly FieldGroup[];
  readonly limit?: RunLimit;
  readonly startedBy: StartedBy;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly state: RunState;
}

/**
 * How a run is stored: as release 1.0 of the memory did, because people paste several releases into one spreadsheet, and
 * one that cannot read the record of a limited run would begin a run of everything.
 */
interface StoredRun extends Pick<Run, 'number' | 'groups' | 'limit' | 'startedBy' | 'startedAtMs'> {
  /** The number of the run that this one undoes. */
  readonly undoes?: number;
  /** Summary after its last execution that came to an end; null where none has. */
  readonly summary: RunSummary | null;
  /**
   * When that summary was made, where another execution works on since. A release that does not know this field leaves it
   * as it is: the time of its own summary is another one then.
   */
  readonly runsSinceMs?: number;
}

const count = whole();
/** A stored run has the counts of its lists alone. */
const listed = fields<Listed<never>>({
  count,
  shown: listOf(nothing, 0),
  more: listOf(text(), 0),
});

const summaryShape = fields<Omit<RunSummary, 'errors'>>({
  outcome: oneOf<RunSummary['outcome']>('finished', 'paused', 'stopped', 'failed'),
  groups: groupsShape,
  totals: mapOf(count),
  run: orNull(count),
  undid: orNull(count),
  preview: oneOf(null),
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
      // Other releases may know other kinds, which are accepted: a run must not be forgotten because of a word.
      kind: matching<ProblemKind>(/^[a-z-]{1,40}$/),
      message: text(),
      nextStep: text(),
      link: maybe(text()),
    }),
  ),
  unwritten: maybe(text()),
  endedAtMs: time,
  estimatedSeconds: oneOf(null),
});

export const runNumber = whole(1, 1_000_000_000);

const runShape = fields<StoredRun>({
  number: runNumber,
  groups: groupsShape,
  limit: maybe(
    anyOf<RunLimit>(
      fields<Extract<RunLimit, { kind: 'selection' }>>({
        kind: oneOf('selection'),
        sheetId: count,
        rows: listOf(rowOf<readonly [number, number]>(count, count)),
        isNamed: maybe(oneOf<true>(true)),
      }),
      fields<Extract<RunLimit, { kind: 'preview' }>>({
        kind: oneOf('preview'),
        id: maybe(text()),
        hasBegun: maybe(oneOf<true>(true)),
      }),
      fields<Extract<RunLimit, { kind: 'chosen' }>>({ kind: oneOf('chosen'), digest: text() }),
      fields<Extract<RunLimit, { kind: 'ticked' }>>({
        kind: oneOf('ticked'),
        digest: text(),
        hasBegun: maybe(oneOf<true>(true)),
      }),
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
  runsSinceMs: maybe(time),
});

const KEY = 'run';

export function loadRun(settings: Settings): Run | undefined {
  const stored = readStored(runShape, settings.load(KEY));
  return stored && fromStored(stored);
}

export function saveRun(settings: Settings, run: Run): void {
  settings.save(KEY, JSON.stringify(toStored(run)));
}

function fromStored({ undoes, summary, runsSinceMs, ...run }: StoredRun): Run {
  const isRunning = summary === null || summary.endedAtMs === runsSinceMs;
  return {
    ...run,
    task: undoes === undefined ? { kind: 'sync' } : { kind: 'undo', run: undoes },
    state: isRunning ? { kind: 'running', earlier: summary } : ended(summary),
  };
}

function toStored({ task, state, ...run }: Run): StoredRun {
  const earlier = state.kind === 'running' && state.earlier;
  return {
    ...run,
    ...(task.kind === 'undo' && { undoes: task.run }),
    summary: summaryIn(state),
    ...(earlier && { runsSinceMs: earlier.endedAtMs }),
  };
}

type NewRun = Pick<Run, 'task' | 'groups' | 'limit' | 'startedBy' | 'startedAtMs'>;

/** A run of its own: the one before is forgotten, but for what its history says. */
export function beginRun(settings: Settings, begun: NewRun): Run {
  return saved(settings, {
    ...begun,
    number: nextNumber(settings),
    state: { kind: 'running', earlier: null },
  });
}

/** One more execution of this run. */
export function resumeRun(settings: Settings, { limit, ...run }: Run): Run {
  const begun = onceBegun(limit);
  const state: RunState = { kind: 'running', earlier: summaryIn(run.state) };
  return saved(settings, { ...run, state, ...(begun && { limit: begun }) });
}

/**
 * The run whose panel asked what was decided: what it did to a row still stands next to it, and it is the person's who
 * decided, even if the clock began it.
 */
export function resumeDecided(settings: Settings, run: Run, decided: Pick<Run, 'limit' | 'startedBy'>): Run {
  return saved(settings, { ...run, ...decided, state: { kind: 'running', earlier: null } });
}

function saved(settings: Settings, run: Run): Run {
  saveRun(settings, run);
  return run;
}

function nextNumber(settings: Settings): number {
  // The number still counts where the rest of a record is damaged: what is kept of runs is kept by number.
  return (readStored(fields({ number: runNumber }), settings.load(KEY))?.number ?? 0) + 1;
}
