import fc from 'fast-check';
import { KilledError } from '../../../../local/apps-script/runtime';
import { sampled, testInFull } from '../../../support/sampled';
import { spreadsheet } from '../adapters';

const PRICES = { Prices: [['SKU', 'Price']] };

describe('the state tab', () => {
  test('is empty before anything was saved', () => {
    expect(spreadsheet(PRICES).journal('state').read()).toEqual([]);
  });

  test('is hidden, not among the tabs, and takes nobody away from the tab in front', () => {
    const { journal, sheets, state } = spreadsheet(PRICES);
    journal('state').append([['a']]);
    expect(state.workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Prices', false],
      ['Sync to Shopify state', true],
    ]);
    expect(state.workbook.activeSheetId).toBe(11);
    expect(sheets.tabs.list()).toHaveLength(1);
  });

  test('takes few of the ten million cells of a spreadsheet, and grows where a row is wider', () => {
    const { journal, state } = spreadsheet(PRICES);
    const columns = () => state.workbook.sheets.find(({ hidden }) => hidden)?.maxColumns;
    journal('state').append([['a', 'b']]);
    expect(columns()).toBe(4);
    journal('state').append([['a', 'b', 'c', 'd', 'e', 'f']]);
    expect(columns()).toBe(6);
    expect(journal('state').read()).toEqual([
      ['a', 'b', '', '', '', ''],
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ]);
  });

  testInFull('is rewritten also with more rows than the stack holds', () => {
    const { journal } = spreadsheet(PRICES);
    journal('state').replace(
      Array.from({ length: 200_000 }, (_, index) => [`gid://shopify/Product/${index}`, '{}']),
    );
    expect(journal('state').read()).toHaveLength(200_000);
  });

  test('gives back every text letter for letter', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '007',
        '1e5',
        '=A1',
        '+1',
        '-3',
        '@x',
        "'quoted",
        '~mark',
        'TRUE',
        '3/5',
        '',
        '10.00',
        '[]',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    // A row of empty cells is no row to a spreadsheet.
    const row = fc.tuple(fc.constantFrom('record', '00'), text, text);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { journal } = spreadsheet(PRICES);
        journal('state').append(rows);
        const width = Math.max(...rows.map((cells) => lastFilled(cells)));
        expect(journal('state').read()).toEqual(rows.map((cells) => cells.slice(0, width)));
      }),
      { numRuns: sampled(15, 500) },
    );
  });

  test('appends below what stands there', () => {
    const { journal } = spreadsheet(PRICES);
    journal('state').append([['a'], ['b']]);
    journal('state').append([['c', 'wider']]);
    expect(journal('state').read()).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', 'wider'],
    ]);
  });

  test('is replaced as a whole', () => {
    const { journal } = spreadsheet(PRICES);
    journal('state').append([['a'], ['b'], ['c']]);
    journal('state').replace([['d']]);
    expect(journal('state').read()).toEqual([['d']]);
    journal('state').replace([]);
    expect(journal('state').read()).toEqual([]);
    journal('state').append([['e']]);
    expect(journal('state').read()).toEqual([['e']]);
  });

  test('that is being replaced loses nothing to a kill at any call', () => {
    for (let survivedCalls = 0; ; survivedCalls += 1) {
      let calls = Number.NEGATIVE_INFINITY;
      const gate = () => {
        calls += 1;
        if (calls > survivedCalls) throw new KilledError('killed by the test');
      };
      const { journal, execute } = spreadsheet(PRICES, { gate });
      journal('state').append([['a'], ['b']]);
      calls = 0;
      const { outcome } = execute(`Adapters.hiddenTabs.open('state').replace([['new'], ['newer']])`);
      calls = Number.NEGATIVE_INFINITY;
      const rows = journal('state')
        .read()
        .map(([cell]) => cell);
      if (outcome === 'returned') {
        expect(rows).toEqual(['new', 'newer']);
        break;
      }
      expect([
        ['a', 'b'],
        ['a', 'b', 'new', 'newer'],
      ]).toContainEqual(rows);
    }
  });

  test('takes more rows than a new tab has', () => {
    const { journal } = spreadsheet(PRICES);
    const rows = Array.from({ length: 4_500 }, (_, index) => [`key ${index}`, 'value']);
    journal('state').append(rows);
    expect(journal('state').read()).toEqual(rows);
  });
});

function lastFilled(cells: readonly string[]): number {
  return cells.reduce((last, cell, index) => (cell === '' ? last : index + 1), 0);
}
