import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

type Table = readonly (readonly string[])[];
type Sheet = Readonly<Record<string, Table>>;

const SET_SKU = `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
}`;

const OPTION = ['Option1 Name', 'Option1 Value'];
const productsTab = (sku: string, column: string, value: string): Table => [
  ['Handle', 'Title', ...OPTION, 'SKU', column],
  ['a', 'A', 'Size', 'S', sku, value],
  ['a', '', '', 'M', 'S2', ''],
];
const smallTab = (names: Readonly<Record<string, string>>, column: string, value: string): Table => [
  [...Object.keys(names), column],
  [...Object.values(names), value],
];

/** Two rows that name one variant, with the SKUs that they say and the price of the first. */
const FORMS: Readonly<Record<string, (skus: readonly [string, string], price: string, id: string) => Sheet>> =
  {
    'one tab by SKU': ([one, other], price) => ({
      One: [
        ['SKU', 'Price', 'Vendor code'],
        [one, price, ''],
        [other, '', 'x'],
      ],
    }),
    'one tab by SKU and place': ([one, other], price) => ({
      One: [
        ['SKU', 'Location', 'Price', 'Available'],
        [one, 'Shop', price, '4'],
        [other, 'Depot', '', '5'],
      ],
    }),
    'one tab by Variant ID and place': ([one, other], price, id) => ({
      One: [
        ['Variant ID', 'SKU', 'Location', 'Price', 'Available'],
        [id, one, 'Shop', price, '4'],
        [id, other, 'Depot', '', '5'],
      ],
    }),
    'two tabs by SKU': ([one, other], price) => ({
      One: smallTab({ SKU: one }, 'Price', price),
      Two: smallTab({ SKU: other, Location: 'Shop' }, 'Available', '4'),
    }),
    'two tabs by handle and option': ([one, other], price) => ({
      One: productsTab(one, 'Price', price),
      Two: productsTab(other, 'Barcode', ''),
    }),
    'by handle and option, and by SKU': ([one, other], price) => ({
      One: productsTab(one, 'Price', price),
      Two: smallTab({ SKU: other, Location: 'Shop' }, 'Available', '4'),
    }),
    'by SKU, and by handle and option': ([one, other], price) => ({
      One: smallTab({ SKU: one }, 'Price', price),
      Two: productsTab(other, 'Barcode', ''),
    }),
  };

function sync(bench: Workbench, sheet: Sheet, ...args: string[]): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(sheet).map(([name, rows]) => [name, csvOf(rows)]));
  return saidOf(bench.sync(texts, '--hold', ...args));
}

const variantsIn = ({ store }: Workbench) => store.dump().products.flatMap(({ variants }) => variants);

function setSku(bench: Workbench, sku: string): void {
  const [product] = bench.store.dump().products;
  const variants = [{ id: product?.variants[0]?.id, inventoryItem: { sku } }];
  inAdmin(bench, SET_SKU, { product: product?.id, variants });
}

/** What to type, and where. */
const TOLD =
  /Type “S1b?” (here|there) too|“S1” (?:is|becomes) .*S1b.*Type that here|Type “S1” again|SKU: Shopify has S1b, the sheet S1/;

const WHO = { first: ['S1b', 'S1'], second: ['S1', 'S1b'] } as const;
const CASES = Object.keys(FORMS).flatMap((form) =>
  (['first', 'second'] as const).flatMap((who) =>
    (['in Shopify', 'in one row'] as const).map((where) => ({ form, who, where })),
  ),
);

function begun(form: (typeof FORMS)[string]): { readonly id: string; readonly saved: string } {
  const bench = openWorkbench({ store: { searchLagMs: 0, locations: ['Shop', 'Depot'] } });
  sync(bench, {
    All: [
      ['Handle', 'Title', ...OPTION, 'SKU', 'Price', 'Status', 'Inventory tracker'],
      ['a', 'A', 'Size', 'S', 'S1', '10', 'active', 'shopify'],
      ['a', '', '', 'M', 'S2', '5', '', 'shopify'],
    ],
  });
  const id = variantsIn(bench)[0]?.id.replace(/.*\//, '') ?? '';
  sync(bench, form(['S1', 'S1'], '10', id));
  return { id, saved: bench.save() };
}

const started = new Map<string, ReturnType<typeof begun>>();

test.each(sampleOf(CASES, 11))(
  'a SKU is renamed $where, and of two rows, $form, the $who follows: no error, it is said what to type, and following heals it',
  ({ form: name, who, where }) => {
    const form = FORMS[name] as (typeof FORMS)[string];
    const { id, saved } = started.get(name) ?? begun(form);
    started.set(name, { id, saved });
    const bench = openWorkbench({ saved });
    if (where === 'in Shopify') setSku(bench, 'S1b');
    for (const args of [['--preview'], [], ['--preview']]) {
      const words = Object.values(sync(bench, form(WHO[who], '10', id), ...args)).join('\n');
      expect(words).not.toContain('error');
      if (args.length > 0) expect(words).toMatch(TOLD);
    }
    expect(variantsIn(bench)).toHaveLength(2);
    // In a tab by SKU nothing is renamed; there it is done in Shopify, as the row says.
    const renames = Object.values(form(['', ''], '', id)).some(
      ([header = []]) => header.includes('Title') || header.includes('Variant ID'),
    );
    if (!renames) setSku(bench, 'S1b');
    const healed = Object.values(sync(bench, form(['S1b', 'S1b'], '12', id))).join('\n');
    expect(healed).not.toMatch(/error|conflict|skipped/);
    expect(variantsIn(bench).map(({ sku, price }) => `${sku} ${price}`)).toEqual(['S1b 12.00', 'S2 5.00']);
  },
);
