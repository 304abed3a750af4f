import type { Sheets } from '../ports/sheets';
import { HIDDEN_TABS } from './journals/hidden-tab';
import { activeSpreadsheet, isRowHidden, selection } from './tabs/active-spreadsheet';
import { writeHistory } from './tabs/history-tab';
import { addTab, showCell, showTab } from './tabs/new-tab';
import { readGrid, readTopRows } from './tabs/read-tab';
import { writeReport } from './tabs/report-tab';
import { hideStatuses, hidesStatuses, showStatuses } from './tabs/status-filter';
import { prepareStatus, readStatus, writeStatus } from './tabs/status-rows';
import { emptyCells, writeCells, writeNumbers } from './tabs/write-cells';

/** The spreadsheet through `SpreadsheetApp`. Its tabs are without those that the add-on hides. */
export const spreadsheetSheets: Sheets = {
  spreadsheetId: () => activeSpreadsheet().getId(),
  isOpen: () => SpreadsheetApp.getActiveSpreadsheet() !== null,
  locale: () => activeSpreadsheet().getSpreadsheetLocale(),
  timeZone: () => activeSpreadsheet().getSpreadsheetTimeZone(),
  tabs: () =>
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName(), hidden: sheet.isSheetHidden() }))
      .filter(({ name }) => !Object.values(HIDDEN_TABS).includes(name)),
  addTab,
  showTab,
  showCell,
  readTopRows,
  readGrid,
  readStatus,
  writeStatus,
  prepareStatus,
  hideStatuses,
  showStatuses,
  hidesStatuses,
  selection,
  isRowHidden,
  writeCells,
  emptyCells,
  writeNumbers,
  writeReport,
  writeHistory,
  toast: (message) => activeSpreadsheet().toast(message, 'Sync to Shopify'),
};
