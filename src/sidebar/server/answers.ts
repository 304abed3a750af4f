/** The sidebar knows the server only by the types of its answers; nothing of the server's code comes along. */
import type {
  ConnectionView,
  Overview,
  PreviewSummary,
  RunSummary,
  ScheduleView,
} from '../../answers/answers';
import type { CauseView, ChangeView, ConflictView, Listed } from '../../answers/waiting';

export type {
  Answer,
  Disconnected,
  FilterView,
  ProgressView,
  ReleaseView,
  RunView,
  ScheduleView,
  TabView,
  UndoPreview,
  UndoSummary,
} from '../../answers/answers';

export type { ChatChoice, ChatView } from '../../answers/chat';

export type { EditedRow, EditsView, RunRequest } from '../../answers/colleagues';

export type { ExtraPack, PullChoice, PullEstimate, PullView, UsualPack } from '../../answers/pull';

export type {
  GiveBackRequest,
  LastRefresh,
  RefreshedValues,
  RefreshLine,
  RefreshView,
} from '../../answers/refresh';

export type { HelpQuestion, PlainChange, SettingsChange } from '../../answers/requests';

export type { OldValues } from '../../answers/waiting';

export type { ConnectionView, Listed, Overview, PreviewSummary, RunSummary };

export type ConnectionMethod = ConnectionView['method'];

export type Colleague = NonNullable<Overview['colleague']>;

export type FieldGroup = keyof RunSummary['unknownBase'];

export type RowStatus = keyof RunSummary['totals'];

export type Conflict = ConflictView;

export type Cause = CauseView;

export type Change = ChangeView;

/** Which rows a filter leaves in sight. */
export interface OnlyThese {
  readonly status: RowStatus;
  readonly cause?: string;
  /** In the tab of the preview, or in those that are synced. */
  readonly inPreview: boolean;
}

export type Problem = NonNullable<RunSummary['problem']>;

/** One rhythm, and what follows it. */
export type ScheduledGroups = Pick<ScheduleView, 'rhythm' | 'groups' | 'days'>;

export type ScheduleDays = NonNullable<ScheduleView['days']>;

export type QuietHours = NonNullable<ScheduleView['quiet']>;

/** Times of a whole schedule. */
export type WantedSchedule = Pick<ScheduleView, 'rhythm' | 'groups' | 'days' | 'further' | 'quiet'>;

/** Choices of a merchant that hold for every run. */
export type Settings = Overview['settings'];

/** Which tabs to add. */
export type NewTabs = Readonly<Record<FieldGroup, boolean>>;

/** A cell in the sheet; `row` is 1-based, `column` a header. */
export interface RowPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column?: string;
}

/** A person's decision, by the keys that the page shows; `run` is the one whose panel does, null of a preview. */
export interface Decision {
  readonly run: number | null;
  readonly keys: readonly string[];
  /** How many items a person typed that they delete. */
  readonly count?: number;
  readonly instead?: 'archive';
}

export type Side = 'sheet' | 'shopify' | 'add';

/** The side that counts for cells that changed on both, or were never synced. `add` is for stock alone. */
export interface Resolution extends Decision {
  readonly side: Side;
}

/** Which run to undo; `held` names the held changes that a person was shown. */
export interface UndoRequest {
  readonly run: number;
  readonly preview?: boolean;
  readonly held?: readonly string[];
}
