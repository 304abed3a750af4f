import type { Grid } from '../catalog/tab/grid';
import type { RowStatus } from '../catalog/tab/status-block';
import type { TabLayout } from '../catalog/tab/tab-layout';
import type { TabTemplate } from '../catalog/tab/tab-templates';

export interface TabHandle {
  readonly sheetId: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** Rows side by side; 1-based. */
export interface RowSpan {
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface CellPlace {
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly index: number;
}

/** A cell in a column of the merchant's. */
export interface OwnCell extends CellPlace {
  readonly value: string | number | boolean;
  /** An identifier keeps its leading zeros only in a cell that is formatted as plain text. */
  readonly asText: boolean;
}

/** A cell that is to hold another number. */
export interface NumberCell extends CellPlace {
  /** What it must hold still. */
  readonly from: number;
  readonly to: number;
}

/** One row of the status block, as written. */
export interface StatusRow {
  /** 1-based. */
  readonly row: number;
  readonly status: string;
  readonly message: string;
  /** Milliseconds since 1970 of the last change in Shopify; undefined leaves the cell empty. */
  readonly syncedAtMs: number | undefined;
  /** The bare number. */
  readonly shopifyId: string;
  /** Where the number leads in Shopify admin. Only a row that has one is given its number anew; reading tells none. */
  readonly link?: string;
}

/** What became of a tab's filter: made, or set within the merchant's own; or why it was left alone. */
export type FilterOutcome = 'added' | 'set' | 'out-of-reach' | 'no-status';

/** A run that changed something in Shopify, as its line in the history tab. */
export interface HistoryLine {
  readonly run: number;
  /** `Sync`, or `Undo of run 7`. */
  readonly what: string;
  readonly startedBy: string;
  readonly groups: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Rows by what became of them. */
  readonly totals: Readonly<Record<RowStatus, number>>;
}

/** The spreadsheet that the add-on stands in. */
export interface Sheets {
  spreadsheetId(): string;
  /** False where Google started the script without its spreadsheet. */
  isOpen(): boolean;
  /** For example `en_US`. */
  locale(): string;
  /** Of the spreadsheet; the script has another. As in `Europe/Berlin`. */
  timeZone(): string;
  tabs(): readonly TabHandle[];
  /** Makes a tab at the end, under a number where its name is taken. */
  addTab(template: TabTemplate): TabHandle;
  /** Brings a tab in front of the person. */
  showTab(sheetId: number): void;
  /** Brings a cell in front of the person and selects it; false where the tab is not that long. */
  showCell(sheetId: number, place: CellPlace): boolean;
  /** What the first `count` rows show; as wide as the tab. */
  readTopRows(sheetId: number, count: number): readonly (readonly string[])[];
  /**
   * The rows below the header row, or those `within` a stretch, in the columns of the layout; and the first row that is
   * longer than its header.
   */
  readGrid(
    sheetId: number,
    layout: TabLayout,
    within?: RowSpan,
  ): { readonly rows: Grid['rows']; readonly overlongRow: number | undefined };
  /** The status block as it stands, by row. */
  readStatus(sheetId: number, layout: TabLayout): readonly StatusRow[];
  /** Makes the status block where there is none; whether this person may write into it. */
  prepareStatus(sheetId: number, layout: TabLayout): boolean;
  /** Writes rows of the status block, creating the block beside the tab's own columns where there is none. */
  writeStatus(sheetId: number, layout: TabLayout, rows: readonly StatusRow[]): void;
  /** Hides the rows whose status is one of these words, until `showStatuses`. */
  hideStatuses(sheetId: number, layout: TabLayout, words: readonly string[]): FilterOutcome;
  /** Shows them again; with `isOurs`, the filter itself is taken away where nothing else uses it. */
  showStatuses(sheetId: number, layout: TabLayout, isOurs: boolean): void;
  hidesStatuses(sheetId: number, layout: TabLayout): boolean;
  /**
   * Writes into a tab's own columns, which only a person asks for; a cell with a formula is left alone. Answers the
   * cells that were written.
   */
  writeCells(sheetId: number, cells: readonly OwnCell[]): readonly OwnCell[];
  /** Empties cells of a tab's own columns, whatever they hold, and answers those that are empty now. */
  emptyCells<Place extends CellPlace>(sheetId: number, cells: readonly Place[]): readonly Place[];
  /**
   * Puts numbers into cells of a tab's own columns that still hold the number before, and hold no formula and are filled
   * by none. Answers those that were written; a protected cell is left out.
   */
  writeNumbers(sheetId: number, cells: readonly NumberCell[]): readonly NumberCell[];
  /** Replaces a tab of the add-on's own, creating it where there is none. */
  writeReport(tab: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  /** Writes when a run last ended on top of the history tab, and the run's line where it changed something. */
  writeHistory(tab: string, checkedAtMs: number, line: HistoryLine | undefined): void;
  /** The rows that the person has selected in the tab in front of them. */
  selection(): {
    readonly sheetId: number;
    readonly rows: readonly (readonly [first: number, last: number])[];
  };
  /** Whether a filter or a person hides the row. */
  isRowHidden(sheetId: number, row: number): boolean;
  toast(message: string): void;
}
