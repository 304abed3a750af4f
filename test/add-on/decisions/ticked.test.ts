import type { PreviewSummary, RunSummary } from '../../../src/answers/answers';
import type { ChangeView } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { answered, sync } from '../../support/running';
import { testInFull } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Tags', 'Inventory tracker', 'Inventory quantity'];

type Cells = Readonly<Record<'mug' | 'cup', readonly [price: string, tags: string, quantity: string]>>;
const BEFORE: Cells = { mug: ['10', 'a', '5'], cup: ['20', 'b', '5'] };
const AFTER: Cells = { mug: ['11', 'c', '6'], cup: ['22', 'b', '7'] };

const file = ({ mug, cup }: Cells, ...more: readonly string[][]) =>
  csvOf([
    HEADER,
    ['mug', 'Mug', 'M-1', mug[0], mug[1], 'shopify', mug[2]],
    ['cup', 'Cup', 'C-1', cup[0], cup[1], 'shopify', cup[2]],
    ...more,
  ]);

function edited(): { readonly bench: Workbench; readonly changes: readonly ChangeView[] } {
  const bench = openWorkbench();
  bench.sync({ Products: file(BEFORE) });
  bench.paste({ Products: file(AFTER, ['jug', 'Jug', 'J-1', '7', '', '', '']) });
  return { bench, changes: listed(bench) };
}

const listed = (bench: Workbench) =>
  answered(bench.call<PreviewSummary>('previewSync', { changes: true })).changes ?? [];

const tickOf = (changes: readonly ChangeView[], product: string, field: string): string =>
  changes.find((change) => change.product === product && change.field === field)?.tick ?? '';

const send = (bench: Workbench, ...ticks: readonly string[]) =>
  bench.call<RunSummary>('applyPreview', { preview: 'whatever', ticks });

const inStore = (bench: Workbench) =>
  Object.fromEntries(
    bench.store
      .dump()
      .products.map(({ handle, tags, variants }) => [
        handle,
        [variants[0]?.price, tags.join(), Object.values(variants[0]?.inventory ?? {})[0]?.available],
      ]),
  );

test('each change has a box of its own, with old → new and the difference, and a new product has one for all of it', () => {
  const { changes } = edited();
  expect(
    changes.map(({ what, product, field, from, to, difference }) => [
      what,
      product,
      field,
      from,
      to,
      difference,
    ]),
  ).toEqual([
    ['To update', 'Cup', 'Inventory quantity · Shop location', '5', '7', '+40.0 %'],
    ['To update', 'Mug', 'Inventory quantity · Shop location', '5', '6', '+20.0 %'],
    ['To update', 'Mug', 'Price', '10.00', '11.00', '+10.0 %'],
    ['To update', 'Cup', 'Price', '20.00', '22.00', '+10.0 %'],
    ['To update', 'Mug', 'Tags', 'a', 'c', ''],
    ['To create', 'Jug', 'New product', '', '7.00', ''],
  ]);
  expect(new Set(changes.map(({ tick }) => tick)).size).toBe(6);
});

test('exactly what is ticked is sent; the rows of the rest say so, and a sync sends it later', () => {
  const { bench, changes } = edited();
  const run = answered(send(bench, tickOf(changes, 'Mug', 'Tags'), tickOf(changes, 'Cup', 'Price')));
  expect(run.outcome).toBe('finished');
  expect(inStore(bench)).toEqual({ mug: ['10.00', 'c', 5], cup: ['22.00', 'b', 5] });
  const [mug, , jug] = bench.runtime.state.workbook.sheets[0]!.rows.slice(1).map((cells) => cells.join(' '));
  expect(mug).toMatch(/Held Not sent: it was left out.*Tags added: c/);
  expect(jug).toMatch(/Held Not sent: it was left out/);
  expect(sync(bench).outcome).toBe('finished');
  expect(inStore(bench)).toMatchObject({
    mug: ['11.00', 'c', 6],
    cup: ['22.00', 'b', 7],
    jug: ['7.00', '', 0],
  });
});

test('what was left out is not sent by a button of before, however much the two previews were the same', () => {
  const { bench } = edited();
  const { preview } = answered(bench.call<PreviewSummary>('previewSync'));
  send(bench, tickOf(listed(bench), 'Mug', 'Tags'));
  const before = inStore(bench);
  expect(before.mug).toEqual(['10.00', 'c', 5]);
  expect(answered(bench.call<RunSummary>('applyPreview', { preview }))).toMatchObject({
    outcome: 'failed',
    problem: { kind: 'invalid-input' },
  });
  expect(inStore(bench)).toEqual(before);
});

test.each([
  [
    'the cell',
    (bench: Workbench) => void bench.paste({ Products: file({ ...AFTER, cup: ['23', 'b', '7'] }) }),
  ],
  [
    'Shopify’s price',
    (bench: Workbench) => {
      const cup = bench.store.dump().products.find(({ handle }) => handle === 'cup');
      bench.store.execute({
        query: `mutation ($p: ID!, $v: ID!) {
        productVariantsBulkUpdate(productId: $p, variants: [{ id: $v, price: "21.00" }]) { userErrors { message } } }`,
        variables: { p: cup?.id, v: cup?.variants[0]?.id },
      });
    },
  ],
])('a ticked change is not sent once %s says something else than was shown', (_, change) => {
  const { bench, changes } = edited();
  change(bench);
  const before = inStore(bench);
  send(bench, tickOf(changes, 'Cup', 'Price'), tickOf(changes, 'Mug', 'Price'));
  expect(inStore(bench)).toEqual({ ...before, mug: ['11.00', 'a', 5] });
});

test('nothing is sent by words that no preview gave, and none where nothing is ticked', () => {
  const { bench, changes } = edited();
  const before = inStore(bench);
  send(bench, 'made up', tickOf(changes, 'Mug', 'Price').slice(1));
  send(bench);
  expect(inStore(bench)).toEqual(before);
  expect(bench.call('applyPreview', { ticks: [7] })).toMatchObject({
    ok: false,
    problem: { kind: 'invalid-input' },
  });
});

test('a half of what is moved between two locations waits when the other half is left out', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  const stock = (main: string, cellar: string) =>
    csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory: Main', 'Inventory: Cellar', 'Inventory tracker'],
      ['mug', 'Mug', 'M-1', '5', main, cellar, 'shopify'],
    ]);
  bench.sync({ Products: stock('10', '10') });
  bench.paste({ Products: stock('7', '13') });
  const changes = listed(bench);
  send(bench, tickOf(changes, 'Mug', 'Inventory: Main'));
  const [product] = bench.store.dump().products;
  expect(Object.values(product?.variants[0]?.inventory ?? {}).map(({ available }) => available)).toEqual([
    10, 10,
  ]);
});

testInFull('a list of more than 500 changes is a number, and the tab lists them', () => {
  const bench = openWorkbench();
  const many = (price: string) =>
    csvOf([
      ['Handle', 'Title', 'Price'],
      ...Array.from({ length: 501 }, (_, index) => [`p${index}`, `P ${index}`, price]),
    ]);
  bench.sync({ Products: many('10') });
  bench.paste({ Products: many('10.50') });
  expect(answered(bench.call<PreviewSummary>('previewSync', { changes: true }))).toMatchObject({
    changeCount: 501,
    changes: [],
  });
});
