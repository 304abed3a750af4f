import fc from 'fast-check';
import { isEnumType } from 'graphql';
import { schemaFor } from '../../../../local/store/graphql/schema';
import { CELL_KINDS } from '../../../../src/catalog/columns/cell-kinds';
import type { ParseContext } from '../../../../src/catalog/values/cell';
import { parseCountryCode } from '../../../../src/catalog/values/customs';
import { currencyDecimals } from '../../../../src/catalog/values/money';
import { parseLocale, readNumber } from '../../../../src/catalog/values/read-number';
import { sampled } from '../../../support/sampled';

const context = (locale: string, currencyCode = 'USD'): ParseContext => ({
  locale: parseLocale(locale),
  currencyCode,
  currencyDecimals: currencyDecimals(currencyCode),
});
const enumValues = (name: string): readonly string[] => {
  const type = schemaFor('2026-10').graphql.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type.getValues().map((value) => value.name);
};
const NUMBER_KINDS = ['money', 'quantity', 'adjustment', 'weightNumber', 'position'] as const;

describe('a number typed as text', () => {
  test.each(
    NUMBER_KINDS.flatMap((kind) => ['1.000', '1.500', '-1.000'].map((text) => [kind, text] as const)),
  )('is asked about in a %s cell that says %s, in an English and in a German sheet', (kind, text) => {
    for (const locale of ['en_US', 'de_DE']) {
      expect(CELL_KINDS[kind].parse(text, context(locale))).toEqual({
        problem: `can be read as ${kind === 'money' ? text : Number(text)} or ${text.replace('.', '')}. Type it as a number without grouping`,
      });
    }
  });

  test.each([
    ['en_US', '1,000', 1000],
    ['en_US', '12', 12],
    ['en_US', '12.0', 12],
    ['de_DE', '12,0', 12],
    ['en_IN', '1,23,456', 123456],
    ['de_CH', "1'234", 1234],
    ['de_CH', '1’234', 1234],
    ['fr_FR', '1\u202f234', 1234],
    ['fr_FR', '1\u00a0234', 1234],
    ['ja_JP', '１２', 12],
    ['ja_JP', '－１２', -12],
    ['en_US', '\u221212', -12],
    ['de_DE', '1.234.567', 1234567],
    ['he_IL', '\u200e-12', -12],
  ])('in a sheet of %s is read as a quantity: %s', (locale, text, quantity) => {
    expect(CELL_KINDS.quantity.parse(text, context(locale))).toEqual({ value: quantity });
  });

  test.each([
    '12 50',
    '1 23 456',
    "1'23",
    '1,2,3',
    '12-',
    '(12)',
    '1e3',
    '12 pcs',
    '5²',
    '½',
    '0x10',
    '1.234,5.6',
    '1,0000,000',
  ])('“%s” is no number in any column', (text) => {
    for (const kind of NUMBER_KINDS)
      expect(CELL_KINDS[kind].parse(text, context('en_US'))).toHaveProperty('problem');
  });

  test('is read as what the locale wrote, or asked about, and never as another number', () => {
    const locales = Intl.NumberFormat.supportedLocalesOf(
      'en-US en-GB en-ZA en-IN de-DE de-CH de-AT fr-FR fr-CH it-CH it-IT es-ES es-MX pt-BR pt-PT pl-PL cs-CZ sv-SE nb-NO da-DK fi-FI hu-HU ro-RO bg-BG el-GR tr-TR ru-RU uk-UA he-IL ar-EG hi-IN bn-BD mr-IN th-TH vi-VN id-ID ja-JP ko-KR zh-CN zh-TW nl-NL et-EE lv-LV lt-LT sl-SI hr-HR sr-RS'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.nat({ max: 3 }),
        fc.boolean(),
        (tag, units, decimals, useGrouping) => {
          const number = units / 10 ** decimals;
          const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping };
          const text = new Intl.NumberFormat(tag, options).format(number);
          const reading = readNumber(text, parseLocale(tag.replace('-', '_')));
          if (reading.kind === 'number')
            expect(Number(reading.decimal)).toBe(number === 0 ? Number(reading.decimal) * 0 : number);
          if (reading.kind === 'ambiguous') expect(reading.readings.map(Number)).toContain(number);
        },
      ),
      { numRuns: sampled(300, 10_000) },
    );
  });
});

describe('a currency beside a price', () => {
  const price = (text: string, currency: string) => CELL_KINDS.money.parse(text, context('en_US', currency));

  test.each(enumValues('CurrencyCode'))('%s is read in its own shop and refused in another', (code) => {
    const amount = {
      value: currencyDecimals(code) === 0 ? '12' : `12.${'0'.repeat(currencyDecimals(code))}`,
    };
    for (const text of [`${code} 12`, `${code}12`, `12 ${code}`, `12${code.toLowerCase()}`])
      expect(price(text, code)).toEqual(amount);
    const other = code === 'USD' ? 'EUR' : 'USD';
    expect(price(`${code} 12`, other)).toEqual({
      problem: `is in ${code}, and the shop sells in ${other}. Type the amount in ${other}, as a plain number`,
    });
    // The shop's own stable coin is in no table of the machine.
    if (code.length > 3) return;
    const sign = (['en', 'de'] as const)
      .map(
        (language) =>
          new Intl.NumberFormat(language, {
            style: 'currency',
            currency: code,
            currencyDisplay: 'narrowSymbol',
          }),
      )
      .map((format) => format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? '');
    // As the browser's own table writes it: read as the shop's, or refused, and never as another amount.
    for (const each of sign) {
      const own = price(`${each} 12`, code);
      if ('value' in own) expect(own).toEqual(amount);
    }
  });

  test.each([
    ['$5', 'USD', '5.00'],
    ['$5', 'CAD', '5.00'],
    ['$5', 'AUD', '5.00'],
    ['5 $', 'MXN', '5.00'],
    ['US$5', 'USD', '5.00'],
    ['C$ 5', 'CAD', '5.00'],
    ['CA$5', 'CAD', '5.00'],
    ['$5 USD', 'USD', '5.00'],
    ['R$ 5,50', 'BRL', '5.50'],
    ['€10,50', 'EUR', '10.50'],
    ['10,50\u00a0€', 'EUR', '10.50'],
    ['¥500', 'JPY', '500'],
    ['￥500', 'CNY', '500.00'],
    ['500円', 'JPY', '500'],
    ['Fr. 12.50', 'CHF', '12.50'],
    ['12,50 zł', 'PLN', '12.50'],
    ['199 kr.', 'SEK', '199.00'],
    ['199 kr', 'NOK', '199.00'],
    ['Rs. 500', 'INR', '500.00'],
    ['₹1,23,456', 'INR', '123456.00'],
    ['R 1 234,50', 'ZAR', '1234.50'],
    ['$.50', 'USD', '0.50'],
  ])('%s in a shop of %s is %s', (text, currency, amount) => {
    expect(price(text, currency)).toEqual({ value: amount });
  });

  test.each([
    ['¥500', 'USD', '¥'],
    ['€10,50', 'USD', '€'],
    ['£3', 'USD', '£'],
    ['3£', 'USD', '£'],
    ['US$5', 'CAD', 'US$'],
    ['C$5', 'USD', 'C$'],
    ['$5', 'EUR', '$'],
    ['5 $', 'GBP', '$'],
    ['$5 CAD', 'USD', 'CAD'],
    ['199 kr', 'EUR', 'kr'],
    ['R$5', 'USD', 'R$'],
    ['₿1', 'USD', '₿'],
  ])('%s in a shop of %s is refused and both are named', (text, currency, mark) => {
    expect(price(text, currency)).toEqual({
      problem: `is in ${mark}, and the shop sells in ${currency}. Type the amount in ${currency}, as a plain number`,
    });
  });

  test('that ends in a point is no half: Rs.50 is asked about', () => {
    expect(price('Rs.50', 'INR')).toHaveProperty('problem');
  });

  test.each(['-$5', '$-5', '-5 $'])('%s is negative', (text) => {
    expect(price(text, 'USD')).toEqual({ problem: 'is negative. Type a price of 0 or more' });
  });
});

describe('a country of origin', () => {
  test('is what Shopify’s schema knows, in capitals or not', () => {
    const codes = new Set(enumValues('CountryCode'));
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const parsed = parseCountryCode(` ${code.toLowerCase()} `);
      if (codes.has(code)) expect(parsed).toEqual({ value: code });
      else expect(parsed).toHaveProperty('problem');
    }
  });

  test.each([
    ['UK', 'GB'],
    ['el', 'GR'],
  ])('%s is told to be written %s', (code, meant) => {
    expect(parseCountryCode(code)).toEqual({ problem: `is not a code that Shopify knows. Type ${meant}` });
  });
});

test.each([
  ['weightUnit', 'WeightUnit'],
  ['status', 'ProductStatus'],
  ['inventoryPolicy', 'ProductVariantInventoryPolicy'],
] as const)('a %s takes every word of Shopify’s %s, and sends no other', (kind, name) => {
  const words = enumValues(name);
  for (const word of words) expect(CELL_KINDS[kind].parse(word, context('en_US'))).toEqual({ value: word });
});
