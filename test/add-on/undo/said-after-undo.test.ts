import { perform } from '../../../local/store/people/perform';
import type { RunView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { answered, said, sync } from '../../support/running';
import { openWorkbench } from '../../support/workbench';

const SITE = 'https://example.com';
const FIRST: Readonly<Record<string, string>> = {
  Handle: 'mug',
  Title: 'Mug',
  SKU: 'M',
  Price: '5.00',
  'Compare-at price': '9.00',
  Barcode: '4006381333931',
  Tags: 'a, b',
  Vendor: 'Acme',
  'SEO title': 'Best',
  'Cost per item': '3.00',
  Published: 'FALSE',
  'Image Src': `${SITE}/a.jpg`,
  'Image Alt Text': 'one',
  'Image Position': '1',
};
const SECOND: Readonly<Record<string, string>> = {
  Handle: 'mug',
  'Image Src': `${SITE}/b.jpg`,
  'Image Alt Text': 'two',
  'Image Position': '2',
};
type Cells = Readonly<Record<string, string>>;

const header = Object.keys(FIRST);
const file = (first: Cells = {}, second: Cells = {}) =>
  csvOf([
    header,
    header.map((name) => ({ ...FIRST, ...first })[name] ?? ''),
    header.map((name) => ({ ...SECOND, ...second })[name] ?? ''),
  ]);

const HELD = /^Held Undone: /;
const KINDS: Readonly<Record<string, [first: Cells, second: Cells, row: number, says: RegExp]>> = {
  'a price': [{ Price: '6.00' }, {}, 2, HELD],
  'a price that was emptied': [{ 'Compare-at price': '[clear]' }, {}, 2, HELD],
  'a code that was emptied': [{ Barcode: '[clear]' }, {}, 2, HELD],
  'a cost that was emptied': [{ 'Cost per item': '[clear]' }, {}, 2, HELD],
  'texts that were emptied': [{ Vendor: '[clear]', 'SEO title': '[clear]' }, {}, 2, HELD],
  'tags that were emptied': [{ Tags: '[clear]' }, {}, 2, HELD],
  tags: [{ Tags: 'a, c' }, {}, 2, HELD],
  publishing: [{ Published: 'TRUE' }, {}, 2, HELD],
  'an alt text': [{ 'Image Alt Text': 'uno' }, {}, 2, HELD],
  'an alt text that was emptied': [{}, { 'Image Alt Text': '[clear]' }, 3, HELD],
  'the order of images': [
    { 'Image Position': '2' },
    { 'Image Position': '1' },
    3,
    /^Differs Image position: Shopify has 2, the sheet 1\.$/,
  ],
  'an image that was removed by its address': [
    {},
    { 'Image Src': `[delete] ${SITE}/b.jpg` },
    3,
    /^Held Undone: Image put back: b\.jpg/,
  ],
  'an image that was removed by the word alone': [
    {},
    { 'Image Src': '[delete]' },
    3,
    /^Held Undone: Image put back: b\.jpg/,
  ],
};

describe('what an undo gave back is said by each sync for as long as the cell says otherwise:', () => {
  test.each(Object.entries(KINDS))('%s', (_, [first, second, row, says]) => {
    const bench = openWorkbench();
    bench.sync({ Products: file() });
    bench.clock.advance(120_000);
    bench.sync({ Products: file() });
    bench.sync({ Products: file(first, second) });
    bench.clock.advance(120_000);
    const [run] = answered(bench.call<readonly RunView[]>('listRuns'));
    answered(bench.call('undoRun', { run: run?.number }));
    expect(said(bench, row)).toMatch(/Undone/);
    for (const _time of [1, 2]) {
      bench.clock.advance(120_000);
      sync(bench);
      expect(said(bench, row)).toMatch(says);
    }
    const foreseen = foreseenRows(bench).map((words) => words.slice(2).join(' '))[row - 2];
    expect(foreseen).toMatch(says);
    // A preview reads everything, and what it finds is remembered; both sides of a cell are said once all the same.
    sync(bench);
    for (const line of [foreseen, said(bench, row)])
      expect(line).not.toMatch(/Undone.*Shopify has .*, the sheet/);
  });
});

test('what differs of another location is said beside what was undone, under the same header', () => {
  const bench = openWorkbench({ store: { locations: ['Shop', 'Warehouse'] } });
  const products = csvOf([
    ['Handle', 'Title', 'SKU', 'Variant Inventory Tracker'],
    ['mug', 'Mug', 'M', 'shopify'],
  ]);
  const stock = (shop: string) =>
    csvOf([
      ['SKU', 'Location', 'Available'],
      ['M', 'Shop', shop],
      ['M', 'Warehouse', '7'],
    ]);
  for (const _time of [1, 2]) {
    bench.sync({ Products: products, Stock: stock('5') });
    bench.clock.advance(120_000);
  }
  bench.sync({ Products: products, Stock: stock('6') });
  const [run] = answered(bench.call<readonly RunView[]>('listRuns'));
  answered(bench.call('undoRun', { run: run?.number }));
  const { state } = bench.store;
  const there = state.locations.all().find(({ name }) => name === 'Warehouse')?.id;
  const level = state.inventoryLevels.all().find(({ locationId }) => locationId === there);
  perform(bench.store, { kind: 'order', levelId: level?.id ?? '', quantity: 2 });
  const rows = foreseenRows(bench).filter(([tab]) => tab === 'Stock');
  expect(rows.map((words) => words.slice(2).join(' '))).toEqual([
    expect.stringMatching(/^Held Undone: .*6 → 5/),
    expect.stringMatching(/^Differs .*Shopify has 5, the sheet 7/),
  ]);
});
