import { cellKind, cellOfValue } from '../../../../src/catalog/columns/cell-kinds';
import { kindOfType, typeOfKind } from '../../../../src/catalog/columns/metafield-kinds';
import type { ParseContext } from '../../../../src/catalog/values/cell';
import { parseLocale } from '../../../../src/catalog/values/read-number';

const context: ParseContext = {
  locale: parseLocale('en_US'),
  currencyCode: 'USD',
  currencyDecimals: 2,
  timeZone: 'America/New_York',
};
const kind = kindOfType('list.single_line_text_field');
const read = (cell: string) => cellKind(kind).parse(cell, context);

describe('a list in a cell', () => {
  test.each(['["a","b"', '["a" "b"]', '[a, b]', "['a','b']", '[{"a":1]', '[ "a"', '["a"\n"b"', '[Sale]'])(
    'that begins as JSON and is none, %s, is an error and never one item',
    (cell) => {
      expect(read(cell)).toEqual({ problem: expect.stringContaining('begins as a JSON list and is none') });
    },
  );

  test.each([
    ['["a","b"]', '["a","b"]'],
    ['[Sale] shoes', '["[Sale] shoes"]'],
    ['[Sale]\n[New]', '["[Sale]","[New]"]'],
    ['["[Sale]"]', '["[Sale]"]'],
  ])('%s means %s', (cell, value) => {
    expect(read(cell)).toMatchObject({ value });
  });

  test('of one item in brackets is written as JSON, so that it is read back', () => {
    expect(typeOfKind(kind)).toBe('list.single_line_text_field');
    const column = { key: 'metafield:product:x:custom.x', kind, level: 'product', headers: [] } as never;
    expect(cellOfValue(column, '["[Sale]"]')).toBe('["[Sale]"]');
    expect(cellOfValue(column, '["Sale"]')).toBe('Sale');
  });
});
