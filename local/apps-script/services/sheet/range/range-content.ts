import { expectArguments, gridAt, serviceAt, signatureMismatch } from '../../../runtime/arguments';
import { ServiceException } from '../../../runtime/exception';
import { unwrapped } from '../../../runtime/realm';
import { type Call, type Method, ServiceObject } from '../../../runtime/service-object';
import { readArea, writeEntries } from '../../../workbook/cells';
import { displayText } from '../../../workbook/display-text';
import { columnReader, paint, paintColumn } from '../../../workbook/layers';
import { sheetLocale } from '../../../workbook/locale';
import { layerOf } from '../../../workbook/workbook';
import { dataValidationType, validationObject } from '../data-validation';
import { filterObject } from '../late-objects';
import { type RichTextSelf, richTextObject, richTextType } from '../rich-text';
import { area, expectShape, type RangeSelf, sheetOf } from './range-self';

/** The rows of an argument, each element a service object of the type or null. */
function objectsAt<Self>(call: Call, range: RangeSelf, typeName: string): (Self | null)[][] {
  const rows = gridAt(call, 0);
  expectShape(range, rows);
  return rows.map((row) =>
    row.map((element) => {
      const value = unwrapped(element);
      if (value === null) return null;
      if (!(value instanceof ServiceObject) || value.type.name !== typeName) throw signatureMismatch(call);
      return value.self as Self;
    }),
  );
}

function writeRichTexts(range: RangeSelf, call: Call, rows: readonly (readonly (RichTextSelf | null)[])[]) {
  const sheet = sheetOf(range, call);
  writeEntries(sheet, range, (row, column) => ({ value: rows[row]?.[column]?.text ?? '' }));
  for (let offset = 0; offset < range.columnCount; offset += 1) {
    const values = rows.map((row) => {
      const value = row[offset];
      return value === null || value === undefined || value.links.length === 0
        ? undefined
        : JSON.stringify(value.links);
    });
    paintColumn(layerOf(sheet, 'richText'), range.column + offset, range.row, values);
  }
  return call.object;
}

function readRichTexts(range: RangeSelf, call: Call): ServiceObject[][] {
  const sheet = sheetOf(range, call);
  const locale = sheetLocale(call.execution.environment.state.workbook.locale);
  return readArea(sheet, range, 'richText', (value, links, row, column) => {
    const pattern = columnReader(sheet.layers.numberFormat, column)(row);
    return richTextObject({ text: displayText(value, pattern, locale), links: JSON.parse(links ?? '[]') });
  });
}

/** Methods of Range that take or give other service objects. */
export const contentMethods: Readonly<Record<string, Method<RangeSelf>>> = {
  setRichTextValue: (range, call) => {
    expectArguments(call, 1);
    const value = serviceAt(call, 0, richTextType);
    return writeRichTexts(
      range,
      call,
      Array.from({ length: range.rowCount }, () => new Array(range.columnCount).fill(value)),
    );
  },
  setRichTextValues: (range, call) => writeRichTexts(range, call, objectsAt(call, range, 'RichTextValue')),
  getRichTextValue: (range, call) => readRichTexts({ ...range, rowCount: 1, columnCount: 1 }, call)[0]?.[0],
  getRichTextValues: readRichTexts,
  setDataValidation: (range, call) => {
    expectArguments(call, 1);
    const rule = call.args[0] === null ? undefined : JSON.stringify(serviceAt(call, 0, dataValidationType));
    paint(layerOf(sheetOf(range, call), 'dataValidation'), range, rule);
    return call.object;
  },
  setDataValidations: (range, call) => {
    const rows = objectsAt(call, range, 'DataValidation');
    const sheet = sheetOf(range, call);
    for (let offset = 0; offset < range.columnCount; offset += 1) {
      const rules = rows.map((row) => (row[offset] === null ? undefined : JSON.stringify(row[offset])));
      paintColumn(layerOf(sheet, 'dataValidation'), range.column + offset, range.row, rules);
    }
    return call.object;
  },
  clearDataValidations: (range, call) => {
    paint(layerOf(sheetOf(range, call), 'dataValidation'), range, undefined);
    return call.object;
  },
  getDataValidation: (range, call) => {
    const rule = columnReader(sheetOf(range, call).layers.dataValidation, range.column)(range.row);
    return rule === undefined ? null : validationObject(JSON.parse(rule));
  },
  getDataValidations: (range, call) =>
    readArea(sheetOf(range, call), range, 'dataValidation', (_, rule) =>
      rule === undefined ? null : validationObject(JSON.parse(rule)),
    ),
  createFilter: (range, call) => {
    const sheet = sheetOf(range, call);
    if (sheet.filter !== null)
      throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
    sheet.filter = { area: area(range), criteria: {} };
    return filterObject(sheet);
  },
  getFilter: (range, call) => {
    const sheet = sheetOf(range, call);
    return sheet.filter === null ? null : filterObject(sheet);
  },
};
