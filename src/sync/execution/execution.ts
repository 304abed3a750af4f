import type { RowRef } from '../../catalog/tab/row';
import type { SyncPlan } from '../../plan/model/sync-plan';
import type { settle } from '../../plan/settle/settle';
import type { Problem, Result } from '../../ports/problem';
import type { UndoJournal } from '../memory/undo-journal';
import type { RunRecord } from '../run/run-record';
import type { StopCheck } from '../run/stop-check';
import type { PlannedRun } from './plan-run';
import type { StatusBoard } from './status-board';

/** What one execution of a run works on, and how. */
export interface Work {
  readonly plan: () => Result<SyncPlan & Partial<Pick<PlannedRun, 'unsaid' | 'refused'>>>;
  readonly settle: typeof settle;
  /** Rows that are told where they stand even if nothing happens to them. */
  readonly rows: readonly RowRef[];
  readonly board: StatusBoard;
  readonly journal: UndoJournal;
  /** Milliseconds since 1970; work that cannot be left at once looks at it beforehand. */
  readonly deadlineMs: number;
  readonly brake: StopCheck;
  readonly run: Pick<RunRecord, 'number' | 'undoes'>;
}

export interface Worked extends Pick<SyncPlan, 'unsynced' | 'held' | 'conflicts' | 'kept'> {
  readonly refused: readonly string[];
  readonly sent: number;
  readonly remaining: number;
  readonly problem: Problem | undefined;
}
