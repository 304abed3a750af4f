import { csvOf } from '../../support/csv';
import { rowsOf } from '../../support/running';
import { saidOf } from '../../support/workbench';
import { choiceOf, pull } from '../pull/pulling';
import { quantitiesIn, setQuantities } from './quantities';
import { fix, fixedPricesIn, pricesTab, shopWith } from './shop';

const ACME = { title: 'Acme', company: 'Acme', currency: 'USD', percent: -10 };
const GERMANY = { title: 'Germany', currency: 'EUR' };
const HEADERS = [
  'Price / Acme',
  'Minimum / Acme',
  'Maximum / Acme',
  'Increment / Acme',
  'Quantity prices / Acme',
];

const said = (bench: ReturnType<typeof shopWith>, tab: string, ...args: string[]) =>
  saidOf(bench.sync({ Prices: tab }, ...args));

describe('quantities of a company', () => {
  test('are its least, its most, its step and its prices by quantity, and a preview says all of them', () => {
    const bench = shopWith([ACME]);
    const tab = pricesTab(
      HEADERS,
      ['A', '9', '6', '60', '6', '12: 8.50, 60: 8'],
      ['B', '', '2', '', '', ''],
      ['C', '', '', '', '', ''],
      ['D', '', '1', '', '1', ''],
    );
    expect(said(bench, tab)['Prices:2']).toBe(
      "updated Price / Acme (9.00, 10 % below the shop's price) → 9.00. Minimum / Acme (no rule) → 6, Maximum / Acme (no rule) → 60, Increment / Acme (no rule) → 6, Quantity prices / Acme (none) → 12: 8.50, 60: 8.00. Shopify takes these quantities together, or none of them.",
    );
    expect(quantitiesIn(bench)).toEqual(['A 12: 8.50', 'A 60: 8.00', 'A 6–60 by 6', 'B 2– by 1']);
    expect(fixedPricesIn(bench)).toEqual(['Acme A 9.00']);
    expect(new Set(Object.values(said(bench, tab, '--preview')))).toEqual(new Set(['unchanged']));
  });

  test('are said to be taken together, or none of them, before they are sent', () => {
    const bench = shopWith([ACME]);
    const tab = pricesTab(HEADERS, ['A', '', '6', '', '6', ''], ['B', '', '2', '', '', '']);
    said(bench, pricesTab(HEADERS, ['A', '', '2', '', '2', ''], ['B', '', '3', '', '', '']));
    const preview = said(bench, tab, '--preview');
    expect(preview['Prices:2']).toBe(
      'updated Minimum / Acme 2 → 6, Increment / Acme 2 → 6. Shopify takes these quantities together, or none of them.',
    );
    expect(preview['Prices:3']).toBe('updated Minimum / Acme 3 → 2.');
  });

  test('of several companies share a request, and one that is refused stops none of another', () => {
    const names = ['Acme', 'Bolt', 'Core'];
    const bench = shopWith(names.map((title) => ({ ...ACME, title, company: title })));
    const headers = names.flatMap((name) => [
      `Price / ${name}`,
      `Minimum / ${name}`,
      `Quantity prices / ${name}`,
    ]);
    const many = Array.from({ length: 11 }, (_, index) => `${index + 2}: ${8 - index / 10}`).join('; ');
    const report = bench.sync({
      Prices: pricesTab(
        headers,
        ['A', '9', '', many, '9', '2', '4: 8', '9', '', '6: 7'],
        ['B', '', '2', '', '', '3', '', '', '4', ''],
      ),
    });
    expect(saidOf(report)['Prices:2']).toContain(
      'Quantity prices / Acme: Shopify refused: Exceeded the allowed number',
    );
    expect(quantitiesIn(bench)).toEqual([
      'A 2– by 1',
      'A 4: 8.00',
      'A 6: 7.00',
      'B 2– by 1',
      'B 3– by 1',
      'B 4– by 1',
    ]);
    // One for the three lists, and one for what was not refused with its neighbour.
    expect(report.requests.byOperation.quantityPricingByVariantUpdate).toBe(2);
  });

  test('are removed by [clear], all of a rule where nothing of it is left, and an undo gives back both', () => {
    const bench = shopWith([ACME]);
    said(bench, pricesTab(HEADERS, ['A', '9', '6', '60', '6', '12: 8.50']));
    const clear = ['A', '[clear]', '[clear]', '[clear]', '[clear]', '[clear]'];
    expect(said(bench, pricesTab(HEADERS, clear))['Prices:2']).toContain(
      'Quantity prices / Acme 12: 8.50 → (none)',
    );
    expect([...quantitiesIn(bench), ...fixedPricesIn(bench)]).toEqual([]);
    bench.call('undoRun', { run: 3 });
    expect([...quantitiesIn(bench), ...fixedPricesIn(bench)]).toEqual([
      'A 12: 8.50',
      'A 6–60 by 6',
      'Acme A 9.00',
    ]);
  });

  test('that were not set are not set again once their run is undone', () => {
    const bench = shopWith([ACME]);
    said(bench, pricesTab(HEADERS, ['A', '9', '6', '60', '6', '12: 8.50']));
    bench.call('undoRun', { run: 2 });
    expect([...quantitiesIn(bench), ...fixedPricesIn(bench)]).toEqual([]);
  });

  test('stay with their price by an undo where somebody has given it prices by quantity since', () => {
    const bench = shopWith([ACME]);
    said(bench, pricesTab(['Price / Acme'], ['A', '9']));
    setQuantities(bench, 'Acme', 'A', { prices: { 12: '8.50' } });
    bench.call('undoRun', { run: 2 });
    expect([...quantitiesIn(bench), ...fixedPricesIn(bench)]).toEqual(['A 12: 8.50', 'Acme A 9.00']);
  });

  test('that changed on both sides are asked about, and one that only Shopify changed is left alone', () => {
    const bench = shopWith([ACME]);
    const tab = (minimum: string, byQuantity: string) =>
      pricesTab(HEADERS, ['A', '9', minimum, '', '', byQuantity], ['B', '19', '2', '', '', '']);
    said(bench, tab('6', '12: 8.50'));
    setQuantities(bench, 'Acme', 'A', { prices: { 12: '8.40' } });
    setQuantities(bench, 'Acme', 'B', { rule: [3, null, 1] });
    const told = said(bench, tab('6', '12: 8.30'), '--preview');
    expect(told['Prices:2']).toBe(
      'conflict Quantity prices / Acme: you changed it to 12: 8.30 and it became 12: 8.40 in Shopify. Choose a side in the sidebar.',
    );
    expect(told['Prices:3']).toBe('differs Minimum / Acme: Shopify has 3, the sheet 2.');
  });

  test('stay as they are where a cell is empty, and what one cell changes leaves the rest of the rule', () => {
    const bench = shopWith([ACME]);
    fix(bench, 'Acme', 'A', '9');
    setQuantities(bench, 'Acme', 'A', { rule: [6, 60, 6], prices: { 12: '8.50' } });
    const headers = ['Maximum / Acme', 'Quantity prices / Acme'];
    const told = said(bench, pricesTab(headers, ['A', '120', '']));
    expect(told['Prices:2']).toBe('updated Maximum / Acme 60 → 120.');
    expect(quantitiesIn(bench)).toEqual(['A 12: 8.50', 'A 6–120 by 6']);
    const tab = pricesTab(headers, ['A', '[clear]', '6: 8.60, 12: 8.50']);
    const preview = said(bench, tab, '--preview');
    expect(preview['Prices:2']).toBe(
      'updated Maximum / Acme 120 → (no rule), Quantity prices / Acme 12: 8.50 → 6: 8.60, 12: 8.50. Shopify takes these quantities together, or none of them.',
    );
    expect(said(bench, tab)).toEqual(preview);
    expect(quantitiesIn(bench)).toEqual(['A 12: 8.50', 'A 6: 8.60', 'A 6– by 6']);
  });

  test.each([
    [
      'Minimum',
      ['', '5', '', '3', ''],
      'Minimum / Acme is 5, and Increment / Acme is 3: nobody could order 5. Type a multiple of 3.',
    ],
    [
      'Minimum',
      ['', '10', '5', '', ''],
      'Minimum / Acme is 10, more than Maximum / Acme, which is 5. Correct one of them.',
    ],
    [
      'Increment',
      ['', '', '', '3', ''],
      'Increment / Acme is 3, more than Minimum / Acme, which is 1. Type 3 there, or a smaller increment.',
    ],
    [
      'Maximum',
      ['', '6', '10', '6', ''],
      'Maximum / Acme is 10, and Increment / Acme is 6: nobody could order 10. Type a multiple of 6.',
    ],
    [
      'Minimum',
      ['', '0', '', '', ''],
      'Minimum / Acme “0” is less than 1. Type 1 or more, or [clear] for no rule.',
    ],
    [
      'Minimum',
      ['', '1.5', '', '', ''],
      'Minimum / Acme “1.5” is not a whole number. Type a quantity such as 12.',
    ],
    [
      'prices',
      ['9', '6', '', '', '3: 8'],
      'Quantity prices / Acme has a price from 3 on: that is below Minimum / Acme, which is 6. Correct one of them.',
    ],
    [
      'prices',
      ['9', '', '10', '', '20: 8'],
      'Quantity prices / Acme has a price from 20 on: that is above Maximum / Acme, which is 10. Correct one of them.',
    ],
    [
      'prices',
      ['9', '6', '', '6', '10: 8'],
      'Quantity prices / Acme has a price from 10 on: that is no multiple of Increment / Acme, which is 6. Correct one of them.',
    ],
    [
      'prices',
      ['', '', '', '', '10: 8'],
      'Quantity prices / Acme needs a fixed price beside it. Type one into Price / Acme.',
    ],
    [
      'prices',
      ['9', '', '', '', 'ten for 8'],
      'Quantity prices / Acme “ten for 8” is no list of prices by quantity. Type it such as 10: 9.50, 50: 8.90.',
    ],
    [
      'prices',
      ['9', '', '', '', '10: 8, 10: 7'],
      'Quantity prices / Acme “10: 8, 10: 7” has two prices from 10 on. Leave one.',
    ],
    [
      'prices',
      ['9', '', '', '', '10: €8'],
      'Quantity prices / Acme “10: €8” has a price from 10 on that is in €, and this price list is in USD. Type the amount in USD, as a plain number.',
    ],
  ])('%s of %j are an error that says what to do', (_, cells, message) => {
    const bench = shopWith([ACME]);
    const told = said(bench, pricesTab(HEADERS, ['A', ...cells], ['B', '19', '', '', '', '']));
    expect(told['Prices:2']).toContain(message);
    expect(told['Prices:2']).toMatch(/^error/);
    expect(quantitiesIn(bench)).toEqual([]);
    expect(told['Prices:3']).toMatch(/^updated/);
  });

  test('keep their fixed price: it is cleared with its prices by quantity, or not at all', () => {
    const bench = shopWith([ACME]);
    fix(bench, 'Acme', 'A', '9');
    setQuantities(bench, 'Acme', 'A', { prices: { 12: '8.50' } });
    expect(said(bench, pricesTab(['Price / Acme'], ['A', '[clear]']))['Prices:2']).toBe(
      'error Price / Acme: without a fixed price its prices by quantity could not stay. Clear Quantity prices / Acme too.',
    );
    expect(fixedPricesIn(bench)).toEqual(['Acme A 9.00']);
  });

  test('that jump are held, with what Shopify would take together with them', () => {
    const bench = shopWith([ACME]);
    const none = Array.from(HEADERS, () => '[clear]');
    said(bench, pricesTab(HEADERS, ['A', ...none], ['B', ...none]));
    const told = said(
      bench,
      pricesTab(HEADERS, ['A', '9', '2', '', '', '12: 0.85'], ['B', '2', '', '', '', '10: 1.90']),
      '--hold',
    );
    expect(told['Prices:2']).toMatch(/^skipped .*the price from 12 on: it goes down by 90.6 %/);
    expect(told['Prices:2']).toContain('the quantities beside it wait, and Shopify takes them together');
    expect(told['Prices:3']).toMatch(/^skipped .*goes down by 88.9 %.*its price waits/);
    expect(quantitiesIn(bench)).toEqual([]);
  });

  test('are refused by Shopify for one variant, and its neighbours are written', () => {
    const bench = shopWith([ACME]);
    const many = Array.from({ length: 11 }, (_, index) => `${index + 2}: ${8 - index / 10}`).join('; ');
    const told = said(
      bench,
      pricesTab(HEADERS, ['A', '9', '', '', '', many], ['B', '19', '2', '', '', '4: 18']),
    );
    expect(told['Prices:2']).toContain(
      'Quantity prices / Acme: Shopify refused: Exceeded the allowed number of quantity price breaks per variant.',
    );
    expect(quantitiesIn(bench)).toEqual(['B 2– by 1', 'B 4: 18.00']);
  });

  test('are for catalogs of companies: those of customers say so on the cell', () => {
    const bench = shopWith([GERMANY]);
    const told = said(
      bench,
      pricesTab(['Price / Germany', 'Minimum / Germany'], ['A', '9', '2'], ['B', '19', '']),
    );
    expect(told['Prices:2']).toBe(
      "error Minimum / Germany “2” is for “Germany”, a catalog of customers, and Shopify takes quantities in catalogs of companies. Empty the cell. Price / Germany (the shop's price) → 9.00.",
    );
    expect(told['Prices:3']).toMatch(/^updated/);
  });

  test('are got from Shopify with the other columns of catalogs, and the next preview finds nothing to do', () => {
    const bench = shopWith([ACME]);
    fix(bench, 'Acme', 'A', '9');
    setQuantities(bench, 'Acme', 'A', { rule: [6, null, 6], prices: { 12: '8.50', 60: '8' } });
    const view = pull(bench, choiceOf('csv', { packs: ['markets'] }));
    const [names = [], first = []] = rowsOf(bench, view.tab).map((row) => row.map(String));
    const of = (name: string) => first[names.indexOf(name)];
    expect(HEADERS.map(of)).toEqual(['9', '6', '', '6', '12: 8.50, 60: 8.00']);
    const answer = bench.call<{ readonly summary: unknown }>('previewSync', {});
    expect(answer.ok).toBe(true);
  });

  test('stand in the rows of a tab with a Catalog column as well', () => {
    const bench = shopWith([ACME, GERMANY]);
    const tab = csvOf([
      ['SKU', 'Catalog', 'Price', 'Minimum', 'Increment', 'Quantity prices'],
      ['A', 'Acme', '9', '6', '6', '12: 8.50'],
      ['A', 'Germany', '9', '', '', ''],
      ['B', 'Germany', '19', '2', '', ''],
    ]);
    const told = saidOf(bench.sync({ Market: tab }));
    expect(told['Market:2']).toContain('Minimum (no rule) → 6, Increment (no rule) → 6');
    expect(told['Market:4']).toContain('a catalog of customers');
    expect(quantitiesIn(bench)).toEqual(['A 12: 8.50', 'A 6– by 6']);
    expect(saidOf(bench.sync({ Own: 'SKU,Price,Minimum\nA,11,4' }))['Own:2']).toMatch(/^updated Price/);
  });

  test('come with a new product', () => {
    const bench = shopWith([ACME]);
    const tab = csvOf([
      ['Handle', 'Title', 'SKU', 'Price', ...HEADERS],
      ['hat', 'Hat', 'HAT', '5', '4', '2', '', '2', '10: 3.50'],
    ]);
    bench.sync({ New: tab });
    expect(quantitiesIn(bench)).toEqual(['HAT 10: 3.50', 'HAT 2– by 2']);
  });
});
