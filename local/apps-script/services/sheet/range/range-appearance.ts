import { booleanAt, expectArguments, gridAt, signatureMismatch } from '../../../runtime/arguments';
import { NotImplementedError } from '../../../runtime/exception';
import type { Call, Method } from '../../../runtime/service-object';
import { readArea } from '../../../workbook/cells';
import { columnReader, paint, paintColumn } from '../../../workbook/layers';
import { automaticPattern } from '../../../workbook/number-format';
import { type LayerName, layerOf } from '../../../workbook/workbook';
import { expectShape, type RangeSelf, sheetOf } from './range-self';

/** One property of a cell's look, with the four methods that Range has for it. */
interface Appearance {
  readonly one: string;
  readonly many: string;
  readonly layer: LayerName;
  /** Value of a cell where nothing was set. */
  readonly fallback: string | number;
  /** From the script's value to the layer's text; `undefined` resets. Throws where it is no such value. */
  readonly read: (value: unknown, call: Call) => string | undefined;
}

function text(value: unknown, call: Call): string {
  if (typeof value !== 'string') throw signatureMismatch(call);
  return value;
}

function wholeNumber(value: unknown, call: Call): string {
  if (typeof value !== 'number') throw signatureMismatch(call);
  return String(Math.trunc(value));
}

/** CSS names that Google accepts too; it answers all colours as `#rrggbb`. */
const colorNames: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

export function readColor(value: unknown, call: Call): string {
  const color = text(value, call).toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(color)) return color;
  if (/^#[0-9a-f]{3}$/.test(color)) return color.replace(/[0-9a-f]/g, '$&$&');
  const named = colorNames[color];
  if (named === undefined) throw new NotImplementedError(`The colour "${color}"`);
  return named;
}

const appearances: readonly Appearance[] = [
  {
    one: 'NumberFormat',
    many: 'NumberFormats',
    layer: 'numberFormat',
    fallback: automaticPattern,
    read: text,
  },
  {
    one: 'Note',
    many: 'Notes',
    layer: 'note',
    fallback: '',
    read: (value, call) => text(value, call) || undefined,
  },
  { one: 'Background', many: 'Backgrounds', layer: 'background', fallback: '#ffffff', read: readColor },
  { one: 'FontColor', many: 'FontColors', layer: 'fontColor', fallback: '#000000', read: readColor },
  { one: 'FontWeight', many: 'FontWeights', layer: 'fontWeight', fallback: 'normal', read: text },
  { one: 'FontStyle', many: 'FontStyles', layer: 'fontStyle', fallback: 'normal', read: text },
  { one: 'FontSize', many: 'FontSizes', layer: 'fontSize', fallback: 10, read: wholeNumber },
  { one: 'FontFamily', many: 'FontFamilies', layer: 'fontFamily', fallback: 'Arial', read: text },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    layer: 'horizontalAlignment',
    fallback: 'general',
    read: text,
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    layer: 'verticalAlignment',
    fallback: 'bottom',
    read: text,
  },
];

function methodsOf({ one, many, layer, fallback, read }: Appearance): Record<string, Method<RangeSelf>> {
  const answer = (value: string | undefined) =>
    typeof fallback === 'number' ? Number(value ?? fallback) : (value ?? fallback);
  const set = (value: unknown, call: Call) => (value === null ? undefined : read(value, call));
  return {
    [`get${one}`]: (range, call) =>
      answer(columnReader(sheetOf(range, call).layers[layer], range.column)(range.row)),
    [`get${many}`]: (range, call) =>
      readArea(sheetOf(range, call), range, layer, (_, value) => answer(value)),
    [`set${one}`]: (range, call) => {
      expectArguments(call, 1);
      paint(layerOf(sheetOf(range, call), layer), range, set(call.args[0], call));
      return call.object;
    },
    [`set${many}`]: (range, call) => {
      const rows = gridAt(call, 0);
      expectShape(range, rows);
      const columns = Array.from({ length: range.columnCount }, (_, offset) =>
        rows.map((row) => set(row[offset], call)),
      );
      const sheet = sheetOf(range, call);
      columns.forEach((values, offset) => {
        paintColumn(layerOf(sheet, layer), range.column + offset, range.row, values);
      });
      return call.object;
    },
  };
}

const wrap: Record<string, Method<RangeSelf>> = {
  setWrap: (range, call) => {
    paint(layerOf(sheetOf(range, call), 'wrapStrategy'), range, booleanAt(call, 0) ? 'WRAP' : 'OVERFLOW');
    return call.object;
  },
  getWrap: (range, call) =>
    columnReader(sheetOf(range, call).layers.wrapStrategy, range.column)(range.row) === 'WRAP',
};

export const appearanceMethods: Readonly<Record<string, Method<RangeSelf>>> = Object.assign(
  {},
  wrap,
  ...appearances.map(methodsOf),
);
