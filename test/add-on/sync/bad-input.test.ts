import { fakeAccessToken } from '../../../local/store/embedded-store';
import type { ConnectionView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const sheet = (...rows: (readonly string[])[]) => csvOf([HEADER, ...rows]);
const GOOD = ['hat', 'Hat', '', '', 'H-1', '5'];

/** What each row is told of a tab, and that the store is as it was. */
function refused(bench: Workbench, text: string, ...args: readonly string[]): Record<string, string> {
  const before = bench.store.dump();
  const said = saidOf(bench.sync({ Products: text }, ...args));
  expect(bench.store.dump()).toEqual(before);
  return said;
}

describe('a tab that cannot be synced says why, and nothing is sent', () => {
  test('an empty file', () => {
    const report = openWorkbench().sync({ Products: '' });
    expect(report).toMatchObject({
      outcome: 'failed',
      tabs: [{ kind: 'ignored', message: expect.stringMatching(/^This tab is empty\./), rows: [] }],
      problem: { kind: 'no-tabs' },
    });
  });

  test('no recognised header', () => {
    const report = openWorkbench().sync({
      Notes: csvOf([
        ['Name', 'Amount'],
        ['Hat', '5'],
      ]),
    });
    expect(report.tabs).toEqual([
      {
        name: 'Notes',
        kind: 'ignored',
        message:
          'No header row found in the first 10 rows. Name the columns as in a Shopify product CSV, or SKU and Price.',
        rows: [],
      },
    ]);
    expect(report.outcome).toBe('failed');
  });

  test('a row longer than its header', () => {
    const text = sheet(GOOD, ['cap', 'Cap', '', '', 'C-1', '5', 'slipped']);
    const sentence =
      'error This tab was not synced. Row 3 is longer than the header row. Give that column a header, or clear the cells beyond the last one.';
    expect(refused(openWorkbench(), text)).toEqual({ 'Products:2': sentence, 'Products:3': sentence });
  });

  test('two headers for one field', () => {
    const text = csvOf([
      ['Handle', 'Title', 'Price', 'Variant Price'],
      ['hat', 'Hat', '5', '6'],
    ]);
    expect(refused(openWorkbench(), text)).toEqual({
      'Products:2':
        'error This tab was not synced. Two columns mean the same: “Price” and “Variant Price”. Remove or rename one of them.',
    });
  });
});

describe('a row that cannot be synced says why, and its neighbours go on', () => {
  const neighbour = ['cap', 'Cap', '', '', 'C-1', '5'];

  test.each([
    [
      'text where a price should be',
      [['hat', 'Hat', '', '', 'H-1', 'free']],
      ['error Price “free” is not a price. Type a number such as 19.90.'],
    ],
    [
      'a broken formula',
      [['hat', '#N/A', '', '', 'H-1', '5']],
      ['error Title shows “#N/A”. Mend the formula.'],
    ],
    [
      'a handle twice',
      [GOOD, ['hat', 'Hat', '', '', 'H-2', '5']],
      [
        'error This handle has “Default Title” twice, here and in row 4. Change or remove one of them.',
        'error This handle has “Default Title” twice, here and in row 3. Change or remove one of them.',
      ],
    ],
    [
      'an option without a value',
      [['hat', 'Hat', 'Size', '', 'H-1', '5']],
      ["error Option1 Value is empty. Type this variant's Size."],
    ],
    [
      'no handle',
      [['', 'Hat', '', '', 'H-1', '5']],
      ['error This row has no handle. Type the handle of its product.'],
    ],
    [
      'no title',
      [['hat', '', '', '', 'H-1', '5']],
      ['error Shopify has no product “hat”. Check the handle; a new product needs a title.'],
    ],
    [
      'a barcode that lost its digits',
      [['8.9E+12', 'Hat', '', '', 'H-1', '5']],
      [
        'error Handle “8.9E+12” lost digits: the spreadsheet shortened it. Format the column as plain text and type it again.',
      ],
    ],
  ])('%s', (_, rows, sentences) => {
    const bench = openWorkbench();
    const said = saidOf(bench.sync({ Products: sheet(neighbour, ...rows) }));
    expect(said['Products:2']).toMatch(/^created/);
    expect(Object.values(said).slice(1)).toEqual(sentences);
    expect(bench.store.dump().products.map(({ handle }) => handle)).toEqual(['cap']);
  });

  test('a SKU that several variants of Shopify have', () => {
    const bench = openWorkbench();
    bench.sync({ Products: sheet(GOOD, ['cap', 'Cap', '', '', 'H-1', '5']) });
    const said = saidOf(
      bench.sync({
        Prices: csvOf([
          ['SKU', 'Price'],
          ['H-1', '6'],
        ]),
      }),
    );
    expect(said).toEqual({
      'Prices:2':
        'error 2 variants in Shopify have the SKU “H-1”. Use an ID column, or give each its own SKU.',
    });
  });

  test('a location that does not exist', () => {
    const bench = openWorkbench();
    bench.sync({ Products: sheet(GOOD) });
    const said = saidOf(
      bench.sync({
        Inventory: csvOf([
          ['SKU', 'Location', 'Available'],
          ['H-1', 'Attic', '6'],
        ]),
      }),
    );
    expect(said).toEqual({
      'Inventory:2': 'error There is no active location “Attic” in Shopify. Use one of “Shop location”.',
    });
  });

  test('a quantity without a location, where the shop has several', () => {
    const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
    const text = csvOf([
      ['Handle', 'Title', 'Inventory tracker', 'Inventory quantity'],
      ['hat', 'Hat', 'shopify', '5'],
    ]);
    expect(refused(bench, text)).toEqual({
      'Products:2':
        'error Inventory quantity names no location and the shop has 2 (“Main”, “Cellar”). Choose one in the sidebar under Settings, or use an Inventory tab with a Location column.',
    });
  });
});

describe('a connection that cannot be made says why, and is not kept', () => {
  const connect = (bench: Workbench, shop: string, accessToken: string) =>
    bench.call<ConnectionView>('saveConnection', { method: 'permanent-token', shop, accessToken });

  test('to a domain that is not one of Shopify’s', () => {
    const bench = openWorkbench();
    for (const shop of [
      'hats.example.com',
      'myshopify.com',
      'evil.com/x.myshopify.com',
      'a b.myshopify.com',
    ]) {
      const answer = connect(bench, shop, fakeAccessToken);
      expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
      expect(JSON.stringify(answer)).toContain('.myshopify.com');
    }
    expect(bench.wire).toEqual([]);
  });

  test('with a wrong token', () => {
    const bench = openWorkbench();
    const answer = connect(bench, bench.store.shop, 'shpat_fake_example_of_a_wrong_token');
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'unauthorized' } });
    expect(bench.call('getOverview')).toMatchObject({ ok: true, value: { connection: null } });
  });

  test('of an app without an access scope, which is named', () => {
    const bench = openWorkbench({ store: { accessScopes: ['write_products', 'read_locations'] } });
    const report = bench.sync({ Products: sheet(GOOD) });
    expect(report.outcome).toBe('failed');
    expect(report.problem?.kind).toBe('missing-scope');
    expect(report.problem?.message).toContain('write_inventory');
    expect(bench.store.dump().products).toEqual([]);
  });
});
