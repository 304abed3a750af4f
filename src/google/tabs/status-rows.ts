import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { StatusRow } from '../../ports/status-block';
import { lengthOf, type Span, sheetById, spansOf } from './active-spreadsheet';
import { writeAsShown } from './plain-text';
import { isDate } from './read-tab';
import {
  backgroundOf,
  findStatusColumns,
  ID_OFFSET,
  type StatusColumns,
  statusColumnsIn,
} from './status-columns';
import { linkBlocks } from './status-links';
import { atOnce, forgetViews, viewOf } from './tab-view';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows in between are read and written back unchanged where that saves calls. */
const BRIDGED_ROWS = 50;

export function readStatus(sheetId: number, layout: TabLayout): readonly StatusRow[] {
  const sheet = sheetById(sheetId);
  const columns = findStatusColumns(sheet, layout);
  const last = columns === undefined ? 0 : viewOf(sheet).lastRow;
  return columns === undefined || last <= layout.headerRow
    ? []
    : readRows(sheet, columns, { first: layout.headerRow + 1, last });
}

/**
 * Asks Google for protections. Google does not report the typed columns of a table, so a time is written over itself: if
 * that is refused, it throws before anything is sent.
 */
export function prepareStatus(sheetId: number, layout: TabLayout): boolean {
  return atOnce(() => mayWrite(sheetById(sheetId), layout));
}

function mayWrite(sheet: Sheet, layout: TabLayout): boolean {
  const columns = statusColumnsIn(sheet, layout);
  const view = viewOf(sheet);
  const rows = Math.max(1, view.lastRow - layout.headerRow);
  const canEdit = spansOf(columns, 0).every((stretch) =>
    sheet.getRange(layout.headerRow + 1, stretch.first, rows, lengthOf(stretch)).canEdit(),
  );
  if (!canEdit) return false;
  const place = [layout.headerRow + 1, columns[ID_OFFSET - 1]!] as const;
  const syncedAt = sheet.getRange(...place);
  const [[standing] = []] = view.values(...place, 1, 1);
  syncedAt.setValue(standing);
  // Reading sends the pending writes, and brings their refusal.
  syncedAt.getValue();
  return true;
}

export function writeStatus(sheetId: number, layout: TabLayout, rows: readonly StatusRow[]): void {
  if (rows.length === 0) return;
  const sheet = sheetById(sheetId);
  const columns = statusColumnsIn(sheet, layout);
  const [statusColumn, idColumn] = [columns[0]!, columns[ID_OFFSET]!];
  const own = columns.slice(0, ID_OFFSET);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  // Every read comes before the first write: a read in between would send the writes so far one by one.
  const blocks = spansOf([...byRow.keys()], BRIDGED_ROWS).map((span) => ({
    span,
    rows: [...withRowsBetween(sheet, columns, span, byRow)],
  }));
  const links = linkBlocks(sheet, idColumn, byRow);
  forgetViews();
  for (const { span, rows: written } of blocks) {
    const cells = written.map(cellsOf);
    for (const stretch of spansOf(own, 0)) {
      const offsets = Array.from({ length: lengthOf(stretch) }, (_, index) =>
        own.indexOf(stretch.first + index),
      );
      writeAsShown(
        sheet.getRange(span.first, stretch.first, lengthOf(span), lengthOf(stretch)),
        cells.map((row) => offsets.map((offset) => row[offset]!)),
      );
    }
    if (written.some(isRecoloured))
      sheet
        .getRange(span.first, statusColumn, lengthOf(span), 1)
        .setBackgrounds(written.map(({ status }) => [backgroundOf(status)]));
  }
  for (const { range, texts } of links) range.setRichTextValues(texts);
}

function isRecoloured({ status, replaces }: StatusRow): boolean {
  return replaces === undefined || backgroundOf(replaces) !== backgroundOf(status);
}

function* withRowsBetween(
  sheet: Sheet,
  columns: StatusColumns,
  span: Span,
  byRow: ReadonlyMap<number, StatusRow>,
): Generator<StatusRow> {
  const gapless = everyRow(span, (row) => byRow.has(row));
  const standing = new Map(
    gapless ? [] : readRows(sheet, columns, span).map((statusRow) => [statusRow.row, statusRow]),
  );
  for (let row = span.first; row <= span.last; row += 1) {
    yield byRow.get(row) ?? standing.get(row) ?? emptyRow(row);
  }
}

function everyRow({ first, last }: Span, holds: (row: number) => boolean): boolean {
  for (let row = first; row <= last; row += 1) if (!holds(row)) return false;
  return true;
}

/** The rows of the span that hold a status. Columns in between are read along, to save calls. */
function readRows(sheet: Sheet, columns: StatusColumns, span: Span): readonly StatusRow[] {
  const left = Math.min(...columns);
  return viewOf(sheet)
    .values(span.first, left, lengthOf(span), Math.max(...columns) - left + 1)
    .map((cells) => columns.map((column): unknown => cells[column - left]))
    .map(([status, message, syncedAt, shopifyId], offset) => ({
      row: span.first + offset,
      status: String(status),
      message: String(message),
      syncedAtMs: isDate(syncedAt) ? syncedAt.getTime() : undefined,
      shopifyId: String(shopifyId),
    }))
    .filter(({ status, message, syncedAtMs, shopifyId }) => status || message || syncedAtMs || shopifyId);
}

/** All but the Shopify ID. */
function cellsOf(row: StatusRow): (string | Date)[] {
  return [row.status, row.message, row.syncedAtMs === undefined ? '' : new Date(row.syncedAtMs)];
}

function emptyRow(row: number): StatusRow {
  return { row, status: '', message: '', syncedAtMs: undefined, shopifyId: '' };
}
