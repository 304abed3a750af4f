import { types } from 'node:util';
import {
  expectArguments,
  gridAt,
  integerAt,
  memberAt,
  optionalIntegerAt,
  signatureMismatch,
} from '../arguments';
import { ServiceException } from '../exception';
import { limits } from '../limits';
import { type Call, type Method, ServiceObject, type ServiceType } from '../service-object';
import { a1Notation } from '../workbook/a1';
import { clearValues, readArea, writeEntries } from '../workbook/cells';
import { displayText } from '../workbook/display-text';
import { type Area, columnReader, paint } from '../workbook/layers';
import { sheetLocale } from '../workbook/locale';
import { isDateFormat, isTextFormat } from '../workbook/number-format';
import { dateFromSerial, serialFromDate } from '../workbook/serial-date';
import { type Entry, formulaValue, readTypedText } from '../workbook/typed-text';
import { type CellValue, type LayerName, layerOf, type Sheet } from '../workbook/workbook';
import { refuseInvalid } from './data-validation';
import { appearanceMethods } from './range-appearance';
import { contentMethods } from './range-content';
import { area, expectShape, liveSheet, type RangeSelf, refuseOutside, sheetOf } from './range-self';
import { sheetObject } from './sheet';

/** Refuses, with Google's texts, what lies outside the sheet. */
export function rangeObject(sheet: Sheet, area: Area): ServiceObject<RangeSelf> {
  if (area.row < 1) throw new ServiceException('The starting row of the range is too small.');
  if (area.column < 1) throw new ServiceException('The starting column of the range is too small.');
  if (area.rowCount < 1) throw new ServiceException('The number of rows in the range must be at least 1.');
  if (area.columnCount < 1)
    throw new ServiceException('The number of columns in the range must be at least 1.');
  refuseOutside(sheet, area);
  return new ServiceObject(rangeType, { ...area, sheet });
}

/** What a script's value becomes in a cell of that format. `=` is a formula even in a cell of plain text, which is the worse case. */
function entryFor(value: unknown, pattern: string | undefined, call: Call): Entry {
  const { workbook } = call.execution.environment.state;
  const locale = sheetLocale(workbook.locale);
  if (value === null) return { value: '' };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { value: isTextFormat(pattern) ? displayText(value, undefined, locale) : value };
  }
  if (types.isDate(value)) {
    const serial = serialFromDate(value, workbook.timeZone);
    if (isDateFormat(pattern)) return { value: serial };
    return {
      value: serial,
      numberFormat: Number.isInteger(serial) ? locale.dateFormat : `${locale.dateFormat} H:mm:ss`,
    };
  }
  if (typeof value !== 'string') throw signatureMismatch(call);
  if (value.length > limits.workbook.charactersPerCell) {
    throw new ServiceException(
      `Your input contains more than the maximum of ${limits.workbook.charactersPerCell} characters in a single cell.`,
    );
  }
  if (isTextFormat(pattern) && !/^['=]/.test(value)) return { value };
  const entry = readTypedText(value, locale, yearAt(call));
  // A format that was chosen stays; only automatic cells take the format of what is typed.
  return pattern === undefined ? entry : { ...entry, numberFormat: undefined };
}

function yearAt(call: Call): number {
  return new Date(call.execution.environment.clock.now()).getUTCFullYear();
}

function writeValues(
  range: RangeSelf,
  call: Call,
  valueAt: (row: number, column: number) => unknown,
): ServiceObject {
  const sheet = sheetOf(range, call);
  const readers = Array.from({ length: range.columnCount }, (_, offset) =>
    columnReader(sheet.layers.numberFormat, range.column + offset),
  );
  // Converted before anything is written: a refused value leaves the whole range as it was.
  const entries = Array.from({ length: range.rowCount }, (_, row) =>
    readers.map((format, column) => entryFor(valueAt(row, column), format(range.row + row), call)),
  );
  refuseInvalid(sheet, range, (row, column) => entries[row]?.[column]?.value ?? '');
  writeEntries(sheet, range, (row, column) => entries[row]?.[column] ?? { value: '' });
  return call.object;
}

export function readValues(range: RangeSelf, call: Call): (CellValue | Date)[][] {
  const { timeZone } = call.execution.environment.state.workbook;
  return readArea(sheetOf(range, call), range, 'numberFormat', (value, pattern) =>
    typeof value === 'number' && isDateFormat(pattern) ? dateFromSerial(value, timeZone) : value,
  );
}

function readDisplay(range: RangeSelf, call: Call): string[][] {
  const locale = sheetLocale(call.execution.environment.state.workbook.locale);
  return readArea(sheetOf(range, call), range, 'numberFormat', (value, pattern) =>
    displayText(value, pattern, locale),
  );
}

function readFormulas(range: RangeSelf, call: Call): string[][] {
  return readArea(sheetOf(range, call), range, 'formula', (_, formula) => formula ?? '');
}

function writeFormulas(range: RangeSelf, call: Call, formulaAt: (row: number, column: number) => unknown) {
  const sheet = sheetOf(range, call);
  writeEntries(sheet, range, (row, column) => {
    const text = formulaAt(row, column);
    if (typeof text !== 'string') throw signatureMismatch(call);
    if (text === '') return { value: '' };
    return { value: formulaValue, formula: text.startsWith('=') ? text : `=${text}` };
  });
  return call.object;
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

const setterOf =
  (write: (range: RangeSelf, call: Call, at: (row: number, column: number) => unknown) => ServiceObject) =>
  (one: boolean): Method<RangeSelf> =>
  (range, call) => {
    expectArguments(call, 1);
    if (one) return write(range, call, () => call.args[0]);
    const rows = gridAt(call, 0);
    expectShape(range, rows);
    return write(range, call, (row, column) => rows[row]?.[column]);
  };

const values = setterOf(writeValues);
const formulas = setterOf(writeFormulas);

export const rangeType: ServiceType<RangeSelf> = {
  name: 'Range',
  methods: {
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
    getValue: (range, call) => readValues({ ...range, rowCount: 1, columnCount: 1 }, call)[0]?.[0],
    getValues: readValues,
    getDisplayValue: (range, call) => readDisplay({ ...range, rowCount: 1, columnCount: 1 }, call)[0]?.[0],
    getDisplayValues: readDisplay,
    getFormula: (range, call) => readFormulas({ ...range, rowCount: 1, columnCount: 1 }, call)[0]?.[0],
    getFormulas: readFormulas,
    isBlank: (range, call) => readValues(range, call).every((row) => row.every((value) => value === '')),
    setValue: values(true),
    setValues: values(false),
    setFormula: formulas(true),
    setFormulas: formulas(false),
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
    ...appearanceMethods,
    ...contentMethods,
  },
};
