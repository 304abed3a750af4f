import type {
  Answer,
  ChatView,
  ConnectionView,
  Disconnected,
  EditsView,
  FilterView,
  OldValues,
  Overview,
  PreviewSummary,
  Problem,
  ProgressView,
  PullEstimate,
  PullView,
  RefreshedValues,
  RefreshLine,
  RefreshView,
  RunRequest,
  RunSummary,
  RunView,
  ScheduleView,
  Settings,
  TabView,
  UndoPreview,
} from '../server/answers';
import type { Activity } from './sidebar-state';

/** Everything that happens to the sidebar: a person did something, or the server answered. */
export type SidebarEvent =
  | { readonly kind: 'began'; readonly activity: Activity }
  | { readonly kind: 'opened'; readonly answer: Answer<Overview> }
  | { readonly kind: 'reconnecting'; readonly isReconnecting: boolean }
  | { readonly kind: 'connected'; readonly answer: Answer<ConnectionView> }
  | { readonly kind: 'sent-to-page'; readonly answer: Answer<{ readonly url: string }> }
  /** Looked again after something ended; what it said stays. */
  | { readonly kind: 'overviewed'; readonly answer: Answer<Overview> }
  /** Looked at what another page may have done meanwhile; with the runs where they are listed. */
  | {
      readonly kind: 'looked-again';
      readonly answer: Answer<Overview>;
      readonly runs: Answer<readonly RunView[]> | undefined;
    }
  /** Looked whether the permission page was answered. */
  | { readonly kind: 'looked'; readonly answer: Answer<Overview> }
  | { readonly kind: 'permission-abandoned' }
  | { readonly kind: 'disconnected'; readonly answer: Answer<Disconnected> }
  | { readonly kind: 'ticked'; readonly sheetIds: readonly number[] }
  | { readonly kind: 'chosen'; readonly answer: Answer<readonly TabView[]> }
  | { readonly kind: 'set'; readonly settings: Settings }
  | { readonly kind: 'settings-refused'; readonly settings: Settings; readonly problem: Problem }
  /** A cell, a page or the help is asked for, which opens beside this page; the sidebar stays as it is. */
  | { readonly kind: 'leading' }
  | { readonly kind: 'led'; readonly answer: Answer<null> }
  | { readonly kind: 'not-found'; readonly problem: Problem }
  | { readonly kind: 'changes-opened' }
  | { readonly kind: 'progressed'; readonly progress: ProgressView | null }
  | { readonly kind: 'run-continued'; readonly sent: number }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'not-stopped'; readonly problem: Problem }
  | { readonly kind: 'filtered'; readonly answer: Answer<FilterView> }
  | { readonly kind: 'refused'; readonly keys: readonly string[]; readonly answer: Answer<null> }
  | { readonly kind: 'measured'; readonly answer: Answer<PullEstimate> }
  | { readonly kind: 'pulled'; readonly answer: Answer<PullView> }
  | { readonly kind: 'refreshed'; readonly answer: Answer<RefreshView> }
  | { readonly kind: 'refreshes-listed'; readonly answer: Answer<readonly RefreshLine[]> }
  | { readonly kind: 'given-back'; readonly answer: Answer<RefreshedValues> }
  | { readonly kind: 'giving-back-given-up' }
  | { readonly kind: 'scheduled'; readonly answer: Answer<ScheduleView | null> }
  | { readonly kind: 'chat-saved'; readonly answer: Answer<ChatView | null> }
  | { readonly kind: 'edits-viewed'; readonly answer: Answer<EditsView> }
  | { readonly kind: 'requests-answered'; readonly answer: Answer<readonly RunRequest[]> }
  | { readonly kind: 'listed'; readonly answer: Answer<readonly RunView[]> }
  | { readonly kind: 'undo-previewed'; readonly answer: Answer<UndoPreview> }
  | { readonly kind: 'undo-given-up' }
  | { readonly kind: 'old-values'; readonly answer: Answer<OldValues> }
  | { readonly kind: 'old-values-given-up' }
  | { readonly kind: 'ran'; readonly as: 'preview'; readonly answer: Answer<PreviewSummary> }
  | { readonly kind: 'ran'; readonly as: 'run'; readonly answer: Answer<RunSummary> };
