import type { Sheet, Workbook } from '../../local/apps-script/runtime';
import { OWN_TABS } from '../../src/sync/tabs/ticked-tabs';

/** What a merchant does to the tabs while a sync waits for Shopify, which changes nothing of what they say. */
export type Tidying = keyof typeof tidyings;

const tidyings = {
  'insert a row': (sheet: Sheet) => {
    sheet.rows.splice(sheet.rows.length % 3, 0, []);
    sheet.maxRows += 1;
  },
  'insert a column': (sheet: Sheet) => {
    const header = headerRow(sheet);
    for (const row of sheet.rows) if (row.length > 0) row.splice(1, 0, row === header ? 'Note' : '12.00');
    sheet.maxColumns += 1;
  },
  /** Not where an item has several rows, of which the first one says what it is. */
  'turn the rows round': (sheet: Sheet) => {
    const header = headerRow(sheet);
    const body = sheet.rows.splice(header ? sheet.rows.indexOf(header) + 1 : 0);
    const items = body.map((row) => String(row[0] ?? ''));
    sheet.rows.push(...(new Set(items).size === items.length ? body.reverse() : body));
  },
};

export const tidyingNames = Object.keys(tidyings) as readonly Tidying[];

export function tidy(workbook: Workbook, tidying: Tidying): void {
  for (const sheet of workbook.sheets) if (headerRow(sheet)) tidyings[tidying](sheet);
}

/** Only tabs that are synced have one; those of the add-on show SKUs as well. */
export function headerRow({ name, rows }: Sheet): Sheet['rows'][number] | undefined {
  return OWN_TABS.includes(name) ? undefined : rows.find((row) => row.includes('SKU'));
}
