import { csvOf, TWO_OPTIONS } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const BLACK = 'gid://shopify/Metaobject/1';
const WHITE = 'gid://shopify/Metaobject/2';

const SET = `mutation ($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
  product { id } userErrors { field message } } }`;

const ROWS = [
  ['shirt', 'Shirt', 'Color', 'Black', 'Size', 'S', 'B-S', '5.00'],
  ['shirt', '', '', 'White', '', 'S', 'W-S', '5.00'],
];

/** A shirt whose Color takes its values from its category, and whose rows are in step. */
function shop(): Workbench {
  const bench = openWorkbench();
  const { state } = bench.store;
  for (const [id, displayName] of [
    [BLACK, 'Black'],
    [WHITE, 'White'],
  ] as const)
    state.metaobjects.put({
      id,
      type: 'shopify--color-pattern',
      handle: displayName.toLowerCase(),
      displayName,
    });
  inAdmin(
    bench,
    `mutation ($definition: MetafieldDefinitionInput!) {
      metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { message } } }`,
    {
      definition: {
        ...{ namespace: 'shopify', key: 'color-pattern', name: 'Color', ownerType: 'PRODUCT' },
        type: 'list.metaobject_reference',
        validations: [{ name: 'metaobject_definition_id', value: 'gid://shopify/MetaobjectDefinition/1' }],
      },
    },
  );
  inAdmin(bench, SET, {
    input: {
      ...{ title: 'Shirt', handle: 'shirt', status: 'ACTIVE' },
      productOptions: [
        {
          name: 'Color',
          linkedMetafield: { namespace: 'shopify', key: 'color-pattern', values: [BLACK, WHITE] },
        },
        { name: 'Size', values: [{ name: 'S' }] },
      ],
      variants: [
        [BLACK, 'B-S'],
        [WHITE, 'W-S'],
      ].map(([linkedMetafieldValue, sku]) => ({
        optionValues: [
          { optionName: 'Color', linkedMetafieldValue },
          { optionName: 'Size', name: 'S' },
        ],
        sku,
        price: '5.00',
      })),
    },
  });
  bench.clock.advance(600_000);
  bench.store.searchIndex.catchUp();
  const first = saidOf(bench.sync({ Products: csvOf([TWO_OPTIONS, ...ROWS]) }));
  expect(first).toEqual({ 'Products:2': 'unchanged', 'Products:3': 'unchanged' });
  return bench;
}

/** Options, values and variants, as Shopify has them. */
const all = ({ store }: Workbench) =>
  JSON.stringify([
    store.state.products.all().map(({ options }) => options),
    store.state.variants.all().map(({ id, price, ...rest }) => rest),
  ]);

const edited = (row: number, column: number, text: string) =>
  ROWS.map((cells, at) => cells.map((cell, index) => (at === row && index === column ? text : cell)));

const OPTIONS =
  'error Shopify takes the values of Color from a metafield, so its options are not changed from a sheet. Change them in Shopify admin.';

interface Case {
  readonly header?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By their rows; the others are up to date, but for the price. */
  readonly said: Readonly<Record<number, string>>;
}

const REFUSED: Readonly<Record<string, Case>> = {
  'another value': {
    rows: edited(1, 3, 'Ivory'),
    said: {
      3: 'error Shopify takes the values of Color from a metafield, so “White” is not renamed from a sheet. Rename that entry in Shopify admin, or type “White” again.',
    },
  },
  'another name': { rows: edited(0, 2, 'Colour'), said: { 2: OPTIONS, 3: OPTIONS } },
  'another place': {
    rows: ROWS.map(([handle = '', title = '', name1 = '', value1 = '', name2 = '', value2 = '', ...rest]) => [
      ...[handle, title, name2, value2, name1, value1, ...rest],
    ]),
    said: { 2: OPTIONS, 3: OPTIONS },
  },
  'its values in another order': {
    header: [...TWO_OPTIONS, 'Option1 Value Order'],
    rows: ROWS.map((cells, at) => [...cells, at === 0 ? 'White, Black' : '']),
    said: {
      2: 'error Option1 Value Order: Shopify takes the values of Color from a metafield, so they are not put in order from a sheet. Do it in Shopify admin.',
    },
  },
  'a variant of a value that it does not have': {
    rows: [...ROWS, ['shirt', '', '', 'Red', '', 'S', 'R-S', '7.00']],
    said: {
      4: 'error Shopify takes the values of Color from a metafield, and “Red” is none of them. Add this variant in Shopify admin, then sync again: its row is found by its values.',
    },
  },
};

describe('an option that takes its values from the category of its product', () => {
  test.each(Object.entries(REFUSED))(
    'has %s refused, before anything is sent',
    (_, { header = TWO_OPTIONS, rows, said }) => {
      for (const args of [['--preview'], [], []]) {
        const bench = shop();
        const before = all(bench);
        const told = saidOf(bench.sync({ Products: csvOf([header, ...rows]) }, ...args));
        const expected = rows.map((_row, at) => [`Products:${at + 2}`, said[at + 2] ?? 'unchanged']);
        expect(told).toEqual(Object.fromEntries(expected));
        expect(all(bench)).toBe(before);
      }
    },
  );

  test('takes a variant of a value that it has, which changes nothing of the metafield', () => {
    const bench = shop();
    const [options] = JSON.parse(all(bench)) as [[{ id: string; values: object[] }[]]];
    const sheet = {
      Products: csvOf([TWO_OPTIONS, ...ROWS, ['shirt', '', '', 'Black', '', 'M', 'B-M', '7.00']]),
    };
    expect(saidOf(bench.sync(sheet, '--preview'))['Products:4']).toBe('created');
    expect(saidOf(bench.sync(sheet))['Products:4']).toBe('created');
    const [after] = JSON.parse(all(bench)) as typeof options extends infer One ? [One] : never;
    expect(after[0]?.[0]).toEqual(options[0]?.[0]);
    expect(saidOf(bench.sync(sheet))['Products:4']).toMatch(/^(unchanged|not-compared)/);
  });

  test('is known of a product that was never synced too', () => {
    const { store } = shop();
    const bench = openWorkbench({ store: { saved: store.save() } });
    const sheet = {
      Products: csvOf([TWO_OPTIONS, ...ROWS, ['shirt', '', '', 'Red', '', 'S', 'R-S', '7.00']]),
    };
    const preview = saidOf(bench.sync(sheet, '--preview'));
    expect(preview['Products:4']).toMatch(/“Red” is none of them/);
    expect(saidOf(bench.sync(sheet))).toEqual(preview);
  });
});
