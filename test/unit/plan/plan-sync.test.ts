import type { TabRows } from '../catalog/catalog-of';
import { openShop, type Tabs } from './shop-and-sheet';

const HEADER = ['Handle', 'Title', 'Vendor', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'];
const HAT = ['hat', 'Hat', 'Acme', 'H-1', '5.00', 'shopify', '3'];
const products = (...rows: TabRows): Tabs => ({ Products: [HEADER, ...rows] });
/** A row with other cells under these headers. */
const but = (row: readonly string[], changes: Record<string, string>): string[] =>
  row.map((cell, index) => changes[HEADER[index] as string] ?? cell);

const SHEET_COUNTS = { products: 'sheet', inventory: 'sheet', prices: 'sheet' } as const;

const UPDATE_VARIANT = `mutation ($product: ID!, $variant: ProductVariantsBulkInput!) {
  productVariantsBulkUpdate(productId: $product, variants: [$variant]) { userErrors { message } }
}`;
const UPDATE_PRODUCT = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { userErrors { message } }
}`;

describe('a new product', () => {
  test('is created with everything that its rows say', () => {
    const shop = openShop();
    expect(shop.sync(products(HAT))).toEqual({ 'Products:2': 'created Status is empty, so it is draft.' });
    expect(shop.product('hat')).toMatchObject({ title: 'Hat', vendor: 'Acme', status: 'DRAFT' });
    expect(shop.variant('hat')).toMatchObject({
      sku: 'H-1',
      price: '5.00',
      tracked: true,
      inventory: { 'Shop location': { available: 3 } },
    });
  });

  test('is in step on the next run, which reads and sends nothing about it', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    expect(
      shop.mutationsOf(() => expect(shop.sync(products(HAT))).toEqual({ 'Products:2': 'unchanged' })),
    ).toEqual([]);
  });

  test('is active where it is published, and goes to the Online Store', () => {
    const shop = openShop();
    const tabs = {
      Products: [
        ['Handle', 'Title', 'Published'],
        ['hat', 'Hat', 'TRUE'],
      ],
    };
    expect(shop.sync(tabs)).toEqual({
      'Products:2': 'created Published to the Online Store. Status is empty, so it is active.',
    });
    expect(shop.product('hat').status).toBe('ACTIVE');
  });

  test('with a bad row is not created, and its other rows say which to mend', () => {
    const shop = openShop();
    const tabs = {
      Products: [
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
        ['tee', 'Tee', 'Size', 'S', '5'],
        ['tee', '', '', 'M', 'free'],
        ['tee', '', '', 'L', '7'],
        ['hat', 'Hat', '', '', '5'],
      ],
    };
    const waits = 'skipped Not created: row 3 of this product has an error. Mend that row first.';
    expect(shop.sync(tabs)).toEqual({
      'Products:2': waits,
      'Products:3': 'error Price “free” is not a price. Type a number such as 19.90.',
      'Products:4': waits,
      'Products:5': expect.stringMatching(/^created/),
    });
    expect(shop.embedded.dump().products.map(({ handle }) => handle)).toEqual(['hat']);
  });

  test('that Shopify refuses is told nothing of what it would have been', () => {
    const shop = openShop({}, (body) =>
      body.includes('productSet') ? body.replace('"title":"Hat"', `"title":"${'x'.repeat(256)}"`) : body,
    );
    const said = shop.sync(products(HAT))['Products:2'];
    expect(said).toMatch(/^error /);
    expect(said).not.toContain('draft');
  });

  test('says once that a barcode may lack a zero, and is created all the same', () => {
    const shop = openShop();
    const rows = (title: string, barcode: string | number): Tabs => ({
      Products: [
        ['Handle', 'Title', 'Barcode'],
        ['hat', title, barcode],
      ],
    });
    const doubt = (digits: string) =>
      `Barcode ${digits} has 11 digits and came as a number: a leading zero may be missing. Format the column as plain text.`;
    expect(shop.sync(rows('Hat', 12345678901))['Products:2']).toBe(
      `created It has no price yet. Type one before it goes on sale. Status is empty, so it is draft. ${doubt('12345678901')}`,
    );
    expect(shop.variant('hat').barcode).toBe('12345678901');
    expect(shop.sync(rows('Top hat', 12345678901))['Products:2']).toBe('updated Title Hat → Top hat.');
    expect(shop.sync(rows('Top hat', 12345678902))['Products:2']).toBe(
      `updated Barcode 12345678901 → 12345678902. ${doubt('12345678902')}`,
    );
    expect(shop.sync(rows('Top hat', '12345678903'))['Products:2']).toBe(
      'updated Barcode 12345678902 → 12345678903.',
    );
  });

  test('of which two tabs say different quantities is not created, and both rows name the other', () => {
    for (const [header, cells] of [
      [['SKU', 'Available'], []],
      [['SKU', 'Location', 'Available'], ['Shop location']],
    ] as const) {
      const shop = openShop();
      const said = shop.sync({ ...products(HAT), Inventory: [header, ['H-1', ...cells, '9']] });
      expect(said).toEqual({
        'Products:2':
          'error Inventory quantity says otherwise than Available in row 2 of Inventory. Make them equal or empty one.',
        'Inventory:2':
          'error Available says otherwise than Inventory quantity in row 2 of Products. Make them equal or empty one.',
      });
      expect(shop.embedded.dump().products).toEqual([]);
    }
  });

  test('whose only row is bad says so once', () => {
    expect(openShop().sync(products(but(HAT, { Price: 'free' })))).toEqual({
      'Products:2': 'error Price “free” is not a price. Type a number such as 19.90.',
    });
  });

  test('needs a title', () => {
    expect(openShop().sync(products(but(HAT, { Title: '' })))).toEqual({
      'Products:2': 'error Shopify has no product “hat”. Check the handle; a new product needs a title.',
    });
  });

  test('without a tracker keeps no stock, and the message says so', () => {
    const shop = openShop();
    const tabs = products(but(HAT, { 'Inventory tracker': '' }));
    expect(shop.sync(tabs)['Products:2']).toContain(
      'Inventory quantity was not sent: the inventory tracker is empty, so Shopify keeps no stock of it.',
    );
    expect(shop.variant('hat')).toMatchObject({ tracked: false });
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('is not created by a run of other fields', () => {
    const shop = openShop();
    expect(shop.sync(products(HAT), { groups: ['prices'] })).toEqual({
      'Products:2': 'skipped This product is not in Shopify yet. Sync products first.',
    });
    expect(shop.embedded.dump().products).toEqual([]);
  });

  test('whose SKU another product of the store has is refused by name', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.forget();
    expect(shop.sync(products(but(HAT, { Handle: 'hat-2' })))).toEqual({
      'Products:2':
        'error The SKU “H-1” belongs to the product “hat” in Shopify. Use that handle, or another SKU.',
    });
  });

  test('may share a SKU with another product of the sheet', () => {
    const shop = openShop();
    const both = products(HAT, but(HAT, { Handle: 'cap', Title: 'Cap' }));
    for (const row of Object.values(shop.sync(both))) expect(row).toMatch(/^created/);
    shop.forget();
    for (const row of Object.values(shop.sync(both))) expect(row).toBe('unchanged');
  });

  test('may share a SKU with one of the sheet that an earlier run created under a handle of Shopify’s', () => {
    const shop = openShop();
    const both = products(but(HAT, { Handle: 'Größe & Hut' }), but(HAT, { Handle: 'cap', Title: 'Cap' }));
    shop.sync(both, {}, 1);
    expect(shop.sync(both)['Products:3']).toMatch(/^created/);
  });

  test('of an ID that Shopify does not have is an error', () => {
    const tabs = {
      Products: [
        ['Product ID', 'Title'],
        ['12345', 'Hat'],
      ],
    };
    expect(openShop().sync(tabs)).toEqual({
      'Products:2': 'error Shopify has no product with the ID 12345. Check the ID, or use the handle.',
    });
  });

  test('of more variants than one answer lists is in step on the next run', () => {
    const shop = openShop();
    const rows = Array.from({ length: 300 }, (_, index) => {
      const options = [`Size ${index % 20}`, index ? '' : 'Color', `Color ${Math.floor(index / 20)}`];
      return ['tee', index ? '' : 'Tee', index ? '' : 'Size', ...options, `${index + 1}`];
    });
    const header = [
      'Handle',
      'Title',
      'Option1 Name',
      'Option1 Value',
      'Option2 Name',
      'Option2 Value',
      'Price',
    ];
    const tabs = { Products: [header, ...rows] };
    expect(new Set(Object.values(shop.sync(tabs)))).toEqual(
      new Set(['created', 'created Status is empty, so it is draft.']),
    );
    expect(shop.product('tee').variants).toHaveLength(300);
    expect(new Set(Object.values(shop.sync(tabs)))).toEqual(new Set(['unchanged']));
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('of several rows needs options to tell them apart', () => {
    const tabs = {
      Products: [
        ['Handle', 'Title', 'SKU'],
        ['tee', 'Tee', 'A'],
        ['tee', '', 'B'],
      ],
    };
    expect(openShop().sync(tabs)).toEqual({
      'Products:2': 'skipped Not created: row 3 of this product has an error. Mend that row first.',
      'Products:3':
        'error A new product needs options to have several variants. Add Option1 Name and Option1 Value columns.',
    });
  });
});

describe('a product that was synced', () => {
  test('is updated where a cell changed, and nowhere else', () => {
    const shop = openShop();
    const cap = but(HAT, { Handle: 'cap', SKU: 'C-1' });
    shop.sync(products(HAT, cap));
    const edited = products(but(HAT, { Vendor: 'Bcme', Price: '6', 'Inventory quantity': '4' }), cap);
    const sent = shop.mutationsOf(() =>
      expect(shop.sync(edited)).toEqual({
        'Products:2':
          'updated Vendor Acme → Bcme. Price 5.00 → 6.00. Inventory quantity · Shop location 3 → 4.',
        'Products:3': 'unchanged',
      }),
    );
    expect(sent).toEqual(['productUpdate', 'productVariantsBulkUpdate', 'inventorySetQuantities']);
    expect(shop.mutationsOf(() => shop.sync(edited))).toEqual([]);
  });

  test('is left alone where its cells were emptied', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    const blank = products(['hat', '', '', '', '', '', '']);
    expect(shop.mutationsOf(() => shop.sync(blank))).toEqual([]);
    expect(
      shop.mutationsOf(() =>
        shop.sync({
          Products: [
            ['Handle', 'Title'],
            ['hat', ''],
          ],
        }),
      ),
    ).toEqual([]);
  });

  test('loses what [clear] asks for', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    expect(shop.sync(products(but(HAT, { Vendor: '[clear]' })))['Products:2']).toBe(
      'updated Vendor Acme → (empty).',
    );
    expect(shop.product('hat').vendor).toBe('');
  });

  test('that Shopify changed says so, and is not overwritten by a neighbour’s edit', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.execute(UPDATE_PRODUCT, { product: { id: shop.product('hat').id, vendor: 'Zorro' } });
    expect(shop.sync(products(but(HAT, { Title: 'Top hat' })))).toEqual({
      'Products:2': 'updated Title Hat → Top hat. Vendor: Shopify has Zorro, the sheet Acme.',
    });
    expect(shop.product('hat').vendor).toBe('Zorro');
  });

  test('that changed on both sides is a conflict of that cell alone', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.execute(UPDATE_PRODUCT, { product: { id: shop.product('hat').id, vendor: 'Zorro' } });
    const both = products(but(HAT, { Title: 'Top hat', Vendor: 'Bcme' }));
    expect(shop.sync(both)).toEqual({
      'Products:2':
        'conflict Vendor: you changed it to Bcme and it became Zorro in Shopify. Choose a side in the sidebar. Title Hat → Top hat.',
    });
    expect(shop.product('hat')).toMatchObject({ vendor: 'Zorro', title: 'Top hat' });
    const keep = { products: 'shopify', inventory: 'ask', prices: 'ask' } as const;
    expect(shop.sync(both, { onConflict: keep })['Products:2']).toBe(
      'differs Vendor: Shopify has Zorro, the sheet Bcme. The cell was left alone: it holds a formula, is protected, or stands in a table that takes nothing from a script. Edit it by hand.',
    );
    expect(shop.product('hat').vendor).toBe('Zorro');
  });

  test('that is gone from Shopify is a conflict, and is not created again', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    const id = shop.product('hat').id;
    shop.execute('mutation ($id: ID!) { productDelete(input: {id: $id}) { userErrors { message } } }', {
      id,
    });
    expect(shop.sync(products(but(HAT, { Price: '6' })))).toEqual({
      'Products:2':
        'conflict This product is no longer in Shopify. Restore it there, or remove the row; to create it anew, give it a new handle and clear its Shopify ID.',
    });
    expect(shop.embedded.dump().products).toEqual([]);
  });

  test('is found by what the sheet calls it where its handle changed in Shopify', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.execute(UPDATE_PRODUCT, { product: { id: shop.product('hat').id, handle: 'top-hat' } });
    shop.sync(products(but(HAT, { Vendor: 'Bcme' })));
    expect(shop.embedded.dump().products).toMatchObject([{ handle: 'top-hat', vendor: 'Bcme' }]);
  });
});

describe('a product whose creation was never answered', () => {
  test('follows a status that is typed later, in a column that was not there', () => {
    const shop = openShop();
    const hat = {
      Products: [
        ['Handle', 'Title'],
        ['hat', 'Hat'],
      ],
    };
    shop.sync(hat);
    shop.forget();
    shop.base.put({ kind: 'creation', handle: 'hat' });
    shop.sync(hat);
    const active = {
      Products: [
        ['Handle', 'Title', 'Status'],
        ['hat', 'Hat', 'active'],
      ],
    };
    expect(shop.sync(active)['Products:2']).toMatch(/^updated Status/);
  });

  test('is not said to differ for what Shopify made of its words', () => {
    const shop = openShop();
    const hat = (title: string) => ({
      Products: [
        ['Handle', 'Title', 'Body (HTML)'],
        ['hat', title, '<p>Felt</p>'],
      ],
    });
    shop.sync(hat('Hat'));
    shop.forget();
    shop.base.put({ kind: 'creation', handle: 'hat' });
    shop.execute(UPDATE_PRODUCT, {
      product: { id: shop.product('hat').id, descriptionHtml: '<p>Felt.</p>' },
    });
    shop.sync(hat('Hat'));
    expect(shop.sync(hat('Top hat'))['Products:2']).toBe('updated Title Hat → Top hat.');
  });
});

describe('a product whose history is not known', () => {
  const foreign = () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.forget();
    return shop;
  };

  test('is adopted where it is equal', () => {
    const shop = foreign();
    expect(
      shop.mutationsOf(() => expect(shop.sync(products(HAT))).toEqual({ 'Products:2': 'unchanged' })),
    ).toEqual([]);
    expect(shop.sync(products(but(HAT, { Price: '6' })))['Products:2']).toBe('updated Price 5.00 → 6.00.');
  });

  test('is held where it differs, and counted by group', () => {
    const shop = foreign();
    const other = products(but(HAT, { Vendor: 'Bcme', Price: '6', 'Inventory quantity': '9' }));
    expect(
      shop
        .plan(other)
        .unsynced.map(({ group }) => group)
        .sort(),
    ).toEqual(['inventory', 'prices', 'products']);
    expect(
      shop.mutationsOf(() =>
        expect(shop.sync(other)).toEqual({
          'Products:2':
            'skipped Vendor: Shopify has Acme, the sheet Bcme. Price: Shopify has 5.00, the sheet 6.00. Inventory quantity · Shop location: Shopify has 3, the sheet 9. Choose in the sidebar which one counts.',
        }),
      ),
    ).toEqual([]);
  });

  test('takes the sheet’s side or keeps Shopify’s, as a person chose', () => {
    const other = products(but(HAT, { Vendor: 'Bcme', Price: '6', 'Inventory quantity': '9' }));
    const sheet = foreign();
    sheet.sync(other, { onUnknownBase: SHEET_COUNTS });
    expect(sheet.variant('hat')).toMatchObject({
      price: '6.00',
      inventory: { 'Shop location': { available: 9 } },
    });
    const kept = foreign();
    const shopify = { products: 'shopify', inventory: 'shopify', prices: 'shopify' } as const;
    expect(kept.mutationsOf(() => kept.sync(other, { onUnknownBase: shopify }))).toEqual([]);
    expect(kept.sync(other)['Products:2']).toBe('unchanged');
  });

  test('goes on saying how the sheet differs from what was kept, until one of them is edited', () => {
    const other = products(but(HAT, { Vendor: 'Bcme', Price: '6', 'Inventory quantity': '9' }));
    const shopify = { products: 'shopify', inventory: 'shopify', prices: 'shopify' } as const;
    const shop = foreign();
    shop.sync(other, { onUnknownBase: shopify });
    const differs =
      'Vendor: Shopify has Acme, the sheet Bcme. Price: Shopify has 5.00, the sheet 6.00. Inventory quantity · Shop location: Shopify has 3, the sheet 9.';
    const edited = (title: string) =>
      products(but(HAT, { Title: title, SKU: 'H-1', Vendor: 'Bcme', Price: '6', 'Inventory quantity': '9' }));
    expect(shop.sync(edited('Cap'))['Products:2']).toBe(`updated Title Hat → Cap. ${differs}`);
    expect(shop.sync(edited('Bonnet'))['Products:2']).toBe(`updated Title Cap → Bonnet. ${differs}`);
    const settled = but(HAT, { Title: 'Bonnet', Vendor: 'Acme', Price: '7', 'Inventory quantity': '8' });
    expect(shop.sync(products(settled))['Products:2']).toBe(
      'updated Price 5.00 → 7.00. Inventory quantity · Shop location 3 → 8.',
    );
    expect(shop.sync(products(but(settled, { Title: 'Hat' })))['Products:2']).toBe(
      'updated Title Bonnet → Hat.',
    );
  });
});

describe('a run of one group', () => {
  test('touches nothing of the others', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    const edited = products(but(HAT, { Vendor: 'Bcme', Price: '6', 'Inventory quantity': '4' }));
    expect(shop.mutationsOf(() => shop.sync(edited, { groups: ['prices'] }))).toEqual([
      'productVariantsBulkUpdate',
    ]);
    expect(shop.mutationsOf(() => shop.sync(edited, { groups: ['inventory'] }))).toEqual([
      'inventorySetQuantities',
    ]);
    expect(shop.mutationsOf(() => shop.sync(edited, { groups: ['products'] }))).toEqual(['productUpdate']);
    expect(shop.mutationsOf(() => shop.sync(edited))).toEqual([]);
  });
});

describe('rows that name variants alone', () => {
  const PRICES = (...rows: TabRows): Tabs => ({ Prices: [['SKU', 'Price', 'Compare-at price'], ...rows] });

  test('change the variant with their SKU', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    expect(shop.sync(PRICES(['H-1', '6', '']))).toEqual({ 'Prices:2': 'updated Price 5.00 → 6.00.' });
    expect(shop.sync(PRICES(['H-1', '6', '8']))).toEqual({
      'Prices:2': 'updated Compare-at price (empty) → 8.00.',
    });
  });

  test('do not change the variant that had their SKU, once another one has it', () => {
    const shop = openShop();
    const cap = but(HAT, { Handle: 'cap', SKU: 'C-1' });
    shop.sync(products(HAT, cap));
    shop.sync(PRICES(['H-1', '5', '']));
    for (const [handle, sku] of [
      ['hat', 'OLD'],
      ['cap', 'H-1'],
    ] as const)
      shop.embedded.execute({
        query: `mutation ($product: ID!, $variant: ID!, $sku: String!) {
          productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, inventoryItem: { sku: $sku } }]) { userErrors { message } }
        }`,
        variables: { product: shop.product(handle).id, variant: shop.variant(handle).id, sku },
      });
    const edited = PRICES(['H-1', '6', '']);
    expect(shop.sync(edited)['Prices:2']).toMatch(
      /^conflict “H-1” was the variant \d+, now “hat”, at the last sync and is the variant \d+ \(“cap”\) in Shopify now; .*; else type “OLD”\.$/,
    );
    // Here no Shopify ID stands beside the row, as if it had been cleared.
    shop.sync(edited);
    expect([shop.variant('hat').price, shop.variant('cap').price]).toEqual(['5.00', '6.00']);
  });

  test('are refused where no variant, or more than one, has their SKU', () => {
    const shop = openShop();
    shop.sync(products(HAT, but(HAT, { Handle: 'cap' })));
    shop.forget();
    expect(shop.sync(PRICES(['H-1', '6', ''], ['none', '6', '']))).toEqual({
      'Prices:2':
        'error 2 variants in Shopify have the SKU “H-1”. Use an ID column, or give each its own SKU.',
      'Prices:3':
        'error Shopify has no variant with the SKU “none”. Check the SKU, or create the product first.',
    });
  });

  test('are refused where Shopify has no variant of their ID', () => {
    const tabs = {
      Prices: [
        ['ID', 'Price'],
        ['999', '6'],
      ],
    };
    expect(openShop().sync(tabs)).toEqual({
      'Prices:2': 'error Shopify has no variant with the ID 999. Check the ID, or use the SKU.',
    });
  });

  test('meet in one variant, by ID in one tab and by SKU in another, and are remembered both', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    shop.forget();
    const id = shop.variant('hat').id.replace(/\D+/g, '');
    const tabs = (price: string) => ({
      Prices: [
        ['ID', 'Price'],
        [id, price],
      ],
      Inventory: [
        ['SKU', 'Available'],
        ['H-1', '3'],
      ],
    });
    shop.sync(tabs('5'));
    expect(shop.sync(tabs('6'))).toEqual({
      'Prices:2': 'updated Price 5.00 → 6.00.',
      'Inventory:2': 'unchanged',
    });
  });
});

describe('variants', () => {
  const OPTIONS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
  const TEE: TabRows = [OPTIONS, ['tee', 'Tee', 'Size', 'S', 'T-S', '5'], ['tee', '', '', 'M', 'T-M', '6']];
  const DELETE = `mutation ($product: ID!, $ids: [ID!]!) {
    productVariantsBulkDelete(productId: $product, variantsIds: $ids) { userErrors { message } }
  }`;

  test('that the sheet gains are created', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    const grown = { Products: [...TEE, ['tee', '', '', 'L', 'T-L', '7']] };
    expect(shop.sync(grown)).toEqual({
      'Products:2': 'unchanged',
      'Products:3': 'unchanged',
      'Products:4': 'created',
    });
    expect(shop.product('tee').variants.map(({ sku, price }) => [sku, price])).toEqual([
      ['T-S', '5.00'],
      ['T-M', '6.00'],
      ['T-L', '7.00'],
    ]);
  });

  test('that the sheet no longer shows stay in Shopify', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    expect(shop.mutationsOf(() => shop.sync({ Products: TEE.slice(0, 2) }))).toEqual([]);
    expect(shop.product('tee').variants).toHaveLength(2);
  });

  test('that somebody deleted in Shopify are not created again', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    shop.execute(DELETE, { product: shop.product('tee').id, ids: [shop.variant('tee', 1).id] });
    const edited = {
      Products: [OPTIONS, ['tee', 'Tea', 'Size', 'S', 'T-S', '5'], ['tee', '', '', 'M', 'T-M', '6']],
    };
    expect(shop.sync(edited)).toEqual({
      'Products:2': 'updated Title Tee → Tea.',
      'Products:3': expect.stringMatching(/^conflict This variant is no longer in Shopify\./),
    });
    expect(shop.product('tee').variants).toHaveLength(1);
  });

  test('are not made of a row that names no option of a product that has some', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    for (const [name, value] of [
      ['', ''],
      ['Title', 'Default Title'],
    ]) {
      const tabs = { Products: [OPTIONS, ['tee', 'Tee', name as string, value as string, '', '9']] };
      expect(shop.sync(tabs)).toEqual({
        'Products:2':
          'error “tee” has 2 variants and this row does not say which. Add the option columns or a SKU.',
      });
    }
    const bySku = { Products: [OPTIONS, ['tee', 'Tee', '', '', 'T-M', '9']] };
    expect(shop.sync(bySku)['Products:2']).toBe('updated Price 6.00 → 9.00.');
    expect(shop.product('tee').variants).toHaveLength(2);
  });

  test('of an option that Shopify calls otherwise rename it', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    const renamed = { Products: [OPTIONS, ['tee', 'Tee', 'Width', 'S', 'T-S', '9']] };
    expect(shop.sync(renamed)['Products:2']).toBe('updated Options Size → Width. Price 5.00 → 9.00.');
  });

  test('of a product without options give it some', () => {
    const shop = openShop();
    shop.sync(products(HAT));
    const tabs = { Products: [OPTIONS, ['hat', 'Hat', 'Size', 'S', '', '9']] };
    expect(shop.sync(tabs)['Products:2']).toBe(
      'updated Options (none) → Size (variants: S). Price 5.00 → 9.00.',
    );
  });

  test('are changed by the neighbour of a row that Shopify refuses', () => {
    const shop = openShop();
    shop.sync({ Products: TEE });
    const id = shop.variant('tee', 0).id;
    shop.execute(UPDATE_VARIANT, { product: shop.product('tee').id, variant: { id, barcode: '1' } });
    const tabs = {
      Products: [
        [...OPTIONS, 'Compare-at price'],
        ['tee', 'Tee', 'Size', 'S', 'x'.repeat(255), '7', ''],
        ['tee', '', '', 'M', 'T-M', '8', ''],
      ],
    };
    expect(shop.sync(tabs)['Products:3']).toBe('updated Price 6.00 → 8.00.');
  });
});

describe('tags', () => {
  const tagged = (tags: string, title = 'Hat'): Tabs => ({
    Products: [
      ['Handle', 'Title', 'Tags'],
      ['hat', title, tags],
    ],
  });
  const tagsOf = (shop: ReturnType<typeof openShop>) => shop.product('hat').tags;
  const TAG =
    'mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }';

  test('are added and removed one by one', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    expect(shop.mutationsOf(() => shop.sync(tagged('b, c')))).toEqual(['tagsAdd', 'tagsRemove']);
    expect(tagsOf(shop)).toEqual(['b', 'c']);
    expect(shop.mutationsOf(() => shop.sync(tagged('B, C')))).toEqual([]);
  });

  test('of an app stay, whatever the sheet gains and loses', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    shop.execute(TAG, { id: shop.product('hat').id, tags: ['by-app'] });
    expect(shop.sync(tagged('b, c'))['Products:2']).toBe('updated Tags added: c. Tags removed: a.');
    expect(tagsOf(shop)).toEqual(['b', 'by-app', 'c']);
    expect(shop.mutationsOf(() => shop.sync(tagged('b, c')))).toEqual([]);
  });

  test('of an app are said at each comparison, also once the sheet’s own were edited', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    shop.execute(TAG, { id: shop.product('hat').id, tags: ['by-app'] });
    shop.sync(tagged('b, c'));
    expect(shop.sync(tagged('b, c', 'Cap'))['Products:2']).toBe(
      'updated Title Hat → Cap. Tags: Shopify has b, by-app, c, the sheet b, c.',
    );
  });

  test('of an app are said where what the sheet lost is gone already', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    const { id } = shop.product('hat');
    shop.execute(TAG.replaceAll('tagsAdd', 'tagsRemove'), { id, tags: ['b'] });
    shop.execute(TAG, { id, tags: ['by-app'] });
    const differs = { 'Products:2': 'differs Tags: Shopify has a, by-app, the sheet a.' };
    expect(shop.sync(tagged('a'))).toEqual(differs);
  });

  const BY_APP =
    'conflict Tags: you changed it to (empty) and it became a, by-app in Shopify. Choose a side in the sidebar.';

  test('of an app are asked about where the sheet clears the field, and nothing is removed', () => {
    const shop = openShop();
    shop.sync(tagged('a'));
    shop.execute(TAG, { id: shop.product('hat').id, tags: ['by-app'] });
    for (const _ of ['at once', 'later'])
      expect(shop.sync(tagged('[clear]'))).toEqual({ 'Products:2': BY_APP });
    expect(tagsOf(shop)).toEqual(['a', 'by-app']);
  });

  test('of an app are removed with the others once the sheet was chosen, and then the field is in step', () => {
    const shop = openShop();
    shop.sync(tagged('a'));
    shop.execute(TAG, { id: shop.product('hat').id, tags: ['by-app'] });
    const [conflict] = shop.plan(tagged('[clear]')).conflicts;
    expect(conflict).toMatchObject({ sheet: null, shopify: ['a', 'by-app'] });
    shop.confirmed.add(`sheet|${conflict?.key}`);
    expect(shop.sync(tagged('[clear]'))['Products:2']).toBe('updated Tags removed: a, by-app.');
    expect(tagsOf(shop)).toEqual([]);
    expect(
      shop.mutationsOf(() => expect(shop.sync(tagged('[clear]'))['Products:2']).toBe('unchanged')),
    ).toEqual([]);
  });

  test('of an app that were there at the last sync are named and removed where the sheet clears the field', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    const { id } = shop.product('hat');
    shop.execute(TAG, { id, tags: ['by-app'] });
    shop.sync(tagged('b, c'));
    expect(shop.sync(tagged('[clear]'))['Products:2']).toBe('updated Tags removed: b, by-app, c.');
    expect(tagsOf(shop)).toEqual([]);
  });

  test('of an app are kept, all of them, where a setting lets Shopify count', () => {
    const shop = openShop();
    shop.sync(tagged('a'));
    shop.execute(TAG, { id: shop.product('hat').id, tags: ['by-app'] });
    const onConflict = { products: 'shopify', inventory: 'ask', prices: 'ask' } as const;
    shop.sync(tagged('[clear]'), { onConflict });
    expect(tagsOf(shop)).toEqual(['a', 'by-app']);
  });

  test('are removed by [clear] where nobody else gave any', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    expect(shop.sync(tagged('[clear]'))['Products:2']).toBe('updated Tags removed: a, b.');
    expect(tagsOf(shop)).toEqual([]);
  });

  test('that somebody else removed already are in step', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    shop.execute(TAG.replaceAll('tagsAdd', 'tagsRemove'), { id: shop.product('hat').id, tags: ['b'] });
    expect(
      shop.mutationsOf(() => expect(shop.sync(tagged('a'))).toEqual({ 'Products:2': 'unchanged' })),
    ).toEqual([]);
    expect(tagsOf(shop)).toEqual(['a']);
  });

  test('that were added before the run broke off are not forgotten to be removed', () => {
    const shop = openShop();
    shop.sync(tagged('a, b'));
    const { actions } = shop.plan(tagged('b, c'));
    expect(actions.map(({ kind }) => kind)).toEqual(['add-tags', 'remove-tags']);
    shop.sync(tagged('b, c'), {}, 1);
    expect(tagsOf(shop)).toEqual(['a', 'b', 'c']);
    shop.sync(tagged('b, c'));
    expect(tagsOf(shop)).toEqual(['b', 'c']);
  });
});
