import { groupBy } from '../../catalog/values/arrays';
import { inEnglish } from '../../language/cell-words';
import type { Speak } from '../../language/speak';
import type { HistoryLine } from '../../ports/reports';
import { noteAllWritten } from '../services/usage-count';
import { addOwnTab, findOwnTab, makeRoom, spansOf } from './active-spreadsheet';
import { addChart } from './history-chart';
import { PLAIN_TEXT, writeAsShown } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const CORNER = 'Last checked';
const HEADER_ROW = 2;
const TIME_FORMAT = 'yyyy-mm-dd hh:mm';

interface Column {
  readonly header: string;
  readonly widthPx: number;
  readonly format: string;
  cell(line: HistoryLine): string | number | Date;
}

const COUNT = { widthPx: 80, format: '0' };

const COLUMNS: readonly Column[] = [
  { header: 'Run', ...COUNT, cell: ({ run }) => run },
  { header: 'Started', widthPx: 130, format: TIME_FORMAT, cell: ({ startedAtMs }) => new Date(startedAtMs) },
  { header: 'What', widthPx: 130, format: PLAIN_TEXT, cell: ({ what }) => what },
  { header: 'Started by', widthPx: 130, format: PLAIN_TEXT, cell: ({ startedBy }) => startedBy },
  { header: 'Groups', widthPx: 180, format: PLAIN_TEXT, cell: ({ groups }) => groups },
  { header: 'Created', ...COUNT, cell: ({ totals }) => totals.created },
  { header: 'Updated', ...COUNT, cell: ({ totals }) => totals.updated },
  { header: 'Held', ...COUNT, cell: ({ totals }) => totals.skipped },
  { header: 'Changed in both', ...COUNT, cell: ({ totals }) => totals.conflict },
  { header: 'Errors', ...COUNT, cell: ({ totals }) => totals.error },
  { header: 'Seconds', ...COUNT, cell: ({ durationMs }) => Math.round(durationMs / 1_000) },
];

/** Columns of the chart: changes that were sent and that failed, over time. */
const CHARTED = ['Started', 'Created', 'Updated', 'Errors'];

function columnOf(header: string): number {
  return COLUMNS.findIndex((column) => column.header === header) + 1;
}

/** Writes the newest line on top; a run that continues rewrites its own line. Without a line, no tab is made. */
export function writeHistory(
  tab: string,
  checkedAtMs: number,
  line: HistoryLine | undefined,
  speak: Speak,
): void {
  const sheet = historySheet(tab) ?? (line ? addHistory(tab, speak) : undefined);
  if (!sheet) return;
  sheet.getRange(1, 2).setValue(new Date(checkedAtMs));
  if (line) {
    const { row, isFirst } = rowOf(sheet, line.run);
    writeAsShown(sheet.getRange(row, 1, 1, COLUMNS.length), [COLUMNS.map(({ cell }) => cell(line))]);
    if (isFirst) sheet.showSheet();
  }
  // Reading sends the pending writes. Otherwise a later call would bring the refusal.
  sheet.getRange(1, 2).getValue();
  noteAllWritten();
}

/** Makes the tab before there is a line for it, hidden until then: making its chart takes longer than a small run. */
export function prepareHistory(tab: string, speak: Speak): void {
  if (!historySheet(tab)) addHistory(tab, speak).hideSheet();
}

function historySheet(tab: string): Sheet | undefined {
  return findOwnTab(tab, (sheet) => inEnglish(sheet.getRange(1, 1).getDisplayValue()) === CORNER);
}

function addHistory(tab: string, speak: Speak): Sheet {
  const sheet = addOwnTab(tab);
  makeRoom(sheet, HEADER_ROW + 1, COLUMNS.length + 2);
  sheet.getRange(1, 1).setValue(speak(CORNER)).setFontWeight('bold');
  sheet.getRange(1, 2).setNumberFormat(TIME_FORMAT);
  sheet
    .getRange(HEADER_ROW, 1, 1, COLUMNS.length)
    .setValues([COLUMNS.map(({ header }) => speak(header))])
    .setFontWeight('bold');
  const rows = sheet.getMaxRows() - HEADER_ROW + 1;
  for (const [index, { widthPx }] of COLUMNS.entries()) sheet.setColumnWidth(index + 1, widthPx);
  for (const [format, places] of groupBy(COLUMNS.keys(), (index) => COLUMNS[index]?.format ?? '')) {
    for (const { first, last } of spansOf([...places], 0))
      sheet.getRange(HEADER_ROW, first + 1, rows, last - first + 1).setNumberFormat(format);
  }
  sheet.setFrozenRows(HEADER_ROW);
  try {
    addChart(sheet, speak('Rows by run'), HEADER_ROW, CHARTED.map(columnOf), COLUMNS.length + 2);
  } catch (error) {
    // A missing chart is no reason to lose the record of a run.
    console.warn(`No chart: ${error}`);
  }
  return sheet;
}

/** The row that has the run's line, else a new one below the header row. */
function rowOf(sheet: Sheet, run: number | string): { readonly row: number; readonly isFirst: boolean } {
  const first = HEADER_ROW + 1;
  const count = sheet.getLastRow() - HEADER_ROW;
  const runs = count > 0 ? sheet.getRange(first, 1, count, 1).getValues() : [];
  const at = run === '' ? -1 : runs.findIndex(([value]) => value === run);
  if (at < 0 && count > 0) insertLine(sheet, first);
  return { row: first + Math.max(0, at), isFirst: count <= 0 };
}

/** Makes room in the table's columns only: a whole row would push the chart down with every run. */
function insertLine(sheet: Sheet, row: number): void {
  const cells = sheet.getRange(row, 1, 1, COLUMNS.length);
  try {
    cells.insertCells(SpreadsheetApp.Dimension.ROWS);
  } catch {
    // A person's merged or protected cells may keep single cells from moving.
    sheet.insertRowsBefore(row, 1);
  }
}
