import { expectArguments, integerAt, memberAt, optionalIntegerAt } from '../../../runtime/arguments';
import { NotImplementedError, ServiceException } from '../../../runtime/exception';
import { type Call, type Method, ServiceObject, type ServiceType } from '../../../runtime/service-object';
import { a1Notation } from '../../../workbook/a1';
import { clearValues } from '../../../workbook/cells';
import { moveReferences } from '../../../workbook/formula-references';
import { type Area, paint } from '../../../workbook/layers';
import { shiftDown } from '../../../workbook/shift-cells';
import { type LayerName, layerOf, type Sheet } from '../../../workbook/workbook';
import { sheetObject } from '../late-objects';
import { isProtected, refuseProtected, refuseTyped } from '../protected';
import { protectionObject } from '../protection';
import { appearanceMethods } from './range-appearance';
import { contentMethods } from './range-content';
import { area, liveSheet, type RangeSelf, refuseOutside, sheetOf } from './range-self';
import { valueMethods } from './range-values';

/** Refuses, with Google's texts, what lies outside the sheet. */
export function rangeObject(sheet: Sheet, area: Area): ServiceObject<RangeSelf> {
  if (area.row < 1) throw new ServiceException('The starting row of the range is too small.');
  if (area.column < 1) throw new ServiceException('The starting column of the range is too small.');
  if (area.rowCount < 1) throw new ServiceException('The number of rows in the range must be at least 1.');
  if (area.columnCount < 1) {
    throw new ServiceException('The number of columns in the range must be at least 1.');
  }
  refuseOutside(sheet, area);
  return new ServiceObject(rangeType, { ...area, sheet });
}

const looks: readonly LayerName[] = [
  'numberFormat',
  'background',
  'fontColor',
  'fontWeight',
  'fontStyle',
  'fontSize',
  'fontFamily',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
];

function clearLayers(range: RangeSelf, sheet: Sheet, names: readonly LayerName[]): void {
  for (const name of names) paint(layerOf(sheet, name), range, undefined);
}

/** `clear` with its options object clears what is named; alone it clears everything but notes and validation. */
function clear(range: RangeSelf, call: Call): ServiceObject {
  expectArguments(call, 0, 1);
  const sheet = sheetOf(range, call);
  const options = (call.args[0] ?? {}) as Record<string, unknown>;
  const everything = Object.values(options).every((chosen) => chosen !== true);
  if (everything || options.contentsOnly === true) clearValues(sheet, range);
  if (everything || options.formatOnly === true) clearLayers(range, sheet, looks);
  if (options.commentsOnly === true) clearLayers(range, sheet, ['note']);
  if (options.validationsOnly === true) clearLayers(range, sheet, ['dataValidation']);
  return call.object;
}

function offset(range: RangeSelf, call: Call): ServiceObject {
  expectArguments(call, 2, 4);
  return rangeObject(sheetOf(range, call), {
    row: range.row + integerAt(call, 0),
    column: range.column + integerAt(call, 1),
    rowCount: optionalIntegerAt(call, 2) ?? range.rowCount,
    columnCount: optionalIntegerAt(call, 3) ?? range.columnCount,
  });
}

/** Methods that write into the cells of the range. */
const WRITES = /^(set|clear|insert|delete|copy|merge|remove|randomize|sort|trim|createFilter)/;

const protectedOnly =
  (name: string, method: Method<RangeSelf>): Method<RangeSelf> =>
  (range, call) => {
    if (WRITES.test(name)) {
      refuseProtected(sheetOf(range, call), range, call);
      refuseTyped(sheetOf(range, call), range, name);
    }
    return method(range, call);
  };

const methods: Readonly<Record<string, Method<RangeSelf>>> = {
  getSheet: (range, call) => sheetObject(liveSheet(range.sheet, call)),
  getRow: (range) => range.row,
  getColumn: (range) => range.column,
  getLastRow: (range) => range.row + range.rowCount - 1,
  getLastColumn: (range) => range.column + range.columnCount - 1,
  getNumRows: (range) => range.rowCount,
  getNumColumns: (range) => range.columnCount,
  getHeight: (range) => range.rowCount,
  getWidth: (range) => range.columnCount,
  getGridId: (range) => range.sheet.id,
  getA1Notation: (range) => a1Notation(range),
  getCell: (range, call) =>
    rangeObject(sheetOf(range, call), {
      row: range.row + integerAt(call, 0) - 1,
      column: range.column + integerAt(call, 1) - 1,
      rowCount: 1,
      columnCount: 1,
    }),
  offset,
  ...valueMethods,
  clear,
  clearContent: (range, call) => {
    clearValues(sheetOf(range, call), range);
    return call.object;
  },
  clearFormat: (range, call) => {
    clearLayers(range, sheetOf(range, call), looks);
    return call.object;
  },
  clearNote: (range, call) => {
    clearLayers(range, sheetOf(range, call), ['note']);
    return call.object;
  },
  insertCells: (range, call) => {
    if (memberAt(call, 0, 'Dimension') !== 'ROWS')
      throw new NotImplementedError('Range.insertCells to the right');
    const sheet = sheetOf(range, call);
    shiftDown(sheet, range);
    moveReferences(call.execution.environment.state.workbook, sheet, {
      side: 'row',
      at: range.row - 1,
      count: range.rowCount,
      within: [range.column, range.column + range.columnCount - 1],
    });
    return call.object;
  },
  activate: (range, call) => {
    const { workbook } = call.execution.environment.state;
    workbook.activeSheetId = sheetOf(range, call).id;
    workbook.selection = [area(range)];
    return call.object;
  },
  setWrapStrategy: (range, call) => {
    paint(layerOf(sheetOf(range, call), 'wrapStrategy'), range, memberAt(call, 0, 'WrapStrategy'));
    return call.object;
  },
  canEdit: (range, call) => !isProtected(sheetOf(range, call), range, call),
  protect: (range, call) => {
    const sheet = sheetOf(range, call);
    const protection = { description: '', warningOnly: false, area: area(range) };
    sheet.protections.push(protection);
    return protectionObject(sheet, protection);
  },
  ...appearanceMethods,
  ...contentMethods,
};

export const rangeType: ServiceType<RangeSelf> = {
  name: 'Range',
  methods: Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, protectedOnly(name, method)]),
  ),
};
