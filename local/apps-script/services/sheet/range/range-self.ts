import { ServiceException } from '../../../runtime/exception';
import type { Call } from '../../../runtime/service-object';
import type { Area } from '../../../workbook/layers';
import type { Sheet } from '../../../workbook/workbook';

export interface RangeSelf extends Area {
  readonly sheet: Sheet;
}

const outside = 'The coordinates of the range are outside the dimensions of the sheet.';

export function refuseOutside(sheet: Sheet, area: Area): void {
  if (area.row + area.rowCount - 1 > sheet.maxRows) throw new ServiceException(outside);
  if (area.column + area.columnCount - 1 > sheet.maxColumns) throw new ServiceException(outside);
}

/** The range's sheet, which still has to exist and be large enough. */
export function sheetOf(range: RangeSelf, call: Call): Sheet {
  const sheet = liveSheet(range.sheet, call);
  refuseOutside(sheet, range);
  return sheet;
}

/** Throws Google's text unless the rows are exactly as many and as wide as the range. */
export function expectShape(range: RangeSelf, rows: readonly (readonly unknown[])[]): void {
  const mismatch = (what: string, given: number, wanted: number) =>
    new ServiceException(
      `The number of ${what} in the data does not match the number of ${what} in the range. ` +
        `The data has ${given} but the range has ${wanted}.`,
    );
  if (rows.length !== range.rowCount) throw mismatch('rows', rows.length, range.rowCount);
  for (const row of rows) {
    if (row.length !== range.columnCount) throw mismatch('columns', row.length, range.columnCount);
  }
}

/** The sheet, which has to exist still. */
export function liveSheet(sheet: Sheet, call: Call): Sheet {
  if (call.execution.environment.state.workbook.sheets.includes(sheet)) return sheet;
  throw new ServiceException(`Sheet ${sheet.id} not found`);
}

export function area({ row, column, rowCount, columnCount }: Area): Area {
  return { row, column, rowCount, columnCount };
}
