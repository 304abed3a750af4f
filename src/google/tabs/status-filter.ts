import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { FilterOutcome, Hiding } from '../../ports/status-block';
import { sheetById } from './active-spreadsheet';
import { findStatusColumns } from './status-columns';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Filter = GoogleAppsScript.Spreadsheet.Filter;

/**
 * Hides the rows whose status is one of these words. A tab has one filter: the merchant's own is kept, and only its
 * criteria for the status column are set.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/filter
 */
export function hideStatuses(sheetId: number, layout: TabLayout, { words, textIn }: Hiding): FilterOutcome {
  const sheet = sheetById(sheetId);
  const [column, message] = findStatusColumns(sheet, layout) ?? [];
  if (column === undefined) return 'no-status';
  const standing = sheet.getFilter() as Filter | null;
  if (standing && !reaches(standing, column)) return 'out-of-reach';
  const filter = standing ?? addFilter(sheet, layout);
  const criteria = SpreadsheetApp.newFilterCriteria()
    .setHiddenValues([...words])
    .build();
  filter.setColumnFilterCriteria(column, criteria);
  if (message !== undefined && reaches(filter, message)) filterMessages(filter, message, textIn);
  return standing ? 'set' : 'added';
}

function filterMessages(filter: Filter, column: number, textIn: Hiding['textIn']): void {
  const range = filter.getRange();
  const messages = () =>
    range.offset(0, column - range.getColumn(), range.getNumRows(), 1).getDisplayValues();
  const text = textIn?.(messages().map(String));
  if (text) {
    const criteria = SpreadsheetApp.newFilterCriteria().whenTextContains(text).build();
    filter.setColumnFilterCriteria(column, criteria);
  } else filter.removeColumnFilterCriteria(column);
}

/**
 * Removes the criteria of the status column and of its messages; also the filter itself, if it is ours and has no other
 * use.
 */
export function showStatuses(sheetId: number, layout: TabLayout, isOurs: boolean): void {
  const sheet = sheetById(sheetId);
  const [column, message = 0] = findStatusColumns(sheet, layout) ?? [];
  const filter = sheet.getFilter() as Filter | null;
  if (column === undefined || !filter || !reaches(filter, column)) return;
  filter.removeColumnFilterCriteria(column);
  if (reaches(filter, message)) filter.removeColumnFilterCriteria(message);
  if (isOurs && !isUsed(filter)) filter.remove();
}

export function hidesStatuses(sheetId: number, layout: TabLayout): boolean {
  const sheet = sheetById(sheetId);
  const [column] = findStatusColumns(sheet, layout) ?? [];
  const filter = sheet.getFilter() as Filter | null;
  return column !== undefined && filter !== null && reaches(filter, column) && hasCriteria(filter, column);
}

function addFilter(sheet: Sheet, { headerRow }: TabLayout): Filter {
  const rows = Math.max(sheet.getLastRow() - headerRow + 1, 2);
  return sheet.getRange(headerRow, 1, rows, sheet.getLastColumn()).createFilter();
}

function reaches(filter: Filter, column: number): boolean {
  const range = filter.getRange();
  return column >= range.getColumn() && column <= range.getLastColumn();
}

function isUsed(filter: Filter): boolean {
  const range = filter.getRange();
  for (let column = range.getColumn(); column <= range.getLastColumn(); column += 1) {
    if (hasCriteria(filter, column)) return true;
  }
  return false;
}

function hasCriteria(filter: Filter, column: number): boolean {
  const criteria: unknown = filter.getColumnFilterCriteria(column);
  return criteria !== null;
}
