import type { TabLayout } from '../catalog/layout';
import { STATUS_HEADERS } from '../catalog/status-block';
import type { StatusRow } from '../ports/sheets';
import { sheetById } from './active-spreadsheet';
import { isDate } from './cell-value';
import { asShownText, fromShownText } from './plain-text';
import { lengthOf, type Span, spansOf } from './spans';
import { addStatusColumns, backgroundOf, findStatusColumn, ID_OFFSET } from './status-columns';
import { linkBlocks } from './status-links';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows in between are read and written back unchanged where that saves calls. */
const BRIDGED_ROWS = 50;

export function readStatus(sheetId: number, layout: TabLayout): readonly StatusRow[] {
  const sheet = sheetById(sheetId);
  const column = findStatusColumn(sheet, layout);
  const last = sheet.getLastRow();
  return column === undefined || last <= layout.headerRow
    ? []
    : readRows(sheet, column, { first: layout.headerRow + 1, last });
}

export function writeStatus(sheetId: number, layout: TabLayout, rows: readonly StatusRow[]): void {
  if (rows.length === 0) return;
  const sheet = sheetById(sheetId);
  const column = findStatusColumn(sheet, layout) ?? addStatusColumns(sheet, layout);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  // Every read comes before the first write: a read in between would send the writes so far one by one.
  const blocks = spansOf([...byRow.keys()], BRIDGED_ROWS).map((span) => ({
    span,
    rows: [...withRowsBetween(sheet, column, span, byRow)],
  }));
  const links = linkBlocks(sheet, column + ID_OFFSET, byRow);
  for (const block of blocks) {
    const range = sheet.getRange(block.span.first, column, lengthOf(block.span), ID_OFFSET);
    range.setValues(block.rows.map(cellsOf));
    sheet
      .getRange(block.span.first, column, lengthOf(block.span), 1)
      .setBackgrounds(block.rows.map(({ status }) => [backgroundOf(status)]));
  }
  for (const { range, texts } of links) range.setRichTextValues(texts);
}

function* withRowsBetween(
  sheet: Sheet,
  column: number,
  span: Span,
  byRow: ReadonlyMap<number, StatusRow>,
): Generator<StatusRow> {
  const gapless = everyRow(span, (row) => byRow.has(row));
  const standing = new Map(
    gapless ? [] : readRows(sheet, column, span).map((statusRow) => [statusRow.row, statusRow]),
  );
  for (let row = span.first; row <= span.last; row += 1) {
    yield byRow.get(row) ?? standing.get(row) ?? emptyRow(row);
  }
}

function everyRow({ first, last }: Span, holds: (row: number) => boolean): boolean {
  for (let row = first; row <= last; row += 1) if (!holds(row)) return false;
  return true;
}

/** The rows of the span that say anything. */
function readRows(sheet: Sheet, column: number, span: Span): readonly StatusRow[] {
  return sheet
    .getRange(span.first, column, lengthOf(span), STATUS_HEADERS.length)
    .getValues()
    .map(([status, message, syncedAt, shopifyId], offset) => ({
      row: span.first + offset,
      status: fromShownText(String(status)),
      message: fromShownText(String(message)),
      syncedAtMs: isDate(syncedAt) ? syncedAt.getTime() : undefined,
      shopifyId: fromShownText(String(shopifyId)),
    }))
    .filter(({ status, message, syncedAtMs, shopifyId }) => status || message || syncedAtMs || shopifyId);
}

/** All but the Shopify ID. */
function cellsOf(row: StatusRow): (string | Date)[] {
  return [
    asShownText(row.status),
    asShownText(row.message),
    row.syncedAtMs === undefined ? '' : new Date(row.syncedAtMs),
  ];
}

function emptyRow(row: number): StatusRow {
  return { row, status: '', message: '', syncedAtMs: undefined, shopifyId: '' };
}
