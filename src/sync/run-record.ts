import type { FieldGroup } from '../catalog/row';
import type { Settings } from '../ports/settings';
import type { RunSummary } from './answers';
import { readJson } from './json';

/** The run that goes on over several executions. */
export interface RunRecord {
  readonly number: number;
  readonly groups: readonly FieldGroup[];
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

/** The paused run of the same groups, which goes on; else a new one. */
export function beginRun(
  settings: Settings,
  groups: readonly FieldGroup[],
  nowMs: number,
  isContinuation: boolean,
): RunRecord {
  const last = loadRun(settings);
  const isOpen = last && last.summary?.outcome !== 'finished';
  const run =
    isContinuation && last && isOpen
      ? last
      : { number: (last?.number ?? 0) + 1, groups, startedAtMs: nowMs, summary: null };
  saveRun(settings, run);
  return run;
}
