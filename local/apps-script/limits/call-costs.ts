/**
 * Time of a service call on the virtual clock, in milliseconds. Measured by others (jpoehnelt, 2026-01: about
 * 80 ms for a property written and read, 63 ms for the cache; Google 2010 and later: 50 ms for a block of 4,000
 * cells, 600 ms for a flush), rounded. Calls that only hand out an object, or work on one, cost nothing.
 */
interface CallCost {
  readonly baseMs: number;
  readonly perCellMs?: number;
}

const readCells: CallCost = { baseMs: 50, perCellMs: 0.002 };
const writeCells: CallCost = { baseMs: 50, perCellMs: 0.005 };
const changeSheet: CallCost = { baseMs: 80 };
const property: CallCost = { baseMs: 40 };
const cache: CallCost = { baseMs: 30 };

const costs: Readonly<Record<string, CallCost>> = {
  'Range.getValue': readCells,
  'Range.getValues': readCells,
  'Range.getDisplayValue': readCells,
  'Range.getDisplayValues': readCells,
  'Range.getFormulas': readCells,
  'Range.getNotes': readCells,
  'Range.getBackgrounds': readCells,
  'Range.getNumberFormats': readCells,
  'Range.getRichTextValues': readCells,
  'Range.setValue': writeCells,
  'Range.setValues': writeCells,
  'Range.setFormulas': writeCells,
  'Range.setNotes': writeCells,
  'Range.setBackgrounds': writeCells,
  'Range.setNumberFormat': writeCells,
  'Range.setNumberFormats': writeCells,
  'Range.setRichTextValues': writeCells,
  'Range.setDataValidation': writeCells,
  'Range.clearContent': writeCells,
  'Range.clear': writeCells,
  'Sheet.appendRow': writeCells,
  'Sheet.getDataRange': { baseMs: 20 },
  'Sheet.getLastRow': { baseMs: 20 },
  'Sheet.getLastColumn': { baseMs: 20 },
  'Sheet.insertRowsAfter': changeSheet,
  'Sheet.insertColumnsAfter': changeSheet,
  'Sheet.deleteRows': changeSheet,
  'Sheet.deleteColumns': changeSheet,
  'Sheet.insertChart': { baseMs: 300 },
  'Range.insertCells': changeSheet,
  'Spreadsheet.insertSheet': { baseMs: 300 },
  'Spreadsheet.deleteSheet': { baseMs: 300 },
  'Spreadsheet.getSheets': { baseMs: 20 },
  'Spreadsheet.getSheetByName': { baseMs: 20 },
  'SpreadsheetApp.getActiveSpreadsheet': { baseMs: 20 },
  'SpreadsheetApp.flush': { baseMs: 300 },
  'Properties.getProperty': property,
  'Properties.getProperties': property,
  'Properties.getKeys': property,
  'Properties.setProperty': property,
  'Properties.setProperties': property,
  'Properties.deleteProperty': property,
  'Properties.deleteAllProperties': property,
  'Cache.get': cache,
  'Cache.getAll': cache,
  'Cache.put': cache,
  'Cache.putAll': cache,
  'Cache.remove': cache,
  'Cache.removeAll': cache,
  'Lock.tryLock': { baseMs: 30 },
  'Lock.waitLock': { baseMs: 30 },
  'Lock.releaseLock': { baseMs: 30 },
  'ScriptApp.getProjectTriggers': { baseMs: 150 },
  'ScriptApp.deleteTrigger': { baseMs: 300 },
  'ClockTriggerBuilder.create': { baseMs: 500 },
  'HtmlService.createHtmlOutputFromFile': { baseMs: 30 },
  'Ui.showSidebar': { baseMs: 200 },
};

/** The time one call takes before its own waiting (a fetch, a sleep, a lock). */
export function callCostMs(name: string, self: unknown): number {
  const cost = costs[name];
  if (cost === undefined) return 0;
  return Math.round(cost.baseMs + (cost.perCellMs ?? 0) * cellCount(self));
}

function cellCount(self: unknown): number {
  const { rowCount, columnCount } = (self ?? {}) as { rowCount?: number; columnCount?: number };
  return rowCount === undefined || columnCount === undefined ? 0 : rowCount * columnCount;
}
