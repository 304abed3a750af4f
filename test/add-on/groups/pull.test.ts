import { columnReader } from '../../../local/apps-script/workbook/layers';
import { PACKS } from '../../../src/catalog/writing/forms';
import { csvOf } from '../../support/csv';
import { answered, sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { addCatalog, fix, fixedPricesIn } from '../markets/shop';
import { define } from '../metafields/shop';
import { choiceOf, openConnected, previewOf, pull } from '../pull/pulling';
import { collect, move } from './shop';

const MATERIAL = 'Metafield: custom.material [single_line_text_field]';

/** A shop with metafields, collections by hand and by rule, and channels; its sheet is then forgotten. */
function shopWithAll(options: Parameters<typeof openConnected>[0] = {}): Workbench {
  const bench = openConnected(options);
  define(
    bench,
    { key: 'material', type: 'single_line_text_field', name: 'Material, main' },
    { key: 'care', type: 'list.single_line_text_field', name: 'Care' },
    { key: 'size', type: 'number_integer', name: 'Size', ownerType: 'PRODUCTVARIANT' },
    { key: 'day', type: 'date_time', name: 'Day' },
  );
  collect(bench, ['Sale'], ['Hats, caps'], ['Novelties', 'new'], ['Same'], ['Same']);
  bench.sync({
    Products: csvOf([
      [
        ...['Handle', 'Title', 'Tags', 'SKU', 'Price', 'Channels', 'Published at', MATERIAL],
        ...['Metafield: custom.care', 'Variant Metafield: custom.size', 'Metafield: custom.day'],
      ],
      ['hat', 'Hat', 'new', 'H-1', '5', 'Point of Sale', '', 'Wool', 'Dry\nCold', '7', '2026-05-01 10:00'],
      ['cap', 'Cap', '', 'C-1', '6', 'Online Store, Shop', '2026-12-24 08:00', '', '', '', ''],
    ]),
  });
  move(bench, 'hat', 'Join', 'Hats, caps');
  move(bench, 'cap', 'Join', 'Sale');
  const { sheets } = bench.runtime.state.workbook;
  for (const sheet of sheets) if (sheet.name === 'Products') sheet.name = 'Old';
  bench.call('chooseTabs', { sheetIds: [] });
  return bench;
}

function cellsIn(bench: Workbench, tab: string): Record<string, string>[] {
  const [headers = [], ...rows] = sheetOf(bench, tab).rows.map((row) =>
    row.map((cell) => String(cell ?? '')),
  );
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

describe.each(['csv', 'matrixify'] as const)('all of a shop’s own columns, got as %s', (form) => {
  test('are found in step by the preview right after', () => {
    const bench = shopWithAll();
    const view = pull(bench, choiceOf(form, { packs: PACKS.filter((pack) => pack !== 'barcodes') }));
    expect(view).toMatchObject({ outcome: 'finished', problem: null, unshown: 0 });
    const [hat, cap] = cellsIn(bench, view.tab);
    const names =
      form === 'csv'
        ? ['Collections', 'Published at', 'Material, main (product.metafields.custom.material)']
        : ['Custom Collections', 'Published At', MATERIAL];
    expect(names.map((name) => hat?.[name])).toEqual(['hats-caps', '', 'Wool']);
    expect(names.map((name) => cap?.[name])).toEqual([
      'Sale',
      expect.stringMatching(/^2026-12-24T08:00/),
      '',
    ]);
    expect([hat?.Channels, cap?.Channels]).toEqual(['Point of Sale', 'Online Store, Shop']);
    expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
  });
});

/** A shop with a hat, of whose channels nothing may be known. */
function openWithoutChannels(): Workbench {
  const bench = openConnected({
    store: { accessScopes: ['write_products', 'write_inventory', 'read_locations'] },
  });
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price'],
      ['hat', 'Hat', 'H-1', '5'],
    ]),
  });
  return bench;
}

describe('prices and products of markets and companies', () => {
  /** Also catalogs that no header can mean: without prices, or two of one title. */
  function shopOfMarkets(options: Parameters<typeof openConnected>[0] = {}): Workbench {
    const bench = shopWithAll(options);
    addCatalog(bench, { title: 'Germany', currency: 'EUR', percent: -10, selects: true });
    addCatalog(bench, { title: 'Japan', currency: 'JPY' });
    addCatalog(bench, { title: 'Bare' });
    addCatalog(bench, { title: 'Twin', markets: ['One'], currency: 'EUR' });
    addCatalog(bench, { title: 'Twin', markets: ['Two'] });
    fix(bench, 'Germany', 'H-1', '4.50', '6');
    return bench;
  }

  test('are got where they are fixed, and a relative price stands in the note of its header alone', () => {
    const bench = shopOfMarkets();
    const before = fixedPricesIn(bench);
    const view = pull(bench, choiceOf('csv', { packs: ['prices', 'markets'] }));
    expect(view).toMatchObject({ outcome: 'finished', problem: null, unshown: 0 });
    const [hat, cap] = cellsIn(bench, view.tab);
    expect(Object.keys(hat ?? {}).filter((name) => name.includes(' / '))).toEqual([
      ...['Price / Germany', 'Compare At Price / Germany', 'Included / Germany'],
      ...['Price / Japan', 'Compare At Price / Japan'],
    ]);
    expect(hat).toMatchObject({ 'Price / Germany': '4.5', 'Compare At Price / Germany': '6' });
    expect(hat).toMatchObject({ 'Included / Germany': 'false', 'Price / Japan': '' });
    expect(cap).toMatchObject({ 'Price / Germany': '', 'Compare At Price / Germany': '' });
    const sheet = sheetOf(bench, view.tab);
    const at = sheet.rows[0]!.indexOf('Price / Germany');
    expect(columnReader(sheet.layers.note, at + 1)(1)).toContain(
      "Where a cell is empty no price is fixed, and 10 % below the shop's price applies.",
    );
    expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
    answered(bench.call('startSync', {}));
    expect(fixedPricesIn(bench)).toEqual(before);
  });

  test('without the access to channels no column says what a catalog includes', () => {
    const bench = openWithoutChannels();
    addCatalog(bench, { title: 'Germany', currency: 'EUR', selects: true });
    const view = pull(bench, choiceOf('csv', { packs: ['prices', 'markets'] }));
    const [hat] = cellsIn(bench, view.tab);
    expect(Object.keys(hat ?? {}).filter((name) => name.includes(' / '))).toEqual([
      ...['Price / Germany', 'Compare At Price / Germany'],
    ]);
    expect(previewOf(bench)).toMatchObject({ others: [] });
  });
});

test('without the access to channels these columns are not got, and all others are', () => {
  const bench = openWithoutChannels();
  const view = pull(bench, choiceOf('csv', { packs: ['basics', 'channels', 'collections'] }));
  expect(view).toMatchObject({ outcome: 'finished', problem: null });
  const [hat] = cellsIn(bench, view.tab);
  expect(Object.keys(hat ?? {})).toContain('Collections');
  expect(Object.keys(hat ?? {})).not.toContain('Channels');
});
