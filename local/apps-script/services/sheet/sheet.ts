import {
  arrayAt,
  booleanAt,
  expectArguments,
  integerAt,
  optionalIntegerAt,
  signatureMismatch,
  textAt,
} from '../../runtime/arguments';
import { ServiceException } from '../../runtime/exception';
import type { Call, Method, ServiceObject, ServiceType } from '../../runtime/service-object';
import { parseA1 } from '../../workbook/a1';
import { clearValues } from '../../workbook/cells';
import type { Area } from '../../workbook/layers';
import { lastColumn, type Sheet } from '../../workbook/workbook';
import { chartMethods } from './chart';
import { isHiddenByFilter } from './filter';
import { filterObject, provideType } from './late-objects';
import { refuseProtected } from './protected';
import { protectionObject } from './protection';
import { rangeObject, rangeType } from './range/range';
import { readColor } from './range/range-appearance';
import { rangeListObject } from './range/range-list';
import { liveSheet } from './range/range-self';
import { insertColumnsAt, insertRowsAt, sizeMethods } from './sheet-size';

/** `getRange(a1)` and `getRange(row, column[, rows[, columns]])`. */
function getRange(sheet: Sheet, call: Call): ServiceObject {
  expectArguments(call, 1, 2, 3, 4);
  if (call.args.length > 1) {
    return rangeObject(sheet, {
      row: integerAt(call, 0),
      column: integerAt(call, 1),
      rowCount: optionalIntegerAt(call, 2) ?? 1,
      columnCount: optionalIntegerAt(call, 3) ?? 1,
    });
  }
  const parsed = parseA1(textAt(call, 0), sheet);
  if (parsed === undefined || (parsed.sheetName !== undefined && parsed.sheetName !== sheet.name)) {
    throw new ServiceException('Range not found');
  }
  return rangeObject(sheet, parsed.area);
}

const whole = (sheet: Sheet): Area => ({
  row: 1,
  column: 1,
  rowCount: sheet.maxRows,
  columnCount: sheet.maxColumns,
});

/** Writes below the last row that holds anything, on new rows where the sheet is full. */
function appendRow(sheet: Sheet, call: Call): ServiceObject {
  const values = arrayAt(call, 0);
  if (values.length === 0) throw signatureMismatch(call);
  const row = sheet.rows.length + 1;
  if (row > sheet.maxRows) insertRowsAt(sheet, call, sheet.maxRows, 1);
  if (values.length > sheet.maxColumns) {
    insertColumnsAt(sheet, call, sheet.maxColumns, values.length - sheet.maxColumns);
  }
  const range = rangeObject(sheet, { row, column: 1, rowCount: 1, columnCount: values.length });
  rangeType.methods.setValues?.(range.self, { ...call, args: [[values]], object: range });
  return call.object;
}

function rename(sheet: Sheet, call: Call): ServiceObject {
  const name = textAt(call, 0);
  const { sheets } = call.execution.environment.state.workbook;
  if (name === '' || name.length > 100) throw new ServiceException('Invalid argument: name');
  if (sheets.some((other) => other !== sheet && other.name.toLowerCase() === name.toLowerCase())) {
    throw new ServiceException(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  sheet.name = name;
  return call.object;
}

function setHidden(sheet: Sheet, call: Call, hidden: boolean): ServiceObject {
  const { workbook } = call.execution.environment.state;
  if (hidden && workbook.sheets.every((other) => other === sheet || other.hidden)) {
    throw new ServiceException("You can't hide all the sheets in a document.");
  }
  sheet.hidden = hidden;
  if (hidden && workbook.activeSheetId === sheet.id) {
    workbook.activeSheetId = workbook.sheets.find((other) => !other.hidden)?.id ?? workbook.activeSheetId;
  }
  return call.object;
}

function clear(sheet: Sheet, call: Call): ServiceObject {
  expectArguments(call, 0, 1);
  const range = rangeObject(sheet, whole(sheet));
  rangeType.methods.clear?.(range.self, { ...call, object: range });
  return call.object;
}

function setHeights(sheet: Sheet, call: Call, row: number, count: number, height: number): ServiceObject {
  if (row < 1 || count < 1 || row + count - 1 > sheet.maxRows)
    throw new ServiceException('Those rows are out of bounds.');
  sheet.rowHeights ??= {};
  for (let index = row; index < row + count; index += 1) sheet.rowHeights[index] = height;
  return call.object;
}

/** Widths of columns are remembered; fitting them to their texts is left to a real screen. */
function setWidths(sheet: Sheet, call: Call, column: number, count: number, width: number): ServiceObject {
  for (let index = column; index < column + count; index += 1) sheet.columnWidths[index] = width;
  return call.object;
}

const methods: Readonly<Record<string, Method<Sheet>>> = {
  getSheetId: (sheet) => sheet.id,
  getName: (sheet) => sheet.name,
  getSheetName: (sheet) => sheet.name,
  setName: rename,
  getIndex: (sheet, call) => call.execution.environment.state.workbook.sheets.indexOf(sheet) + 1,
  getLastRow: (sheet) => sheet.rows.length,
  getLastColumn: lastColumn,
  getMaxRows: (sheet) => sheet.maxRows,
  getMaxColumns: (sheet) => sheet.maxColumns,
  getRange,
  getRangeList: (sheet, call) => rangeListObject(sheet, arrayAt(call, 0), call),
  getDataRange: (sheet) =>
    rangeObject(sheet, {
      row: 1,
      column: 1,
      rowCount: Math.max(1, sheet.rows.length),
      columnCount: Math.max(1, lastColumn(sheet)),
    }),
  appendRow,
  ...sizeMethods,
  ...chartMethods,
  clear,
  clearContents: (sheet, call) => {
    clearValues(sheet, whole(sheet));
    return call.object;
  },
  clearNotes: (sheet, call) => {
    sheet.layers.note = {};
    return call.object;
  },
  hideSheet: (sheet, call) => setHidden(sheet, call, true),
  showSheet: (sheet, call) => setHidden(sheet, call, false),
  isSheetHidden: (sheet) => sheet.hidden,
  activate: (sheet, call) => {
    const { workbook } = call.execution.environment.state;
    workbook.activeSheetId = sheet.id;
    workbook.selection = [];
    return call.object;
  },
  setFrozenRows: (sheet, call) => {
    sheet.frozenRows = integerAt(call, 0);
  },
  getFrozenRows: (sheet) => sheet.frozenRows,
  setFrozenColumns: (sheet, call) => {
    sheet.frozenColumns = integerAt(call, 0);
  },
  getFrozenColumns: (sheet) => sheet.frozenColumns,
  setColumnWidth: (sheet, call) => setWidths(sheet, call, integerAt(call, 0), 1, integerAt(call, 1)),
  setColumnWidths: (sheet, call) =>
    setWidths(sheet, call, integerAt(call, 0), integerAt(call, 1), integerAt(call, 2)),
  setRowHeights: (sheet, call) =>
    setHeights(sheet, call, integerAt(call, 0), integerAt(call, 1), integerAt(call, 2)),
  getRowHeight: (sheet, call) => sheet.rowHeights?.[integerAt(call, 0)] ?? 21,
  getColumnWidth: (sheet, call) => sheet.columnWidths[integerAt(call, 0)] ?? 100,
  autoResizeColumn: (_, call) => call.object,
  autoResizeColumns: (_, call) => call.object,
  setTabColor: (sheet, call) => {
    sheet.tabColor = call.args[0] === null ? null : readColor(call.args[0], call);
    return call.object;
  },
  getTabColor: (sheet) => sheet.tabColor,
  hideColumns: (sheet, call) => {
    const count = optionalIntegerAt(call, 1) ?? 1;
    for (let index = 0; index < count; index += 1) sheet.hiddenColumns.push(integerAt(call, 0) + index);
  },
  hideRows: (sheet, call) => {
    const count = optionalIntegerAt(call, 1) ?? 1;
    for (let index = 0; index < count; index += 1) sheet.hiddenRows.push(integerAt(call, 0) + index);
  },
  showRows: (sheet, call) => {
    const first = integerAt(call, 0);
    const count = optionalIntegerAt(call, 1) ?? 1;
    sheet.hiddenRows = sheet.hiddenRows.filter((row) => row < first || row >= first + count);
  },
  isRowHiddenByFilter: (sheet, call) =>
    isHiddenByFilter(sheet, integerAt(call, 0), call.execution.environment.state.workbook),
  isRowHiddenByUser: (sheet, call) => sheet.hiddenRows.includes(integerAt(call, 0)),
  isColumnHiddenByUser: (sheet, call) => sheet.hiddenColumns.includes(integerAt(call, 0)),
  setHiddenGridlines: (_, call) => {
    booleanAt(call, 0);
    return call.object;
  },
  getFilter: (sheet) => (sheet.filter === null ? null : filterObject(sheet)),
  protect: (sheet) => {
    const protection = { description: '', warningOnly: false, area: null };
    sheet.protections.push(protection);
    return protectionObject(sheet, protection);
  },
};

/** Methods that change the tab as a whole; what they do to single cells, those of Range refuse. */
const WRITES = /^(insert|delete|clear|append)/;

/** Rows that go take their protected cells along. */
function writtenBy(sheet: Sheet, { method, args }: Call): Area {
  const [first, count = 1] = args;
  if (method.startsWith('deleteRow')) return { ...whole(sheet), row: Number(first), rowCount: Number(count) };
  return { row: 0, column: 0, rowCount: 0, columnCount: 0 };
}

/** A sheet that was deleted answers nothing but that it is gone. */
const onExisting =
  (method: Method<Sheet>): Method<Sheet> =>
  (sheet, call) => {
    const existing = liveSheet(sheet, call);
    if (WRITES.test(call.method)) refuseProtected(existing, writtenBy(existing, call), call);
    return method(existing, call);
  };

const sheetType: ServiceType<Sheet> = {
  name: 'Sheet',
  methods: Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, onExisting(method)])),
};

provideType('sheet', sheetType);
