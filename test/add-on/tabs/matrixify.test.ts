import { mutationsIn, openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { MATRIXIFY_HEADER, type MatrixifyRow, matrixifyCsv, matrixifyRows } from './matrixify-sheet';

const open = () => openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
const productOf = (bench: Workbench, handle: string) =>
  bench.store.dump().products.find((product) => product.handle === handle);

/** The first product's rows, the top one changed. */
function changed(top: MatrixifyRow): string {
  const [first, ...rest] = matrixifyRows().slice(0, 5);
  return matrixifyCsv([{ ...first, ...top }, ...rest]);
}

describe('a Matrixify sheet from another shop', () => {
  test('has the width of a real export, many of its columns empty', () => {
    const rows = matrixifyRows();
    expect(rows.length).toBeGreaterThan(30);
    expect(MATRIXIFY_HEADER.length).toBeGreaterThan(80);
    expect(MATRIXIFY_HEADER.filter((name) => rows.every((row) => !row[name])).length).toBeGreaterThan(35);
  });

  test('creates each of its products once, answers every row, and has nothing to send the second time', () => {
    const bench = open();
    const text = matrixifyCsv(matrixifyRows());
    const first = bench.sync({ Boots: text });
    expect(first.totals).toMatchObject({ created: 36, error: 0, conflict: 0, skipped: 0 });
    expect(mutationsIn(first)).toEqual({ productSet: 8 });
    const second = bench.sync({ Boots: text });
    const { unchanged, 'not-compared': notRead, ...others } = second.totals;
    expect(unchanged + notRead).toBe(36);
    expect(Object.values(others).every((count) => count === 0)).toBe(true);
    expect(mutationsIn(second, first)).toEqual({});
  });

  test('arrives with its fields, images and stock', () => {
    const bench = open();
    bench.sync({ Boots: matrixifyCsv(matrixifyRows()) });
    for (const handle of ['boot-1', 'boot-2']) {
      expect(productOf(bench, handle)).toMatchObject({
        vendor: 'Acme',
        productType: 'Shoes',
        tags: ['New', 'Sale'],
        status: 'ACTIVE',
      });
      expect(productOf(bench, handle)?.variants).toHaveLength(3);
      expect(productOf(bench, handle)?.variants[1]).toMatchObject({
        price: '85.00',
        inventory: { Main: { available: 4, onHand: 4 } },
      });
    }
    const { inventoryItems, products } = bench.store.state;
    expect(products.all()[0]?.seo).toEqual({ title: 'Buy it', description: 'It lasts.' });
    expect(inventoryItems.all()[0]).toMatchObject({
      provinceCodeOfOrigin: 'QC',
      countryCodeOfOrigin: 'CA',
      weight: { value: 1.5, unit: 'KILOGRAMS' },
    });
    expect(productOf(bench, 'boot-1')?.media).toHaveLength(4);
    expect(productOf(bench, 'boot-2')?.media).toHaveLength(3);
  });
});

describe('a Matrixify sheet that was synced before', () => {
  function synced(): Workbench {
    const bench = open();
    bench.sync({ Boots: matrixifyCsv(matrixifyRows().slice(0, 5)) });
    return bench;
  }

  test('sends the one cell that was edited', () => {
    const bench = synced();
    const before = bench.store.dump().products[0];
    const report = bench.sync({ Boots: changed({ 'Variant Price': '90' }) });
    expect(saidOf(report)['Boots:2']).toBe('updated Variant Price 85.00 → 90.00.');
    expect(report.totals).toMatchObject({ updated: 1, unchanged: 4 });
    const [variant, ...others] = before?.variants ?? [];
    expect(bench.store.dump().products).toEqual([
      { ...before, variants: [{ ...variant, price: '90.00' }, ...others] },
    ]);
  });

  test.each([
    ['MERGE', 'Winter', ['New', 'Sale', 'Winter']],
    ['REPLACE', 'Winter, Sale', ['Sale', 'Winter']],
    ['DELETE', 'sale', ['New']],
  ])('does with its tags what Tags Command %s says', (command, tags, expected) => {
    const bench = synced();
    bench.sync({ Boots: changed({ 'Tags Command': command, Tags: tags }) });
    expect(productOf(bench, 'boot-1')?.tags).toEqual(expected);
  });

  test.each(['REPLACE', 'replace'])(
    'is refused on the row whose Command is %s, and its record is left alone',
    (command) => {
      const bench = synced();
      const before = bench.store.dump();
      const said = saidOf(bench.sync({ Boots: changed({ Command: command, 'Variant Price': '1' }) }));
      expect(said['Boots:2']).toBe(
        `error Command “${command}” would delete the product and make it anew, with another ID. Type MERGE to change it, or DELETE to delete it.`,
      );
      expect(said['Boots:3']).toBe(
        'skipped Left alone: the command in row 2 was refused. Mend that row first.',
      );
      expect(bench.store.dump()).toEqual(before);
    },
  );

  test.each([
    [
      'Variant Command',
      'would delete each variant that has no row here. Type MERGE, and DELETE on the row of each that is to go.',
    ],
    [
      'Image Command',
      'would take off each image that has no row here. Type MERGE, and DELETE beside each address that is to go; another address in a row replaces its image.',
    ],
  ])('is refused on the row whose %s replaces, with what to do instead', (column, instead) => {
    const bench = synced();
    const before = bench.store.dump();
    const said = saidOf(bench.sync({ Boots: changed({ [column]: 'REPLACE', 'Variant Price': '80' }) }));
    expect(said['Boots:2']).toBe(`error ${column} “REPLACE” ${instead}`);
    expect(bench.store.dump()).toEqual(before);
  });

  test('is left alone where its Command is IGNORE', () => {
    const bench = synced();
    const before = bench.store.dump();
    const report = bench.sync({ Boots: changed({ Command: 'IGNORE', 'Variant Price': '80' }) });
    expect(report.totals).toMatchObject({ skipped: 5 });
    expect(saidOf(report)['Boots:2']).toBe(
      'skipped Left alone: its Command is IGNORE. Clear that cell to sync the row.',
    );
    expect(bench.store.dump()).toEqual(before);
  });

  test('takes either a quantity or what to add to it, and 0 for nothing to add', () => {
    const bench = synced();
    const before = bench.store.dump();
    const both = { 'Inventory Available: Main': '4', 'Inventory Available Adjust: Main': '-2' };
    expect(saidOf(bench.sync({ Boots: changed(both) }))['Boots:2']).toBe(
      'error Inventory Available Adjust: Main and Inventory Available: Main are both filled: a quantity is either set or adjusted, and by one cell. Empty one of them.',
    );
    expect(bench.store.dump()).toEqual(before);
    const change = { 'Inventory Available: Main': '', 'Inventory On Hand: Main': '' };
    bench.sync({ Boots: changed({ ...change, 'Inventory Available Adjust: Main': '0' }) });
    expect(bench.store.dump()).toEqual(before);
    const report = bench.sync({ Boots: changed({ ...change, 'Inventory Available Adjust: Main': '-2' }) });
    expect(saidOf(report)['Boots:2']).toBe('updated Available · Main: 4 − 2 = 2.');
    expect(productOf(bench, 'boot-1')?.variants[0]?.inventory).toEqual({ Main: { available: 2, onHand: 2 } });
  });

  test('sets available, or on hand, or both where they move together', () => {
    const bench = synced();
    const at = () => productOf(bench, 'boot-1')?.variants[0]?.inventory;
    bench.sync({ Boots: changed({ 'Inventory Available: Main': '6' }) });
    expect(at()).toEqual({ Main: { available: 6, onHand: 6 } });
    const both = changed({ 'Inventory Available: Main': '3', 'Inventory On Hand: Main': '3' });
    expect(bench.sync({ Boots: both }).totals).toMatchObject({ updated: 1, error: 0 });
    expect(at()).toEqual({ Main: { available: 3, onHand: 3 } });
  });

  test('refuses quantities that contradict each other, in one sentence', () => {
    const bench = synced();
    const text = changed({ 'Inventory Available: Main': '3', 'Inventory On Hand: Main': '9' });
    expect(saidOf(bench.sync({ Boots: text }))['Boots:2']).toMatch(
      /^error Inventory Available: Main and Inventory On Hand: Main at Main cannot both be set/,
    );
    expect(productOf(bench, 'boot-1')?.variants[0]?.inventory).toEqual({ Main: { available: 4, onHand: 4 } });
  });
});

describe('the Command of a record', () => {
  const single = (row: MatrixifyRow) =>
    matrixifyCsv([{ ...row, Title: 'Cap', Handle: 'cap', 'Variant SKU': 'CAP', 'Variant Price': '5' }]);

  test('NEW creates, stays in step with its row, and refuses what somebody else made', () => {
    const bench = open();
    expect(bench.sync({ Caps: single({ Command: 'NEW' }) }).totals).toMatchObject({ created: 1 });
    expect(bench.sync({ Caps: single({ Command: 'NEW', Vendor: 'Acme' }) }).totals).toMatchObject({
      updated: 1,
    });
    const other = openWorkbench({ saved: bench.save() });
    other.runtime.state.workbook.sheets = other.runtime.state.workbook.sheets.filter(
      ({ name }) => name === 'Caps',
    );
    expect(saidOf(other.sync({ Caps: single({ Command: 'NEW', Vendor: 'Other' }) }))['Caps:2']).toBe(
      'error Command is NEW and Shopify has “cap” already. Use MERGE or UPDATE to change it.',
    );
  });

  test('UPDATE never creates', () => {
    const bench = open();
    expect(saidOf(bench.sync({ Caps: single({ Command: 'UPDATE' }) }))).toEqual({
      'Caps:2':
        'error Command is UPDATE and Shopify has no product “cap”. Check the handle, or use MERGE to create it.',
    });
    expect(bench.store.dump().products).toEqual([]);
  });
});
