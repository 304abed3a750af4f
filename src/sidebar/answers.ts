/** The sidebar knows the server only by the types of its answers; nothing of the server's code comes along. */
import type { ConnectionView, Overview, RunSummary, ScheduleView } from '../sync/answers';

export type {
  Answer,
  Disconnected,
  FilterView,
  RunView,
  ScheduleView,
  TabView,
  TypedCredentials,
  UndoSummary,
} from '../sync/answers';
export type { ConnectionView, Overview, RunSummary };

export type ConnectionMethod = ConnectionView['method'];
export type Colleague = NonNullable<Overview['colleague']>;
export type FieldGroup = keyof RunSummary['unknownBase'];
export type RowStatus = keyof RunSummary['totals'];
export type Conflict = RunSummary['conflicts']['shown'][number];
export type Problem = NonNullable<RunSummary['problem']>;

export type Rhythm = ScheduleView['rhythm'];

/** How often the clock shall sync, and what. */
export type WantedSchedule = Pick<ScheduleView, 'rhythm' | 'groups'>;

/** What a merchant settles once for every run. */
export type Settings = Overview['settings'];

/** Which tabs to add. */
export type NewTabs = Readonly<Record<FieldGroup, boolean>>;

/** A cell in the sheet; `row` is 1-based, `column` a header. */
export interface RowPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column?: string;
}

/** How far the running execution is. */
export interface Progress {
  readonly sent: number;
  readonly total: number;
}

/** Which side counts for cells that were never synced. A group without a choice stays held. */
export type HeldChoice = Partial<Readonly<Record<FieldGroup, 'sheet' | 'shopify'>>>;

/** What counts where a cell changed on both sides: for the conflicts named, or for all. `add` is for stock alone. */
export interface Resolution {
  readonly side: 'sheet' | 'shopify' | 'add';
  readonly keys?: readonly string[];
}

/** What a person decided about what is held; `held` names exactly the changes that they were shown. */
export interface Confirmation extends HeldChoice {
  readonly held?: string;
}

/** Which run to undo; `held` names exactly the held changes that a person was shown. */
export interface UndoRequest {
  readonly run: number;
  readonly preview?: boolean;
  readonly held?: string;
}
