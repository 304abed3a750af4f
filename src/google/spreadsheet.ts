import type { Speak } from '../language/speak';
import type { Reports } from '../ports/reports';
import type { StatusBlock } from '../ports/status-block';
import type { Cells, Spreadsheet, Tabs } from '../ports/tabs';
import { HIDDEN_TABS, prepareHidden } from './journals/hidden-tab';
import {
  activeSpreadsheet,
  isRowHidden,
  openSpreadsheet,
  selectedColumn,
  selection,
  sheetById,
} from './tabs/active-spreadsheet';
import { prepareHistory, writeHistory } from './tabs/history-tab';
import { addTab, fillRows, showCell, showTab } from './tabs/new-tab';
import { renewPhotos } from './tabs/photo-cells';
import { isUnmoved, readGrid, readTopRows } from './tabs/read-tab';
import { filterReport, writeReport } from './tabs/report-tab';
import { hideStatuses, hidesStatuses, showStatuses } from './tabs/status-filter';
import { prepareStatus, readStatus, writeStatus } from './tabs/status-rows';
import { atOnce } from './tabs/tab-view';
import { emptyCells, writeCells } from './tabs/write-cells';

export const spreadsheet: Spreadsheet = {
  id: () => activeSpreadsheet().getId(),
  name: () => activeSpreadsheet().getName(),
  isOpen: () => openSpreadsheet() !== null,
  locale: () => activeSpreadsheet().getSpreadsheetLocale(),
  timeZone: () => activeSpreadsheet().getSpreadsheetTimeZone(),
  cellCount: () =>
    activeSpreadsheet()
      .getSheets()
      .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
  toast: (message) => activeSpreadsheet().toast(message, 'Sync to Shopify'),
};

export const tabs: Tabs = {
  atOnce,
  list: () =>
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName(), hidden: sheet.isSheetHidden() }))
      .filter(({ name }) => !Object.values(HIDDEN_TABS).includes(name)),
  add: addTab,
  lastRow: (sheetId) => sheetById(sheetId).getLastRow(),
  fill: fillRows,
  show: showTab,
  showCell,
  readTop: readTopRows,
  read: readGrid,
  isUnmoved,
  selection,
  selectedColumn,
  isRowHidden,
};

export const cells: Cells = { write: writeCells, renewPhotos, empty: emptyCells };

export const statusBlock: StatusBlock = {
  read: readStatus,
  prepare: prepareStatus,
  write: writeStatus,
  hide: hideStatuses,
  show: showStatuses,
  isHiding: hidesStatuses,
};

export const reportsIn = (speak: Speak): Reports => ({
  write: writeReport,
  filter: filterReport,
  prepare(tab) {
    prepareHidden('undo');
    prepareHistory(tab, speak);
  },
  writeHistory: (tab, checkedAtMs, line) => writeHistory(tab, checkedAtMs, line, speak),
});
