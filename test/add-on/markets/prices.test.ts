import { rowsOf } from '../../support/running';
import { openWorkbench, saidOf } from '../../support/workbench';
import { choiceOf, pull } from '../pull/pulling';
import { addCatalog, fix, fixedPricesIn, pricesTab, shopWith, unfix } from './shop';

const GERMANY = { title: 'Germany', currency: 'EUR', percent: -10 };
const HOME = { title: 'Wholesale', currency: 'USD', percent: -10 };

/** Catalogs of which a header says too little, beside a good one. */
const MUDDLED = [
  GERMANY,
  { title: 'Bare' },
  { title: 'Twin', markets: ['Twin A'], currency: 'EUR' },
  { title: 'Twin', markets: ['Twin B'] },
  { title: 'Summer', markets: ['Europe'], currency: 'EUR' },
  { title: 'Winter', markets: ['Europe'] },
];
let muddled: string | undefined;

const said = (bench: ReturnType<typeof shopWith>, tab: string, ...args: string[]) =>
  saidOf(bench.sync({ Prices: tab }, ...args));

describe('a price of a market or of a company', () => {
  test('goes to the catalog that its header names, in the currency of its price list', () => {
    const bench = shopWith([
      GERMANY,
      { title: 'Japan', currency: 'JPY' },
      { title: 'Kuwait', currency: 'KWD' },
    ]);
    const tab = pricesTab(
      ['price /  germany', 'Compare At Price / Germany', 'Price / Japan', 'Price / Kuwait'],
      ['A', '12.50', '15', '¥1,500', '3.125 KWD'],
      ['B', '', '', '', ''],
    );
    expect(said(bench, tab)['Prices:2']).toBe(
      "updated price /  germany (10 % below the shop's price) → 12.50, Compare At Price / Germany (not fixed) → 15.00. Price / Japan (the shop's price) → 1500. Price / Kuwait (the shop's price) → 3.125.",
    );
    expect(fixedPricesIn(bench)).toEqual(['Germany A 12.50 / 15.00', 'Japan A 1500', 'Kuwait A 3.125']);
    expect(said(bench, tab)).toEqual({ 'Prices:2': 'not-compared', 'Prices:3': 'not-compared' });
    expect(said(bench, tab, '--preview')['Prices:2']).toBe('unchanged');
    const rest = pricesTab(['Price / Germany'], ['A', '13']);
    expect(said(bench, rest, '--preview')['Prices:2']).toBe('updated Price / Germany 12.50 → 13.00.');
    expect(fixedPricesIn(bench)[0]).toBe('Germany A 12.50 / 15.00');
    expect(said(bench, rest)['Prices:2']).toBe('updated Price / Germany 12.50 → 13.00.');
    // The price beside it stays.
    expect(fixedPricesIn(bench)[0]).toBe('Germany A 13.00 / 15.00');
  });

  test('is removed by [clear], and its row says which price then applies', () => {
    const bench = shopWith([GERMANY, HOME]);
    fix(bench, 'Germany', 'A', '12', '15');
    fix(bench, 'Wholesale', 'A', '8');
    const headers = ['Price / Germany', 'Price / Wholesale'];
    said(bench, pricesTab(headers, ['A', '12', '8']));
    expect(said(bench, pricesTab(headers, ['A', '[clear]', '[clear]']))['Prices:2']).toBe(
      "updated Price / Germany 12.00 → (10 % below the shop's price), Compare At Price / Germany 15.00 → (not fixed). Price / Wholesale 8.00 → (9.00, 10 % below the shop's price).",
    );
    expect(fixedPricesIn(bench)).toEqual([]);
    bench.call('undoRun', { run: 3 });
    expect(fixedPricesIn(bench)).toEqual(['Germany A 12.00 / 15.00', 'Wholesale A 8.00']);
  });

  test('that was relative is relative again once its run is undone', () => {
    const bench = shopWith([GERMANY]);
    said(bench, pricesTab(['Price / Germany'], ['A', '9']));
    expect(fixedPricesIn(bench)).toEqual(['Germany A 9.00']);
    bench.call('undoRun', { run: 2 });
    expect(fixedPricesIn(bench)).toEqual([]);
  });

  test('stays fixed by an undo where somebody has set the price beside it since', () => {
    const bench = shopWith([GERMANY]);
    said(bench, pricesTab(['Price / Germany'], ['A', '9']));
    fix(bench, 'Germany', 'A', '9', '12');
    bench.call('undoRun', { run: 2 });
    expect(fixedPricesIn(bench)).toEqual(['Germany A 9.00 / 12.00']);
  });

  test('is taken from Shopify by a refresh, and an empty cell is where it is relative', () => {
    const bench = shopWith([GERMANY]);
    said(bench, pricesTab(['Price / Germany'], ['A', '12'], ['B', '18']));
    fix(bench, 'Germany', 'A', '13');
    unfix(bench, 'Germany', 'B');
    const answer = bench.call('refreshTabs', { groups: ['products', 'prices', 'inventory'] });
    expect(answer.ok).toBe(true);
    expect(
      rowsOf(bench, 'Prices')
        .slice(1, 3)
        .map((row) => String(row[1])),
    ).toEqual(['13', '']);
    expect(fixedPricesIn(bench)).toEqual(['Germany A 13.00']);
  });

  test('that changed on both sides is asked about, and one that only Shopify changed is left alone', () => {
    const bench = shopWith([GERMANY]);
    const tab = (a: string, b: string) => pricesTab(['Price / Germany'], ['A', a], ['B', b]);
    said(bench, tab('12', '18'));
    fix(bench, 'Germany', 'A', '13');
    fix(bench, 'Germany', 'B', '19');
    const told = said(bench, tab('14', '18'), '--preview');
    expect(told['Prices:2']).toBe(
      'conflict Price / Germany: you changed it to 14.00 and it became 13.00 in Shopify. Choose a side in the sidebar.',
    );
    expect(told['Prices:3']).toBe('differs Price / Germany: Shopify has 19.00, the sheet 18.00.');
  });

  test.each([
    [
      'Price / Germny',
      '12',
      'Price / Germny “12” is for “Germny”, which is no catalog or market of the shop. Did you mean “Germany”? Name one of “Germany”, “Bare”, “Twin”, “Summer” and 4 more.',
    ],
    [
      'Price / Bare',
      '12',
      'Price / Bare “12” is for “Bare”, a catalog without prices of its own. Open it in Shopify admin, give it a price adjustment, and sync again.',
    ],
    [
      'Price / Twin',
      '12',
      'Price / Twin “12” may be for any of 2 catalogs called “Twin”. Give them different titles in Shopify admin.',
    ],
    [
      'Price / Europe',
      '12',
      'Price / Europe “12” is for the market “Europe”, which has several catalogs. Name one of them: “Summer”, “Winter”.',
    ],
    [
      'Price / Germany',
      '$12',
      'Price / Germany “$12” is in $, and this price list is in EUR. Type the amount in EUR, as a plain number.',
    ],
    [
      'Price / Germany',
      '+5 %',
      'Price / Germany “+5 %” is a change, and this column takes prices. Type the new price: changes count in Price, Compare-at price and Cost.',
    ],
    [
      'Price / Germany',
      '12.345',
      'Price / Germany “12.345” can be read as 12.345 or 12345. Type it as a number without grouping.',
    ],
    [
      'Compare At Price / Germany',
      '15',
      'Compare At Price / Germany needs a fixed price beside it. Type one into Price / Germany.',
    ],
  ])('under %s, of %s, is an error that says what to do', (header, cell, message) => {
    muddled ??= shopWith(MUDDLED).save();
    const bench = openWorkbench({ saved: muddled });
    const told = said(bench, pricesTab([header, 'Cost per item'], ['A', cell, '4'], ['B', '', '']));
    expect(told['Prices:2']).toContain(message);
    expect(told['Prices:2']).toMatch(/^error/);
    expect(fixedPricesIn(bench)).toEqual([]);
  });

  test('that jumps is held, against the relative price too, and so is the price beside it', () => {
    const bench = shopWith([HOME]);
    const headers = ['Price / Wholesale', 'Compare At Price / Wholesale'];
    const relative = ['A', 'B', 'C'].map((sku) => [sku, '[clear]', '[clear]']);
    said(bench, pricesTab(headers, ...relative));
    const now = pricesTab(headers, ['A', '0.9', '12'], ['B', '0', ''], ['C', '25', '']);
    const told = said(bench, now, '--hold');
    expect(told['Prices:2']).toMatch(/^skipped .*goes down by 90 %/);
    expect(told['Prices:3']).toMatch(/^skipped .*goes down to 0/);
    expect(told['Prices:4']).toMatch(/^updated/);
    expect(fixedPricesIn(bench)).toEqual(['Wholesale C 25.00']);
  });

  describe('that somebody else sets while a run is under way', () => {
    /** A run that changes the shop's prices first, and after that the fixed ones; in between, `meanwhile` happens. */
    function runWith(meanwhile: (bench: ReturnType<typeof shopWith>) => void) {
      let act: (() => void) | undefined;
      const bench = shopWith([GERMANY], {
        answering(request, answer) {
          if (String(request.body).includes('productVariantsBulkUpdate')) {
            const now = act;
            act = undefined;
            now?.();
          }
          return answer;
        },
      });
      const tab = (...rows: (readonly string[])[]) =>
        pricesTab(['Price', 'Price / Germany', 'Compare At Price / Germany'], ...rows);
      said(bench, tab(['A', '10', '9', '15'], ['B', '20', '18', ''], ['C', '30', '27', '']));
      act = () => meanwhile(bench);
      const rows = [
        ['A', '10.5', '9.5', ''],
        ['B', '20.5', '18.5', ''],
        ['C', '30.5', '27.5', ''],
      ];
      return { bench, told: said(bench, tab(...rows)) };
    }

    test('is a conflict where the run has read it a while ago, and its neighbours are written', () => {
      const { bench, told } = runWith(({ clock, ...rest }) => {
        clock.advance(90_000);
        fix(rest, 'Germany', 'A', '9', '14');
        fix(rest, 'Germany', 'B', '19');
      });
      expect(fixedPricesIn(bench)).toEqual(['Germany A 9.00 / 14.00', 'Germany B 19.00', 'Germany C 27.50']);
      expect(told['Prices:2']).toBe(
        "conflict Price / Germany: Shopify's value of Compare At Price / Germany moved from 15.00 to 14.00 during the sync, so 9.50 was not sent. Sync again to see both. Price 10.00 → 10.50.",
      );
      expect(told['Prices:3']).toContain(
        'value moved from 18.00 to 19.00 during the sync, so 18.50 was not sent.',
      );
      expect(told['Prices:4']).toMatch(/^updated/);
      bench.call('undoRun', { run: 3 });
      expect(fixedPricesIn(bench)).toEqual(['Germany A 9.00 / 14.00', 'Germany B 19.00', 'Germany C 27.00']);
    });

    test('is no conflict where it is set to what the sheet says, and then nothing is lost', () => {
      const { bench, told } = runWith(({ clock, ...rest }) => {
        clock.advance(90_000);
        fix(rest, 'Germany', 'B', '18.50');
      });
      expect(told['Prices:3']).toMatch(/^updated/);
      expect(fixedPricesIn(bench)).toContain('Germany B 18.50');
    });
  });

  test('of a company is written, removed, got from Shopify and undone as one of a market is', () => {
    const bench = shopWith([
      GERMANY,
      { title: 'Acme wholesale', company: 'Acme', currency: 'USD', percent: -20, selects: true },
    ]);
    const headers = ['Price / Acme wholesale', 'Compare At Price / Acme wholesale'];
    expect(said(bench, pricesTab(headers, ['A', '7.50', '']))['Prices:2']).toBe(
      "updated Price / Acme wholesale (8.00, 20 % below the shop's price) → 7.50.",
    );
    expect(said(bench, pricesTab(headers, ['A', '[clear]', '']))['Prices:2']).toContain(
      "7.50 → (8.00, 20 % below the shop's price)",
    );
    expect(fixedPricesIn(bench)).toEqual([]);
    bench.call('undoRun', { run: 3 });
    expect(fixedPricesIn(bench)).toEqual(['Acme wholesale A 7.50']);
    const view = pull(bench, choiceOf('csv', { packs: ['markets'] }));
    const [names = [], first] = rowsOf(bench, view.tab).map((row) => row.map(String));
    expect(first?.[names.indexOf('Price / Acme wholesale')]).toBe('7.5');
    expect(names).toContain('Included / Acme wholesale');
  });

  test('comes with a new product', () => {
    const bench = shopWith([GERMANY]);
    bench.sync({ New: 'Handle,Title,SKU,Price,Price / Germany\nhat,Hat,HAT,5,6' });
    expect(fixedPricesIn(bench)).toEqual(['Germany HAT 6.00']);
  });
});

describe('names of markets', () => {
  test('need a scope of their own, which is asked for by name and only there', () => {
    const accessScopes = ['write_products', 'write_inventory', 'read_locations', 'write_publications'];
    const bench = shopWith([{ ...GERMANY, markets: ['Deutschland'] }], { store: { accessScopes } });
    expect(said(bench, pricesTab(['Price / Germany'], ['A', '9']))['Prices:2']).toMatch(/^updated/);
    expect(said(bench, pricesTab(['Price / Deutschland'], ['A', '9']))['Prices:2']).toBe(
      'error Price / Deutschland “9” is for “Deutschland”, the title of no catalog. Name one of “Germany”. To read the names of markets, the app in Shopify lacks the access scope read_markets. Add it to the app, install it again, and test the connection in the sidebar.',
    );
    const overview = bench.call<{ readonly accessScopes: readonly string[] }>('getOverview');
    expect(overview.ok && overview.value.accessScopes).toContain('read_markets');
  });
});

test('a catalog that comes later is found by the next sync', () => {
  const bench = shopWith([GERMANY]);
  const tab = pricesTab(['Price / Spain'], ['A', '9']);
  expect(said(bench, tab)['Prices:2']).toMatch(/^error/);
  addCatalog(bench, { title: 'Spain', currency: 'EUR' });
  expect(said(bench, tab)['Prices:2']).toMatch(/^updated/);
});
