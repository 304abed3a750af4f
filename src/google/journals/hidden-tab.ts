import { most } from '../../catalog/values/arrays';
import type { Journal, JournalName, JournalRows, Journals } from '../../ports/journal';
import type { RowSpan } from '../../ports/tabs';
import { locksSoFar } from '../services/properties-settings';
import { activeSpreadsheet, addSheet, makeRoom } from '../tabs/active-spreadsheet';
import { asStoredText, fromStoredText, PLAIN_TEXT } from '../tabs/plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const HIDDEN_TABS: Readonly<Record<JournalName, string>> = {
  state: 'Sync to Shopify state',
  undo: 'Sync to Shopify undo',
  pending: 'Sync to Shopify in flight',
};

export const hiddenTabs: Journals = { open: (name) => journalIn(HIDDEN_TABS[name]) };

/** Makes the tab if there is none. */
export function prepareHidden(name: JournalName): void {
  openHidden(HIDDEN_TABS[name]);
}

function journalIn(tab: string): Journal {
  return {
    read({ rows, columns } = {}) {
      const all = readWhole(tab);
      if (all) return partOf(all, rows, columns);
      const { sheet, lastRow } = lastRowIn(tab, findHidden);
      const span = rows ?? { firstRow: 1, rowCount: lastRow };
      return sheet && span.rowCount > 0 ? readRows(sheet, span, columns ?? sheet.getLastColumn()) : [];
    },
    checkWritable() {
      if (findHidden(tab)?.getRange(1, 1).canEdit() === false) throw new Error('protected-sheet');
    },
    append(rows) {
      const standing = readSoFar(tab);
      forgetRead(tab);
      if (rows.length === 0) return;
      const sheet = standing && findHidden(tab);
      if (!sheet) return appendRows(lastRowIn(tab, openHidden), rows);
      // The caller may write to the tab: this notes that writes may be pending.
      activeSpreadsheet();
      try {
        appendRows({ sheet, lastRow: standing.length }, rows);
      } catch (thrown) {
        const now = lastRowIn(tab, openHidden);
        if (now.sheet === sheet) throw thrown;
        // It was deleted since it was read.
        appendRows(now, rows);
      }
    },
    replace(rows) {
      forgetRead(tab);
      if (rows.length === 0) {
        lastRowIn(tab, findHidden).sheet?.clearContents();
        return;
      }
      const { sheet, lastRow: oldRows } = lastRowIn(tab, openHidden);
      appendRows({ sheet, lastRow: oldRows }, rows);
      textIn.delete(sheet.getSheetId());
      if (oldRows > 0) sheet.deleteRows(1, oldRows);
    },
    dropFirst(rowCount) {
      if (rowCount === 0) return;
      forgetRead(tab);
      const { sheet } = lastRowIn(tab, findHidden);
      if (!sheet) return;
      // Google refuses to delete the last row of a tab.
      if (rowCount >= sheet.getMaxRows()) sheet.clearContents();
      else sheet.deleteRows(1, rowCount);
      textIn.delete(sheet.getSheetId());
    },
  };
}

/** Tabs with few rows that were read as a whole, by name: the lock keeps other executions away from them. */
const read = new Map<string, { readonly rows: JournalRows; readonly lock: number }>();

function forgetRead(tab: string): void {
  read.delete(tab);
}

function readSoFar(tab: string): JournalRows | undefined {
  const known = read.get(tab);
  return known?.lock === locksSoFar() ? known.rows : undefined;
}

/** Undefined for a tab with many rows: of those only the part that was asked for is read. */
function readWhole(tab: string): JournalRows | undefined {
  const known = readSoFar(tab);
  if (known) return known;
  const { sheet, lastRow: rowCount } = lastRowIn(tab, findHidden);
  if (rowCount > ROWS_READ_WHOLE) return undefined;
  const rows = sheet && rowCount > 0 ? readRows(sheet, { firstRow: 1, rowCount }, sheet.getLastColumn()) : [];
  read.set(tab, { rows, lock: locksSoFar() });
  return rows;
}

function partOf(all: JournalRows, rows: RowSpan | undefined, columns: number | undefined): JournalRows {
  const { firstRow, rowCount } = rows ?? { firstRow: 1, rowCount: all.length };
  const part = all.slice(firstRow - 1, firstRow - 1 + rowCount);
  return columns === undefined ? part : part.map((row) => row.slice(0, columns));
}

const ROWS_READ_WHOLE = 500;

/** Large enough to be few calls, small enough that one call stays well below the limits of a request. */
const ROWS_PER_CALL = 2_000;

/** Enough for most rows; the tab grows where a row is wider. */
const FIRST_COLUMNS = 4;

/** A tab that is written wave by wave grows in steps, because each step costs a call. */
const ROWS_AT_ONCE = 500;

function findHidden(name: string): Sheet | undefined {
  if (lookedUnder !== locksSoFar()) {
    lookedUnder = locksSoFar();
    known.clear();
    for (const sheet of activeSpreadsheet().getSheets()) known.set(sheet.getName(), sheet);
  }
  return known.get(name);
}

/**
 * Tabs by name, looked up once under a lock, which keeps other executions from making one. If a tab was deleted since
 * then, the first call to it throws.
 */
const known = new Map<string, Sheet>();
let lookedUnder: number | undefined;

/** The tab and its last row; looks for the tab again if it was deleted meanwhile. */
function lastRowIn<Found extends Sheet | undefined>(name: string, find: (name: string) => Found) {
  const sheet = find(name);
  if (!sheet) return { sheet, lastRow: 0 };
  // The caller may write to the tab: this notes that writes may be pending.
  activeSpreadsheet();
  try {
    return { sheet, lastRow: sheet.getLastRow() };
  } catch {
    lookedUnder = undefined;
    const again = find(name);
    return { sheet: again, lastRow: again?.getLastRow() ?? 0 };
  }
}

function openHidden(name: string): Sheet {
  const sheet = findHidden(name);
  if (sheet) return sheet;
  const added = addSheet(name);
  known.set(name, added);
  added.hideSheet();
  // A spreadsheet holds ten million cells at most, and Google makes each new tab 26 columns wide.
  const columns = added.getMaxColumns();
  if (columns > FIRST_COLUMNS) added.deleteColumns(FIRST_COLUMNS + 1, columns - FIRST_COLUMNS);
  return added;
}

/** Shorter rows end in empty cells. */
function readRows(sheet: Sheet, { firstRow, rowCount }: RowSpan, columns: number): JournalRows {
  return blocksOf(rowCount).flatMap(({ first, count }) =>
    sheet
      .getRange(firstRow + first - 1, 1, count, columns)
      .getDisplayValues()
      .map((row) => row.map(fromStoredText)),
  );
}

function appendRows({ sheet, lastRow: above }: { sheet: Sheet; lastRow: number }, rows: JournalRows): void {
  const width = Math.max(1, most(rows.map((row) => row.length)));
  const lastRow = Math.ceil((above + rows.length) / ROWS_AT_ONCE) * ROWS_AT_ONCE;
  makeRoom(sheet, lastRow, width);
  keepText(sheet, above, { lastRow, width });
  for (const { first, count } of blocksOf(rows.length)) {
    sheet
      .getRange(above + first, 1, count, width)
      .setValues(rows.slice(first - 1, first - 1 + count).map((row) => padded(row, width)));
  }
}

interface Extent {
  readonly lastRow: number;
  readonly width: number;
}

/** The area of each tab that is formatted as plain text, as far as this execution knows; by the id of the tab. */
const textIn = new Map<number, Extent>();

/** Formats all rows that the tab has room for at once, not wave by wave. */
function keepText(sheet: Sheet, above: number, { lastRow, width }: Extent): void {
  const known = textIn.get(sheet.getSheetId());
  if (known && known.lastRow >= lastRow && known.width >= width) return;
  const extent = { lastRow, width: Math.max(width, FIRST_COLUMNS) };
  makeRoom(sheet, 1, extent.width);
  sheet.getRange(above + 1, 1, lastRow - above, extent.width).setNumberFormat(PLAIN_TEXT);
  textIn.set(sheet.getSheetId(), extent);
}

function padded(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => asStoredText(row[index] ?? ''));
}

function blocksOf(rowCount: number): readonly { readonly first: number; readonly count: number }[] {
  return Array.from({ length: Math.ceil(rowCount / ROWS_PER_CALL) }, (_, block) => {
    const first = block * ROWS_PER_CALL + 1;
    return { first, count: Math.min(ROWS_PER_CALL, rowCount - first + 1) };
  });
}
