import { types } from 'node:util';
import { limits } from '../../../limits/limits';
import { expectArguments, gridAt, signatureMismatch } from '../../../runtime/arguments';
import { ServiceException } from '../../../runtime/exception';
import type { Call, Method, ServiceObject } from '../../../runtime/service-object';
import { readArea, writeEntries } from '../../../workbook/cells';
import { displayText } from '../../../workbook/display-text';
import { columnReader } from '../../../workbook/layers';
import { sheetLocale } from '../../../workbook/locale';
import { isDateFormat, isTextFormat } from '../../../workbook/number-format';
import { dateFromSerial, serialFromDate } from '../../../workbook/serial-date';
import { type Entry, readTypedText, valueOfFormula } from '../../../workbook/typed-text';
import type { CellValue } from '../../../workbook/workbook';
import { refuseInvalid } from '../data-validation';
import { expectShape, type RangeSelf, sheetOf } from './range-self';

/** The entry that a script's value becomes in a cell of that format. `=` is a formula even in a cell of plain text, which is the worse case. */
function entryFor(value: unknown, pattern: string | undefined, call: Call): Entry {
  const { workbook } = call.execution.environment.state;
  const locale = sheetLocale(workbook.locale);
  if (value === null) return { value: '' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { value: '#NUM!' };
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
  const isTyped = call.execution.environment.apostrophesInPlainText === 'kept' ? /^=/ : /^['=]/;
  if (isTextFormat(pattern) && !isTyped.test(value)) return { value };
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

function readValues(range: RangeSelf, call: Call): (CellValue | Date)[][] {
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
    const formula = text.startsWith('=') ? text : `=${text}`;
    return { value: valueOfFormula(formula), formula };
  });
  return call.object;
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

/** Methods of Range that read and write what cells hold. */
export const valueMethods: Readonly<Record<string, Method<RangeSelf>>> = {
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
};
