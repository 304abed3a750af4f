import fc from 'fast-check';
import {
  columnReader,
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  type Layer,
  paint,
  paintColumn,
} from '../../../../local/apps-script/workbook/layers';

const size = 8;
type Model = (string | undefined)[][];

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const position = fc.integer({ min: 1, max: size });

/** What a person does to a sheet, on the layer and on a plain grid that cannot be wrong. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('paint' as const),
    row: position,
    column: position,
    rows: position,
    columns: position,
    value,
  }),
  fc.record({
    kind: fc.constant('column' as const),
    row: position,
    column: position,
    values: fc.array(value, { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('insertRows' as const),
    at: fc.integer({ min: 0, max: size }),
    count: fc.integer({ min: 1, max: 3 }),
    inherit: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('deleteRows' as const),
    at: position,
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('insertColumns' as const),
    at: fc.integer({ min: 1, max: size }),
    count: fc.integer({ min: 1, max: 3 }),
    inherit: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('deleteColumns' as const),
    at: position,
    count: fc.integer({ min: 1, max: 3 }),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const wide = 40;
const blank = () => new Array<string | undefined>(wide).fill(undefined);

function onLayer(layer: Layer, step: Change): void {
  if (step.kind === 'paint') {
    paint(
      layer,
      { row: step.row, column: step.column, rowCount: step.rows, columnCount: step.columns },
      step.value,
    );
  } else if (step.kind === 'column') paintColumn(layer, step.column, step.row, step.values);
  else if (step.kind === 'insertRows') insertRows(layer, step.at, step.count, step.inherit);
  else if (step.kind === 'deleteRows') deleteRows(layer, step.at, step.count);
  else if (step.kind === 'insertColumns') insertColumns(layer, step.at, step.count, step.inherit);
  else deleteColumns(layer, step.at, step.count);
}

function onModel(model: Model, step: Change): void {
  const rowAt = (row: number) => model[row - 1] as (string | undefined)[];
  if (step.kind === 'paint') {
    for (let row = step.row; row < step.row + step.rows; row += 1) {
      for (let column = step.column; column < step.column + step.columns; column += 1)
        rowAt(row)[column - 1] = step.value;
    }
  } else if (step.kind === 'column') {
    step.values.forEach((each, index) => {
      rowAt(step.row + index)[step.column - 1] = each;
    });
  } else if (step.kind === 'insertRows') {
    const above = step.at > 0 && step.inherit ? rowAt(step.at) : blank();
    model.splice(step.at, 0, ...Array.from({ length: step.count }, () => [...above]));
  } else if (step.kind === 'deleteRows') model.splice(step.at - 1, step.count);
  else {
    for (const row of model) {
      if (step.kind === 'insertColumns') {
        row.splice(step.at, 0, ...new Array(step.count).fill(step.inherit ? row[step.at - 1] : undefined));
      } else row.splice(step.at - 1, step.count);
    }
  }
}

describe('a layer', () => {
  test('says of every cell what a plain grid would, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const layer: Layer = {};
        const model: Model = Array.from({ length: 200 }, blank);
        for (const step of changes) {
          onLayer(layer, step);
          onModel(model, step);
        }
        for (let column = 1; column <= 2 * size; column += 1) {
          const read = columnReader(layer, column);
          const column1 = Array.from({ length: 3 * size }, (_, index) => read(index + 1));
          expect(column1).toEqual(model.slice(0, 3 * size).map((row) => row[column - 1]));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps a million equal cells in one run per column', () => {
    const layer: Layer = {};
    for (let row = 1; row <= 1000; row += 10) {
      paint(layer, { row, column: 1, rowCount: 10, columnCount: 2 }, '@');
    }
    expect(layer).toEqual({ 1: [[1, 1000, '@']], 2: [[1, 1000, '@']] });
  });
});
