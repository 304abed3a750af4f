import type { Grid } from '../catalog/tab/grid';
import type { TabLayout } from '../catalog/tab/tab-layout';
import type { TabTemplate } from '../catalog/tab/tab-templates';
import type { RawCell } from '../catalog/values/cell';

/** The spreadsheet that the add-on runs in. */
export interface Spreadsheet {
  id(): string;
  /** As its file is called. */
  name(): string;
  /** False where Google started the script without its spreadsheet. */
  isOpen(): boolean;
  /** For example `en_US`. */
  locale(): string;
  /** The spreadsheet's own, for example `Europe/Berlin`; the script has another. */
  timeZone(): string;
  toast(message: string): void;
  /** Cells of all tabs, empty ones too. */
  cellCount(): number;
}

export interface TabHandle {
  readonly sheetId: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** Consecutive rows; 1-based. */
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

/** Rows of a tab that was made from a template, in all of its columns. */
export interface FilledRows {
  /** 1-based. */
  readonly firstRow: number;
  readonly cells: readonly (readonly (string | number | boolean)[])[];
  readonly columns: TabTemplate['columns'];
}

/** Text in a cell that is under no header. */
export interface HeadlessCell {
  /** 1-based, as on screen. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly text: string;
}

/** The tabs of the spreadsheet, without the hidden ones of the add-on. */
export interface Tabs {
  list(): readonly TabHandle[];
  /** Reads each tab once for everything inside `work`; nothing inside may wait. */
  atOnce<Value>(work: () => Value): Value;
  /** Makes a tab at the end, under a number where its name is taken; or makes it of an empty one, which keeps its name. */
  add(template: TabTemplate, into?: number): TabHandle;
  /** The last row that holds anything, 1-based. */
  lastRow(sheetId: number): number;
  /**
   * Writes whole rows below the last one, making room for them, and the format of a column before its cells. False,
   * and nothing is written, where something stands there or the headers are others by then.
   */
  fill(sheetId: number, rows: FilledRows): boolean;
  /** Brings a tab in front of the person. */
  show(sheetId: number): void;
  /** Brings a cell in front of the person and selects it; false where the tab is not that long. */
  showCell(sheetId: number, place: CellPlace): boolean;
  /** Text of the first `count` rows; as wide as the tab. */
  readTop(sheetId: number, count: number): readonly (readonly string[])[];
  /**
   * The rows below the header row, or those of them that are `within` a span, in the columns of the layout; and the first
   * cell that stands under no header.
   */
  read(
    sheetId: number,
    layout: TabLayout,
    within?: RowSpan,
  ): { readonly rows: Grid['rows']; readonly headless: HeadlessCell | undefined };
  /** Tells whether no row and no column moved since `read` began to read the tab, within `atOnce`. */
  isUnmoved(sheetId: number, layout: TabLayout): boolean;
  /** The rows that the person has selected in the tab in front of them. */
  selection(): {
    readonly sheetId: number;
    readonly rows: readonly (readonly [first: number, last: number])[];
  };
  /** The first column that the person has selected, 0-based. */
  selectedColumn(): number | undefined;
  /** Tells whether a filter or a person hides the row. */
  isRowHidden(sheetId: number, row: number): boolean;
}

/** A cell that may have become another one since it was looked at: people edit, sort, insert and delete meanwhile. */
export interface SeenPlace extends CellPlace {
  /** Cells that say which cell this is, and that nobody edited it: its header, those that name its row, and itself. */
  readonly seen?: readonly SeenCell[];
}

/** A value for a cell in a column of the merchant's. */
export interface OwnCell extends SeenPlace {
  readonly value: string | number | boolean;
  /** An identifier keeps its leading zeros only in a cell that is formatted as plain text. */
  readonly asText: boolean;
}

/** Content of a cell when it was last looked at. */
export interface SeenCell extends CellPlace {
  readonly says: RawCell;
}

/** Formulas for a column of photos. */
export interface RenewedPhotos {
  readonly header: string;
  /** Header of the column with the IDs by which the rows are known. */
  readonly idHeader: string;
  /** By these IDs; '' where there is no photo. */
  readonly formulas: ReadonlyMap<string, string>;
}

/**
 * The merchant's own columns, which are written only because a person asked for it. Right before that each cell is looked
 * at once more: one of which something else is seen than before stays as it is.
 */
export interface Cells {
  /** Leaves a cell with a formula alone. Answers the cells that were written. */
  write(sheetId: number, cells: readonly OwnCell[]): readonly OwnCell[];
  /** Shows other photos where a cell is empty or shows one of ours. Answers the number of cells that were written. */
  renewPhotos(sheetId: number, photos: RenewedPhotos): number;
  /** Empties cells, whatever they hold. Answers those that are empty now. */
  empty<Place extends SeenPlace>(sheetId: number, cells: readonly Place[]): readonly Place[];
}
