import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { previewLines, previewSum } from '../../support/foreseen';
import { answered } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Tags', 'Description'];
const MUG = 'Harbour mug';

interface Wanted {
  readonly cream?: string;
  readonly navy?: string;
  readonly red?: string;
  readonly tags?: string;
  readonly title?: string;
  readonly cup?: string;
}

const file = (
  { cream = '10', navy = '10', red = '10', tags = 'a', title = MUG, cup = '5' }: Wanted,
  ...more: string[][]
) =>
  csvOf([
    HEADER,
    ['mug', title, 'Colour', 'Cream', 'M-C', cream, tags, 'Fine'],
    ['mug', '', '', 'Navy', 'M-N', navy, '', ''],
    ['mug', '', '', 'Red', 'M-R', red, '', ''],
    ['cup', 'Cup', '', '', 'C-1', cup, '', ''],
    ...more,
  ]);

function synced(wanted: Wanted = {}): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: file(wanted) });
  return bench;
}

const preview = (bench: Workbench) => answered(bench.call<PreviewSummary>('previewSync'));

const pick = (bench: Workbench, ...names: readonly string[]) =>
  previewLines(bench).map((line) => names.map((name) => line[name]));

const WHAT = 'What would happen';

test('the preview is a page: problems, held, changed in both, changes by size, what is new, and a number for the rest', () => {
  const bench = synced();
  const cup = bench.store.dump().products.find(({ handle }) => handle === 'cup');
  bench.store.execute({
    query: `mutation ($p: ID!, $v: ID!) {
      productVariantsBulkUpdate(productId: $p, variants: [{ id: $v, price: "6.00" }]) { userErrors { message } } }`,
    variables: { p: cup?.id, v: cup?.variants[0]?.id },
  });
  bench.paste({
    Products: file(
      { cream: '10.50', navy: '12', red: '1000', tags: 'a, b', cup: '5.50' },
      ['jug', 'Jug', '', '', 'J-1', '20', '', ''],
      ['pot', 'Pot', '', '', 'P-1', 'cheap', '', ''],
    ),
  });
  preview(bench);
  expect(pick(bench, WHAT, 'Product', 'Variant', 'SKU', 'Field', 'Old', 'New', 'Difference')).toEqual([
    ['Error', 'pot', '', '', 'Price', '', '', ''],
    ['Held', MUG, 'Red', 'M-R', 'Price', '10.00', '1000.00', '+9900 %'],
    ['Changed in both', 'Cup', '', 'C-1', 'Price', '6.00', '5.50', '−8.3 %'],
    ['To update', MUG, 'Navy', 'M-N', 'Price', '10.00', '12.00', '+20.0 %'],
    ['To update', MUG, 'Cream', 'M-C', 'Price', '10.00', '10.50', '+5.0 %'],
    ['To update', MUG, 'Cream', 'M-C', 'Tags', 'a', 'a, b', ''],
    ['To create', 'Jug', '', 'J-1', 'New product', '', '20.00', ''],
  ]);
  expect(pick(bench, 'Tab', 'Row')[4]).toEqual(['Products', '2']);
  expect(previewSum(bench)).toBe(
    'To send: 1 product, 1 variant to create; 1 product, 2 variants: 2 prices (+12.5 % on average), 1 other field to change. Not sent: 1 error, 1 row held, 1 row changed in both.',
  );
});

test('rows that stay as they are are folded into a number, and the sum says that nothing is sent', () => {
  const bench = synced();
  bench.paste({ Products: file({}) });
  preview(bench);
  expect(pick(bench, WHAT, 'Why', 'Tab')).toEqual([['Up to date', '4 rows', 'Products']]);
  expect(previewSum(bench)).toBe('Nothing to send. 4 rows without a change.');
});

test.each([
  ['of 255 characters', 'x'.repeat(255)],
  ['in Arabic', 'كوب الميناء'],
  ['of emoji', '🫖👩‍👩‍👧'.repeat(12)],
  ['that begins like a formula', '=1+1 mug'],
])('a title %s stands in its line as it is', (_, title) => {
  const bench = synced({ title });
  bench.paste({ Products: file({ title, cream: '10.50' }) });
  preview(bench);
  expect(pick(bench, 'Product', 'Variant')[0]).toEqual([title, 'Cream']);
  expect(bench.call('applyPreview')).toMatchObject({ ok: true, value: { outcome: 'finished' } });
});

test('a line leads to its cell and to the item in Shopify admin', () => {
  const bench = synced();
  const [sheetId] = bench.paste({ Products: file({ navy: '12' }) });
  preview(bench);
  const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview');
  const links = JSON.stringify(sheet?.layers);
  expect(links).toContain(`#gid=${sheetId}&range=F3`);
  expect(links).toMatch(/admin\.shopify\.com[^"]*variants/);
});

test('an item that a tab names by its SKU alone has the name that it has in Shopify', () => {
  const bench = synced();
  const sheetIds = bench.paste({
    Prices: csvOf([
      ['SKU', 'Price'],
      ['M-N', '11'],
    ]),
  });
  bench.call('chooseTabs', { sheetIds });
  preview(bench);
  expect(pick(bench, 'Product', 'Variant', 'SKU')[0]).toEqual([MUG, 'Navy', 'M-N']);
});
