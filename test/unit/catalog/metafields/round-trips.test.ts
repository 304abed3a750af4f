import fc from 'fast-check';
import { metafieldTypes } from '../../../../local/store/shop/rules/metafields/metafield-types';
import { cellKind, cellOfValue } from '../../../../src/catalog/columns/cell-kinds';
import { kindOfType } from '../../../../src/catalog/columns/metafield-kinds';
import {
  METAFIELD_TYPES,
  type MetafieldType,
  type SingleType,
} from '../../../../src/catalog/metafields/types';
import type { TypedCell } from '../../../../src/catalog/metafields/value-type';
import type { ParseContext, Parsed } from '../../../../src/catalog/values/cell';
import { currencyDecimals } from '../../../../src/catalog/values/money';
import { parseLocale } from '../../../../src/catalog/values/read-number';
import { sampled } from '../../../support/sampled';
import { TYPED_METAFIELDS } from './typed';

const PLACES = [
  ['en_US', 'USD', 'America/New_York'],
  ['de_DE', 'EUR', 'Europe/Berlin'],
  ['ja_JP', 'JPY', 'Asia/Tokyo'],
  ['ar_KW', 'KWD', 'Asia/Kuwait'],
] as const;

const SCALE = [
  { name: 'scale_min', value: '1.0' },
  { name: 'scale_max', value: '5.0' },
];

function read(type: MetafieldType, cell: TypedCell, context: ParseContext): string | undefined {
  const { read: form, parse } = cellKind(kindOfType(type));
  const parsed: Parsed = parse(form === 'text' ? String(cell) : cell, context);
  return 'value' in parsed ? String(parsed.value) : undefined;
}

function typed(type: MetafieldType): fc.Arbitrary<TypedCell> {
  if (!type.startsWith('list.')) return TYPED_METAFIELDS[type as SingleType];
  const item = TYPED_METAFIELDS[type.slice(5) as SingleType];
  return fc.oneof(
    item,
    fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.map(String).join('\n')),
  );
}

test('every type that Shopify names is known, and no other', () => {
  expect([...METAFIELD_TYPES].sort()).toEqual([...metafieldTypes].sort());
});

describe.each(PLACES)('in %s, selling in %s', (locale, currencyCode, timeZone) => {
  const context: ParseContext = {
    locale: parseLocale(locale),
    currencyCode,
    currencyDecimals: currencyDecimals(currencyCode),
    timeZone,
    rules: SCALE,
  };

  test.each(METAFIELD_TYPES)('a cell of %s that is written is read as its value', (type) => {
    const kind = kindOfType(type);
    const { canonical } = cellKind(kind);
    let values = 0;
    fc.assert(
      fc.property(typed(type), (cell) => {
        const value = read(type, cell, context);
        if (value === undefined || value === '') return;
        values += 1;
        const again = read(type, cellOfValue({ kind }, value), context);
        expect(again === undefined ? again : canonical(again)).toBe(canonical(value));
        expect(canonical(canonical(value) === value ? value : (again ?? value))).toBe(canonical(value));
      }),
      { numRuns: sampled(20, 100) },
    );
    expect(values).toBeGreaterThan(0);
  });
});
