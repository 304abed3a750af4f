import type { TypedCredentials } from '../../answers/requests';
import { say } from '../language/say';
import type {
  Answer,
  ChatChoice,
  ChatView,
  ConnectionView,
  Decision,
  Disconnected,
  EditsView,
  FilterView,
  GiveBackRequest,
  HelpQuestion,
  NewTabs,
  OldValues,
  OnlyThese,
  Overview,
  PreviewSummary,
  ProgressView,
  PullChoice,
  PullEstimate,
  PullView,
  RefreshedValues,
  RefreshLine,
  RefreshView,
  Resolution,
  RowPlace,
  RunRequest,
  RunSummary,
  RunView,
  ScheduleView,
  Settings,
  SettingsChange,
  TabView,
  UndoPreview,
  UndoRequest,
  UndoSummary,
  WantedSchedule,
} from './answers';
import { problemOfFailure } from './call-failure';

/** The entry points that the sidebar calls; never rejects. */
export interface Server {
  getOverview(): Promise<Answer<Overview>>;
  saveConnection(credentials: TypedCredentials): Promise<Answer<ConnectionView>>;
  startAuthorization(credentials: TypedCredentials): Promise<Answer<{ readonly url: string }>>;
  testConnection(): Promise<Answer<ConnectionView>>;
  disconnect(request: { readonly everywhere: boolean }): Promise<Answer<Disconnected>>;
  chooseTabs(choice: { readonly sheetIds: readonly number[] }): Promise<Answer<readonly TabView[]>>;
  previewSync(): Promise<Answer<PreviewSummary>>;
  startSync(): Promise<Answer<RunSummary>>;
  /** The same, with every change in its answer. */
  previewChanges(): Promise<Answer<PreviewSummary>>;
  applyPreview(request: {
    readonly preview: string;
    readonly ticks?: readonly string[];
  }): Promise<Answer<RunSummary>>;
  /** Opens the page on which each change can be ticked. */
  showChanges(): Promise<Answer<null>>;
  closeDialog(): void;
  continueSync(): Promise<Answer<RunSummary>>;
  cancelSync(): Promise<Answer<null>>;
  filterProblems(request: {
    readonly onlyProblems?: boolean;
    readonly only?: OnlyThese;
  }): Promise<Answer<FilterView>>;
  getProgress(): Promise<Answer<ProgressView | null>>;
  confirmHeld(decision: Decision): Promise<Answer<RunSummary>>;
  refuseHeld(decision: Decision): Promise<Answer<null>>;
  askAgain(): Promise<Answer<null>>;
  resolveConflicts(resolution: Resolution): Promise<Answer<RunSummary>>;
  listRuns(): Promise<Answer<readonly RunView[]>>;
  undoRun<Request extends UndoRequest>(
    request: Request,
  ): Promise<Answer<Request extends { readonly preview: true } ? UndoPreview : UndoSummary>>;
  putBack(request: { readonly undo: number; readonly keys?: readonly string[] }): Promise<Answer<OldValues>>;
  compareRestored(): Promise<Answer<null>>;
  setUpSheets(choice: NewTabs): Promise<Answer<readonly TabView[]>>;
  /** Answers all of them, with what other sidebars chose. */
  saveSettings(change: SettingsChange): Promise<Answer<Settings>>;
  goToRow(place: RowPlace): Promise<Answer<null>>;
  /** Null ends it. */
  saveSchedule(wanted: WantedSchedule | null): Promise<Answer<ScheduleView | null>>;
  estimatePull(choice: PullChoice): Promise<Answer<PullEstimate>>;
  startPull(choice: PullChoice): Promise<Answer<PullView>>;
  continuePull(): Promise<Answer<PullView>>;
  cancelPull(): Promise<Answer<null>>;
  refreshTabs(): Promise<Answer<RefreshView>>;
  /** Fills the column in which the person has a cell selected. */
  fillSelectedColumn(): Promise<Answer<RefreshView>>;
  listRefreshes(): Promise<Answer<readonly RefreshLine[]>>;
  giveBackRefresh(request: GiveBackRequest): Promise<Answer<RefreshedValues>>;
  takeOverSchedule(): Promise<Answer<ScheduleView | null>>;
  /** Null ends it. */
  saveChat(choice: ChatChoice | null): Promise<Answer<ChatView | null>>;
  viewEdits(): Promise<Answer<EditsView>>;
  askForRun(note: Pick<RunRequest, 'from' | 'says'>): Promise<Answer<readonly RunRequest[]>>;
  endRequests(): Promise<Answer<readonly RunRequest[]>>;
  /** Opens the help next to the spreadsheet. */
  showHelp(question: HelpQuestion): Promise<Answer<null>>;
}

/** `google.script.run`. Source: https://developers.google.com/apps-script/guides/html/reference/run */
interface ScriptRun {
  withSuccessHandler(onSuccess: (answer: unknown) => void): ScriptRun;
  withFailureHandler(
    onFailure: (error: Error) => void,
  ): ScriptRun & Record<string, (argument?: unknown) => void>;
}

declare const google: {
  readonly script: { readonly run: ScriptRun; readonly host: { close(): void } };
};

export const scriptServer: Server = {
  getOverview: () => call('getOverview'),
  saveConnection: (credentials) => call('saveConnection', credentials),
  startAuthorization: (credentials) => call('startAuthorization', credentials),
  testConnection: () => call('testConnection'),
  disconnect: (request) => call('disconnect', request),
  chooseTabs: (choice) => call('chooseTabs', choice),
  async previewSync() {
    const answer = await call<PreviewSummary>('previewSync');
    // Meanwhile the person looks at it: tabs that the run needs are made now, and its answer waits for none of them.
    if (answer.ok) void call<null>('prepareTabs');
    return answer;
  },
  previewChanges: () => call('previewSync', { changes: true }),
  showChanges: () => call('showChanges'),
  closeDialog: () => google.script.host.close(),
  startSync: () => call('startSync', {}),
  applyPreview: (request) => call('applyPreview', request),
  continueSync: () => call('continueSync'),
  cancelSync: () => call('cancelSync'),
  filterProblems: (request) => call('filterProblems', request),
  getProgress: () => call('getProgress'),
  confirmHeld: (decision) => call('confirmHeld', decision),
  refuseHeld: (decision) => call('refuseHeld', decision),
  askAgain: () => call('askAgain'),
  resolveConflicts: (resolution) => call('resolveConflicts', resolution),
  listRuns: () => call('listRuns'),
  undoRun: (request) => call('undoRun', request),
  putBack: (request) => call('putBack', request),
  compareRestored: () => call('compareRestored'),
  setUpSheets: (choice) => call('setUpSheets', choice),
  saveSettings: (change) => call('saveSettings', change),
  goToRow: (place) => call('goToRow', place),
  saveSchedule: (wanted) => call('saveSchedule', wanted),
  estimatePull: (choice) => call('estimatePull', choice),
  startPull: (choice) => call('startPull', choice),
  continuePull: () => call('continuePull'),
  cancelPull: () => call('cancelPull'),
  refreshTabs: () => call('refreshTabs'),
  fillSelectedColumn: () => call('fillSelectedColumn'),
  listRefreshes: () => call('listRefreshes'),
  giveBackRefresh: (request) => call('giveBackRefresh', request),
  takeOverSchedule: () => call('takeOverSchedule'),
  saveChat: (choice) => call('saveChat', choice),
  viewEdits: () => call('viewEdits'),
  askForRun: (note) => call('askForRun', note),
  endRequests: () => call('endRequests'),
  showHelp: (question) => call('showHelp', question),
};

function call<Value>(name: keyof Server | 'prepareTabs', argument: unknown = null): Promise<Answer<Value>> {
  return new Promise((resolve) => {
    google.script.run
      // An answer that Google could not copy arrives as null.
      .withSuccessHandler((answer) =>
        resolve((answer as Answer<Value> | null) ?? failed(say`The script sent an empty answer.`)),
      )
      .withFailureHandler((error) => resolve(failed(error.message)))
      [name]?.(argument);
  });
}

function failed(message: string): Answer<never> {
  return { ok: false, problem: problemOfFailure(message) };
}
