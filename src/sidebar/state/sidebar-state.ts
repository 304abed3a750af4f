/** The call that the sidebar is waiting for. One at a time. */

import type {
  ChatView,
  Colleague,
  ConnectionMethod,
  ConnectionView,
  Disconnected,
  EditsView,
  LastRefresh,
  OldValues,
  PreviewSummary,
  Problem,
  ProgressView,
  PullEstimate,
  PullView,
  RefreshedValues,
  RefreshLine,
  RefreshView,
  ReleaseView,
  RunRequest,
  RunSummary,
  RunView,
  ScheduleView,
  Settings,
  TabView,
  UndoPreview,
} from '../server/answers';

export type Activity =
  | 'opening'
  | 'connecting'
  | 'testing'
  | 'disconnecting'
  | 'choosing'
  | 'previewing'
  | 'syncing'
  | 'refusing'
  | 'filtering'
  | 'measuring'
  | 'pulling'
  | 'refreshing'
  | 'filling'
  | 'giving-back'
  | 'scheduling'
  | 'telling'
  | 'viewing-edits'
  | 'asking'
  | 'listing'
  | 'previewing-undo';

/** A part of the page that the menu leads to. */
export type Panel = (typeof PANELS)[number];

const PANELS = ['get', 'history', 'undo'] as const;

/** The panel that the script wrote into the page, if it did. */
export function panelNamed(name: string | undefined): Panel | undefined {
  return PANELS.find((panel) => panel === name);
}

/** The last thing that went over the rows: what a preview foresaw, or what a run did. */
export type ShownRun =
  | { readonly kind: 'preview'; readonly summary: PreviewSummary }
  | { readonly kind: 'run'; readonly summary: RunSummary };

/** The connection that was just ended, so that the person learns what is left to do in Shopify. */
export interface Disconnection extends Disconnected {
  readonly shop: string;
  readonly method: ConnectionMethod;
  readonly endedSchedule: boolean;
  /** Whether anything was sent from here before, which stays in the store. */
  readonly hasSynced: boolean;
}

interface Refusal {
  readonly of: Activity | undefined;
  readonly problem: Problem;
}

export interface SidebarState {
  /** Panel to which the menu leads; undefined where the sidebar was opened as a whole. */
  readonly panel: Panel | undefined;
  readonly activity: Activity | undefined;
  readonly version: string;
  readonly release: ReleaseView;
  /** Undefined until the server has answered once. */
  readonly connection: ConnectionView | null | undefined;
  readonly colleague: Colleague | null;
  readonly copiedFrom: string | null;
  readonly redirectUri: string;
  readonly accessScopes: readonly string[];
  /** Whether the form to connect is shown although something is connected. */
  readonly isReconnecting: boolean;
  /** The permission page that a person was sent to and has not come back from. */
  readonly permissionPage: string | undefined;
  readonly disconnection: Disconnection | undefined;
  readonly tabs: readonly TabView[];
  /** Undefined until the server has answered once. */
  readonly settings: Settings | undefined;
  /** Size of the catalog to get, as it was last measured. */
  readonly pullEstimate: PullEstimate | undefined;
  /** Progress of getting it. */
  readonly pull: PullView | undefined;
  /** The refresh of this page. */
  readonly refresh: RefreshView | undefined;
  /** The last one, whoever began it. */
  readonly lastRefresh: LastRefresh | null;
  /** Refreshes that can be given back, the last one first; empty until somebody looks. */
  readonly refreshes: readonly RefreshLine[];
  /** Cells that a refresh wrote, while a person decides whether the old values go back there. */
  readonly givingBack: RefreshedValues | undefined;
  readonly schedule: ScheduleView | null;
  /** The chat that is told of it. */
  readonly chat: ChatView | null;
  /** Notes of colleagues who ask for a sync. */
  readonly requests: readonly RunRequest[];
  /** Edits since the last sync, as they were last looked at without access. */
  readonly edits: EditsView | undefined;
  readonly shownRun: ShownRun | undefined;
  /** The page on which changes are ticked was opened from here; what it sends is seen when a person comes back. */
  readonly isChoosing: boolean;
  /** Number of cells and pages that were asked for and are not in front of the person yet. */
  readonly leading: number;
  /** Whether rows that need nobody are hidden in the sheet. */
  readonly onlyProblems: boolean;
  /** Runs that changed something, the last one first; undefined until they were listed, so that nobody is told there are none. */
  readonly runs: readonly RunView[] | undefined;
  /** Preview of an undo, while a person decides. */
  readonly undoing: UndoPreview | undefined;
  /** Cells that an undo left in the sheet, while a person decides whether the old values go back there. */
  readonly oldValues: OldValues | undefined;
  /** Whether anything was ever sent from this spreadsheet, as far as is known. */
  readonly hasSynced: boolean;
  readonly progress: ProgressView | undefined;
  /** Batches that the executions before sent, of a run that went on after Google's six minutes. */
  readonly sentBefore: number;
  /** A person asked the run to stop, and it has not come to the end of its wave. */
  readonly isStopping: boolean;
  readonly problem: Problem | undefined;
  /** The last call, where it was refused and its own form says so: what was typed there is still in sight. */
  readonly refusal: Refusal | undefined;
  /** Good news that nothing else on the page tells. */
  readonly notice: string;
}

/** Message about the connection that a person just ended. */
export function disconnectionOf(state: SidebarState, alsoUsedBy: number): Disconnection | undefined {
  const { connection, schedule, hasSynced } = state;
  if (!connection) return undefined;
  const { shop, method } = connection;
  return { shop, method, alsoUsedBy, endedSchedule: schedule?.isMine === true, hasSynced };
}

/** Tells whether nothing can be synced before a person did what the problem asks for; its panel has the button. */
export function lacksAccess({ problem }: Pick<SidebarState, 'problem'>): boolean {
  return problem?.kind === 'unauthorized' || problem?.kind === 'not-connected';
}
