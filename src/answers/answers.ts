import type { FieldGroup, TabKind } from '../catalog/columns/column';
import type { RowStatus } from '../catalog/tab/status-block';
import type { Planned } from '../plan/model/planned';
import type { ExplainedCell } from '../plan/preview/explained';
import type { ConnectionMethod } from '../ports/credential';
import type { Problem } from '../ports/problem';
import type { ChatView } from './chat';
import type { RunRequest } from './colleagues';
import type { PullView } from './pull';
import type { LastRefresh } from './refresh';
import type { ScheduleTimes, ShownSettings } from './requests';
import type { CauseView, ChangeView, ConflictView, ForeseenRow, HeldView, Listed } from './waiting';

/** Cost of sending a plan, each part by the lane that finishes first. */
export interface Estimate {
  /** Whole seconds, about. */
  readonly seconds: number;
  /** Query cost points of what goes directly; bulk operations cost none. */
  readonly points: number;
  /** Mutations by the lane that they take. */
  readonly mutations: { readonly direct: number; readonly bulk: number };
}

/**
 * Answers of the sidebar's calls: plain JSON, never a Date, never a secret. Nothing a person can cause is thrown,
 * because `google.script.run` keeps only an error's message.
 */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export interface Overview {
  readonly version: string;
  readonly release: ReleaseView;
  /** This user's own connection. */
  readonly connection: ConnectionView | null;
  /** The person who connected the spreadsheet, where it was not this user. */
  readonly colleague: {
    readonly name: string;
    readonly shop: string;
    readonly method: ConnectionMethod;
  } | null;
  /** The shop of the original, where this spreadsheet is a copy; a copy starts disconnected. */
  readonly copiedFrom: string | null;
  /** To be entered in the app's settings before connecting by permission page. */
  readonly redirectUri: string;
  /** Access scopes that the app needs in Shopify, publishing included. */
  readonly accessScopes: readonly string[];
  readonly tabs: readonly TabView[];
  readonly lastRun: RunSummary | null;
  /** Getting the catalog, where it has not come to its end. */
  readonly pull: PullView | null;
  /** The last refresh, where there was one. */
  readonly refresh: LastRefresh | null;
  /** Whether anything was ever sent from this spreadsheet, as far as is known. */
  readonly hasSynced: boolean;
  readonly schedule: ScheduleView | null;
  /** This user's own, which is told of what their schedule does. */
  readonly chat: ChatView | null;
  /** Notes of colleagues without access that no run has come after, the oldest first. */
  readonly requests: readonly RunRequest[];
  readonly settings: ShownSettings;
}

/** Facts that a person needs to keep this copy of the script up to date. */
export interface ReleaseView {
  /** Address of new releases, if the build was told. */
  readonly page: string | null;
  /** Midnight UTC from which Shopify does not serve this copy any more, in milliseconds since 1970, once it is near or over. */
  readonly retires: { readonly atMs: number; readonly isOver: boolean } | null;
}

/** The spreadsheet's schedule, as its owner and everyone else may see it. */
export interface ScheduleView extends ScheduleTimes {
  /** As they typed it when they connected; may be empty. */
  readonly owner: string;
  readonly isMine: boolean;
  /** Time zone of the spreadsheet, in which times are told. */
  readonly timeZone: string;
  /** Time of this answer; the sidebar's own clock need not agree with it. */
  readonly asOfMs: number;
  /** Time at which the clock last had something to do, and what became of it, without a full stop. */
  readonly last: { readonly atMs: number; readonly says: string } | null;
  /** Given where it can be told: Google picks the minute with the first run. */
  readonly nextAtMs: number | null;
  /** `refused`: Google made no trigger. `stopped`: it runs no more. `restarted`: it had stopped and was started again. */
  readonly trouble: 'refused' | 'stopped' | 'restarted' | null;
}

/** A connection without its secret. */
export interface ConnectionView {
  /** `acme.myshopify.com` */
  readonly shop: string;
  readonly method: ConnectionMethod;
  readonly connectedBy: string;
  readonly shopName: string;
  readonly currencyCode: string;
  /** Null where the app may not read products. */
  readonly productCount: number | null;
  readonly locationCount: number;
  /** Active ones; in a shop with very many, the first. */
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly grantedScopes: readonly string[];
  /** Access scopes that the add-on needs and the app was not given. */
  readonly missingScopes: readonly string[];
  /** Milliseconds since 1970; null for a token that was not issued to us or does not expire. */
  readonly tokenRenewedAtMs: number | null;
  readonly tokenExpiresAtMs: number | null;
}

export interface Disconnected {
  /** Spreadsheets of this user's that go on with the same access, which is therefore kept. */
  readonly alsoUsedBy: number;
}

export interface TabView {
  readonly sheetId: number;
  readonly name: string;
  readonly kind: TabKind | 'ignored';
  /** A tab takes part once a person ticked it. */
  readonly ticked: boolean;
  /** Reason why a tab is ignored or refused; empty where it is fine. */
  readonly reason: string;
  readonly unknownColumns: readonly string[];
  readonly unsyncedColumns: readonly string[];
  /** Whether it says how many of an item there are. */
  readonly namesStock: boolean;
}

/** The part of a summary that a preview and a run share: what the rows were told, and what waits for a person. */
interface FoundSummary {
  readonly groups: readonly FieldGroup[];
  readonly totals: Readonly<Record<RowStatus, number>>;
  /** Number of cells of existing items that were never synced and differ, by group. */
  readonly unknownBase: Readonly<Record<FieldGroup, number>>;
  /** These cells: a person chooses a side. */
  readonly unsynced: Readonly<Record<FieldGroup, Listed<ConflictView>>>;
  /** Rows in error by cause, the most frequent first; a stored run has none. */
  readonly errors?: readonly CauseView[];
  /** Changes that look like a mistake: a person confirms or refuses them, or changes the cells. */
  readonly held: Listed<HeldView>;
  /** Number of such changes that a person refused, so that they stay held. */
  readonly refused: number;
  /** Cells that changed on both sides: a person chooses a side. */
  readonly conflicts: Listed<ConflictView>;
  readonly problem: Problem | null;
  /** Sentence about a tab of the add-on's own that Google did not let it write. */
  readonly unwritten?: string;
  /** Milliseconds since 1970. */
  readonly endedAtMs: number;
}

/** The sum of what the executions of a run did so far. */
export interface RunSummary extends FoundSummary {
  /** `paused`: the execution's time was up; call `continueSync`. `stopped`: a person wanted no more of it. */
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  /** Its number, which a decision about what it shows is given with; null where none began. */
  readonly run: number | null;
  /** The number of the run that it undid; null of a sync. */
  readonly undid: number | null;
  /** Batches sent and still to send in this execution's plan. */
  readonly sent: number;
  readonly remaining: number;
  /** Stock cells that took Shopify's number, where a person asked for that. */
  readonly keptStock: number;
  /** Selected rows with something to send that stayed out because they are hidden. */
  readonly hiddenRows?: number;
  readonly preview: null;
  readonly estimatedSeconds: null;
}

/** Summary of a preview. It sends nothing: it has no number, and nothing to go on with. */
export interface PreviewSummary extends FoundSummary {
  /** For whoever calls from outside of the page: whether it came to its end. */
  readonly outcome: RunSummary['outcome'];
  readonly run: null;
  readonly undid: null;
  readonly sent: 0;
  readonly remaining: 0;
  readonly keptStock: 0;
  /** Names it, so that exactly what it showed is sent; null where it showed nothing, or shows an undo. */
  readonly preview: string | null;
  /** Time that sending it would take; null where that is not foreseen. */
  readonly estimatedSeconds: number | null;
  /** The same in points and lanes, for those who measure, and shown to nobody else. */
  readonly estimate?: Estimate;
  /** Status and message that every row would get, where they were asked for. */
  readonly rows?: readonly ForeseenRow[];
  /** The values of one item, where that was asked for. */
  readonly explained?: readonly ExplainedCell[];
  /** Every change, where that was asked for; none where there are more than a person ticks one by one. */
  readonly changes?: readonly ChangeView[];
  readonly changeCount?: number;
  /** Sums by vendor, and the dearest, cheapest and largest item, of a preview that would create many. */
  readonly newItems?: readonly string[];
  /** Amounts that *Send changes* creates and changes, by kind. */
  readonly planned?: Planned;
}

/** Progress of the running execution: batches that were sent, and all of its plan. */
export interface ProgressView {
  readonly sent: number;
  readonly total: number;
}

/** A run that changed something in Shopify. */
export interface RunView {
  readonly number: number;
  /** The number of the run that it undid, where it was no sync. */
  readonly undoes: number | null;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** As they typed it when they connected; empty where they did not. */
  readonly startedBy: string;
  readonly groups: readonly FieldGroup[];
  /** Rows by what became of them. */
  readonly totals: Readonly<Record<RowStatus, number>>;
  /** Number of old values that were put back into the sheet after an undo. */
  readonly putBack?: number;
  /** False once the values that it replaced are no longer kept, after 30 days. */
  readonly canBeUndone: boolean;
}

interface Undone {
  /** The number of the run. */
  readonly undoes: number;
  /** Items that it created; they stay in Shopify. */
  readonly created: number;
  readonly rows: {
    readonly count: number;
    /** The first of them. A row that the sheet no longer has is named by its former place; its `sheetId` is null. */
    readonly shown: readonly ForeseenRow[];
  };
}

/** Summary of an undo. */
export type UndoSummary = RunSummary & Undone;

/** Summary of a preview of an undo. */
export type UndoPreview = PreviewSummary & Undone;

export interface FilterView {
  /** Whether rows that need nobody are hidden now. */
  readonly onlyProblems: boolean;
  /** For the person: what is shown, and where that was not possible. */
  readonly message: string;
}
