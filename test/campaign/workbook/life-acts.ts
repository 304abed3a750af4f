import type { Sheet } from '../../../local/apps-script/runtime';
import { writeEntries } from '../../../local/apps-script/workbook/cells';
import type { Workbench } from '../../support/workbench';
import {
  cellAt,
  columnsOf,
  filledRows,
  headerOf,
  isStock,
  ownTabs,
  productKey,
  textAt,
  variantKey,
  type Word,
} from './cells';
import type { Draw } from './draw';
import { TYPED } from './typed-texts';
import { isRemoval, withoutRemoval } from './worded-cells';

/** What a merchant asks of the life of an item: its end, its pictures, its names, and what is counted. */
export const LIFE_ACTS: Readonly<Record<string, (bench: Workbench, draw: Draw) => string>> = {
  'end of an item': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products);
    const row = draw.one(rows);
    const key = productKey(textAt(products, row, 'sku'));
    const whole = draw.chance(0.4);
    const asked = rows.filter(
      (each) => each === row || (whole && productKey(textAt(products, each, 'sku')) === key),
    );
    return put(products, asked, 'delete', () => (draw.chance(0.8) ? '[delete]' : ''));
  },
  'an image is removed': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => /^http/.test(textAt(products, row, 'image')));
    if (rows.length === 0) return 'no image to remove';
    const row = draw.one(rows);
    return put(products, [row], 'image', (address) => `[delete] ${address}`);
  },
  'a removal is taken back': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => isRemoval(textAt(products, row, 'image')));
    if (rows.length === 0) return 'no removal to take back';
    return put(products, [draw.one(rows)], 'image', (text) => (draw.chance(0.5) ? withoutRemoval(text) : ''));
  },
  'images change places': (bench, draw) => {
    const products = productsTab(bench);
    const key = productKey(textAt(products, draw.one(filledRows(products)), 'sku'));
    const rows = filledRows(products).filter(
      (row) =>
        productKey(textAt(products, row, 'sku')) === key && /^http/.test(textAt(products, row, 'image')),
    );
    const addresses = rows.map((row) => textAt(products, row, 'image'));
    if (new Set(addresses).size < 2) return 'no images to turn round';
    return put(products, rows, 'image', (_, index) => addresses.at(-1 - index) ?? '');
  },
  'images get numbers': (bench, draw) => {
    const products = productsTab(bench);
    const key = productKey(textAt(products, draw.one(filledRows(products)), 'sku'));
    const rows = filledRows(products).filter(
      (row) => productKey(textAt(products, row, 'sku')) === key && textAt(products, row, 'image') !== '',
    );
    if (rows.length < 2) return 'no images to number';
    const first = draw.upTo(rows.length);
    return put(products, rows, 'position', (_, index) => `${((index + first) % rows.length) + 1}`);
  },
  'stock is added': (bench, draw) => {
    const products = productsTab(bench);
    const row = draw.one(filledRows(products));
    const sku = variantKey(textAt(products, row, 'sku'));
    const adjusted = columnsOf(products).filter(({ word }) => word === 'adjust');
    if (adjusted.length === 0) return 'no column of numbers to add';
    // A level is set or adjusted, never both.
    const emptied = ownTabs(bench).flatMap((sheet) =>
      columnsOf(sheet)
        .filter(({ word }) => isStock(word))
        .map(({ header }) => putInto(sheet, ofItem(sheet, sku), header, () => '')),
    );
    const { header } = draw.one(adjusted);
    return [...emptied, putInto(products, [row], header, () => `${3 + draw.upTo(60)}`)]
      .filter(Boolean)
      .join('\n');
  },
  'a variant gets another image': (bench, draw) => {
    const products = productsTab(bench);
    const typed = TYPED.variantImage;
    return put(products, [draw.one(filledRows(products))], 'variantImage', (now) => typed?.(draw, now) ?? '');
  },
  'options change places': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => textAt(products, row, 'secondValue') !== '');
    if (rows.length === 0) return 'no two options';
    const key = productKey(textAt(products, draw.one(rows), 'sku'));
    const own = rows.filter((row) => productKey(textAt(products, row, 'sku')) === key);
    const exchange = (one: Word, other: Word) => {
      const [first, second] = [one, other].map((word) => own.map((row) => textAt(products, row, word)));
      return [
        put(products, own, one, (_, index) => second?.[index] ?? ''),
        put(products, own, other, (_, index) => first?.[index] ?? ''),
      ];
    };
    return [...exchange('optionName', 'secondName'), ...exchange('option', 'secondValue')].join('\n');
  },
  'a further image': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => textAt(products, row, 'image') === '');
    if (rows.length === 0) return 'no room for an image';
    const address = `https://images.example.com/further-${draw.upTo(100_000)}.jpg`;
    return put(products, [draw.one(rows)], 'image', () => address);
  },
  'an option is renamed': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => textAt(products, row, 'optionName') !== '');
    if (rows.length === 0) return 'no option to rename';
    const key = productKey(textAt(products, draw.one(rows), 'sku'));
    const name = draw.one(['Size', 'Fit', 'Width']);
    return ownTabs(bench)
      .filter(({ name: tab }) => ['Products', 'More'].includes(tab))
      .map((sheet) => {
        const own = filledRows(sheet).filter(
          (row) => productKey(textAt(sheet, row, 'sku')) === key && textAt(sheet, row, 'optionName') !== '',
        );
        return put(sheet, own, 'optionName', () => name);
      })
      .join('\n');
  },
  'values get another order': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter(
      (row) => textAt(products, row, 'option') !== '' && textAt(products, row, 'title') !== '',
    );
    if (rows.length === 0) return 'no values to put in order';
    const order = draw.one(['S, M, L', 'L, M, S', 'M', 'M, S', 'S, XL', 'S, S', '']);
    return put(products, [draw.one(rows)], 'valueOrder', () => order);
  },
  'an alt text is typed': (bench, draw) => {
    const products = productsTab(bench);
    const rows = filledRows(products).filter((row) => /^http/.test(textAt(products, row, 'image')));
    if (rows.length === 0) return 'no image to describe';
    const text = draw.one(['From above', 'In use', '[clear]']);
    return put(products, [draw.one(rows)], 'alt', () => text);
  },
  'a product gets a second option': (bench, draw) => {
    const products = productsTab(bench);
    const first = draw.one(filledRows(products));
    const key = productKey(textAt(products, first, 'sku'));
    const rows = filledRows(products).filter((row) => productKey(textAt(products, row, 'sku')) === key);
    if (
      rows.some((row) => textAt(products, row, 'optionName') === '' && textAt(products, row, 'title') !== '')
    )
      return 'no first option';
    const value = draw.one(['Red', 'Blue']);
    return [
      put(products, rows.slice(0, 1), 'secondName', () => 'Colour'),
      put(products, rows, 'secondValue', () => value),
    ].join('\n');
  },
  'a handle is typed over': (bench, draw) => {
    const key = productKey(textAt(productsTab(bench), draw.one(filledRows(productsTab(bench))), 'sku'));
    const handle = `renamed ${draw.upTo(100_000)}`;
    return ownTabs(bench)
      .map((sheet) => {
        const rows = filledRows(sheet).filter((row) => productKey(textAt(sheet, row, 'sku')) === key);
        return headerOf(sheet, 'handle') ? put(sheet, rows, 'handle', () => handle) : '';
      })
      .filter(Boolean)
      .join('\n');
  },
  'prices are counted': (bench, draw) => {
    const products = filledRows(productsTab(bench)).map((row) => textAt(productsTab(bench), row, 'sku'));
    const sku = draw.chance(0.6) ? draw.one(products).replace(/x+$/, '') : undefined;
    const text = draw.one(['+5 %', '-10 %', '*1.2']);
    const word = draw.one(['price', 'price', 'compare', 'cost'] as const);
    return ownTabs(bench)
      .map((sheet) => {
        const rows = filledRows(sheet).filter(
          (row) =>
            Number(textAt(sheet, row, word)) > 0 &&
            (!sku || textAt(sheet, row, 'sku').replace(/x+$/, '') === sku),
        );
        return put(sheet, rows, word, () => text);
      })
      .filter(Boolean)
      .join('\n');
  },
};

const productsTab = (bench: Workbench): Sheet =>
  ownTabs(bench).find(({ name }) => name === 'Products') as Sheet;

/** Writes texts that a keyboard would make formulas of, as after an apostrophe. */
function put(
  sheet: Sheet,
  rows: readonly number[],
  word: Word,
  text: (now: string, index: number) => string,
): string {
  const header = headerOf(sheet, word);
  if (
    !header ||
    (!['optionName', 'valueOrder', 'secondName', 'secondValue', 'alt', 'delete'].includes(word) &&
      !columnsOf(sheet).some((one) => one.header === header))
  )
    return '';
  return putInto(sheet, rows, header, text);
}

const ofItem = (sheet: Sheet, sku: string): number[] =>
  filledRows(sheet).filter((row) => variantKey(textAt(sheet, row, 'sku')) === sku);

function putInto(
  sheet: Sheet,
  rows: readonly number[],
  header: string,
  text: (now: string, index: number) => string,
): string {
  const column = (sheet.rows[0] ?? []).indexOf(header) + 1;
  return rows
    .map((row, index) => {
      const before = cellAt(sheet, row, header);
      const value = text(before, index);
      writeEntries(sheet, { row: row + 1, column, rowCount: 1, columnCount: 1 }, () => ({ value }));
      return `${sheet.name}:${row + 1} ${header} “${before}” → “${value}”`;
    })
    .join('\n');
}
