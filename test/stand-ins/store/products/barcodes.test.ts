import { type OpenStore, openStore, setProduct } from '../open-store';

const READ = `{ productVariants(first: 9) { nodes { id barcode barcodes(first: 20) { nodes { value type } } } } }`;
const bulk = (name: string) => `mutation ($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  ${name}(productId: $productId, variants: $variants) {
    productVariants { id barcode barcodes(first: 20) { nodes { value type } } } userErrors { field message code } } }`;

const mug = (variant: Record<string, unknown>) => ({
  title: 'Mug',
  handle: 'mug',
  productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
  variants: [{ optionValues: [{ optionName: 'Title', name: 'Default Title' }], ...variant }],
});

const THREE = [
  { value: '5901234123457', type: 'EAN' },
  { value: 'own-2' },
  { value: '036000291452', type: 'UPC' },
];

function openMug(barcodes: readonly unknown[] = THREE): OpenStore & {
  productId: string;
  update(input: Record<string, unknown>): { userErrors: { code: string; field: string[] }[] };
  standing(): { barcode: string | null; values: string[]; types: (string | null)[] };
} {
  const open = openStore();
  const { product } = open.ask(setProduct, { input: mug({ barcodes }), synchronous: true });
  const [{ id }] = product.variants.nodes;
  return {
    ...open,
    productId: product.id,
    update: (input) =>
      open.ask(bulk('productVariantsBulkUpdate'), { productId: product.id, variants: [{ id, ...input }] }),
    standing() {
      const { barcode, barcodes: found } = open.ask(READ).nodes[0];
      const nodes: { value: string; type: string | null }[] = found.nodes;
      return { barcode, values: nodes.map(({ value }) => value), types: nodes.map(({ type }) => type) };
    },
  };
}

describe('several barcodes of a variant', () => {
  test('are answered in their order with their types, and the first is what barcode says', () => {
    expect(openMug().standing()).toEqual({
      barcode: '5901234123457',
      values: ['5901234123457', 'own-2', '036000291452'],
      types: ['EAN', null, 'UPC'],
    });
  });

  test('are all replaced by a list', () => {
    const open = openMug();
    expect(open.update({ barcodes: [{ value: 'new' }, { value: 'own-2' }] }).userErrors).toEqual([]);
    expect(open.standing().values).toEqual(['new', 'own-2']);
    open.update({ barcodes: [] });
    expect(open.standing()).toEqual({ barcode: null, values: [], types: [] });
  });

  test('are lost by a write of the old barcode, and by nothing else', () => {
    const open = openMug();
    open.update({ price: '5', inventoryItem: { sku: 'M' } });
    expect(open.standing().values).toHaveLength(3);
    open.update({ barcode: '222' });
    expect(open.standing()).toEqual({ barcode: '222', values: ['222'], types: [null] });
  });

  test('stay where productSet names no barcode, and are lost where it names the old one', () => {
    const open = openMug();
    const set = (variant: Record<string, unknown>) =>
      open.ask(setProduct, { input: { ...mug(variant) }, identifier: { handle: 'mug' }, synchronous: true });
    expect(set({ price: '5' }).userErrors).toEqual([]);
    expect(open.standing().values).toHaveLength(3);
    set({ barcode: '222' });
    expect(open.standing().values).toEqual(['222']);
  });

  test('come with new variants too', () => {
    const open = openStore();
    const { product } = open.ask(setProduct, {
      input: {
        ...mug({}),
        productOptions: [{ name: 'Size', values: [{ name: 'S' }] }],
        variants: [{ optionValues: [{ optionName: 'Size', name: 'S' }] }],
      },
      synchronous: true,
    });
    const variants = [
      { optionValues: [{ optionName: 'Size', name: 'M' }], barcodes: [{ value: 'a' }, { value: 'b' }] },
    ];
    const created = open.ask(bulk('productVariantsBulkCreate'), { productId: product.id, variants });
    expect(created.productVariants[0].barcodes.nodes.map(({ value }: { value: string }) => value)).toEqual([
      'a',
      'b',
    ]);
  });

  test('are found by search, whichever is asked for', () => {
    const open = openMug();
    open.store.searchIndex.catchUp();
    const found = (value: string) =>
      open.ask(`{ productVariants(first: 1, query: "barcode:${value}") { nodes { id } } }`).nodes.length;
    expect([found('5901234123457'), found('036000291452'), found('nothing')]).toEqual([1, 1, 0]);
  });

  test.each([
    ['both', { barcode: '1', barcodes: [{ value: '2' }] }, 'INCOMPATIBLE_BARCODE_FIELDS'],
    [
      '21',
      { barcodes: Array.from({ length: 21 }, (_, index) => ({ value: `b${index}` })) },
      'TOO_MANY_BARCODES',
    ],
    ['one twice', { barcodes: [{ value: '1' }, { value: '1' }] }, 'DUPLICATE_BARCODE_VALUE'],
    ['a blank one', { barcodes: [{ value: ' ' }] }, 'BLANK_BARCODE_VALUE'],
    ['a long one', { barcodes: [{ value: 'x'.repeat(256) }] }, 'BARCODE_VALUE_TOO_LONG'],
    [
      'letters in an EAN',
      { barcodes: [{ value: '59012341234AB', type: 'EAN' }] },
      'INVALID_BARCODE_CHARACTERS',
    ],
    ['a short EAN', { barcodes: [{ value: '590', type: 'EAN' }] }, 'INVALID_BARCODE_LENGTH'],
    [
      'an ISBN of no book',
      { barcodes: [{ value: '5901234123457', type: 'ISBN' }] },
      'INVALID_BARCODE_PREFIX',
    ],
    [
      'a wrong check digit',
      { barcodes: [{ value: '5901234123450', type: 'EAN' }] },
      'BARCODE_CHECKSUM_VALIDATION_FAILED',
    ],
  ])('refuse %s and stay as they are', (_what, input, code) => {
    const open = openMug();
    expect(open.update(input).userErrors.map((error) => error.code)).toEqual([code]);
    expect(open.standing().values).toHaveLength(3);
  });

  test('take 20, and valid codes of each type', () => {
    const open = openMug(Array.from({ length: 20 }, (_, index) => ({ value: `b${index}` })));
    expect(open.standing().values).toHaveLength(20);
    const typed = [
      { value: '9780306406157', type: 'ISBN' },
      { value: '0306406152', type: 'ISBN' },
      { value: '96385074', type: 'EAN' },
      { value: '10012345000017', type: 'GTIN' },
      { value: 'B00EXAMPLE', type: 'ASIN' },
    ];
    expect(open.update({ barcodes: typed }).userErrors).toEqual([]);
    expect(open.standing().types).toEqual(['ISBN', 'ISBN', 'EAN', 'GTIN', 'ASIN']);
  });

  test('are one in a state that was saved before there were several', () => {
    const { store } = openMug([{ value: '111' }]);
    const saved = JSON.parse(JSON.stringify(store.save()));
    for (const variant of saved.tables.variants) {
      variant.barcode = variant.barcodes[0].value;
      delete variant.barcodes;
    }
    expect(openStore({ saved }).ask(READ).nodes[0]).toMatchObject({
      barcode: '111',
      barcodes: { nodes: [{ value: '111', type: null }] },
    });
  });
});

test('a shop has no rollouts until a merchant makes one, and an app needs a scope to look', () => {
  const { store } = openStore();
  const query =
    '{ rollouts(first: 5) { nodes { id name status schedule { activateAt } } } rollout(id: "gid://shopify/Rollout/1") { id } }';
  const ask = (accessScopes: string[]) => store.execute({ query }, { accessScopes });
  expect(ask(['read_rollouts']).data).toEqual({ rollouts: { nodes: [] }, rollout: null });
  expect(ask(['read_products']).errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
});
