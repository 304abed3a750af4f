import type { Tabs } from '../../ports/tabs';
import { noteInUse } from '../services/usage-count';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The spreadsheet that contains the script, the only one that the scope `spreadsheets.currentonly` opens.
 * Typed as never null, but it is null in a script without a spreadsheet.
 */
export function activeSpreadsheet(): Spreadsheet {
  noteInUse();
  const spreadsheet = openSpreadsheet();
  if (!spreadsheet) {
    throw new Error(
      'There is no spreadsheet here. Open the script from a spreadsheet: Extensions ▸ Apps Script.',
    );
  }
  return spreadsheet;
}

/** Null in a script without a spreadsheet. Looked up once: it is the same for the whole execution. */
export function openSpreadsheet(): Spreadsheet | null {
  opened ??= SpreadsheetApp.getActiveSpreadsheet();
  return opened;
}

let opened: Spreadsheet | null = null;

/** A tab by its id; an error says that somebody deleted it meanwhile. */
export function sheetById(sheetId: number): Sheet {
  const sheet = activeSpreadsheet().getSheetById(sheetId);
  if (!sheet)
    throw new Error('A tab was deleted while it was in use. Reload the spreadsheet and sync again.');
  return sheet;
}

/** Adds a tab at the end without taking the person away from the tab in front of them. */
export function addSheet(name: string): Sheet {
  const spreadsheet = activeSpreadsheet();
  const inFront = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(inFront);
  return sheet;
}

/**
 * Finds a tab of the add-on's own. If a tab of that name holds something else, it is the merchant's, and ours has a
 * number after the name.
 */
export function findOwnTab(tab: string, isOurs: (sheet: Sheet) => boolean): Sheet | undefined {
  for (let number = 1; ; number += 1) {
    const sheet = activeSpreadsheet().getSheetByName(numbered(tab, number));
    if (!sheet || isOurs(sheet)) return sheet ?? undefined;
  }
}

export function addOwnTab(tab: string): Sheet {
  let number = 1;
  while (activeSpreadsheet().getSheetByName(numbered(tab, number))) number += 1;
  return addSheet(numbered(tab, number));
}

function numbered(tab: string, number: number): string {
  return number === 1 ? tab : `${tab} ${number}`;
}

/** Grows a tab until it has this many rows and columns. */
export function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const maxRows = sheet.getMaxRows();
  if (rows > maxRows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  const maxColumns = sheet.getMaxColumns();
  if (columns > maxColumns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

/** The first column of the selection, 0-based; undefined where nothing is selected. Holding Ctrl selects several ranges. */
export function selectedColumn(): number | undefined {
  const [range] = activeSpreadsheet().getActiveRangeList()?.getRanges() ?? [];
  return range && range.getColumn() - 1;
}

/** The selected rows: several ranges where the person held Ctrl, none where nothing is selected. */
export function selection(): ReturnType<Tabs['selection']> {
  const spreadsheet = activeSpreadsheet();
  const ranges = spreadsheet.getActiveRangeList()?.getRanges() ?? [];
  return {
    sheetId: spreadsheet.getActiveSheet().getSheetId(),
    rows: ranges.map((range) => [range.getRow(), range.getRow() + range.getNumRows() - 1] as const),
  };
}

/** Hidden by the tab's filter or by hand; a closed group of rows counts as by hand. Costs a call or two for each row. */
export function isRowHidden(sheetId: number, row: number): boolean {
  const sheet = sheetById(sheetId);
  return sheet.isRowHiddenByUser(row) || sheet.isRowHiddenByFilter(row);
}

/** A run of neighbouring positions, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Groups positions into few spans. A gap of up to `mostGap` positions is cheaper to read along than to spend
 * another call on: a call costs about as much as some thousand cells.
 */
export function spansOf(positions: readonly number[], mostGap: number): readonly Span[] {
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const position of sorted) {
    const current = spans[spans.length - 1];
    if (current && position - current.last <= mostGap + 1) current.last = position;
    else spans.push({ first: position, last: position });
  }
  return spans;
}

export function lengthOf({ first, last }: Span): number {
  return last - first + 1;
}
