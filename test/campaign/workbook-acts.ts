import { typeInto } from '../../local/apps-script/person';
import type { Sheet } from '../../local/apps-script/runtime';
import { STATUS_HEADERS } from '../../src/catalog/status-block';
import type { Workbench } from '../end-to-end/workbench';
import type { Draw } from './draw';
import { drawPrice, drawProduct, drawQuantity, productRows } from './draw-workbook';

/** A tab that the campaign fills and edits, which the add-on's own tabs are not. */
export function ownTabs({ runtime }: Workbench): Sheet[] {
  return runtime.state.workbook.sheets.filter(({ name }) => ['Products', 'Prices', 'Stock'].includes(name));
}

export const textAt = ({ rows }: Sheet, row: number, column: string): string =>
  String(rows[row]?.[(rows[0] ?? []).indexOf(column)] ?? '');

/** 0-based rows with something of the merchant's own in them. */
export function filledRows(sheet: Sheet): number[] {
  return sheet.rows.flatMap((_, row) => (row > 0 && textAt(sheet, row, 'SKU') !== '' ? [row] : []));
}

/** What a merchant may type into a cell of a column; SKUs stay, so that each names one variant. */
const TYPED: Readonly<Record<string, (draw: Draw) => string>> = {
  Title: (draw) => draw.one(['Best mug', 'Old lamp', 'Set of two', 'Nice  tee']),
  Vendor: (draw) => draw.one(['Acme', 'Dune', '', '[clear]']),
  Tags: (draw) => draw.one(['summer', 'sale, new', 'gift, sale', '', '[clear]']),
  Status: (draw) => draw.one(['active', 'draft', 'archived', '']),
  Published: (draw) => draw.one(['TRUE', 'FALSE', '']),
  'Variant Price': drawPrice,
  Price: drawPrice,
  'Variant Compare At Price': (draw) => draw.one(['99.00', '', '[clear]']),
  'Compare-at price': (draw) => draw.one(['99.00', '', '[clear]']),
  'Inventory quantity': drawQuantity,
  Available: drawQuantity,
  Handle: (draw) => `renamed ${draw.upTo(1000)}`,
  'Option1 Value': (draw) => draw.one(['XL', 'XXL', 'Small']),
  'Image Src': (draw) => `https://images.example.com/${draw.upTo(1000)}.jpg`,
};

/** What belongs to a product stands on its first row. */
const OF_PRODUCT = ['Title', 'Vendor', 'Tags', 'Status', 'Published'];

type Edit = (bench: Workbench, draw: Draw, sheet: Sheet) => string;

function type(bench: Workbench, sheet: Sheet, at: { row: number; column: string }, text: string): string {
  const column = (sheet.rows[0] ?? []).indexOf(at.column) + 1;
  const before = textAt(sheet, at.row, at.column);
  typeInto(bench.runtime.state.workbook, sheet, { row: at.row + 1, column }, text, bench.clock.now());
  return `${sheet.name}:${at.row + 1} ${at.column} “${before}” → “${text}”`;
}

const EDITS: Readonly<Record<string, Edit>> = {
  cell(bench, draw, sheet) {
    const row = draw.one(filledRows(sheet));
    const isFirst = textAt(sheet, row, 'Title') !== '';
    const columns = (sheet.rows[0] ?? []).map(String).filter((name) => TYPED[name]);
    // Handles and options name things, so they are edited seldom.
    const naming = ['Handle', 'Option1 Value'];
    const usual = columns.filter((name) => !naming.includes(name) && (isFirst || !OF_PRODUCT.includes(name)));
    const named = naming.filter((name) => textAt(sheet, row, name) !== '' && columns.includes(name));
    const column = named.length > 0 && draw.chance(0.1) ? draw.one(named) : draw.one(usual);
    return type(bench, sheet, { row, column }, (TYPED[column] as (draw: Draw) => string)(draw));
  },
  'blank cell': (bench, draw, sheet) => {
    const columns = (sheet.rows[0] ?? []).map(String).filter((name) => TYPED[name] && name !== 'Handle');
    return type(bench, sheet, { row: draw.one(filledRows(sheet)), column: draw.one(columns) }, '');
  },
  'new product': (bench, draw) => {
    const products = ownTabs(bench).find(({ name }) => name === 'Products') as Sheet;
    const number = 1000 + (bench.clock.now() % 100_000);
    const drawn = drawProduct(draw, number);
    const rows = productRows(draw, drawn, (products.rows[0] ?? []).map(String));
    products.rows.push(...rows);
    products.maxRows = Math.max(products.maxRows, products.rows.length);
    return `new product ${JSON.stringify(rows)}`;
  },
  'remove row': (_, draw, sheet) => {
    const rows = filledRows(sheet);
    if (rows.length < 3) return 'no row to remove';
    const row = draw.one(rows);
    const removed = sheet.rows.splice(row, 1)[0];
    return `${sheet.name}: row ${row + 1} removed: ${removed?.slice(0, 9).join(',')}`;
  },
  'rows round': (_, __, sheet) => {
    const body = sheet.rows.splice(1);
    const handles = body.map((row) => String(row[0]));
    const isOnePerItem = new Set(handles).size === handles.length;
    sheet.rows.push(...(isOnePerItem ? body.reverse() : body));
    return `${sheet.name}: rows ${isOnePerItem ? 'turned round' : 'left as they are'}`;
  },
  'column one row off': (_, __, sheet) => {
    const header = (sheet.rows[0] ?? []).map(String);
    const column = header.findIndex((name) =>
      ['Variant Price', 'Price', 'Available', 'Inventory quantity'].includes(name),
    );
    const rows = filledRows(sheet);
    const values = rows.map((row) => sheet.rows[row]?.[column] ?? '');
    rows.forEach((row, index) => {
      (sheet.rows[row] as unknown[])[column] = values[(index + 1) % values.length];
    });
    return `${sheet.name}: ${header[column]} is one row off`;
  },
};

/** Does one thing that a merchant does to a tab; says it, as a line of the script. */
export function editWorkbook(bench: Workbench, draw: Draw): string {
  const name = draw.chance(0.7) ? 'cell' : draw.one(Object.keys(EDITS));
  return (EDITS[name] as Edit)(bench, draw, draw.one(ownTabs(bench)));
}

/** What the merchant's cells and the answers say, without times. */
export function readTabs(bench: Workbench): unknown {
  const hidden = [STATUS_HEADERS[2]] as readonly string[];
  return ownTabs(bench).map(({ name, rows }) => [
    name,
    rows.map((row) => row.map((cell, index) => (hidden.includes(String(rows[0]?.[index])) ? '' : cell))),
  ]);
}
