import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const ONE = 'https://example.com/one.jpg';
const TWO = 'https://example.com/two.jpg';
const HOUR_MS = 3_600_000;

interface Kind {
  /** Further cells of the row, and of one below it. */
  readonly cells: Readonly<Record<string, string>>;
  readonly below?: Readonly<Record<string, string>>;
  /** What the row said before, where that was something else. */
  readonly before?: Readonly<Record<string, string>>;
  /** The product is made in Shopify and was never synced. */
  readonly isUnknown?: true;
  readonly happens?: (bench: Workbench) => void;
  readonly says: RegExp;
}

const item = ({ store }: Workbench) => store.dump().products[0];
const UPDATE =
  'mutation ($product: ProductUpdateInput!, $media: [CreateMediaInput!]) { productUpdate(product: $product, media: $media) { userErrors { message } } }';
const FILE =
  'mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }';
const MOVE =
  'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { userErrors { message } } }';

const update = (bench: Workbench, fields: object) =>
  inAdmin(bench, UPDATE, { product: { id: item(bench)?.id, ...fields } });

function imagesOf(bench: Workbench): string[] {
  const query = 'query ($id: ID!) { product(id: $id) { media(first: 5) { nodes { id } } } }';
  const data = inAdmin<{ product: { media: { nodes: { id: string }[] } } }>(bench, query, {
    id: item(bench)?.id,
  });
  return data.product.media.nodes.map(({ id }) => id);
}

const KINDS: Readonly<Record<string, Kind>> = {
  'an alt text that Shopify has otherwise': {
    cells: { 'Image Src': ONE, 'Image Alt Text': 'mine' },
    happens: (bench) => inAdmin(bench, FILE, { files: [{ id: imagesOf(bench)[0], alt: 'theirs' }] }),
    says: /Image alt text: Shopify has theirs, the sheet mine\./,
  },
  'an image that was removed in Shopify': {
    cells: { 'Image Src': ONE },
    happens: (bench) =>
      inAdmin(bench, FILE, { files: [{ id: imagesOf(bench)[0], referencesToRemove: [item(bench)?.id] }] }),
    says: /This image was removed in Shopify, and is not sent again\./,
  },
  'an image beside others that were never compared': {
    isUnknown: true,
    cells: { 'Image Src': ONE },
    says: /The image was left alone/,
  },
  'a variant image beside others that were never compared': {
    isUnknown: true,
    cells: { 'Variant Image': ONE },
    says: /The variant image was left alone/,
  },
  'an order of images that Shopify has otherwise': {
    cells: { 'Image Src': ONE, 'Image Position': '1' },
    below: { 'Image Src': TWO, 'Image Position': '2' },
    happens: (bench) => {
      inAdmin(bench, MOVE, { id: item(bench)?.id, moves: [{ id: imagesOf(bench)[1], newPosition: '0' }] });
      bench.clock.advance(HOUR_MS);
    },
    says: /Image position: Shopify has 2, the sheet 1\./,
  },
  'a quantity that Shopify does not track': {
    cells: { 'Inventory tracker': '', Available: '5' },
    says: /Shopify does not track this item/,
  },
  'a category that Shopify does not have': {
    cells: { 'Product Category': 'No such > Thing' },
    says: /is not in Shopify's product taxonomy/,
  },
  'a field that changed in Shopify': {
    cells: { Vendor: 'mine' },
    happens: (bench) => update(bench, { vendor: 'theirs' }),
    says: /Vendor: Shopify has theirs, the sheet mine\./,
  },
  'tags of others': {
    cells: { Tags: 'mine' },
    happens: (bench) => update(bench, { tags: ['mine', 'theirs'] }),
    says: /Tags: Shopify has mine, theirs, the sheet mine\./,
  },
  'an option value in other letters': {
    before: { 'Option1 Name': 'Size', 'Option1 Value': 'S' },
    cells: { 'Option1 Name': 'Size', 'Option1 Value': 's' },
    says: /Option values: Shopify has S, the sheet s\./,
  },
  'a place that Shopify still stocks': {
    before: { 'Inventory tracker': 'shopify', Available: '5' },
    cells: { 'Inventory tracker': 'shopify', Available: 'not stocked' },
    says: /It is still stocked at/,
  },
  'a gift card, which is so from the beginning': {
    before: { 'Gift Card': '' },
    cells: { 'Gift Card': 'TRUE' },
    says: /Gift Card: Shopify has FALSE, the sheet TRUE\./,
  },
  'a handle that Shopify has otherwise': {
    cells: {},
    happens: (bench) => update(bench, { handle: 'new', redirectNewHandle: false }),
    says: /Handle: Shopify has new, the sheet a\./,
  },
};

function tableOf({ cells, below, before = cells }: Kind, price: string, isBefore = false): string {
  const keys = [...new Set([...Object.keys(cells), ...Object.keys(before), ...Object.keys(below ?? {})])];
  const own = (row: Readonly<Record<string, string>>) => keys.map((key) => row[key] ?? '');
  return csvOf([
    ['Handle', 'Title', 'Price', ...keys],
    ['a', 'A', price, ...own(isBefore ? before : cells)],
    ...(below ? [['a', '', '', ...own(below)]] : []),
  ]);
}

function begin(kind: Kind): Workbench {
  const bench = openWorkbench({ store: { searchLagMs: 0 } });
  bench.sync({ Products: tableOf(kind.isUnknown ? { cells: {}, says: / / } : kind, '10', true) }, '--hold');
  bench.clock.advance(HOUR_MS);
  if (!kind.isUnknown) {
    bench.sync({ Products: tableOf(kind, '10', true) }, '--hold');
    kind.happens?.(bench);
    return bench;
  }
  const media = [{ originalSource: TWO, mediaContentType: 'IMAGE' }];
  inAdmin(bench, UPDATE, { product: { id: item(bench)?.id }, media });
  bench.clock.advance(HOUR_MS);
  // Another spreadsheet, which knows nothing of it.
  return openWorkbench({
    saved: JSON.stringify({
      ...JSON.parse(openWorkbench().save()),
      nowMs: bench.clock.now(),
      store: bench.store.save(),
    }),
  });
}

describe('What is left alone stays said, whatever comes in between, until somebody edits it', () => {
  test.each(sampleOf(Object.entries(KINDS), 8))('%s', (_, kind) => {
    const bench = begin(kind);
    const said = (price: string, ...args: string[]) =>
      saidOf(bench.sync({ Products: tableOf(kind, price) }, '--hold', ...args))['Products:2'];
    const future = (text = '') => text.replace('will be left', 'was left');
    for (const args of [['--preview'], [], ['--preview'], []])
      expect(future(said('10', ...args))).toMatch(kind.says);
    // The price alone, and then a run that compares nothing.
    said('11', '--only', 'prices');
    expect(said('11')).toMatch(kind.says);
    expect(said('11')).toMatch(kind.says);
  });
});
