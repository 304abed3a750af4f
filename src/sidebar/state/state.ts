import { say } from '../language/say';
import type { Answer, ConnectionView } from '../server/answers';
import { lastRunOf, newerOf, overviewed, seenElsewhere } from './overview';
import type { SidebarEvent } from './sidebar-event';
import { disconnectionOf, type ShownRun, type SidebarState } from './sidebar-state';

export const OPENING: SidebarState = {
  panel: undefined,
  activity: 'opening',
  version: '',
  release: { page: null, retires: null },
  connection: undefined,
  colleague: null,
  copiedFrom: null,
  redirectUri: '',
  accessScopes: [],
  isReconnecting: false,
  permissionPage: undefined,
  disconnection: undefined,
  tabs: [],
  settings: undefined,
  pullEstimate: undefined,
  pull: undefined,
  refresh: undefined,
  lastRefresh: null,
  refreshes: [],
  givingBack: undefined,
  schedule: null,
  chat: null,
  requests: [],
  edits: undefined,
  shownRun: undefined,
  isChoosing: false,
  leading: 0,
  onlyProblems: false,
  runs: undefined,
  undoing: undefined,
  oldValues: undefined,
  hasSynced: false,
  progress: undefined,
  sentBefore: 0,
  isStopping: false,
  problem: undefined,
  refusal: undefined,
  notice: '',
};

/** Something that takes long, shows how far it is and can be stopped. */
function isUnderWay({ activity }: SidebarState): boolean {
  return activity === 'syncing' || activity === 'pulling';
}

type EventOf<Kind extends SidebarEvent['kind']> = Extract<SidebarEvent, { readonly kind: Kind }>;

/** One row an event: what it makes of the state. */
const REDUCERS: {
  readonly [Kind in SidebarEvent['kind']]: (state: SidebarState, event: EventOf<Kind>) => SidebarState;
} = {
  began: (state, { activity }) => ({
    ...state,
    activity,
    progress: undefined,
    sentBefore: 0,
    problem: undefined,
    refusal: undefined,
    notice: '',
    disconnection: undefined,
  }),
  opened: (state, { answer }) =>
    ended(state, answer, (overview) => {
      const shownRun = newerOf(state.shownRun, lastRunOf(overview));
      return {
        ...overviewed(overview),
        isChoosing: false,
        shownRun,
        pull: overview.pull ?? state.pull,
        lastRefresh: overview.refresh,
        hasSynced: overview.hasSynced,
        problem: shownRun?.summary.problem ?? undefined,
      };
    }),
  overviewed: (state, { answer }) =>
    answer.ok
      ? {
          ...state,
          ...overviewed(answer.value),
          pull: answer.value.pull ?? state.pull,
          lastRefresh: answer.value.refresh,
        }
      : state,
  'looked-again': (state, { answer, runs }) =>
    answer.ok && state.activity === undefined && !state.permissionPage
      ? {
          ...state,
          ...seenElsewhere(state, answer.value),
          ...(runs?.ok && { runs: runs.value }),
        }
      : state,
  reconnecting: (state, { isReconnecting }) => ({ ...state, isReconnecting, problem: undefined }),
  connected: (state, { answer }) =>
    ended(state, answer, (connection) => ({
      ...connectedTo(connection),
      notice: state.activity === 'testing' ? say`The connection works.` : '',
    })),
  'sent-to-page': (state, { answer }) => ended(state, answer, ({ url }) => ({ permissionPage: url })),
  looked: (state, { answer }) => {
    if (!answer.ok || !state.permissionPage) return state;
    const { connection } = answer.value;
    if (!connection || JSON.stringify(connection) === JSON.stringify(state.connection)) return state;
    return { ...state, ...overviewed(answer.value), ...connectedTo(connection) };
  },
  'permission-abandoned': (state) => ({ ...state, permissionPage: undefined }),
  disconnected: (state, { answer }) =>
    ended(state, answer, ({ alsoUsedBy }) => ({
      connection: null,
      shownRun: undefined,
      schedule: state.schedule?.isMine ? null : state.schedule,
      chat: null,
      isReconnecting: false,
      disconnection: disconnectionOf(state, alsoUsedBy),
    })),
  ticked: (state, { sheetIds }) => ({
    ...state,
    tabs: state.tabs.map((tab) => ({ ...tab, ticked: sheetIds.includes(tab.sheetId) })),
  }),
  chosen: (state, { answer }) => ended(state, answer, (tabs) => ({ tabs })),
  set: (state, { settings }) => ({ ...state, settings }),
  'settings-refused': (state, { settings, problem }) => ({ ...state, settings, problem }),
  'changes-opened': (state) => ({ ...state, isChoosing: true }),
  leading: (state) => ({ ...state, leading: state.leading + 1 }),
  led: (state, { answer }) => ({
    ...state,
    leading: state.leading - 1,
    problem: answer.ok ? state.problem : answer.problem,
  }),
  'not-found': (state, { problem }) => ({ ...state, problem }),
  progressed: (state, { progress }) =>
    isUnderWay(state) ? { ...state, progress: progress ?? undefined } : state,
  'run-continued': (state, { sent }) => ({
    ...state,
    progress: undefined,
    sentBefore: state.sentBefore + sent,
  }),
  // A run that ended just before has nothing left to stop.
  stopping: (state) => (isUnderWay(state) ? { ...state, isStopping: true } : state),
  'not-stopped': (state, { problem }) => ({ ...state, isStopping: false, problem }),
  filtered: (state, { answer }) => ended(state, answer, ({ onlyProblems }) => ({ onlyProblems })),
  refused: (state, { answer, keys }) =>
    ended(state, answer, () => ({ shownRun: state.shownRun && withoutHeld(state.shownRun, keys) })),
  measured: (state, { answer }) =>
    ended(state, answer, (pullEstimate) => ({ pullEstimate, pull: undefined })),
  pulled: (state, { answer }) => ended(state, answer, (pull) => ({ pull, pullEstimate: undefined })),
  refreshed: (state, { answer }) =>
    ended(state, answer, (refresh) => ({
      refresh,
      givingBack: undefined,
      problem: refresh.problem ?? undefined,
    })),
  'refreshes-listed': (state, { answer }) => ended(state, answer, (refreshes) => ({ refreshes })),
  'given-back': (state, { answer }) => ended(state, answer, (givingBack) => ({ givingBack })),
  'giving-back-given-up': (state) => ({ ...state, givingBack: undefined }),
  scheduled: (state, { answer }) => answeredInForm(state, answer, (schedule) => ({ schedule })),
  'chat-saved': (state, { answer }) => answeredInForm(state, answer, (chat) => ({ chat })),
  listed: (state, { answer }) => ended(state, answer, (runs) => ({ runs })),
  'undo-previewed': (state, { answer }) =>
    ended(state, answer, (undoing) =>
      undoing.problem ? { undoing: undefined, problem: undoing.problem } : { undoing },
    ),
  'edits-viewed': (state, { answer }) => ended(state, answer, (edits) => ({ edits })),
  'requests-answered': (state, { answer }) => ended(state, answer, (requests) => ({ requests })),
  'undo-given-up': (state) => ({ ...state, undoing: undefined }),
  'old-values': (state, { answer }) => ended(state, answer, (oldValues) => ({ oldValues })),
  'old-values-given-up': (state) => ({ ...state, oldValues: undefined }),
  ran: (state, event) =>
    event.as === 'run'
      ? ended(state, event.answer, (summary) => ({
          ...afterRun(state, summary),
          hasSynced: true,
          shownRun: { kind: 'run', summary },
        }))
      : ended(state, event.answer, (summary) => ({
          ...afterRun(state, summary),
          // A preview that failed foresaw nothing; what was seen before still stands.
          shownRun: summary.problem ? state.shownRun : { kind: 'preview', summary },
        })),
};

export function reduce(state: SidebarState, event: SidebarEvent): SidebarState {
  const reducer = REDUCERS[event.kind] as (state: SidebarState, event: SidebarEvent) => SidebarState;
  return reducer(state, event);
}

function connectedTo(connection: ConnectionView) {
  return {
    connection,
    colleague: null,
    copiedFrom: null,
    isReconnecting: false,
    permissionPage: undefined,
    problem: undefined,
  };
}

/** Ends what was said about the cells before, in another page too; a tab that is not full yet still is said to be. */
function afterRun({ pull }: SidebarState, { problem }: ShownRun['summary']): Partial<SidebarState> {
  return {
    undoing: undefined,
    oldValues: undefined,
    refresh: undefined,
    pull: pull?.outcome === 'finished' ? undefined : pull,
    isChoosing: false,
    problem: problem ?? undefined,
  };
}

/** Removes refused changes from those that the panel asks about. */
function withoutHeld(run: ShownRun, keys: readonly string[]): ShownRun {
  const { summary } = run;
  const { count, shown, more } = summary.held;
  const isLeft = (key: string) => !keys.includes(key);
  const held = {
    count: count - keys.length,
    shown: shown.filter(({ key }) => isLeft(key)),
    more: more.filter(isLeft),
  };
  const left = { held, refused: summary.refused + keys.length };
  return run.kind === 'preview'
    ? { kind: 'preview', summary: { ...run.summary, ...left } }
    : { kind: 'run', summary: { ...run.summary, ...left } };
}

function ended<Value>(
  state: SidebarState,
  answer: Answer<Value>,
  change: (value: Value) => Partial<SidebarState>,
): SidebarState {
  const idle = { ...state, activity: undefined, progress: undefined, isStopping: false };
  return answer.ok ? { ...idle, ...change(answer.value) } : { ...idle, problem: answer.problem };
}

/** The same, where the form that asked shows a refusal by itself. */
function answeredInForm<Value>(
  state: SidebarState,
  answer: Answer<Value>,
  change: (value: Value) => Partial<SidebarState>,
): SidebarState {
  const next = ended(state, answer, change);
  const { activity: of, problem } = state;
  return answer.ok ? next : { ...next, problem, refusal: { of, problem: answer.problem } };
}
