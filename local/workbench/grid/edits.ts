import { typeInto } from '../../apps-script/runtime/person';
import { readArea, writeEntries } from '../../apps-script/workbook/cells';
import { type Area, paintColumn } from '../../apps-script/workbook/layers';
import {
  type CellValue,
  layerOf,
  refuseTooManyCells,
  type Sheet,
  type Workbook,
} from '../../apps-script/workbook/workbook';

/** Content of a cell as a person made it; looks other than the number format stay. */
interface Content {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly numberFormat: string | undefined;
}

/** One step back: what the cells held before. */
interface Step {
  readonly sheetId: number;
  readonly area: Area;
  readonly before: readonly (readonly Content[])[];
  /** Size of the tab then: with another one its cells may have moved. */
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** Typing and pasting into cells, and Ctrl+Z. */
export interface Edits {
  /** A block of texts from a cell on, each as if it was typed; the tab grows where it is too small. Counts from 1. */
  type(
    sheet: Sheet,
    from: { readonly row: number; readonly column: number },
    texts: readonly (readonly string[])[],
  ): void;
  /** Says what it did. */
  undo(): string;
  redo(): string;
}

/** As many steps as a person would want back. */
const MOST_STEPS = 100;

export function createEdits(workbook: Workbook, now: () => number): Edits {
  const done: Step[] = [];
  const undone: Step[] = [];

  /** Puts back what a step holds; answers the step that undoes this. */
  function putBack(step: Step): Step | undefined {
    const sheet = workbook.sheets.find(({ id }) => id === step.sheetId);
    if (!sheet || sheet.maxRows !== step.maxRows || sheet.maxColumns !== step.maxColumns) return undefined;
    const opposite = stepOf(sheet, step.area);
    const at = (row: number, column: number) => step.before[row]?.[column] ?? BLANK;
    writeEntries(sheet, step.area, (row, column) => {
      const { value, formula } = at(row, column);
      return { value, ...(formula !== undefined && { formula }) };
    });
    for (let column = 0; column < step.area.columnCount; column += 1) {
      const formats = step.before.map((_, row) => at(row, column).numberFormat);
      paintColumn(layerOf(sheet, 'numberFormat'), step.area.column + column, step.area.row, formats);
    }
    return opposite;
  }

  function move(from: Step[], to: Step[], words: { readonly did: string; readonly none: string }): string {
    const step = from.pop();
    if (!step) return words.none;
    const opposite = putBack(step);
    if (opposite) {
      to.push(opposite);
      return words.did;
    }
    // Rows or columns came or went: the values could land in other cells.
    done.length = 0;
    undone.length = 0;
    return 'Rows or columns have moved since, so nothing was undone.';
  }

  return {
    type: (sheet, from, texts) => {
      const columnCount = Math.max(0, ...texts.map((row) => row.length));
      if (columnCount === 0) return;
      const area = { ...from, rowCount: texts.length, columnCount };
      growTo(workbook, sheet, area);
      done.push(stepOf(sheet, area));
      if (done.length > MOST_STEPS) done.shift();
      undone.length = 0;
      texts.forEach((row, rowOffset) => {
        row.forEach((text, offset) => {
          typeInto(workbook, sheet, { row: from.row + rowOffset, column: from.column + offset }, text, now());
        });
      });
    },
    undo: () => move(done, undone, { did: 'Undone.', none: 'There is nothing to undo.' }),
    redo: () => move(undone, done, { did: 'Done again.', none: 'There is nothing to do again.' }),
  };
}

const BLANK: Content = { value: '', formula: undefined, numberFormat: undefined };

function stepOf(sheet: Sheet, area: Area): Step {
  const formulas = readArea(sheet, area, 'formula', (_, formula) => formula);
  const before = readArea(sheet, area, 'numberFormat', (value, numberFormat, row, column) => ({
    value,
    numberFormat,
    formula: formulas[row - area.row]?.[column - area.column],
  }));
  return { sheetId: sheet.id, area, before, maxRows: sheet.maxRows, maxColumns: sheet.maxColumns };
}

/** Sheets grows a tab for a block that is larger. */
function growTo(workbook: Workbook, sheet: Sheet, area: Area): void {
  const rows = Math.max(sheet.maxRows, area.row + area.rowCount - 1);
  const columns = Math.max(sheet.maxColumns, area.column + area.columnCount - 1);
  refuseTooManyCells(workbook, rows * columns - sheet.maxRows * sheet.maxColumns);
  sheet.maxRows = rows;
  sheet.maxColumns = columns;
}
