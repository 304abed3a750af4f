import { csvOf } from '../../support/csv';
import { files, imageAt, mug, openMug, productOf } from '../../support/images-of-mug';
import { rowsOf, said, sync } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  ...['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value'],
  ...['SKU', 'Price', 'Compare-at price', 'Delete'],
];
const ROWS = [
  HEADER,
  ['hat', 'Hat', 'Size', 'S', 'Color', 'Red', 'H-1', '10.00', '', ''],
  ['hat', '', '', 'M', '', 'Red', 'H-2', '20.00', '', ''],
  ['cap', 'Cap', '', '', '', '', 'C-1', '30.00', '', ''],
];
const shop = openWorkbench();
shop.sync({ Products: csvOf(ROWS) });
const saved = shop.save();

/** What these cells say, by row on screen and header. */
type Cells = readonly (readonly [row: number, header: string, text: string])[];

function asking(cells: Cells, options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ saved, ...options });
  for (const [row, header, text] of cells) rowsOf(bench)[row - 1]![HEADER.indexOf(header)] = text;
  return bench;
}
const answerOf = (row: number, cells: Cells, options: BenchOptions = {}): string => {
  const bench = asking(cells, options);
  sync(bench);
  return said(bench, row);
};
/** The same after a person confirmed all that was held, or chose the sheet's side. */
function agreed(row: number, cells: Cells, options: BenchOptions = {}): string {
  const bench = asking(cells, options);
  const { run, held, conflicts } = sync(bench);
  const [name, keys] = held.count > 0 ? ['confirmHeld', held.shown] : ['resolveConflicts', conflicts.shown];
  sync(bench, name as string, {
    run,
    side: 'sheet',
    keys: (keys as readonly { readonly key: string }[]).map(({ key }) => key),
  });
  return said(bench, row);
}

const execute = ({ store }: Workbench, query: string, variables: object) =>
  store.execute({ query, variables: variables as never });
const variantOf = ({ store }: Workbench, sku: string) =>
  store
    .dump()
    .products.flatMap(({ id, variants }) => variants.map((variant) => ({ ...variant, productId: id })))
    .find((variant) => variant.sku === sku);

const deleteImage = (bench: Workbench, place: number) => {
  const { id, media } = productOf(bench);
  const query =
    'mutation ($id: ID!, $ids: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $ids) { deletedMediaIds } }';
  execute(bench, query, { id, ids: [media.nodes[place]?.id] });
};

/** An image goes away after the run has read the order, so that the moves name it. */
function reordered(): string {
  const mugs = openMug();
  let isDone = false;
  const bench: Workbench = openWorkbench({
    saved: mugs.save(),
    answering: (request, answer) => {
      const isRead = !('failure' in answer) && answer.body.includes('"media":{"nodes":[{');
      if (!isDone && isRead && String(request.body).startsWith('{"query":"query')) {
        isDone = true;
        deleteImage(bench, 1);
      }
      return answer;
    },
  });
  const asked = mug(...['c', 'b', 'a'].map(imageAt));
  bench.sync(asked, '--hold');
  expect(files(bench)).toEqual(['c.jpg', 'a.jpg']);
  const first = said(bench, 2);
  bench.sync(asked, '--hold');
  return `${first} / ${said(bench, 3)}`;
}

function replaced(): string {
  const bench = openMug();
  bench.sync(mug(imageAt('a'), 'https://images.invalid/d.jpg', imageAt('c')));
  // The next plan says once more that it could not be fetched.
  return said(bench, 3).replace(/ … and 1 more: Image Src\.$/, '');
}

/** The other variant was deleted in Shopify admin meanwhile. */
function lastLeft(): string {
  const bench = asking([[3, 'Delete', '[delete]']]);
  const other = variantOf(bench, 'H-1');
  const query =
    'mutation ($p: ID!, $v: [ID!]!) { productVariantsBulkDelete(productId: $p, variantsIds: $v) { userErrors { message } } }';
  execute(bench, query, { p: other?.productId, v: [other?.id] });
  expect(sync(bench).held.count).toBe(0);
  expect(variantOf(bench, 'H-2')).toBeDefined();
  return said(bench, 3);
}

/** Shopify refuses what this mutation asks, with these words of its own. */
const refusing = (mutation: string, message: string): BenchOptions => ({
  answering: (request, answer) =>
    String(request.body).includes(`${mutation}(`) && !('failure' in answer)
      ? {
          ...answer,
          body: answer.body.replace(
            '"userErrors":[]',
            `"userErrors":[{"code":null,"field":null,"message":"${message}"}]`,
          ),
        }
      : answer,
});

function redirected(): string {
  const options = [
    [2, 'Handle', 'sun-hat'],
    [3, 'Handle', 'sun-hat'],
  ] as const;
  const bench = asking(options);
  for (const path of ['hat', 'sun-hat'])
    execute(
      bench,
      'mutation ($r: UrlRedirectInput!) { urlRedirectCreate(urlRedirect: $r) { userErrors { message } } }',
      {
        r: { path: `/products/${path}`, target: '/products/cap' },
      },
    );
  const { run, conflicts } = sync(bench);
  sync(bench, 'resolveConflicts', { run, side: 'sheet', keys: conflicts.shown.map(({ key }) => key) });
  return said(bench, 2);
}

/** The whole list of what people get wrong about the life of a product, and what their row says. */
const CASES: readonly (readonly [string, () => string, string])[] = [
  [
    'reordering with one image gone meanwhile',
    reordered,
    'Updated Image position 3 → 1. / Not synced This image was removed in Shopify, and is not sent again.',
  ],
  [
    'a replacement whose new image fails',
    replaced,
    'Error Shopify could not fetch this image (Image could not be downloaded), so b.jpg was not replaced. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.',
  ],
  [
    'the last variant, beside a row of another',
    lastLeft,
    'Error This is the last variant that the product has in Shopify, which keeps one. To delete the product, type [delete] on each of its rows; or sync the other rows first.',
  ],
  [
    'a product with orders',
    () => answerOf(4, [[4, 'Delete', '[delete]']]),
    'Held Deletion of the product “Cap” is held: it is deleted for good in Shopify; its orders stay, and bundles and collections lose it. Archive it instead in the sidebar? Confirm it in the sidebar, or change the cell.',
  ],
  [
    'a variant in a bundle',
    () =>
      agreed(
        3,
        [[3, 'Delete', '[delete]']],
        refusing('productVariantsBulkDelete', 'Variant belongs to a bundle'),
      ),
    'Error Shopify refused: Variant belongs to a bundle. It stays in Shopify. Take it out of its bundles in Shopify admin, then sync again; or empty the cell.',
  ],
  [
    'a product that Shopify does not delete',
    () =>
      agreed(4, [[4, 'Delete', '[delete]']], refusing('productDelete', 'Product has active subscriptions')),
    'Error Shopify refused: Product has active subscriptions. It stays in Shopify. Take it out of its subscriptions in Shopify admin, then sync again; or sync again and choose Archive instead in the sidebar.',
  ],
  [
    'an option name that exists',
    () => answerOf(2, [[2, 'Option1 Name', 'Color']]),
    'Error Option2 Name “Color” is also Option1 Name. Give each option a name of its own.',
  ],
  [
    'a rename to a taken handle',
    () =>
      answerOf(2, [
        [2, 'Handle', 'cap'],
        [3, 'Handle', 'cap'],
      ]),
    'Changed in both This row was “hat · S / Red” at the last sync and now finds “cap”; nothing was sent to either. Type the handle that the first has now; if the row is meant for the other, clear its Shopify ID and sync again.',
  ],
  [
    'a redirect that exists, at the old address and at the new one',
    redirected,
    'Updated Handle hat → sun-hat. Links to “hat” lead to “sun-hat”: Shopify makes a redirect, or turns the one that is there.',
  ],
  [
    '[delete] in the wrong column',
    () => answerOf(4, [[4, 'Price', '[delete]']]),
    'Error Price says [delete], which belongs in a column named Delete. Type it there; to empty a field, type [clear].',
  ],
  [
    'a percent of an empty price',
    () => answerOf(2, [[2, 'Compare-at price', '+5 %']]),
    'Error Compare-at price is counted from a price, and Shopify has none here. Type the price itself.',
  ],
];

test.each(CASES)('%s is told in a sentence that says what to do', (_, play, sentence) => {
  expect(play()).toBe(sentence);
});

/** 1,204 in full. */
const MANY = sampled(104, 1204);

test('very many deletions at once are counted, can be paged through, and need their number', () => {
  const names = Array.from({ length: MANY }, (_, index) => `p-${index}`);
  const file = (word: string) =>
    csvOf([['Handle', 'Title', 'Delete'], ...names.map((name) => [name, name, word])]);
  const bench = openWorkbench();
  bench.sync({ Products: file('') });
  expect(bench.store.dump().products).toHaveLength(MANY);
  bench.paste({ Products: file('[delete]') });
  const { run, held } = sync(bench);
  expect(held.count).toBe(MANY);
  expect(held.shown[0]).toMatchObject({ change: 'Deletion of the product “p-0”', deletes: 'product' });
  const keys = [...held.shown.map(({ key }) => key), ...held.more];
  expect(keys).toHaveLength(MANY);
  expect(bench.call('confirmHeld', { run, keys, count: 12 })).toMatchObject({
    ok: false,
    problem: { message: `${MANY} items would be deleted, and nobody typed that number.` },
  });
  expect(bench.store.dump().products).toHaveLength(MANY);
  sync(bench, 'confirmHeld', { run, keys, count: MANY });
  expect(bench.store.dump().products).toHaveLength(0);
});
