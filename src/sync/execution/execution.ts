import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { RecentSteps } from '../../plan/guards/steps';
import type { SyncPolicy } from '../../plan/model/policy';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { Problem } from '../../ports/problem';
import type { Store, StoreReader } from '../../ports/store';
import type { Services } from '../ground/services';
import type { Signer } from '../memory/signature';
import type { State } from '../memory/state-tab';
import type { UndoJournal } from '../memory/undo-journal';
import type { Run } from '../run/run-record';
import type { StopCheck } from '../run/stop-check';
import type { ReadCatalog } from '../tabs/read-catalog';
import type { StatusBoard } from './status-board';

/** Input of a plan: the store, what the sheet asks, and what was last synced. */
export interface Opened<OwnStore extends StoreReader = StoreReader> extends ReadCatalog {
  readonly store: OwnStore;
  readonly shop: ShopFacts;
  readonly state: State;
  readonly policy: SyncPolicy;
  readonly signer: Signer;
  /** Results that were written into cells in place of their edits, by `editKey`; what was read before still holds the edit. */
  readonly counted: Map<string, FieldValue>;
  /** Asked of rows that a person selected; each is looked at once in an execution. */
  readonly isHidden: (ref: RowRef) => boolean;
  /** Changes of the runs of the last day. */
  readonly recent: () => RecentSteps;
  /** Items that a run has created so far, in whichever of its executions. */
  readonly createdBy: (run: number) => ReadonlySet<string>;
}

/** A run may also change the store; a preview can only read it. */
export type OpenRun = Opened<Store>;

/** One execution of a run: made once by the command that begins or continues it, and handed to all that it does. */
export interface Execution {
  readonly services: Services;
  readonly open: OpenRun;
  readonly run: Run;
  /** Effect of an answer on the memory: a value that a run sent is in step, one that an undo gave back waits for an edit. */
  readonly mode: Run['task']['kind'];
  readonly board: StatusBoard;
  readonly journal: UndoJournal;
  /**
   * Rows may not yet report what was sent: an execution was killed before it wrote there, and a new run may send its
   * stock again.
   */
  readonly mayBeUntold: boolean;
  /** Milliseconds since 1970; work that cannot be interrupted checks it beforehand. */
  readonly deadlineMs: number;
  readonly stopCheck: StopCheck;
  /**
   * The reason why the results cannot be written next to the rows, if there is one. Asked before the first thing is sent
   * or joined, and answered from memory afterwards; if nothing is sent, it is not asked.
   */
  readonly refuseUnwritable: () => Problem | undefined;
}
