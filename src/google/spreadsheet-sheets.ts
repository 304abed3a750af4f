import type { Sheets } from '../ports/sheets';
import { activeSpreadsheet } from './active-spreadsheet';
import { writeCells } from './own-cells';
import { readGrid, readTopRows } from './read-tab';
import { writeReport } from './report-tab';
import { selection } from './selection';
import { appendState, readState, replaceState, STATE_TAB } from './state-tab';
import { readStatus, writeStatus } from './status-rows';

/** The spreadsheet through `SpreadsheetApp`. The state tab is not among its tabs. */
export const spreadsheetSheets: Sheets = {
  spreadsheetId: () => activeSpreadsheet().getId(),
  locale: () => activeSpreadsheet().getSpreadsheetLocale(),
  tabs: () =>
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName(), hidden: sheet.isSheetHidden() }))
      .filter(({ name }) => name !== STATE_TAB),
  readTopRows,
  readGrid,
  readStatus,
  writeStatus,
  selection,
  writeCells,
  writeReport,
  readState,
  appendState,
  replaceState,
  toast: (message) => activeSpreadsheet().toast(message, 'Sync to Shopify'),
};
