import { columnLetters } from '../../catalog/tab/grid';
import { STATUS_WORDS } from '../../catalog/tab/status-block';
import { chunk } from '../../catalog/values/arrays';
import { inEnglish } from '../../language/cell-words';
import { REPORT_CORNER, type Report, type ReportFilter, type ReportLine } from '../../ports/reports';
import { activeSpreadsheet, addOwnTab, findOwnTab, makeRoom } from './active-spreadsheet';
import { PLAIN_TEXT, richText, writeAsShown } from './plain-text';
import { backgroundOf } from './status-columns';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Filter = GoogleAppsScript.Spreadsheet.Filter;

/** Below the sum. */
const HEADER_ROW = 2;
/** Rows written in one call: a call takes a limited number of cells in a limited time. */
const BLOCK_ROWS = 20_000;
/** Lines that get links: a link takes several calls where a text takes none, and people look at the first lines. */
const MOST_LINKED = 1_000;
const COLUMN_WIDTH_PX = 130;
/** Corner of the tab as earlier versions wrote it. */
const FORMER_CORNER = 'Tab';

/** Replaces the content of a tab of the add-on's own, creating it at the end where there is none. */
export function writeReport(tab: string, { sum, header, lines }: Report): void {
  const width = header.length;
  const sheet = ownSheet(tab) ?? newSheet(tab, width);
  (sheet.getFilter() as Filter | null)?.remove();
  sheet.clear();
  makeRoom(sheet, lines.length + HEADER_ROW, width);
  const all = sheet.getRange(1, 1, lines.length + HEADER_ROW, width);
  all.setNumberFormat(PLAIN_TEXT).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  const wide = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  writeAsShown(sheet.getRange(1, 1, HEADER_ROW, width), [wide([sum]), header]);
  chunk(lines, BLOCK_ROWS).forEach((block, index) => {
    const first = HEADER_ROW + 1 + index * BLOCK_ROWS;
    writeAsShown(
      sheet.getRange(first, 1, block.length, width),
      block.map(({ cells }) => wide(cells)),
    );
    sheet
      .getRange(first, 1, block.length, 1)
      .setBackgrounds(block.map(({ status }) => [backgroundOf(STATUS_WORDS[status])]));
  });
  linkLines(sheet, width, lines.slice(0, MOST_LINKED));
  const { OVERFLOW } = SpreadsheetApp.WrapStrategy;
  sheet.getRange(1, 1, HEADER_ROW, width).setFontWeight('bold').setWrapStrategy(OVERFLOW);
  sheet.setFrozenRows(HEADER_ROW);
  if (lines.length > 0) sheet.getRange(HEADER_ROW, 1, lines.length + 1, width).createFilter();
  // Otherwise a later call would bring the refusal.
  SpreadsheetApp.flush();
}

/** The row leads to its cell, and the last column to the item in Shopify admin. */
function linkLines(sheet: Sheet, width: number, lines: readonly ReportLine[]): void {
  const count = lines.reduce((last, { place, link }, index) => (place || link ? index + 1 : last), 0);
  if (count === 0) return;
  const texts = lines.slice(0, count).map(({ cells, place, link }) => {
    const to = place && `#gid=${place.sheetId}&range=${columnLetters(place.index)}${place.row}`;
    return [richText(cells[width - 2] ?? '', to), richText(cells[width - 1] ?? '', link)];
  });
  sheet.getRange(HEADER_ROW + 1, width - 1, count, 2).setRichTextValues(texts);
}

/** Hides lines of the tab until it is written again. */
export function filterReport(tab: string, wanted?: ReportFilter): boolean {
  const sheet = ownSheet(tab);
  const filter = sheet?.getFilter() as Filter | null | undefined;
  if (!sheet || !filter) return false;
  const range = filter.getRange();
  const width = range.getNumColumns();
  for (let column = 1; column <= width; column += 1) filter.removeColumnFilterCriteria(column);
  if (wanted) {
    const lines = range.getDisplayValues().slice(1);
    const criteria = () => SpreadsheetApp.newFilterCriteria();
    const words = new Set(lines.map(([word = '']) => word));
    const hidden = [...words].filter((word) => !wanted.shown.includes(word));
    filter.setColumnFilterCriteria(1, criteria().setHiddenValues(hidden).build());
    const text = wanted.textIn?.(lines.map((cells) => cells[wanted.column] ?? ''));
    if (text) filter.setColumnFilterCriteria(wanted.column + 1, criteria().whenTextContains(text).build());
    activeSpreadsheet().setActiveSheet(sheet);
  }
  return true;
}

function ownSheet(tab: string): Sheet | undefined {
  return findOwnTab(tab, (sheet) => {
    if (sheet.getLastRow() === 0) return true;
    const corners = sheet.getRange(1, 1, Math.min(HEADER_ROW, sheet.getMaxRows()), 1).getDisplayValues();
    return corners[0]?.[0] === FORMER_CORNER || inEnglish(corners[1]?.[0] ?? '') === REPORT_CORNER;
  });
}

function newSheet(tab: string, width: number): Sheet {
  const sheet = addOwnTab(tab);
  makeRoom(sheet, HEADER_ROW, width);
  sheet.setColumnWidths(1, width, COLUMN_WIDTH_PX);
  return sheet;
}
