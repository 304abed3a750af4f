import type { RunSummary, RunView, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Price', 'Status', 'Product image URL', 'Image alt text'];
const SITE = 'https://images.example.com';
const tab = (...rows: readonly (readonly string[])[]) => ({ Products: csvOf([HEADER, ...rows]) });
const mug = (alt: string) => ['mug', 'Mug', '5.00', 'active', `${SITE}/a.jpg`, alt];
const CHANGE = 'Image alt text Blue mug → Red mug';

function synced() {
  const bench = openWorkbench();
  bench.sync(tab(mug('Blue mug')));
  bench.clock.advance(60_000);
  return bench;
}

const altsOf = ({ store }: ReturnType<typeof openWorkbench>) =>
  store.dump().products[0]?.media.map(({ alt }) => alt);

test('an alt text is shown old → new in the preview, by the run, in its undo and after it', () => {
  const bench = synced();
  expect(saidOf(bench.sync(tab(mug('Red mug')), '--preview'))['Products:2']).toBe(`updated ${CHANGE}.`);
  expect(saidOf(bench.sync(tab(mug('Red mug'))))['Products:2']).toBe(`updated ${CHANGE}.`);
  const runs = bench.call<readonly RunView[]>('listRuns');
  const run = runs.ok ? runs.value[0]?.number : undefined;
  const shown = bench.call<UndoSummary>('undoRun', { run, preview: true });
  expect(JSON.stringify(shown)).toContain('Image alt text Red mug → Blue mug');
  bench.call('undoRun', { run });
  expect(altsOf(bench)).toEqual(['Blue mug']);
  expect(saidOf(bench.sync(tab(mug('Red mug')), '--preview'))['Products:2']).toContain(
    'Undone: Image alt text Red mug → Blue mug',
  );
});

test('a held alt text is shown old → new where it is confirmed', () => {
  const bench = openWorkbench();
  const rows = (alt: (row: number) => string) =>
    tab(
      ...[1, 2, 3, 4, 5, 6].map((row) => [
        `mug-${row}`,
        `Mug ${row}`,
        '5.00',
        'active',
        `${SITE}/${row}.jpg`,
        alt(row),
      ]),
    );
  bench.sync(rows((row) => `View of mug ${row}`));
  bench.clock.advance(60_000);
  const said = saidOf(
    bench.sync(
      rows(() => '[clear]'),
      '--hold',
    ),
  );
  expect(said['Products:3']).toMatch(
    /^skipped Image alt text View of mug 2 → \(empty\) is held: 6 of the 6 Image alt text values of this tab are emptied, /,
  );
  const summary = bench.call<RunSummary>('previewSync');
  expect(summary.ok && summary.value.held.shown.map(({ change }) => change)).toContain(
    'Image alt text View of mug 2 → (empty)',
  );
});

test('a new image with an alt text says that it is added, and of the text nothing that it would replace', () => {
  const bench = synced();
  const rows = tab(mug('Blue mug'), ['mug', '', '', '', `${SITE}/b.jpg`, 'From behind']);
  expect(saidOf(bench.sync(rows, '--preview'))['Products:3']).toBe('updated An image will be added.');
  expect(saidOf(bench.sync(rows))['Products:3']).toBe('updated Image added.');
  expect(altsOf(bench)).toEqual(['Blue mug', 'From behind']);
});

test('two long texts that begin alike are shown from where they part', () => {
  const bench = openWorkbench();
  const begin = 'A mug of stoneware, glazed by hand in the color';
  bench.sync(tab(mug(`${begin} blue`)));
  bench.clock.advance(60_000);
  expect(saidOf(bench.sync(tab(mug(`${begin} red`)), '--preview'))['Products:2']).toBe(
    'updated Image alt text “…n the color blue” → “…n the color red”.',
  );
});

const UPDATE = `mutation ($product: ID!, $media: [UpdateMediaInput!]!) {
  productUpdateMedia(productId: $product, media: $media) { mediaUserErrors { message } }
}`;

function describeInShopify({ store }: ReturnType<typeof openWorkbench>, alt: string): void {
  const { data } = store.execute({
    query: '{ products(first: 1) { nodes { id media(first: 5) { nodes { id } } } } }',
  });
  const { nodes } = (data as { products: { nodes: { id: string; media: { nodes: { id: string }[] } }[] } })
    .products;
  const media = nodes[0]?.media.nodes.map(({ id }) => ({ id, alt }));
  store.execute({ query: UPDATE, variables: { product: nodes[0]?.id, media } });
}

describe('an alt text that somebody changed in Shopify', () => {
  test('differs, and is not sent', () => {
    const bench = synced();
    describeInShopify(bench, 'Green mug');
    expect(saidOf(bench.sync(tab(mug('Blue mug')), '--preview'))['Products:2']).toBe(
      'differs Image alt text: Shopify has Green mug, the sheet Blue mug.',
    );
  });

  test('is changed in both where the sheet changed it too, and the chosen side counts', () => {
    for (const [side, alt] of [
      ['sheet', 'Red mug'],
      ['shopify', 'Green mug'],
    ]) {
      const bench = synced();
      describeInShopify(bench, 'Green mug');
      const both =
        'conflict Image alt text: you changed it to Red mug and it became Green mug in Shopify. Choose a side in the sidebar.';
      expect(saidOf(bench.sync(tab(mug('Red mug')), '--hold'))['Products:2']).toBe(both);
      expect(altsOf(bench)).toEqual(['Green mug']);
      const summary = bench.call<RunSummary>('previewSync');
      if (!summary.ok) throw new Error(summary.problem.message);
      const { conflicts, run } = summary.value;
      bench.call('resolveConflicts', { run, side, keys: conflicts.shown.map(({ key }) => key) });
      expect(altsOf(bench)).toEqual([alt]);
      const cells = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.rows[1];
      expect(cells?.[5]).toBe(alt);
    }
  });
});
