import type { Sheet } from '../../../local/apps-script/runtime';
import { typeInto } from '../../../local/apps-script/runtime/person';
import type { Workbench } from '../../support/workbench';
import type { Hot } from '../store/other-people';
import {
  cellAt,
  columnsOf,
  filledRows,
  isOfProduct,
  LOCATIONS,
  ownTabs,
  productKey,
  textAt,
  variantKey,
  type Word,
} from './cells';
import type { Draw } from './draw';
import { twinRow } from './draw-twins';
import { drawProduct, productRows } from './draw-workbook';
import { LIFE_ACTS } from './life-acts';
import { TYPED } from './typed-texts';

/** Handles, options and SKUs name things, so they are edited seldom. */
const NAMING: readonly Word[] = ['handle', 'option', 'sku'];

type Edit = (bench: Workbench, draw: Draw, sheet: Sheet) => string;

function type(bench: Workbench, sheet: Sheet, at: { row: number; header: string }, text: string): string {
  const column = (sheet.rows[0] ?? []).indexOf(at.header) + 1;
  const before = cellAt(sheet, at.row, at.header);
  typeInto(bench.runtime.state.workbook, sheet, { row: at.row + 1, column }, text, bench.clock.now());
  return `${sheet.name}:${at.row + 1} ${at.header} “${before}” → “${text}”`;
}

/** Columns that a row asks something in; what belongs to a product stands on its first row. */
function columnsIn(sheet: Sheet, row: number) {
  const isFirst = textAt(sheet, row, 'title') !== '';
  return columnsOf(sheet).filter(
    ({ word, header }) =>
      TYPED[word] &&
      (isFirst || !isOfProduct(word)) &&
      (!NAMING.includes(word) || (sheet.name === 'Products' && cellAt(sheet, row, header) !== '')),
  );
}

/** How a fact is edited that stands in several cells: in one of them, in all alike, or in each differently. */
type Reach = 'one' | 'alike' | 'apart';

interface Typing extends Hot {
  /** A price that looks like a slip is typed in place of it. */
  readonly isSlip?: boolean;
}

/** The cell of the hot word, in whichever tab it stands. */
export function typeHot(
  bench: Workbench,
  draw: Draw,
  { key, word: hot, isSlip = false }: Typing,
): string | undefined {
  const word = isSlip ? 'price' : hot;
  const isOf = (sku: string) =>
    isOfProduct(word) ? productKey(sku) === productKey(key) : variantKey(sku) === key;
  const cells = ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet)
      .filter((row) => isOf(textAt(sheet, row, 'sku')))
      .flatMap((row) =>
        columnsIn(sheet, row)
          .filter((column) => column.word === word)
          .map(({ header }) => ({ sheet, row, header })),
      ),
  );
  if (cells.length === 0) return undefined;
  const reach: Reach = draw.chance(0.75) ? 'alike' : draw.one(['one', 'apart']);
  const drawText = (now: string) => (isSlip ? `${2 + draw.upTo(3)}.00` : (TYPED[word]?.(draw, now) ?? ''));
  const first = draw.one(cells);
  const text = drawText(cellAt(first.sheet, first.row, first.header));
  const edited = reach === 'one' ? [first] : cells.filter((cell) => isSamePlace(cell, first));
  return edited
    .map(({ sheet, ...at }) => {
      const now = cellAt(sheet, at.row, at.header);
      return type(bench, sheet, at, reach === 'apart' ? drawText(now) : text);
    })
    .join('\n');
}

interface TypedCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly header: string;
}

/** Quantities of one item at two locations are two facts. */
function isSamePlace(one: TypedCell, other: TypedCell): boolean {
  const placeOf = ({ sheet, row, header }: TypedCell) =>
    columnsOf(sheet).find((column) => column.header === header)?.location ||
    textAt(sheet, row, 'location') ||
    LOCATIONS[0];
  return placeOf(one) === placeOf(other);
}

/** Two rows that contradict each other say the same again, as one of them does. */
export function makeEqual(bench: Workbench, draw: Draw, cells: readonly TypedCell[]): string {
  const { sheet, row, header } = draw.one(cells);
  const text = cellAt(sheet, row, header);
  return cells.map((cell) => type(bench, cell.sheet, cell, text)).join('\n');
}

const EDITS: Readonly<Record<string, Edit>> = {
  cell(bench, draw, sheet) {
    const row = draw.one(filledRows(sheet));
    const columns = columnsIn(sheet, row);
    const named = columns.filter(({ word }) => NAMING.includes(word));
    const usual = columns.filter(({ word }) => !NAMING.includes(word));
    if (columns.length === 0) return 'no cell to edit';
    const { word, header } = draw.one(named.length > 0 && draw.chance(0.12) ? named : usual);
    return type(bench, sheet, { row, header }, TYPED[word]?.(draw, cellAt(sheet, row, header)) ?? '');
  },
  'blank cell': (bench, draw, sheet) => {
    const row = draw.one(filledRows(sheet));
    const columns = columnsIn(sheet, row).filter(({ word }) => word !== 'handle' && word !== 'sku');
    if (columns.length === 0) return 'no cell to empty';
    return type(bench, sheet, { row, header: draw.one(columns).header }, '');
  },
  'new product': (bench, draw) => {
    const drawn = drawProduct(draw, unusedNumber(bench, 1000 + (bench.clock.now() % 100_000)));
    const products = ownTabs(bench).find(({ name }) => name === 'Products') as Sheet;
    const rows = productRows(draw, drawn, (products.rows[0] ?? []).map(String));
    const appended = append(products, rows);
    const others = ownTabs(bench).filter(({ name }) => name === 'Prices' || name === 'More');
    if (others.length === 0 || draw.chance(0.5)) return appended;
    const tabs = { Products: [(products.rows[0] ?? []).map(String), ...rows] };
    const twins = others.map((sheet) =>
      append(
        sheet,
        rows.map((row) => twinRow((sheet.rows[0] ?? []).map(String), row, tabs)),
      ),
    );
    return [appended, ...twins].join('\n');
  },
  'new variant': (bench, draw) => {
    const products = ownTabs(bench).find(({ name }) => name === 'Products') as Sheet;
    const rows = filledRows(products).filter((row) => textAt(products, row, 'option') !== '');
    if (rows.length === 0) return 'no product with options';
    const sku = textAt(products, draw.one(rows), 'sku');
    const first = rows.find((row) => productKey(textAt(products, row, 'sku')) === productKey(sku)) as number;
    const size = `N${unusedNumber(bench, bench.clock.now() % 100_000)}`;
    const handle = textAt(products, first, 'handle');
    const drawn = { handle, title: '', sizes: ['', size], skus: ['', `${productKey(sku)}-${size}`] };
    return append(products, productRows(draw, drawn, (products.rows[0] ?? []).map(String)).slice(1));
  },
  'remove row': (_, draw, sheet) => {
    const rows = filledRows(sheet);
    if (rows.length < 3) return 'no row to remove';
    const row = draw.one(rows);
    const removed = sheet.rows.splice(row, 1)[0];
    return `${sheet.name}: row ${row + 1} removed: ${removed?.slice(0, 12).join(',')}`;
  },
  'rows round': (_, __, sheet) => {
    const body = sheet.rows.splice(1);
    const handles = body.map((row) => String(row[0]));
    const isOnePerItem = new Set(handles).size === handles.length;
    sheet.rows.push(...(isOnePerItem ? body.reverse() : body));
    return `${sheet.name}: rows ${isOnePerItem ? 'turned round' : 'left as they are'}`;
  },
  'column one row off': (_, __, sheet) => {
    const numbers = columnsOf(sheet).filter(({ word }) => ['price', 'available', 'onHand'].includes(word));
    const header = numbers[0]?.header ?? '';
    const column = (sheet.rows[0] ?? []).indexOf(header);
    const rows = filledRows(sheet);
    const values = rows.map((row) => sheet.rows[row]?.[column] ?? '');
    if (column < 0) return 'no column of numbers';
    rows.forEach((row, index) => {
      (sheet.rows[row] as unknown[])[column] = values[(index + 1) % values.length];
    });
    return `${sheet.name}: ${header} is one row off`;
  },
};

/** Two edits may come in the same millisecond. */
function unusedNumber(bench: Workbench, from: number): number {
  const skus = ownTabs(bench).flatMap((sheet) => filledRows(sheet).map((row) => textAt(sheet, row, 'sku')));
  const isUsed = (number: number) => skus.some((sku) => sku.split(/[KN-]/).includes(String(number)));
  return isUsed(from) ? unusedNumber(bench, from + 1) : from;
}

function append(sheet: Sheet, rows: string[][]): string {
  sheet.rows.push(...rows);
  sheet.maxRows = Math.max(sheet.maxRows, sheet.rows.length);
  return `${sheet.name}: new rows ${JSON.stringify(rows)}`;
}

/** One of these acts, and another where the tabs have nothing for it. */
export function lifeAct(bench: Workbench, draw: Draw, names = Object.keys(LIFE_ACTS)): string {
  for (let tries = 0; tries < 6; tries += 1) {
    const did = LIFE_ACTS[draw.one(names)]?.(bench, draw).trim() ?? '';
    if (did !== '' && !did.startsWith('no ')) return did;
  }
  return 'nothing of it';
}

/** Does one thing that a merchant does to a tab; says it, as a line of the script. */
export function editWorkbook(bench: Workbench, draw: Draw, hot: Hot): string {
  if (draw.chance(0.4)) return lifeAct(bench, draw);
  const typed = draw.chance(0.6) ? typeHot(bench, draw, hot) : undefined;
  if (typed) return typed;
  const name = draw.one(['cell', 'cell', 'cell', 'cell', 'new variant', ...Object.keys(EDITS)]);
  return (EDITS[name] as Edit)(bench, draw, draw.one(ownTabs(bench)));
}

/** Every price goes up a little, as after a letter of the supplier: so much that many change, and so little that none is held. */
export function raisePrices(bench: Workbench): string {
  const raised = ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) =>
      columnsOf(sheet)
        .filter(({ word, header }) => word === 'price' && /^\d+\.\d\d$/.test(cellAt(sheet, row, header)))
        .map(({ header }) => {
          const price = Number(cellAt(sheet, row, header)) + 0.25;
          return type(bench, sheet, { row, header }, price.toFixed(2));
        }),
    ),
  );
  return raised.join('\n') || 'no price to raise';
}
