import { shownTexts } from '../apps-script/runtime/person';
import { columnReader } from '../apps-script/workbook/layers';
import { lastColumn, type Sheet, type Workbook } from '../apps-script/workbook/workbook';
import type { ShownCell, ShownTab } from './view';

/** Room to type beyond what is there. */
const SPARE_ROWS = 3;
const SPARE_COLUMNS = 1;

/** A tab as a person sees it, with the colours that the add-on gave it. */
export function showTab(workbook: Workbook, sheet: Sheet): ShownTab {
  const texts = shownTexts(workbook, sheet);
  const rowCount = Math.min(sheet.maxRows, texts.length + SPARE_ROWS);
  const columnCount = Math.min(sheet.maxColumns, lastColumn(sheet) + SPARE_COLUMNS);
  const cells: ShownCell[][] = Array.from({ length: rowCount }, () => []);
  for (let column = 1; column <= columnCount; column += 1) {
    const background = columnReader(sheet.layers.background, column);
    const weight = columnReader(sheet.layers.fontWeight, column);
    for (let row = 1; row <= rowCount; row += 1) {
      const text = texts[row - 1]?.[column - 1] ?? '';
      cells[row - 1]?.push(shownCell(text, background(row), weight(row) === 'bold'));
    }
  }
  return { id: sheet.id, name: sheet.name, cells };
}

function shownCell(text: string, background: string | undefined, isBold: boolean): ShownCell {
  return { text, ...(background !== undefined && { background }), ...(isBold && { isBold }) };
}
