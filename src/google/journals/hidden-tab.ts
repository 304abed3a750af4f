import { most } from '../../catalog/values/arrays';
import type { Journal, JournalName, JournalRows, Journals } from '../../ports/journal';
import type { RowSpan } from '../../ports/tabs';
import { activeSpreadsheet, addSheet, makeRoom } from '../tabs/active-spreadsheet';
import { asStoredText, fromStoredText, PLAIN_TEXT } from '../tabs/plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const HIDDEN_TABS: Readonly<Record<JournalName, string>> = {
  state: 'Sync to Shopify state',
  undo: 'Sync to Shopify undo',
  pending: 'Sync to Shopify in flight',
};

export const hiddenTabs: Journals = { open: (name) => journalIn(HIDDEN_TABS[name]) };

function journalIn(tab: string): Journal {
  return {
    read({ rows, columns } = {}) {
      const sheet = findHidden(tab);
      const span = rows ?? { firstRow: 1, rowCount: sheet?.getLastRow() ?? 0 };
      return sheet && span.rowCount > 0 ? readRows(sheet, span, columns ?? sheet.getLastColumn()) : [];
    },
    append(rows) {
      if (rows.length > 0) appendRows(openHidden(tab), rows);
    },
    replace(rows) {
      if (rows.length === 0) {
        findHidden(tab)?.clearContents();
        return;
      }
      const sheet = openHidden(tab);
      const oldRows = sheet.getLastRow();
      appendRows(sheet, rows);
      if (oldRows > 0) sheet.deleteRows(1, oldRows);
    },
    dropFirst(rowCount) {
      const sheet = findHidden(tab);
      if (!sheet || rowCount === 0) return;
      // Google deletes any rows of a tab but the last one.
      if (rowCount >= sheet.getMaxRows()) sheet.clearContents();
      else sheet.deleteRows(1, rowCount);
    },
  };
}

/** Large enough to be few calls, small enough that one call stays well below the limits of a request. */
const ROWS_PER_CALL = 2_000;

/** As many as most rows fill; the tab grows where one is wider. */
const FIRST_COLUMNS = 4;

/** A tab that is written wave by wave grows in steps, because each step costs a call. */
const ROWS_AT_ONCE = 500;

function findHidden(name: string): Sheet | undefined {
  return activeSpreadsheet().getSheetByName(name) ?? undefined;
}

function openHidden(name: string): Sheet {
  const sheet = findHidden(name);
  if (sheet) return sheet;
  const added = addSheet(name);
  added.hideSheet();
  // A spreadsheet holds ten million cells, and Google makes each row 26 wide.
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

function appendRows(sheet: Sheet, rows: JournalRows): void {
  const width = Math.max(1, most(rows.map((row) => row.length)));
  const above = sheet.getLastRow();
  makeRoom(sheet, Math.ceil((above + rows.length) / ROWS_AT_ONCE) * ROWS_AT_ONCE, width);
  sheet.getRange(above + 1, 1, rows.length, width).setNumberFormat(PLAIN_TEXT);
  for (const { first, count } of blocksOf(rows.length)) {
    sheet
      .getRange(above + first, 1, count, width)
      .setValues(rows.slice(first - 1, first - 1 + count).map((row) => padded(row, width)));
  }
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
