import { csvOf, TWO_OPTIONS } from '../../support/csv';
import { said, sync } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const TEE = [
  TWO_OPTIONS,
  ['tee', 'Tee', 'Size', 'S', 'Color', 'Red', 'T-1', '10.00'],
  ['tee', '', 'Size', 'M', 'Color', 'Red', 'T-2', '10.00'],
];
const HAT = [TWO_OPTIONS, ['hat', 'Hat', '', '', '', '', 'H-1', '10.00']];
const savedOf = (rows: readonly (readonly string[])[]) => {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(rows) });
  return bench.save();
};
const tee = savedOf(TEE);
const hat = savedOf(HAT);

function asking(saved: string, rows: readonly (readonly string[])[], options: BenchOptions = {}) {
  const bench = openWorkbench({ saved, ...options });
  bench.paste({ Products: csvOf(rows) });
  return { bench, summary: sync(bench) };
}
const confirm = ({ bench, summary }: ReturnType<typeof asking>) =>
  sync(bench, 'confirmHeld', { run: summary.run, keys: summary.held.shown.map(({ key }) => key) });
function optionsOf({ store }: Workbench) {
  const answer = store.execute({
    query: '{ products(first: 1) { nodes { options { name } variants(first: 50) { nodes { title } } } } }',
    variables: {},
  }) as unknown as {
    data: {
      products: { nodes: { options: { name: string }[]; variants: { nodes: { title: string }[] } }[] };
    };
  };
  const [product] = answer.data.products.nodes;
  return [product?.options.map(({ name }) => name), product?.variants.nodes.map(({ title }) => title)];
}
const put = (rows: readonly (readonly string[])[], from: string, to: string) =>
  rows.map((row) => row.map((cell) => (cell === from ? to : cell)));

test('an option with another name is asked about, renamed, and given back by an undo', () => {
  const asked = asking(tee, put(TEE, 'Size', 'Fit'));
  const { bench, summary } = asked;
  expect(summary.held.shown).toMatchObject([{ change: 'Options Size, Color → Fit, Color' }]);
  expect(said(bench, 2)).toBe(
    'Held Options Size, Color → Fit, Color is held: change the options in Shopify? Confirm it in the sidebar, or change the cell.',
  );
  expect(optionsOf(bench)).toEqual([
    ['Size', 'Color'],
    ['S / Red', 'M / Red'],
  ]);
  const { run } = confirm(asked);
  expect(optionsOf(bench)).toEqual([
    ['Fit', 'Color'],
    ['S / Red', 'M / Red'],
  ]);
  sync(bench);
  expect(said(bench, 3)).toMatch(/^(Up to date|No change to send)/);
  sync(bench, 'undoRun', { run });
  expect(optionsOf(bench)[0]).toEqual(['Size', 'Color']);
  expect(sync(bench).held.count).toBe(1);
});

test('options in another order are asked about, reordered, and given back by an undo', () => {
  const rows = TEE.map(([handle, title, n1, v1, n2, v2, ...rest], index) =>
    index === 0 ? TWO_OPTIONS : [handle ?? '', title ?? '', n2 ?? '', v2 ?? '', n1 ?? '', v1 ?? '', ...rest],
  );
  const asked = asking(tee, rows);
  expect(asked.summary.held.shown).toMatchObject([{ change: 'Options Size, Color → Color, Size' }]);
  const { run } = confirm(asked);
  expect(optionsOf(asked.bench)).toEqual([
    ['Color', 'Size'],
    ['Red / S', 'Red / M'],
  ]);
  sync(asked.bench);
  expect(said(asked.bench, 3)).toMatch(/^(Up to date|No change to send)/);
  sync(asked.bench, 'undoRun', { run });
  expect(optionsOf(asked.bench)[0]).toEqual(['Size', 'Color']);
});

test('a product with one variant gets options, and its other rows become variants with the next sync', () => {
  const asked = asking(hat, [
    TWO_OPTIONS,
    ['hat', 'Hat', 'Size', 'S', '', '', 'H-1', '10.00'],
    ['hat', '', 'Size', 'M', '', '', 'H-2', '12.00'],
  ]);
  expect(asked.summary.held.shown).toMatchObject([
    { change: 'Options (none) → Size (variants: S; new with the next sync: M)' },
  ]);
  expect(optionsOf(asked.bench)).toEqual([['Title'], ['Default Title']]);
  confirm(asked);
  expect(optionsOf(asked.bench)).toEqual([['Size'], ['S']]);
  sync(asked.bench);
  expect(optionsOf(asked.bench)).toEqual([['Size'], ['S', 'M']]);
  expect(asked.bench.store.dump().products[0]?.variants.map(({ sku }) => sku)).toEqual(['H-1', 'H-2']);
});

test('a further option is added with the value that all variants take', () => {
  const head = [...TWO_OPTIONS, 'Option3 Name', 'Option3 Value'];
  const rows = (...materials: readonly string[]) => [
    head,
    ...TEE.slice(1).map((row, index) => [...row, 'Material', materials[index] ?? '']),
  ];
  const asked = asking(tee, rows('Wool', 'Wool'));
  expect(asked.summary.held.shown).toMatchObject([
    { change: 'Options Size, Color → Size, Color, Material (variants: S / Red / Wool; M / Red / Wool)' },
  ]);
  confirm(asked);
  expect(optionsOf(asked.bench)).toEqual([
    ['Size', 'Color', 'Material'],
    ['S / Red / Wool', 'M / Red / Wool'],
  ]);
  const apart = asking(tee, rows('Wool', 'Silk'));
  expect(apart.summary.held.count).toBe(0);
  expect(apart.bench.runtime.state.workbook.sheets[0]?.rows[1]?.join(' ')).toContain(
    'Shopify gives all variants that it has one value of Material first.',
  );
});

test.each([
  [
    'fewer options',
    TEE.map((row) =>
      row.map((cell, index) => (index === 4 || index === 5 ? (row === TWO_OPTIONS ? cell : '') : cell)),
    ),
  ],
  ['two new names at once', put(put(TEE, 'Size', 'Fit'), 'Color', 'Shade')],
  ['names of which no row fits', put(put(TEE, 'Size', 'Fit'), 'Red', 'Blue')],
])('%s are an error, and change nothing', (_, rows) => {
  const { bench, summary } = asking(tee, rows);
  expect(summary.held.count).toBe(0);
  expect(said(bench, 2)).toMatch(/^Error The options here are/);
  expect(optionsOf(bench)).toEqual([
    ['Size', 'Color'],
    ['S / Red', 'M / Red'],
  ]);
});

test('an answer that never came is found by the next sync', () => {
  const asked = asking(tee, put(TEE, 'Size', 'Fit'), {
    store: { faults: 'productOptionUpdate: timeout-after' },
  });
  asked.bench.call('confirmHeld', {
    run: asked.summary.run,
    keys: asked.summary.held.shown.map(({ key }) => key),
  });
  const after = openWorkbench({ saved: asked.bench.save() });
  expect(sync(after).held.count).toBe(0);
  expect(optionsOf(after)).toEqual([
    ['Fit', 'Color'],
    ['S / Red', 'M / Red'],
  ]);
  expect(said(after, 2)).toMatch(/^(Up to date|No change to send|Updated)/);
});

test('only new options are said to stay after an undo, in sentences that end once', () => {
  const bench = openWorkbench();
  const both = (option: string, second: string) =>
    csvOf([
      TWO_OPTIONS,
      ['tee', 'Tee', option, 'S', '', '', 'T-1', '10.00'],
      ['tee', '', '', 'M', '', '', 'T-2', '10.00'],
      ['hat', 'Hat', second, second && 'One', '', '', 'H-1', '10.00'],
    ]);
  bench.sync({ Products: both('Size', '') });
  bench.paste({ Products: both('Fit', 'Size') });
  sync(bench);
  expect(said(bench, 2)).toBe(
    'Held Options Size → Fit is held: change the options in Shopify? Confirm it in the sidebar, or change the cell.',
  );
  expect(said(bench, 4)).toBe(
    'Held Options (none) → Size (variants: One) is held: change the options in Shopify? An undo does not take new options away. Confirm it in the sidebar, or change the cell.',
  );
});
