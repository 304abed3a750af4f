import { limits } from '../../limits/limits';
import { integerAt } from '../../runtime/arguments';
import { ServiceException } from '../../runtime/exception';
import type { Call, Method } from '../../runtime/service-object';
import {
  deleteSheetColumns,
  deleteSheetRows,
  insertSheetColumns,
  insertSheetRows,
} from '../../workbook/cells';
import { moveReferences } from '../../workbook/formula-references';
import { refuseTooManyCells, type Sheet } from '../../workbook/workbook';

export function insertRowsAt(sheet: Sheet, call: Call, afterRow: number, count: number): void {
  if (afterRow < 0 || afterRow > sheet.maxRows || count < 1) {
    throw new ServiceException('Those rows are out of bounds.');
  }
  const { workbook } = call.execution.environment.state;
  refuseTooManyCells(workbook, count * sheet.maxColumns);
  insertSheetRows(sheet, afterRow, count);
  moveReferences(workbook, sheet, { side: 'row', at: afterRow, count });
}

export function insertColumnsAt(sheet: Sheet, call: Call, afterColumn: number, count: number): void {
  const fits = sheet.maxColumns + count <= limits.workbook.columns;
  if (afterColumn < 0 || afterColumn > sheet.maxColumns || count < 1 || !fits) {
    throw new ServiceException('Those columns are out of bounds.');
  }
  const { workbook } = call.execution.environment.state;
  refuseTooManyCells(workbook, count * sheet.maxRows);
  insertSheetColumns(sheet, afterColumn, count);
  moveReferences(workbook, sheet, { side: 'column', at: afterColumn, count });
}

function removeRows(sheet: Sheet, call: Call, row: number, count: number): void {
  if (row < 1 || count < 1 || row + count - 1 > sheet.maxRows) {
    throw new ServiceException('Those rows are out of bounds.');
  }
  if (count === sheet.maxRows) throw new ServiceException("You can't delete all the rows on the sheet.");
  const frozen = Math.max(0, Math.min(sheet.frozenRows, row + count - 1) - row + 1);
  if (sheet.maxRows - sheet.frozenRows === count - frozen) {
    throw new ServiceException('Sorry, it is not possible to delete all non-frozen rows.');
  }
  deleteSheetRows(sheet, row, count);
  moveReferences(call.execution.environment.state.workbook, sheet, { side: 'row', at: row, count: -count });
  sheet.frozenRows -= frozen;
}

function removeColumns(sheet: Sheet, call: Call, column: number, count: number): void {
  if (column < 1 || count < 1 || column + count - 1 > sheet.maxColumns) {
    throw new ServiceException('Those columns are out of bounds.');
  }
  if (count === sheet.maxColumns) {
    throw new ServiceException("You can't delete all the columns on the sheet.");
  }
  deleteSheetColumns(sheet, column, count);
  moveReferences(call.execution.environment.state.workbook, sheet, {
    side: 'column',
    at: column,
    count: -count,
  });
}

/** Methods of Sheet that add and remove rows and columns. */
export const sizeMethods: Readonly<Record<string, Method<Sheet>>> = {
  insertRowAfter: (sheet, call) => {
    insertRowsAt(sheet, call, integerAt(call, 0), 1);
    return call.object;
  },
  insertRowBefore: (sheet, call) => {
    insertRowsAt(sheet, call, integerAt(call, 0) - 1, 1);
    return call.object;
  },
  insertRowsAfter: (sheet, call) => {
    insertRowsAt(sheet, call, integerAt(call, 0), integerAt(call, 1));
    return call.object;
  },
  insertRowsBefore: (sheet, call) => {
    insertRowsAt(sheet, call, integerAt(call, 0) - 1, integerAt(call, 1));
    return call.object;
  },
  insertColumnAfter: (sheet, call) => {
    insertColumnsAt(sheet, call, integerAt(call, 0), 1);
    return call.object;
  },
  insertColumnsAfter: (sheet, call) => {
    insertColumnsAt(sheet, call, integerAt(call, 0), integerAt(call, 1));
    return call.object;
  },
  insertColumnsBefore: (sheet, call) => {
    insertColumnsAt(sheet, call, integerAt(call, 0) - 1, integerAt(call, 1));
    return call.object;
  },
  deleteRow: (sheet, call) => {
    removeRows(sheet, call, integerAt(call, 0), 1);
    return call.object;
  },
  deleteRows: (sheet, call) => removeRows(sheet, call, integerAt(call, 0), integerAt(call, 1)),
  deleteColumn: (sheet, call) => {
    removeColumns(sheet, call, integerAt(call, 0), 1);
    return call.object;
  },
  deleteColumns: (sheet, call) => removeColumns(sheet, call, integerAt(call, 0), integerAt(call, 1)),
};
