import { STATUS_HEADERS, statusOfWord, statusPlaces } from '../../catalog/tab/status-block';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import { makeRoom } from './active-spreadsheet';
import { PLAIN_TEXT } from './plain-text';
import { forgetViews, viewOf } from './tab-view';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTH = STATUS_HEADERS.length;
/** Offset of the Shopify ID within the block. */
export const ID_OFFSET = STATUS_HEADERS.indexOf('Shopify ID');
const COLUMN_WIDTHS_PX = [120, 360, 140, 120] as const;
const FORMATS = [PLAIN_TEXT, PLAIN_TEXT, 'yyyy-mm-dd hh:mm', PLAIN_TEXT] as const;
const HEADER_BACKGROUND = '#f1f3f4';

/** Light enough for black text; the word next to it says the same. */
const BACKGROUNDS = {
  error: '#f4c7c3',
  conflict: '#fce8b2',
  skipped: '#fff2cc',
  created: '#cfe2f3',
  updated: '#d9ead3',
  differs: '#ead1dc',
  'not-synced': '#efefef',
  'not-compared': '#ffffff',
  unchanged: '#ffffff',
} as const;

export function backgroundOf(word: string): string {
  return BACKGROUNDS[statusOfWord(word) ?? 'unchanged'];
}

/** The 1-based columns of the status, its message, its time and the Shopify ID. */
export type StatusColumns = readonly number[];

/**
 * The columns of the status block as they stand now, or undefined. Looked up by their words at each use, because people
 * insert columns while a sync runs. A block that lost one of its columns is left alone: the column in its place may be
 * the merchant's.
 */
export function findStatusColumns(sheet: Sheet, layout: TabLayout): StatusColumns | undefined {
  const view = viewOf(sheet);
  if (view.lastColumn < WIDTH) return undefined;
  // The headers are text, which is displayed as it is.
  const [headers = []] = view.values(layout.headerRow, 1, 1, view.lastColumn);
  return statusPlaces(headers.map(String))?.map((place) => place + 1);
}

/**
 * The columns, made where there are none. They are looked up again, because a column inserted since the tab was read may
 * have moved them.
 */
export function statusColumnsIn(sheet: Sheet, layout: TabLayout): StatusColumns {
  const known = findStatusColumns(sheet, layout);
  if (known) return known;
  forgetViews();
  return findStatusColumns(sheet, layout) ?? addStatusColumns(sheet, layout);
}

/** Puts an empty block into new columns after those that name an item, or into the first free ones next to the tab's own. */
function addStatusColumns(sheet: Sheet, layout: TabLayout): StatusColumns {
  const { statusAfter } = layout;
  const column = (statusAfter ?? sheet.getLastColumn()) + 1;
  if (statusAfter !== undefined) sheet.insertColumnsAfter(statusAfter, WIDTH);
  forgetViews();
  makeRoom(sheet, layout.headerRow + 1, column + WIDTH - 1);
  sheet
    .getRange(layout.headerRow, column, 1, WIDTH)
    .setValues([[...STATUS_HEADERS]])
    .setFontWeight('bold')
    .setBackground(HEADER_BACKGROUND);
  formatBelow(sheet, layout, column);
  return STATUS_HEADERS.map((_, offset) => column + offset);
}

/** A Google Sheets table absorbs headers next to it and may refuse formats; the words can be read without them. */
function formatBelow(sheet: Sheet, { headerRow }: TabLayout, column: number): void {
  const rowsBelow = sheet.getMaxRows() - headerRow;
  // A later refusal must not lose what was written before.
  SpreadsheetApp.flush();
  try {
    STATUS_HEADERS.forEach((_, offset) => {
      sheet.setColumnWidth(column + offset, COLUMN_WIDTHS_PX[offset]!);
      sheet
        .getRange(headerRow + 1, column + offset, rowsBelow, 1)
        .setNumberFormat(FORMATS[offset]!)
        .setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
    });
    SpreadsheetApp.flush();
  } catch (error) {
    console.warn(`No formats: ${error}`);
  }
}
