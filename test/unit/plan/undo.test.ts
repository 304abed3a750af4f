import fc from 'fast-check';
import { sampled } from '../../support/sampled';
import { openShop, type Tabs } from './shop-and-sheet';

const IMAGE = 'https://images.example.com';
const HEADER = [
  'Handle,Title,Body (HTML),Vendor,Tags,Status,Published,SEO Title,Option1 Name,Option1 Value,SKU,Barcode,Price',
  'Compare-at price,Cost per item,Variant Grams,Inventory tracker,Inventory quantity,Image Src,Image Alt Text',
]
  .join(',')
  .split(',');

type Cells = Readonly<Record<string, string>>;

const tab = (...rows: readonly Cells[]): Tabs => ({
  Products: [HEADER, ...rows.map((cells) => HEADER.map((header) => cells[header] ?? ''))],
});
const HAT: Cells = {
  Handle: 'hat',
  Title: 'Hat',
  Tags: 'a, b',
  SKU: 'H-1',
  Price: '5.00',
  'Inventory tracker': 'shopify',
  'Inventory quantity': '3',
  'Image Src': `${IMAGE}/hat.jpg`,
  'Image Alt Text': 'A hat',
};
const hat = (cells: Cells = {}): Tabs => tab({ ...HAT, ...cells });
const TOP_HAT: Cells = {
  Title: 'Top hat',
  Tags: 'b, c',
  Price: '6.00',
  'Inventory quantity': '7',
  'Image Alt Text': 'A top hat',
};

function syncedTwice(after: Cells) {
  const shop = openShop();
  shop.sync(hat());
  const before = shop.embedded.dump();
  shop.sync(hat(after));
  return { shop, before };
}

describe('undoing a run', () => {
  test('gives back fields, tags, prices, stock and alt texts, and says so on the row', () => {
    const { shop, before } = syncedTwice(TOP_HAT);
    const said = shop.undo(hat(TOP_HAT), 2)['Products:2'];
    expect(said).toBe(
      'skipped Undone: Title Top hat → Hat. Undone: Tags added: a. Undone: Tags removed: c. Undone: Image alt text A top hat → A hat. Undone: Price 6.00 → 5.00. Undone: Inventory quantity · Shop location 7 → 3. Edit the cell to send it again.',
    );
    expect(said).toMatch(/^skipped /);
    expect(shop.embedded.dump()).toEqual(before);
  });

  test('holds what was undone until its cell is edited', () => {
    const { shop, before } = syncedTwice(TOP_HAT);
    shop.undo(hat(TOP_HAT), 2);
    const again = shop.sync(hat(TOP_HAT));
    expect(again['Products:2']).toMatch(
      /^skipped Undone: Title Top hat → Hat, .* Edit the cell to send it again\.$/,
    );
    expect(shop.embedded.dump()).toEqual(before);
    const edited = { ...TOP_HAT, Price: '5.50' };
    expect(shop.sync(hat(edited))['Products:2']).toMatch(/^skipped Undone: Title .*Price 5\.00 → 5\.50\.$/);
    expect(shop.variant('hat')).toMatchObject({ price: '5.50' });
    expect(shop.product('hat').title).toBe('Hat');
  });

  test('is over for a cell that goes back to what Shopify has', () => {
    const { shop } = syncedTwice({ Price: '6.00' });
    shop.undo(hat({ Price: '6.00' }), 2);
    expect(shop.sync(hat())).toEqual({ 'Products:2': 'unchanged' });
    expect(shop.sync(hat({ Price: '6.00' }))).toEqual({ 'Products:2': 'updated Price 5.00 → 6.00.' });
    expect(shop.sync(hat({ Price: '6.00' }))).toEqual({ 'Products:2': 'unchanged' });
  });

  test('holds nothing where the sheet has the old value already', () => {
    const { shop } = syncedTwice({ Price: '6.00' });
    expect(shop.undo(hat(), 2)).toEqual({ 'Products:2': 'updated Undone: Price 6.00 → 5.00.' });
    expect(shop.sync(hat())).toEqual({ 'Products:2': 'unchanged' });
  });

  test('leaves alone what somebody changed since, and says so', () => {
    const { shop } = syncedTwice({ Title: 'Top hat', Price: '6.00' });
    shop.execute(
      `mutation ($id: ID!) { productUpdate(product: { id: $id, title: "Cylinder" }) { userErrors { message } } }`,
      { id: shop.product('hat').id },
    );
    expect(shop.undo(hat({ Title: 'Top hat', Price: '6.00' }), 2)['Products:2']).toMatch(
      /^skipped Title: Shopify has Cylinder, no longer the Top hat of run 2, so it was left alone\. Undone: Price/,
    );
    expect(shop.product('hat').title).toBe('Cylinder');
    expect(shop.variant('hat')).toMatchObject({ price: '5.00' });
  });

  test('goes on saying what it left alone, for as long as sheet and Shopify differ', () => {
    const { shop } = syncedTwice({ Title: 'Top hat' });
    const rename = (title: string) =>
      shop.execute(
        'mutation ($id: ID!, $title: String!) { productUpdate(product: { id: $id, title: $title }) { userErrors { message } } }',
        { id: shop.product('hat').id, title },
      );
    rename('Cylinder');
    const said = () => shop.sync(hat({ Title: 'Top hat' }))['Products:2'];
    shop.undo(hat({ Title: 'Top hat' }), 2);
    for (const _ of ['at once', 'later'])
      expect(said()).toBe('differs Title: Shopify has Cylinder, the sheet Top hat.');
    rename('Bowler');
    expect(said()).toBe('differs Title: Shopify has Bowler, the sheet Top hat.');
    rename('Top hat');
    expect(said()).toBe('unchanged');
    rename('Cylinder');
    const edited = () => shop.sync(hat({ Title: 'Cap' }))['Products:2'];
    expect(edited()).toMatch(/^conflict Title: you changed it to Cap and it became Cylinder in Shopify/);
  });

  test('goes on saying so of stock that was sold meanwhile', () => {
    const header = ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'];
    const cap = (quantity: string): Tabs => ({
      Products: [header, ['cap', 'Cap', 'C', '5', 'shopify', quantity]],
    });
    const shop = openShop();
    shop.sync(cap('20'));
    shop.sync(cap('21'));
    const { inventoryLevels } = shop.embedded.state;
    for (const level of inventoryLevels.all())
      inventoryLevels.put({ ...level, quantities: { ...level.quantities, available: 18 } });
    expect(shop.undo(cap('21'), 2)['Products:2']).toMatch(
      /^skipped .*Shopify has 18, no longer the 21 of run 2/,
    );
    for (const _ of ['at once', 'later'])
      expect(shop.sync(cap('21'))['Products:2']).toMatch(/^differs .*18.*21/);
  });

  test('leaves a tag that somebody else added', () => {
    const { shop } = syncedTwice({ Tags: 'b, c' });
    shop.execute(`mutation ($id: ID!) { tagsAdd(id: $id, tags: ["sale"]) { userErrors { message } } }`, {
      id: shop.product('hat').id,
    });
    shop.undo(hat({ Tags: 'b, c' }), 2);
    expect(shop.product('hat').tags).toEqual(['a', 'b', 'sale']);
  });

  test('leaves alone what a later run wrote again', () => {
    const { shop } = syncedTwice({ Price: '6.00' });
    shop.sync(hat({ Price: '7.00' }));
    shop.sync(hat({ Price: '6.00' }));
    expect(shop.undo(hat({ Price: '6.00' }), 2)).toEqual({
      'Products:2': 'skipped Price: run 4 wrote 6.00 again. Undo that run instead.',
    });
  });

  test('never takes away what the run created', () => {
    const shop = openShop();
    shop.sync(hat());
    expect(shop.mutationsOf(() => shop.undo(hat(), 1))).toEqual([]);
  });

  test('can be undone itself', () => {
    const { shop } = syncedTwice(TOP_HAT);
    const after = shop.embedded.dump();
    shop.undo(hat(TOP_HAT), 2);
    shop.undo(hat(TOP_HAT), 3);
    expect(shop.embedded.dump()).toEqual(after);
    expect(shop.sync(hat(TOP_HAT))).toEqual({ 'Products:2': 'unchanged' });
  });

  test('of stock at two locations remembers both', () => {
    const shop = openShop({ locations: ['Main', 'Cellar'] });
    const stock = (main: string, cellar: string): Tabs => ({
      Inventory: [
        ['SKU', 'Location', 'Available'],
        ['H-1', 'Main', main],
        ['H-1', 'Cellar', cellar],
      ],
    });
    const { 'Inventory quantity': _, ...product } = HAT;
    shop.sync({ ...tab(product), ...stock('1', '2') });
    shop.sync({ ...tab(product), ...stock('3', '4') });
    shop.undo({ ...tab(product), ...stock('3', '4') }, 2);
    expect(shop.variant('hat').inventory).toMatchObject({ Main: { available: 1 }, Cellar: { available: 2 } });
    expect(shop.sync({ ...tab(product), ...stock('3', '4') })).toMatchObject({
      'Inventory:2': 'skipped Undone: Available · Main 3 → 1. Edit the cell to send it again.',
      'Inventory:3': 'skipped Undone: Available · Cellar 4 → 2. Edit the cell to send it again.',
    });
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 &'<>-]{0,8}$/);
const price = fc.integer({ min: 0, max: 9999 }).map((cents) => (cents / 100).toFixed(2));
const filled = fc.record({
  Title: word,
  'Body (HTML)': fc.constantFrom('', '<p>Hi</p>', '<b>a</b>\r\n<br/>', ' plain & simple '),
  Vendor: word,
  Tags: fc.constantFrom('', 'a', 'b, a', 'A,c', 'new'),
  Status: fc.constantFrom('active', 'draft', 'archived'),
  Published: fc.constantFrom('', 'true', 'false'),
  'SEO Title': fc.oneof(fc.constant(''), fc.constant('[clear]'), word),
  SKU: fc.constantFrom('A-1', 'B-2'),
  Barcode: fc.constantFrom('', '4006381333931', '[clear]'),
  Price: price,
  'Compare-at price': fc.oneof(fc.constant(''), fc.constant('[clear]'), price),
  'Cost per item': fc.oneof(fc.constant(''), price),
  'Variant Grams': fc.constantFrom('', '0', '454'),
  'Inventory quantity': fc.constantFrom('', '0', '5', '9'),
  'Image Alt Text': fc.oneof(fc.constant(''), word),
});
const rows: fc.Arbitrary<Tabs> = fc.tuple(filled, filled, filled).map(([one, small, large]) =>
  tab(
    { ...one, Handle: 'one', 'Inventory tracker': 'shopify', 'Image Src': `${IMAGE}/one.jpg` },
    {
      ...small,
      Handle: 'two',
      'Option1 Name': 'Size',
      'Option1 Value': 'S',
      'Inventory tracker': 'shopify',
      'Image Src': `${IMAGE}/two.jpg`,
    },
    {
      Handle: 'two',
      'Option1 Value': 'L',
      SKU: 'L',
      Price: large.Price,
      'Compare-at price': large['Compare-at price'],
      'Inventory tracker': 'shopify',
      'Inventory quantity': large['Inventory quantity'],
    },
  ),
);
const SHEET_COUNTS = { products: 'sheet', inventory: 'sheet', prices: 'sheet' } as const;
const CHOSEN = { onConflict: SHEET_COUNTS, onUnknownBase: SHEET_COUNTS };

describe('whatever a run changed', () => {
  test('undoing it ends in the store as it was, and the next run changes nothing', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const shop = openShop();
        shop.sync(first, CHOSEN);
        const before = shop.embedded.dump();
        shop.sync(second, CHOSEN);
        shop.undo(second, 2);
        expect(shop.embedded.dump()).toEqual(before);
        expect(shop.mutationsOf(() => shop.sync(second, CHOSEN))).toEqual([]);
      }),
      { numRuns: sampled(12, 400) },
    );
  });

  test('undoing it twice sends nothing the second time', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const shop = openShop();
        shop.sync(first, CHOSEN);
        shop.sync(second, CHOSEN);
        shop.undo(second, 2);
        expect(shop.mutationsOf(() => shop.undo(second, 2))).toEqual([]);
      }),
      { numRuns: sampled(5, 150) },
    );
  });

  test('an undo that breaks off goes on where it stood', () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 6 }), (first, second, batches) => {
        const shop = openShop();
        shop.sync(first, CHOSEN);
        const before = shop.embedded.dump();
        shop.sync(second, CHOSEN);
        shop.undo(second, 2, batches);
        shop.undo(second, 2);
        expect(shop.embedded.dump()).toEqual(before);
        expect(shop.mutationsOf(() => shop.sync(second, CHOSEN))).toEqual([]);
      }),
      { numRuns: sampled(8, 250) },
    );
  });
});
