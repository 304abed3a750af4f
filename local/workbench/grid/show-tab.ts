import { shownTexts } from '../../apps-script/runtime/person';
import { isHiddenByFilter } from '../../apps-script/services/sheet/filter';
import { columnReader } from '../../apps-script/workbook/layers';
import { lastColumn, type Sheet, type Workbook } from '../../apps-script/workbook/workbook';
import type { ShownCell, ShownTab } from '../view';

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
    const formula = columnReader(sheet.layers.formula, column);
    for (let row = 1; row <= rowCount; row += 1) {
      const text = texts[row - 1]?.[column - 1] ?? '';
      const look = { background: background(row), isBold: weight(row) === 'bold', formula: formula(row) };
      cells[row - 1]?.push(shownCell(text, look));
    }
  }
  const rows = Array.from({ length: rowCount }, (_, index) => index + 1);
  const isHidden = (row: number) => sheet.hiddenRows.includes(row) || isHiddenByFilter(sheet, row, workbook);
  return { id: sheet.id, name: sheet.name, cells, hiddenRows: rows.filter(isHidden) };
}

interface Look {
  readonly background: string | undefined;
  readonly isBold: boolean;
  readonly formula: string | undefined;
}

function shownCell(text: string, { background, isBold, formula }: Look): ShownCell {
  return {
    text,
    ...(background !== undefined && { background }),
    ...(isBold && { isBold }),
    ...(formula !== undefined && { formula }),
  };
}
