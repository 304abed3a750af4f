import { recogniseTab } from '../../src/catalog/tab/layout';
import { STATUS_HEADERS } from '../../src/catalog/tab/status-block';
import { splitPrice } from '../../src/sync/tabs/read-catalog';
import { type CsvConversion, readCsv, sheetFromRows } from '../apps-script/import-csv';
import { deleteSheetColumns, insertSheetColumns, writeEntries } from '../apps-script/workbook/cells';
import type { Entry } from '../apps-script/workbook/typed-text';
import type { Sheet, Workbook } from '../apps-script/workbook/workbook';
import { type Counted, type ImportedChanges, withoutCounted } from './counted-changes';
import { readInput } from './files';
import { tabName, UsageError } from './options';

/** Knowledge left by earlier imports. */
export interface Imported {
  readonly changes: ImportedChanges;
  /** Numbers of cells of each tab whose change was counted before. */
  readonly counted: Map<string, Counted>;
}

/** Puts each file into its tab; answers the tabs' ids. Without `imported`, each file is as good as typed newly. */
export function importFiles(
  workbook: Workbook,
  files: readonly string[],
  conversion: CsvConversion,
  imported?: Imported,
): number[] {
  const imports = files.map((file) => ({ name: tabName(file), read: readRows(file, conversion) }));
  return imports.map(({ name, read }) => {
    const known = workbook.sheets.find((sheet) => sheet.name === name);
    const rows = imported ? withResults(read, name, known, imported) : read;
    if (known) {
      replaceOwnColumns(known, rows);
      return known.id;
    }
    const sheet = sheetFromRows(nextSheetId(workbook), name, rows);
    workbook.sheets.push(sheet);
    return sheet.id;
  });
}

function withResults(
  rows: readonly (readonly Entry[])[],
  name: string,
  known: Sheet | undefined,
  { changes, counted }: Imported,
): readonly (readonly Entry[])[] {
  const recognition = recogniseTab(rows.slice(0, 10).map(textsOf));
  if (recognition.kind === 'ignored') return rows;
  const before = known && { sheet: known, changes: changes.get(name) ?? [] };
  const uncounted = withoutCounted(rows, recognition.layout, before);
  changes.set(name, uncounted.changes);
  counted.set(name, uncounted.counted);
  return uncounted.rows;
}

const textsOf = (row: readonly Entry[]): string[] => row.map(({ value }) => String(value));

function readRows(file: string, conversion: CsvConversion): readonly (readonly Entry[])[] {
  const csv = readCsv(readInput(file), conversion);
  if (csv.ok) {
    const split = splitBeforeBlanks(csv.rows.map(textsOf));
    if (split) throw new UsageError(`${file}: ${split}`);
    return csv.rows;
  }
  // An empty file is an empty tab, which says so itself; what is no CSV has no cells at all.
  if (csv.problem.kind === 'empty') return [];
  throw new UsageError(`${file}: ${csv.problem.message}`);
}

/** A cell too many that is blank shows in the file alone: in a tab it is like any other blank. */
function splitBeforeBlanks(rows: readonly (readonly string[])[]): string | undefined {
  const recognition = recogniseTab(rows.slice(0, 10));
  if (recognition.kind === 'ignored') return undefined;
  const { layout } = recognition;
  const width = rows[layout.headerRow - 1]?.length ?? 0;
  const found = rows.flatMap((cells, index) => {
    const isOverlong = cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');
    if (index < layout.headerRow || !isOverlong) return [];
    return (
      splitPrice(
        index + 1,
        layout,
        layout.columns.map((column) => cells[column.index]),
      ) ?? []
    );
  });
  return found[0];
}

/** Pastes a file over a tab's own columns; the status block next to them stays. */
function replaceOwnColumns(sheet: Sheet, rows: readonly (readonly Entry[])[]): void {
  const status = statusColumn(sheet);
  const oldWidth = status === undefined ? sheet.maxColumns : status - 1;
  const width = Math.max(1, ...rows.map((row) => row.length));
  if (width > oldWidth) insertSheetColumns(sheet, oldWidth, width - oldWidth);
  if (width < oldWidth && status !== undefined) deleteSheetColumns(sheet, width + 1, oldWidth - width);
  const rowCount = Math.max(rows.length, sheet.rows.length);
  sheet.maxRows = Math.max(sheet.maxRows, rowCount);
  const area = {
    row: 1,
    column: 1,
    rowCount,
    columnCount: Math.max(width, status === undefined ? oldWidth : width),
  };
  writeEntries(sheet, area, (row, column) => rows[row]?.[column] ?? { value: '' });
}

/** 1-based. */
export function statusColumn(sheet: Sheet): number | undefined {
  for (const row of sheet.rows.slice(0, 10)) {
    const index = row.indexOf(STATUS_HEADERS[0]);
    if (index >= 0) return index + 1;
  }
  return undefined;
}

function nextSheetId(workbook: Workbook): number {
  return Math.max(-1, ...workbook.sheets.map(({ id }) => id)) + 1;
}

/** Columns as the add-on reads them from a tab's header row. */
export function recogniseSheet(sheet: Sheet): ReturnType<typeof recogniseTab> {
  const width = Math.max(0, ...sheet.rows.slice(0, 10).map((row) => row.length));
  return recogniseTab(
    sheet.rows
      .slice(0, 10)
      .map((row) => Array.from({ length: width }, (_, index) => String(row[index] ?? ''))),
  );
}
