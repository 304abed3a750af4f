import { USUAL_PACKS } from '../../../src/catalog/writing/forms';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected, previewOf } from '../pull/pulling';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option1 Value Order', 'SKU', 'Price'];
const teeOf = (order: string, sizes: readonly string[] = ['L', 'S', 'M']) => [
  HEADER,
  ...sizes.map((size, at) => ['tee', at ? '' : 'Tee', 'Size', size, at ? '' : order, `T-${size}`, '10.00']),
];
const savedOf = (rows: readonly (readonly string[])[]) => {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(rows) });
  return bench.save();
};
const tee = savedOf(teeOf('L, S, M'));

function asking(rows: readonly (readonly string[])[], saved = tee) {
  const bench = openWorkbench({ saved });
  bench.paste({ Products: csvOf(rows) });
  return { bench, summary: sync(bench) };
}
const confirm = ({ bench, summary }: ReturnType<typeof asking>) =>
  sync(bench, 'confirmHeld', { run: summary.run, keys: summary.held.shown.map(({ key }) => key) });

function sizesOf({ store }: Workbench) {
  const { data } = store.execute({
    query:
      '{ products(first: 1) { nodes { options { optionValues { name } } variants(first: 50) { nodes { title } } } } }',
    variables: {},
  }) as unknown as {
    data: {
      products: {
        nodes: {
          options: { optionValues: { name: string }[] }[];
          variants: { nodes: { title: string }[] };
        }[];
      };
    };
  };
  const [product] = data.products.nodes;
  return {
    values: product?.options[0]?.optionValues.map(({ name }) => name).join(),
    variants: product?.variants.nodes.map(({ title }) => title).join(),
  };
}
const inShopify = (sizes: string) => ({ values: sizes, variants: sizes });

/** As a colleague does it in Shopify admin. */
function reorderInAdmin({ store }: Workbench, sizes: readonly string[]) {
  const id = store.dump().products[0]?.id;
  store.execute({
    query:
      'mutation ($id: ID!, $o: [OptionReorderInput!]!) { productOptionsReorder(productId: $id, options: $o) { userErrors { message } } }',
    variables: { id, o: [{ name: 'Size', values: sizes.map((name) => ({ name })) }] },
  });
}

test('a new product gets its values in the order of the cell, and of its rows where the cell is empty', () => {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(teeOf('S, M, L')) });
  expect(sizesOf(bench).values).toBe('S,M,L');
  expect(sync(bench).held.count).toBe(0);
  expect(said(bench, 2)).toMatch(/^(Up to date|No change to send)/);
  const plain = openWorkbench();
  plain.sync({ Products: csvOf(teeOf('')) });
  expect(sizesOf(plain).values).toBe('L,S,M');
});

test('a new product of more values than one request takes gets all of them in the order of the cell', () => {
  const sizes = Array.from({ length: 300 }, (_, at) => `${at + 1}`);
  const order = [...sizes].reverse();
  const bench = openWorkbench();
  const all = { Products: csvOf(teeOf(order.join(', '), sizes)) };
  const preview = bench.sync(all, '--preview');
  expect(preview.tabs[0]?.rows.map(({ status }) => status)).toEqual(sizes.map(() => 'created'));
  const report = bench.sync(all);
  expect(report.tabs[0]?.rows.map(({ status }) => status)).toEqual(sizes.map(() => 'created'));
  expect(sizesOf(bench).values?.split(',')).toEqual(order);
  const again = bench.sync(all, '--preview');
  expect(again.tabs[0]?.rows.map(({ status, message }) => status + message)).toEqual(
    sizes.map(() => 'unchanged'),
  );
  const other = bench.sync({ Products: csvOf(teeOf(sizes.join(', '), sizes)) });
  expect(other.tabs[0]?.rows[0]).toMatchObject({
    status: 'error',
    message:
      'Option1 Value Order: Size has 300 values, and Shopify takes 250 at once. Put them in order in Shopify admin.',
  });
}, 120_000);

test('a new product whose two options ask for orders that cannot both hold is created whole, and says so', () => {
  const places = Array.from({ length: 520 }, (_, at) => `${at + 1}`);
  const header = [...HEADER.slice(0, 5), 'Option2 Name', 'Option2 Value', 'Option2 Value Order'];
  const [up, down] = [places.join(', '), [...places].reverse().join(', ')];
  const rows = places.map((place, at) =>
    at === 0 ? ['tee', 'Tee', 'A', place, up, 'B', place, down] : ['tee', '', 'A', place, '', 'B', place, ''],
  );
  const bench = openWorkbench();
  const all = { Products: csvOf([header, ...rows]) };
  const report = bench.sync(all);
  expect(report.tabs[0]?.rows.map(({ status }) => status)).toEqual(places.map(() => 'created'));
  expect(bench.sync(all, '--preview').tabs[0]?.rows[0]).toMatchObject({
    status: 'error',
    message:
      'Option2 Value Order: B has 520 values, and Shopify takes 250 at once. Put them in order in Shopify admin.',
  });
}, 120_000);

test('another order is asked about once with both orders, sent, and given back by an undo', () => {
  const asked = asking(teeOf('S, M, L'));
  const { bench, summary } = asked;
  expect(summary.held.shown).toMatchObject([{ change: 'Option1 Value Order L, S, M → S, M, L' }]);
  expect(said(bench, 2)).toBe(
    'Held Option1 Value Order L, S, M → S, M, L is held: put the values in this order in Shopify, with their variants? Confirm it in the sidebar, or change the cell.',
  );
  expect(sizesOf(bench)).toEqual(inShopify('L,S,M'));
  const { run } = confirm(asked);
  expect(sizesOf(bench)).toEqual(inShopify('S,M,L'));
  expect(said(bench, 2)).toMatch(/^Updated Option1 Value Order L, S, M → S, M, L/);
  sync(bench);
  expect(said(bench, 2)).toMatch(/^(Up to date|No change to send)/);
  sync(bench, 'undoRun', { run });
  expect(sizesOf(bench)).toEqual(inShopify('L,S,M'));
  expect(sync(bench).held.count).toBe(0);
  expect(said(bench, 2)).toContain('Option1 Value Order');
});

test('rows that were sorted ask for no other order of values', () => {
  const { bench, summary } = asking(teeOf('L, S, M', ['S', 'M', 'L']));
  expect([summary.held.count, sizesOf(bench)]).toEqual([0, inShopify('L,S,M')]);
});

test('an order that only Shopify changed differs, and one that both changed is asked about', () => {
  const bench = openWorkbench({ saved: tee });
  reorderInAdmin(bench, ['M', 'L', 'S']);
  expect(foreseenRows(bench)[0]?.[3]).toBe('Option1 Value Order: Shopify has M, L, S, the sheet L, S, M.');
  bench.paste({ Products: csvOf(teeOf('S, M, L')) });
  const { run, conflicts } = sync(bench);
  expect(said(bench, 2)).toMatch(/^Changed in both /);
  expect(sizesOf(bench)).toEqual(inShopify('M,L,S'));
  sync(bench, 'resolveConflicts', {
    ...{ run, side: 'shopify' },
    keys: conflicts.shown.map(({ key }) => key),
  });
  expect(bench.runtime.state.workbook.sheets[0]?.rows[1]).toContain('M, L, S');
});

test('a value that the cell does not list stays where it is, and a new one needs no edit of the cell', () => {
  const { bench, summary } = asking(teeOf('L, S, M', ['L', 'S', 'M', 'XS']));
  expect(summary.held.count).toBe(0);
  expect(sizesOf(bench)).toEqual(inShopify('L,S,M,XS'));
  sync(bench);
  expect(said(bench, 2)).toMatch(/^(Up to date|No change to send)/);
  bench.paste({ Products: csvOf(teeOf('S, L', ['L', 'S', 'M', 'XS'])) });
  const again = { bench, summary: sync(bench) };
  expect(again.summary.held.shown).toMatchObject([
    { change: 'Option1 Value Order L, S, M, XS → S, M, XS, L' },
  ]);
  confirm(again);
  expect(sizesOf(bench)).toEqual(inShopify('S,M,XS,L'));
});

test('an order that names a new value follows once its variant is there', () => {
  const asked = asking(teeOf('XS, S, M, L', ['L', 'S', 'M', 'XS']));
  expect(asked.summary.held.shown).toMatchObject([
    { change: 'Option1 Value Order L, S, M, XS → XS, S, M, L' },
  ]);
  confirm(asked);
  expect(sizesOf(asked.bench)).toEqual(inShopify('XS,S,M,L'));
});

test.each([
  ['a name that the option does not have', 'S, M, XL', 'Size has no value XL. Its values are L, S, M.'],
  ['a name twice', 'S, M, s', 'names s twice. Remove one.'],
])('%s is an error, and changes nothing', (_, order, message) => {
  const { bench, summary } = asking(teeOf(order));
  expect(summary.held.count).toBe(0);
  expect(said(bench, 2)).toContain(message);
  expect(sizesOf(bench)).toEqual(inShopify('L,S,M'));
});

test('a refresh puts the order of Shopify into the cell', () => {
  const bench = openWorkbench({ saved: tee });
  reorderInAdmin(bench, ['M', 'L', 'S']);
  bench.call('refreshTabs');
  expect(bench.runtime.state.workbook.sheets[0]?.rows[1]).toContain('M, L, S');
  sync(bench);
  expect(said(bench, 2)).toMatch(/^(Up to date|No change to send)/);
});

test('values with a comma stand on lines of their own', () => {
  const saved = savedOf(teeOf('', ['0,5 l', '1,5 l']));
  const asked = asking(teeOf('1,5 l\n0,5 l', ['0,5 l', '1,5 l']), saved);
  confirm(asked);
  expect(sizesOf(asked.bench)).toEqual(inShopify('1,5 l,0,5 l'));
});

test('it is got from Shopify where it is asked for, and a preview right after finds nothing', () => {
  const bench = openConnected({ saved: tee });
  bench.call('startPull', choiceOf('csv', { packs: [...USUAL_PACKS, 'valueOrder'] }));
  const { sheets } = bench.runtime.state.workbook;
  const pulled = sheets.find(({ rows }) => rows[0]?.includes('Option1 value order'));
  const at = pulled?.rows[0]?.indexOf('Option1 value order') ?? -1;
  expect(pulled?.rows.map((row) => row[at])).toEqual(['Option1 value order', 'L, S, M', '', '']);
  expect(previewOf(bench)).toMatchObject({ others: [] });
});
