import fc from 'fast-check';
import { nameKey, plainName } from '../../../src/catalog/values/plain-name';
import { sampled } from '../../support/sampled';
import { openShop, type Tabs } from './shop-and-sheet';

const HEADER = [
  'Handle',
  'Title',
  'Vendor',
  'Type',
  'Tags',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Inventory tracker',
];
const ROWS = [
  [
    'crème-mug',
    'Mug',
    'Les Amis',
    'Big mugs',
    'à la carte, new',
    'Size',
    'Extra large',
    'MÜ 1',
    '10.00',
    'shopify',
  ],
  ['crème-mug', '', '', '', '', '', 'Small é', 'MÜ 2', '9.00', 'shopify'],
];
const PRICES = [
  ['MÜ 1', '200.00'],
  ['MÜ 2', '190.00'],
];
const STOCK = [['MÜ 1', 'Shop location', '4']];
/** Title and numbers are no names. */
const NAMES = [0, 2, 3, 4, 5, 6, 7];

const sheet = (change: (text: string, row: number, column: number) => string = (text) => text): Tabs => ({
  Products: [
    HEADER,
    ...ROWS.map((cells, row) =>
      cells.map((text, column) => (NAMES.includes(column) && text ? change(text, row, column) : text)),
    ),
  ],
  Prices: [
    ['SKU', 'Compare-at price'],
    ...PRICES.map(([sku = '', price = ''], row) => [change(sku, 10 + row, 0), price]),
  ],
  Stock: [
    ['SKU', 'Location', 'Available'],
    ...STOCK.map(([sku = '', place = '', count = '']) => [change(sku, 20, 0), change(place, 20, 1), count]),
  ],
});

const INVISIBLE = ['\u200b', '\u00ad', '\ufeff', '\u200e', '\u2060', '\u200d'];
const decoration = fc.record({
  hidden: fc.constantFrom(...INVISIBLE, ''),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  blank: fc.constantFrom(' ', '\u00a0', '  ', ' \u202f'),
  form: fc.constantFrom<'NFC' | 'NFD'>('NFC', 'NFD'),
  around: fc.constantFrom('', ' ', '\u00a0', '\u200b'),
});
type Decoration = typeof decoration extends fc.Arbitrary<infer Value> ? Value : never;

function decorate(text: string, { hidden, at, blank, form, around }: Decoration): string {
  const letters = [...text.replace(/ /g, blank)];
  letters.splice(Math.floor(at * letters.length), 0, hidden);
  return around + letters.join('').normalize(form) + around;
}

test('any decoration of a synced sheet with what nobody sees creates and changes nothing', () => {
  const shop = openShop();
  shop.sync(sheet());
  fc.assert(
    fc.property(fc.array(decoration, { minLength: 1, maxLength: 7 }), (decorations) => {
      const decorated = sheet((text, row, column) =>
        decorate(text, decorations[(row * 3 + column) % decorations.length] as Decoration),
      );
      const { actions, held, conflicts, outcomes } = shop.plan(decorated);
      expect({ actions, held, conflicts }).toEqual({ actions: [], held: [], conflicts: [] });
      expect(outcomes.filter(({ status }) => status !== 'unchanged')).toEqual([]);
    }),
    { numRuns: sampled(15, 400) },
  );
});

test('a sheet is new only once, whatever it is decorated with', () => {
  const shop = openShop();
  const decorated = sheet((text) => `\u200b${text.replace(/ /g, '\u00a0').normalize('NFD')}`);
  shop.sync(decorated);
  expect(shop.plan(sheet()).actions).toEqual([]);
  const [product] = shop.embedded.dump().products;
  expect(product?.variants.map(({ sku }) => sku)).toEqual(['MÜ 1', 'MÜ 2']);
});

test('what Shopify has is found though it is written there with what nobody sees', () => {
  const shop = openShop();
  shop.execute(
    `mutation ($input: ProductSetInput!) { productSet(synchronous: true, input: $input) { product { id } userErrors { message } } }`,
    {
      input: {
        handle: 'tee',
        title: 'Tee',
        tags: ['summer\u00a0sale'],
        productOptions: [
          { name: 'Col\u200bor', values: [{ name: 'Dark\u00a0red' }] },
          { name: 'Size', values: [{ name: 'S' }] },
        ],
        variants: [
          {
            price: '10',
            optionValues: [
              { optionName: 'Col\u200bor', name: 'Dark\u00a0red' },
              { optionName: 'Size', name: 'S' },
            ],
          },
        ],
      },
    },
  );
  const tabs: Tabs = {
    Products: [
      ['Handle', 'Title', 'Tags', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value'],
      ['tee', 'Tee', 'Summer sale', 'Color', 'Dark red', 'Size', 'S'],
      ['tee', '', '', '', 'dark red', '', 'L'],
    ],
  };
  const said = shop.sync(tabs);
  expect(said['Products:2']).toBe('unchanged');
  expect(said['Products:3']).toMatch(/^created/);
  const values = shop.product('tee').variants.map(({ options }) => Object.values(options)[0]);
  expect(new Set(values)).toEqual(new Set(['Dark\u00a0red']));
});

test('a difference that looks like none is shown by the name of the character', () => {
  const shop = openShop();
  const tabs = (title: string): Tabs => ({
    Products: [
      ['Handle', 'Title'],
      ['hat', title],
    ],
  });
  shop.sync(tabs('Red hat'));
  expect(shop.preview(tabs('Red\u00a0hat'))['Products:2']).toBe(
    'updated Title Red hat → Red[no-break space]hat.',
  );
  expect(shop.preview(tabs('Red  hat'))['Products:2']).toBe('updated Title Red hat → Red[2 blanks]hat.');
});

test('one normal form: equal for what looks equal, and it stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), decoration, (text, how) => {
      const plain = plainName(text);
      expect(plainName(plain)).toBe(plain);
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      if (!/^\s|\s$/.test(text))
        expect(nameKey(decorate(plain, { ...how, form: 'NFC' }))).toBe(nameKey(plain));
    }),
  );
});
