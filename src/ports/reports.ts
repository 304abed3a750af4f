import type { RowStatus } from '../catalog/tab/status-block';
import type { CellPlace } from './tabs';

/** A run that changed something in Shopify, or a refresh that changed the sheet, as its line in the history tab. */
export interface HistoryLine {
  /** `7`, or `R3` of a refresh; empty where there is nothing to give back. */
  readonly run: number | string;
  /** `Sync`, or `Undo of run 7`. */
  readonly what: string;
  readonly startedBy: string;
  readonly groups: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Number of rows by status. */
  readonly totals: Readonly<Record<RowStatus, number>>;
}

/** The first header, by which such a tab is known as the add-on's own. */
export const REPORT_CORNER = 'What would happen';

/** Headers of the tab of a preview, as English has them. */
export const PREVIEW_HEADER = [
  REPORT_CORNER,
  ...['Product', 'Variant', 'SKU', 'Field', 'Old', 'New', 'Difference', 'Why', 'Tab', 'Row', 'Shopify'],
] as const;

/** A table with a sentence on top. Its last two columns link to a cell of the sheet, and to Shopify. */
export interface Report {
  readonly sum: string;
  readonly header: readonly string[];
  readonly lines: readonly ReportLine[];
}

export interface ReportLine {
  readonly cells: readonly string[];
  /** Gives its first cell the colour of that status. */
  readonly status: RowStatus;
  /** The cell that it is about. */
  readonly place?: CellPlace & { readonly sheetId: number };
  /** Page of its item in Shopify admin. */
  readonly link?: string;
}

/** Tabs of the add-on's own that people read. */
export interface Reports {
  /** Replaces a tab, making it where there is none. */
  write(tab: string, report: Report): void;
  /** Shows only the lines that begin with one of these words and hold a text in a column; all where nothing is given. False where there is no such tab. */
  filter(tab: string, wanted?: ReportFilter): boolean;
  /** Makes what is missing of the tabs in which a run keeps what it did: the history, hidden until it has a line, and what an undo needs. */
  prepare(tab: string): void;
  /** Writes when a run last ended on top of the history tab, and the run's line where it changed something. */
  writeHistory(tab: string, checkedAtMs: number, line: HistoryLine | undefined): void;
}

export interface ReportFilter {
  /** First cells of the lines that stay, in every language. */
  readonly shown: readonly string[];
  /** 0-based column of the cells that hold the text. */
  readonly column: number;
  readonly textIn?: ((cells: readonly string[]) => string) | undefined;
}
