import { activeSpreadsheet, addSheet } from './active-spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Finds a tab of the add-on's own. One of that name which holds something else is the merchant's: ours has a number then. */
export function findOwnTab(tab: string, isOurs: (sheet: Sheet) => boolean): Sheet | undefined {
  for (let number = 1; ; number += 1) {
    const sheet = activeSpreadsheet().getSheetByName(numbered(tab, number));
    if (!sheet || isOurs(sheet)) return sheet ?? undefined;
  }
}

export function addOwnTab(tab: string): Sheet {
  let number = 1;
  while (activeSpreadsheet().getSheetByName(numbered(tab, number))) number += 1;
  return addSheet(numbered(tab, number));
}

function numbered(tab: string, number: number): string {
  return number === 1 ? tab : `${tab} ${number}`;
}
