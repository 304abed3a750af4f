import type { FieldGroup } from '../catalog/row';
import type { Settings } from '../ports/settings';
import type { RunSummary } from './answers';
import { readJson } from './json';
import type { RunLimit } from './run-limit';

/** The run that goes on over several executions. */
export interface RunRecord {
  readonly number: number;
  readonly groups: readonly FieldGroup[];
  readonly limit?: RunLimit;
  /** The number of the run that this one undoes. */
  readonly undoes?: number;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly summary: RunSummary | null;
}

const KEY = 'run';

export function loadRun(settings: Settings): RunRecord | undefined {
  return readJson<RunRecord>(settings.load(KEY));
}

export function saveRun(settings: Settings, run: RunRecord): void {
  settings.save(KEY, JSON.stringify(run));
}

/**
 * The paused run, which goes on, or the one whose held changes were confirmed: what it did to a row still stands
 * beside it. Else a new one.
 */
export function beginRun(settings: Settings, { groups, kind, limit }: SyncRequest, nowMs: number): RunRecord {
  const last = loadSync(settings);
  const goesOn = kind === 'confirmed' || (kind === 'continue' && last?.summary?.outcome !== 'finished');
  const number = nextNumber(settings);
  const run: RunRecord =
    goesOn && last
      ? withoutPreviewLimit(last, kind)
      : { number, groups, startedAtMs: nowMs, summary: null, ...(limit && { limit }) };
  saveRun(settings, run);
  return run;
}

/** An undo is continued by undoing, and no sync goes on with it. */
function loadSync(settings: Settings): RunRecord | undefined {
  const last = loadRun(settings);
  return last?.undoes === undefined ? last : undefined;
}

export function beginUndo(
  settings: Settings,
  undoes: number,
  groups: readonly FieldGroup[],
  nowMs: number,
): RunRecord {
  const run = { number: nextNumber(settings), undoes, groups, startedAtMs: nowMs, summary: null };
  saveRun(settings, run);
  return run;
}

function nextNumber(settings: Settings): number {
  return (loadRun(settings)?.number ?? 0) + 1;
}

/** What a person confirms was held, so no preview foresaw its being sent: a limit to the preview would hold it again. */
function withoutPreviewLimit(run: RunRecord, kind: SyncRequest['kind']): RunRecord {
  if (kind !== 'confirmed' || run.limit?.kind !== 'preview') return run;
  const { limit: _, ...unlimited } = run;
  return unlimited;
}

export interface SyncRequest {
  readonly groups: readonly FieldGroup[];
  /**
   * `start` begins anew, and a person's earlier decisions lapse; `confirmed` goes on with the decisions just made;
   * `continue` goes on with the paused run, whose groups and limit count.
   */
  readonly kind: 'start' | 'confirmed' | 'continue';
  readonly limit?: RunLimit;
}
