import {
  deleteSheetColumns,
  insertSheetColumns,
  writeEntries,
} from '../../../local/apps-script/workbook/cells';
import { columnReader } from '../../../local/apps-script/workbook/layers';
import { HEADER_SEARCH_ROWS, recogniseTab } from '../../../src/catalog/tab/layout';
import { isPhotoFormula, PHOTO_HEADER, photoFormula } from '../../../src/catalog/tab/photo-column';
import { type Form, USUAL_PACKS } from '../../../src/catalog/writing/forms';
import { csvOf } from '../../support/csv';
import { imageAt, productOf } from '../../support/images-of-mug';
import { sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { refresh } from '../refresh/refreshing';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const ROWS = csvOf([
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price', 'Image Src', 'Variant Image'],
  ['mug', 'Mug', 'Size', 'S', '5.00', imageAt('a'), ''],
  ['mug', '', '', 'M', '6.00', imageAt('b'), imageAt('c')],
  ['plain', 'Plain', '', '', '7.00', '', ''],
]);
const PACKS = [...USUAL_PACKS, 'photo'] as const;

/** A store with a mug of two variants and three images, and a product without any. */
function openShop(): Workbench {
  const bench = openConnected();
  bench.sync({ Products: ROWS });
  bench.clock.advance(60_000);
  bench.call('chooseTabs', { sheetIds: [] });
  return bench;
}

/** Formulas of the column of photos by handle and option of the row, as `mug S`; '' where there is none. */
function photosIn(bench: Workbench, tab: string): Record<string, string> {
  const sheet = sheetOf(bench, tab);
  const headers = (sheet.rows[0] ?? []).map(String);
  const at = headers.indexOf(PHOTO_HEADER) + 1;
  const formula = columnReader(sheet.layers.formula, at);
  const place = (name: RegExp) => headers.findIndex((header) => name.test(header));
  return Object.fromEntries(
    sheet.rows.slice(1).flatMap((cells, index) => {
      const named = [place(/handle/i), place(/^option1 value$/i)].map((column) =>
        String(cells[column] ?? ''),
      );
      return cells[place(/^variant id$/i)] ? [[named.join(' ').trim(), formula(index + 2) ?? '']] : [];
    }),
  );
}
const named = (photos: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(photos).map(([row, formula]) => [row, /\/([a-z]+)\.jpg/.exec(formula)?.[1] ?? formula]),
  );
/** As a person types a formula into the cell of a photo. */
function typePhoto(bench: Workbench, tab: string, row: number, formula: string): void {
  const sheet = sheetOf(bench, tab);
  const column = (sheet.rows[0] ?? []).map(String).indexOf(PHOTO_HEADER) + 1;
  const area = { row, column, rowCount: 1, columnCount: 1 };
  writeEntries(sheet, area, () => ({ value: '', ...(formula && { formula }) }));
}

function moveToFront(bench: Workbench, place: number): void {
  const { id, media } = productOf(bench);
  bench.store.execute({
    query:
      'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }',
    variables: { id, moves: [{ id: media.nodes[place]?.id ?? '', newPosition: '0' }] },
  });
  bench.clock.advance(60_000);
}

describe('a column of photos', () => {
  test.each<Form>(['csv', 'classic', 'matrixify'])(
    'in the form %s shows each variant as customers see it, and a preview finds nothing',
    (form) => {
      const bench = openShop();
      const { tab } = pull(bench, choiceOf(form, { packs: [...PACKS] }));
      const photos = photosIn(bench, tab);
      expect(named(photos)).toEqual({ 'mug S': 'a', 'mug M': 'c', 'plain Default Title': '' });
      expect(Object.values(photos).filter(Boolean).every(isPhotoFormula)).toBe(true);
      expect(Object.keys(sheetOf(bench, tab).rowHeights ?? {})).toEqual(['2', '3', '4', '5']);
      const { others, upToDate } = previewOf(bench);
      expect([others, upToDate > 0]).toEqual([[], true]);
      const column = (sheetOf(bench, tab).rows[0] ?? []).map(String).indexOf(PHOTO_HEADER) + 1;
      expect(columnReader(sheetOf(bench, tab).layers.note, column)(1)).toMatch(
        /No sync reads this column, and nothing in it is sent/,
      );
    },
  );

  test('also without the columns of images', () => {
    const bench = openShop();
    const { tab } = pull(bench, choiceOf('csv', { packs: ['prices', 'photo'] }));
    expect(named(photosIn(bench, tab))).toEqual({ 'mug S': 'a', 'mug M': 'c', 'plain Default Title': '' });
    expect(previewOf(bench).others).toEqual([]);
  });

  test('is there only where it was chosen', () => {
    const bench = openShop();
    const { tab } = pull(bench, choiceOf('csv'));
    expect(sheetOf(bench, tab).rows[0]).not.toContain(PHOTO_HEADER);
  });

  test('is renewed by a refresh, and emptied where the photo is gone', () => {
    const bench = openShop();
    const { tab } = pull(bench, choiceOf('csv', { packs: [...PACKS] }));
    moveToFront(bench, 1);
    const before = photosIn(bench, tab);
    expect(refresh(bench).words).toContain('1 photo renewed.');
    expect(named(photosIn(bench, tab))).toEqual({ 'mug S': 'b', 'mug M': 'c', 'plain Default Title': '' });
    expect(photosIn(bench, tab)['mug M']).toBe(before['mug M']);
    expect(refresh(bench).words).toBe('Shopify has nothing new: no cell was written.');
    const { id, media } = productOf(bench);
    bench.store.execute({
      query:
        'mutation ($id: ID!, $ids: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $ids) { deletedMediaIds } }',
      variables: { id, ids: media.nodes.map((each) => each.id) },
    });
    bench.clock.advance(60_000);
    expect(refresh(bench).words).toContain('2 photos renewed.');
    expect(Object.values(photosIn(bench, tab))).toEqual(['', '', '']);
  });

  test('is renewed where it shows ours or nothing, and a formula of a person’s stays', () => {
    const bench = openShop();
    const { tab } = pull(bench, choiceOf('csv', { packs: [...PACKS] }));
    moveToFront(bench, 1);
    typePhoto(bench, tab, 2, '=IMAGE("https://example.com/own.jpg")');
    typePhoto(bench, tab, 3, '');
    expect(refresh(bench).words).toContain('1 photo renewed.');
    const photos = photosIn(bench, tab);
    expect(photos['mug S']).toBe('=IMAGE("https://example.com/own.jpg")');
    expect(named(photos)['mug M']).toBe('c');
    expect(previewOf(bench).others.filter((line) => !line.includes('Image position'))).toEqual([]);
  });

  test('is never read: whatever stands there is neither sent nor told', () => {
    const bench = openShop();
    const { tab } = pull(bench, choiceOf('csv', { packs: [...PACKS] }));
    const sheet = sheetOf(bench, tab);
    const column = (sheet.rows[0] ?? []).map(String).indexOf(PHOTO_HEADER);
    for (const [index, cells] of sheet.rows.entries()) {
      if (index === 0) continue;
      while (cells.length < column) cells.push('');
      cells[column] = ['[delete]', '=1+1', 'https://images.example.com/x.jpg'][index - 1] ?? 'x';
    }
    sheet.layers.formula = {};
    expect(previewOf(bench).others).toEqual([]);
    expect(refresh(bench).words).not.toContain('renewed');
    expect(sheet.rows[1]?.[column]).toBe('[delete]');
  });

  test('has no meaning under any dialect, and is no field of the shop’s that is called so', () => {
    const headers = ['Handle', 'Title', 'Price', PHOTO_HEADER.toUpperCase()];
    const read = recogniseTab([headers, ...Array.from({ length: HEADER_SEARCH_ROWS }, () => [])]);
    expect(read.kind).toBe('recognised');
    if (read.kind === 'ignored') return;
    expect(read.layout.columns.map(({ header }) => header)).toEqual(['Handle', 'Title', 'Price']);
    expect([read.layout.unknown, read.layout.unsynced, read.layout.unknownAt]).toEqual([[], [], []]);
  });
});

test('a photo whose address holds the name of a function keeps no cell from being refreshed', () => {
  const bench = openShop();
  const { tab } = pull(bench, choiceOf('csv', { packs: [...PACKS] }));
  const sheet = sheetOf(bench, tab);
  // A person drags the column to the front.
  const column = (sheet.rows[0] ?? []).map(String).indexOf(PHOTO_HEADER) + 1;
  const formula = photoFormula('https://cdn.shopify.com/map(1){2}.jpg?v=1');
  deleteSheetColumns(sheet, column, 1);
  insertSheetColumns(sheet, 0, 1);
  const fill = (row: number, entry: { value: string; formula?: string }) =>
    writeEntries(sheet, { row, column: 1, rowCount: 1, columnCount: 1 }, () => entry);
  fill(1, { value: PHOTO_HEADER });
  for (const row of [2, 3, 4]) fill(row, { value: '', formula });
  bench.store.execute({
    query:
      'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
    variables: { product: { id: productOf(bench).id, title: 'Cup' } },
  });
  expect(refresh(bench).words).toContain('1 cell took Shopify’s value.');
});

describe('the formula of a photo', () => {
  test.each([
    ['https://cdn.shopify.com/a.jpg?v=1', '=IMAGE("https://cdn.shopify.com/a.jpg?v=1&width=160")'],
    ['https://cdn.shopify.com/a.jpg', '=IMAGE("https://cdn.shopify.com/a.jpg?width=160")'],
    ['https://x.test/a".jpg?q="&1=1', '=IMAGE("https://x.test/a"".jpg?q=""&1=1&width=160")'],
    ['https://x.test/")&IMPORTDATA("y', '=IMAGE("https://x.test/"")&IMPORTDATA(""y?width=160")'],
    ['http://x.test/a.jpg', ''],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', ''],
    ['', ''],
  ])('of %s is %s', (url, formula) => {
    expect(photoFormula(url)).toBe(formula);
    if (formula) expect(isPhotoFormula(formula)).toBe(true);
  });

  test.each([
    '=IMAGE("https://x.test/a.jpg")',
    '=IMAGE("https://x.test/a.jpg?width=160", 2)',
    '=IMAGE("https://x.test/a.jpg?width=160")&"x"',
    '=IMAGE("https://x.test/?width=160")&IMAGE("https://x.test/?width=160")',
    '=IMAGE(A1)',
    '',
  ])('is not ours where a person wrote %s', (formula) => expect(isPhotoFormula(formula)).toBe(false));
});
