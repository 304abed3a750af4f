import type { Sheets } from '../ports/sheets';
import { activeSpreadsheet } from './active-spreadsheet';
import { emptyCells } from './empty-cells';
import { writeHistory } from './history-tab';
import { appendInFlight, clearInFlight, IN_FLIGHT_TAB, readInFlight } from './in-flight-tab';
import { addTab, showCell, showTab } from './new-tab';
import { writeCells } from './own-cells';
import { readGrid, readTopRows } from './read-tab';
import { writeReport } from './report-tab';
import { isRowHidden, selection } from './selection';
import { writeNumbers } from './shopify-numbers';
import { appendState, readState, replaceState, STATE_TAB } from './state-tab';
import { hideStatuses, hidesStatuses, showStatuses } from './status-filter';
import { prepareStatus, readStatus, writeStatus } from './status-rows';
import { appendUndo, dropUndo, readUndo, readUndoColumns, UNDO_TAB } from './undo-tab';

const HIDDEN_TABS: readonly string[] = [STATE_TAB, UNDO_TAB, IN_FLIGHT_TAB];

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
      .filter(({ name }) => !HIDDEN_TABS.includes(name)),
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
  readState,
  appendState,
  replaceState,
  readUndoColumns,
  readUndo,
  appendUndo,
  dropUndo,
  readInFlight,
  appendInFlight,
  clearInFlight,
  toast: (message) => activeSpreadsheet().toast(message, 'Sync to Shopify'),
};
