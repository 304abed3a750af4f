import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv, sheetFromRows } from '../apps-script/import-csv';
import { newWorkbook, type Workbook } from '../apps-script/workbook/workbook';

/** As large as Google makes a new tab, so that there is room to type. */
const SHEET_SIZE = { rows: 1000, columns: 26 } as const;

/** The tabs in the order in which a person reads them; others follow by name. */
const FIRST_TABS = ['Products', 'Prices', 'Inventory'];

/** A spreadsheet with one tab for each CSV file of a folder, cells as text. */
export function openSpreadsheet(folder: string): Workbook {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const names = files.map((name) => name.replace(/\.csv$/, '')).sort(byPlace);
  const sheets = names.map((name, id) => {
    const csv = readCsv(readFileSync(path.join(folder, `${name}.csv`)), { kind: 'text' });
    const sheet = sheetFromRows(id, name, csv.ok ? csv.rows : []);
    sheet.maxRows = Math.max(sheet.maxRows, SHEET_SIZE.rows);
    sheet.maxColumns = Math.max(sheet.maxColumns + 10, SHEET_SIZE.columns);
    return sheet;
  });
  return newWorkbook({ name: 'Catalog', ...(sheets.length > 0 && { sheets }) });
}

function byPlace(a: string, b: string): number {
  const placeOf = (name: string) =>
    (FIRST_TABS.indexOf(name) + FIRST_TABS.length + 1) % (FIRST_TABS.length + 1);
  return placeOf(a) - placeOf(b) || a.localeCompare(b);
}
