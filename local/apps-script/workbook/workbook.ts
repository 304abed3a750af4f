import { limits } from '../limits/limits';
import { ServiceException } from '../runtime/exception';
import type { Area, Layer } from './layers';

/** A spreadsheet file. JSON-safe. */
export interface Workbook {
  readonly id: string;
  name: string;
  /** As Google writes it: `en_US`. */
  locale: string;
  timeZone: string;
  sheets: Sheet[];
  activeSheetId: number;
  /** Selected ranges of the active sheet; the first is the active one. */
  selection: Area[];
}

/** A cell holds a number (dates too: days since 1899-12-30), a text, or a truth value; `''` is blank. */
export type CellValue = string | number | boolean;

/** Attributes of a cell next to its value; all texts, see `Layer`. */
export type LayerName =
  | 'numberFormat'
  | 'formula'
  | 'note'
  | 'background'
  | 'fontColor'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontSize'
  | 'fontFamily'
  | 'horizontalAlignment'
  | 'verticalAlignment'
  | 'wrapStrategy'
  /** JSON of a data validation rule. */
  | 'dataValidation'
  /** JSON of the runs of a rich text. */
  | 'richText';

export interface Sheet {
  readonly id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxColumns: number;
  /** Row by row from the first; blank ends of rows, and blank rows at the end, are left out. */
  rows: CellValue[][];
  layers: Partial<Record<LayerName, Layer>>;
  frozenRows: number;
  frozenColumns: number;
  /** In pixels, by column; the rest is 100 wide. */
  columnWidths: Record<string, number>;
  /** In pixels, by row; the rest is 21 high. Not there in a state that was saved before there were any. */
  rowHeights?: Record<string, number>;
  /** As `#rrggbb`. */
  tabColor: string | null;
  filter: SheetFilter | null;
  protections: {
    description: string;
    warningOnly: boolean;
    /** The whole tab where it is null. */
    area: Area | null;
    /** Users who may edit all the same; everybody where it is absent. */
    editors?: readonly string[];
  }[];
  hiddenRows: number[];
  hiddenColumns: number[];
  /**
   * Made by Format ▸ Convert to table, with columns of a type. People report that some take no formats, rules and
   * filters from a script, and some no values either; absent where there never was one.
   */
  tables?: readonly { readonly area: Area; readonly refuses: 'formats' | 'writes' }[];
  /** Absent where there never was one. */
  charts?: readonly SheetChart[];
}

export interface SheetChart {
  /** As `Charts.ChartType` names it. */
  readonly type: string;
  readonly title: string;
  readonly ranges: readonly Area[];
  /** Rows that name the series. */
  readonly headers: number;
  readonly anchor: { readonly row: number; readonly column: number };
}

export interface SheetFilter {
  readonly area: Area;
  /** JSON of a filter criterion, by column. */
  readonly criteria: Record<string, string>;
}

export function newWorkbook(options: {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly sheets?: Sheet[];
}): Workbook {
  const sheets = options.sheets ?? [newSheet({ id: 0, name: 'Sheet1' })];
  return {
    id: options.id ?? 'local-spreadsheet',
    name: options.name ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'Etc/UTC',
    sheets,
    activeSheetId: sheets[0]?.id ?? 0,
    selection: [],
  };
}

/** An empty tab of Google's default size, or as large as `maxRows` and `maxColumns` say. */
export function newSheet(options: {
  readonly id: number;
  readonly name: string;
  readonly maxRows?: number;
  readonly maxColumns?: number;
}): Sheet {
  return {
    id: options.id,
    name: options.name,
    hidden: false,
    maxRows: options.maxRows ?? 1000,
    maxColumns: options.maxColumns ?? 26,
    rows: [],
    layers: {},
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: {},
    tabColor: null,
    filter: null,
    protections: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

/** The layer of that name, made where there is none yet. */
export function layerOf(sheet: Sheet, name: LayerName): Layer {
  const known = sheet.layers[name];
  if (known !== undefined) return known;
  const fresh: Layer = {};
  sheet.layers[name] = fresh;
  return fresh;
}

export function lastColumn(sheet: Sheet): number {
  let last = 0;
  for (const row of sheet.rows) if (row.length > last) last = row.length;
  return last;
}

/** Throws Google's text where a spreadsheet would grow beyond its cells or a tab beyond its columns. */
export function refuseTooManyCells(workbook: Workbook, added: number): void {
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (cells + added <= limits.workbook.cells) return;
  throw new ServiceException(
    `This action would increase the number of cells in the workbook above the limit of ${limits.workbook.cells} cells.`,
  );
}
