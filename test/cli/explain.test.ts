import { csvOf } from '../support/csv';
import { openWorkbench } from '../support/workbench';

const file = (price: string, title = 'Mug') =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Vendor', 'Barcode'],
    ['mug', title, 'M-1', price, 'Acme', ''],
    ['cup', 'Cup', 'C-1', '5', 'Acme', ''],
  ]);

test('--explain shows the three values of each field of an item, and the rule that decides; nothing is sent', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('10') });
  const [mug] = bench.store.dump().products.filter(({ handle }) => handle === 'mug');
  bench.store.execute({
    query: `mutation ($p: ID!, $v: ID!) {
      productUpdate(product: { id: $p, title: "Cup of mug", vendor: "Other" }) { userErrors { message } }
      productVariantsBulkUpdate(productId: $p, variants: [{ id: $v, barcode: "123" }]) { userErrors { message } } }`,
    variables: { p: mug?.id, v: mug?.variants[0]?.id },
  });
  const before = bench.store.dump();
  const { explained } = bench.sync({ Products: file('11', 'Big mug') }, '--explain', 'm-1');
  expect(bench.store.dump()).toEqual(before);
  const said = explained?.map(({ column, sheet, last, shopify, rule }) => [
    column,
    sheet,
    last && [last.sheet, last.shopify],
    shopify,
    rule.split(':')[0],
  ]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['Title', 'Big mug', ['Mug', 'Mug'], 'Cup of mug', 'Both changed since the last sync'],
      ['Vendor', 'Acme', ['Acme', 'Acme'], 'Other', 'Only Shopify changed, or you kept another value'],
      ['Price', '11.00', ['10.00', '10.00'], '10.00', 'The sheet’s value counts'],
      ['Barcode', '(empty)', ['(empty)', '(empty)'], '123', 'The cell asks for nothing, so nothing is sent.'],
    ]),
  );
  expect(bench.sync({ Products: file('11') }, '--explain', 'X-9').explained).toEqual([]);
});

test('--explain shows what was last in step in the words of the cell, and of a long text that changed how long it was', () => {
  const bench = openWorkbench();
  const sheet = (taxable: string, text: string) => ({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Charge tax', 'Description'],
      ['mug', 'Mug', 'M-1', '10', taxable, text],
    ]),
  });
  bench.sync(sheet('FALSE', 'a'.repeat(300)));
  const { explained } = bench.sync(sheet('TRUE', 'b'.repeat(300)), '--explain', 'M-1');
  const lastOf = (name: string) => explained?.find(({ column }) => column === name)?.last;
  expect(lastOf('Charge tax')).toEqual({ sheet: 'FALSE', shopify: 'FALSE' });
  expect(lastOf('Description')?.sheet).not.toMatch(/^#/);
  expect(lastOf('Description')?.shopify).toBe(
    explained?.find(({ column }) => column === 'Description')?.shopify,
  );
});

const stock = (quantity: string, tracker: string) => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
    ['mug', 'Mug', 'M-1', '10', tracker],
  ]),
  Inventory: csvOf([
    ['SKU', 'Location', 'Available'],
    ['M-1', 'Shop location', quantity],
  ]),
});

test.each([
  ['shopify', { sheet: '7', shopify: '7' }, '7', 'The sheet’s value counts: it is sent, unless it is held.'],
  ['', null, '0', 'Shopify does not track this item, so no quantity is sent.'],
])('--explain shows stock by location (tracker “%s”)', (tracker, last, shopify, rule) => {
  const bench = openWorkbench();
  bench.sync(stock('7', tracker));
  const { explained } = bench.sync(stock('9', tracker), '--explain', 'M-1');
  expect(explained?.filter(({ tab }) => tab === 'Inventory')).toEqual([
    { tab: 'Inventory', row: 2, column: 'Available · Shop location', sheet: '9', last, shopify, rule },
  ]);
});

test('--explain says of a field that is never changed from a sheet why nothing of it is sent', () => {
  const bench = openWorkbench();
  const points = 'Metafield: app--77--x.points [number_integer]';
  const sheet = (gift: string, value: string) => ({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Gift Card', points],
      ['mug', 'Mug', 'M-1', '10', gift, value],
    ]),
  });
  bench.sync(sheet('FALSE', ''));
  const { explained } = bench.sync(sheet('TRUE', '5'), '--explain', 'M-1');
  const ruleOf = (name: string) => explained?.find(({ column }) => column === name)?.rule;
  expect(ruleOf('Gift Card')).toMatch(/^Shopify sets it once/);
  expect(ruleOf(points)).toMatch(/^Nothing is sent: an app of yours keeps it/);
});

const PHOTO = 'https://example.com/front.jpg';
const BACK = 'https://example.com/back.jpg';
const pictured = (front: readonly string[], back: readonly string[], own = '') => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Image Src', 'Image Position', 'Image Alt Text', 'Variant Image'],
    ['mug', 'Mug', 'M-1', '10', ...front, own],
    ['mug', '', '', '', ...back, ''],
  ]),
});

test('--explain shows the images of an item: address, place, alt text and the variant’s own', () => {
  const bench = openWorkbench();
  const first = pictured([PHOTO, '1', 'In front'], [BACK, '2', 'Behind'], PHOTO);
  bench.sync(first);
  bench.clock.advance(60_000);
  bench.sync(first);
  const back = bench.store.state.files.all()[1];
  bench.store.execute({
    query: 'mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }',
    variables: { files: [{ id: back?.id, alt: 'From the back' }] },
  });
  const { explained } = bench.sync(
    pictured([PHOTO, '2', 'From the front'], [BACK, '1', 'Behind'], BACK),
    '--explain',
    'M-1',
  );
  const ofImages = explained?.filter(({ column }) => /Image/.test(column));
  const urlOf = (name: string) => expect.stringMatching(new RegExp(`/files/${name}\\.jpg`));
  const [frontUrl, backUrl] = [urlOf('front'), urlOf('back')];
  const same = 'Both say the same: nothing is sent.';
  const sent = 'The sheet’s value counts: it is sent, unless it is held.';
  const said = ofImages?.map(({ row, column, sheet, last, shopify, rule }) => [
    `${row} ${column}`,
    sheet,
    last && [last.sheet, last.shopify],
    shopify,
    rule,
  ]);
  expect(said).toEqual([
    ['3 Image Src', BACK, [BACK, backUrl], backUrl, same],
    ['3 Image Position', '1', ['2', '2'], '2', sent],
    [
      '3 Image Alt Text',
      'Behind',
      ['Behind', 'Behind'],
      'From the back',
      'Image alt text: Shopify has From the back, the sheet Behind.',
    ],
    ['2 Image Src', PHOTO, [PHOTO, frontUrl], frontUrl, same],
    ['2 Image Position', '2', ['1', '1'], '1', sent],
    ['2 Image Alt Text', 'From the front', ['In front', 'In front'], 'In front', sent],
    ['2 Variant Image', BACK, [PHOTO, frontUrl], frontUrl, sent],
  ]);
});

test('--explain says of an image that Shopify does not have whether it is sent', () => {
  const bench = openWorkbench();
  bench.sync(pictured([PHOTO, '1', ''], ['', '', '']));
  const { explained } = bench.sync(pictured([PHOTO, '1', ''], [BACK, '2', 'Behind']), '--explain', 'M-1');
  const said = explained?.filter(({ row }) => row === 3);
  expect(said?.map(({ column, last, shopify, rule }) => [column, last, shopify, rule])).toEqual(
    ['Image Src', 'Image Position', 'Image Alt Text'].map((column) => [
      column,
      null,
      '(not there)',
      'Shopify does not have it, as far as is known: it would be created.',
    ]),
  );
});

test('--explain shows of an address that was changed the image that it replaces', () => {
  const bench = openWorkbench();
  bench.sync(pictured([PHOTO, '1', ''], ['', '', '']));
  bench.clock.advance(60_000);
  const { explained } = bench.sync(pictured([BACK, '1', ''], ['', '', '']), '--explain', 'M-1');
  const cdn = expect.stringMatching(/\/files\/front\.jpg/);
  expect(explained?.find(({ column }) => column === 'Image Src')).toMatchObject({
    sheet: BACK,
    last: { sheet: PHOTO, shopify: cdn },
    shopify: cdn,
    rule: 'The sheet’s value counts: it is sent, unless it is held.',
  });
});
