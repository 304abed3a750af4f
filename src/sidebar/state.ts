import type { Answer, ConnectionView, Overview, Problem, Progress, RunSummary, TabView } from './answers';

/** What the sidebar is waiting for. One thing at a time. */
export type Activity =
  | 'opening'
  | 'connecting'
  | 'testing'
  | 'disconnecting'
  | 'choosing'
  | 'previewing'
  | 'syncing';

/** The last thing that went over the rows: what a preview foresaw, or what a run did. */
export interface ShownRun {
  readonly kind: 'preview' | 'run';
  readonly summary: RunSummary;
}

export interface SidebarState {
  readonly activity: Activity | undefined;
  readonly version: string;
  /** Undefined until the server has answered once. */
  readonly connection: ConnectionView | null | undefined;
  readonly tabs: readonly TabView[];
  readonly shownRun: ShownRun | undefined;
  readonly progress: Progress | undefined;
  readonly problem: Problem | undefined;
  /** Good news that nothing else on the page tells. */
  readonly notice: string;
}

export const OPENING: SidebarState = {
  activity: 'opening',
  version: '',
  connection: undefined,
  tabs: [],
  shownRun: undefined,
  progress: undefined,
  problem: undefined,
  notice: '',
};

export type SidebarEvent =
  | { readonly kind: 'began'; readonly activity: Activity }
  | { readonly kind: 'opened'; readonly answer: Answer<Overview> }
  | { readonly kind: 'connected'; readonly answer: Answer<ConnectionView> }
  | { readonly kind: 'disconnected'; readonly answer: Answer<null> }
  | { readonly kind: 'ticked'; readonly sheetIds: readonly number[] }
  | { readonly kind: 'chosen'; readonly answer: Answer<readonly TabView[]> }
  | { readonly kind: 'progressed'; readonly progress: Progress | null }
  | { readonly kind: 'ran'; readonly as: ShownRun['kind']; readonly answer: Answer<RunSummary> };

export function reduce(state: SidebarState, event: SidebarEvent): SidebarState {
  switch (event.kind) {
    case 'began':
      return { ...state, activity: event.activity, progress: undefined, problem: undefined, notice: '' };
    case 'ticked':
      return {
        ...state,
        tabs: state.tabs.map((tab) => ({ ...tab, ticked: event.sheetIds.includes(tab.sheetId) })),
      };
    case 'progressed':
      return state.activity === 'syncing' ? { ...state, progress: event.progress ?? undefined } : state;
    case 'opened':
      return ended(state, event.answer, ({ version, connection, tabs, lastRun }) => ({
        version,
        connection,
        tabs,
        shownRun: state.shownRun ?? (lastRun ? { kind: 'run', summary: lastRun } : undefined),
        problem: lastRun?.problem ?? undefined,
      }));
    case 'connected':
      return ended(state, event.answer, (connection) => ({
        connection,
        notice: state.activity === 'testing' ? 'The connection works.' : '',
      }));
    case 'disconnected':
      return ended(state, event.answer, () => ({ connection: null, shownRun: undefined }));
    case 'chosen':
      return ended(state, event.answer, (tabs) => ({ tabs }));
    case 'ran':
      return ended(state, event.answer, (summary) => ({
        shownRun: { kind: event.as, summary },
        problem: summary.problem ?? undefined,
      }));
  }
}

function ended<Value>(
  state: SidebarState,
  answer: Answer<Value>,
  change: (value: Value) => Partial<SidebarState>,
): SidebarState {
  const idle = { ...state, activity: undefined, progress: undefined };
  return answer.ok ? { ...idle, ...change(answer.value) } : { ...idle, problem: answer.problem };
}
