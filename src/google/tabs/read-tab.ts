import type { GridRow } from '../../catalog/tab/grid';
import { readsText, refusesFormulas } from '../../catalog/tab/layout';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { RawCell } from '../../catalog/values/cell';
import type { HeadlessCell, RowSpan, Tabs } from '../../ports/tabs';
import { lengthOf, sheetById, spansOf } from './active-spreadsheet';
import { isAtOnce, openView, type TabView, viewOf } from './tab-view';

/** Columns that are read along although nobody asked for them, to save a call. */
const BRIDGED_COLUMNS = 3;

export function readTopRows(sheetId: number, count: number): readonly (readonly string[])[] {
  const view = viewOf(sheetById(sheetId));
  const top = view.shown(1, 1, Math.min(count, view.lastRow), view.lastColumn);
  return top.every((row) => row.every((text) => text === '')) ? [] : top;
}

export function readGrid(sheetId: number, layout: TabLayout, within?: RowSpan): ReturnType<Tabs['read']> {
  const sheet = sheetById(sheetId);
  const view = viewOf(sheet);
  const firstRow = Math.max(layout.headerRow + 1, within?.firstRow ?? 0);
  const rowCount = Math.min(view.lastRow - firstRow + 1, within?.rowCount ?? Number.POSITIVE_INFINITY);
  if (rowCount <= 0) return { rows: [], headless: undefined };
  const span = { firstRow, rowCount, width: view.lastColumn };
  if (isAtOnce() && !within) view.marks ??= marksOf(view, layout);

  const indexes = layout.columns.map(({ index }) => index);
  const values = readColumns<unknown>(span, [...indexes, ...layout.headless], view.values);
  const shown = readColumns<string>(span, shownColumns(layout, values), view.shown);
  const formulas = readColumns<string>(
    span,
    layout.columns.filter(refusesFormulas).map(({ index }) => index),
    (...area) => sheet.getRange(...area).getFormulas(),
  );

  const rows: GridRow[] = [];
  let headless: HeadlessCell | undefined;
  for (let offset = 0; offset < rowCount; offset += 1) {
    const row = firstRow + offset;
    const cells = indexes.map((index): RawCell => rawCell(values.get(index)?.[offset]));
    if (cells.some((cell) => cell !== '')) {
      const texts = indexes.map((index, position) => {
        const cell = cells[position] ?? '';
        return shown.get(index)?.[offset] ?? (typeof cell === 'string' ? cell : '');
      });
      const refused = indexes.flatMap((index, position) => (formulas.get(index)?.[offset] ? [position] : []));
      rows.push({ row, cells, texts, ...(refused.length > 0 && { formulas: refused }) });
    }
    const textAt = (column: number) => {
      const cell = rawCell(values.get(column)?.[offset]);
      return typeof cell === 'object' ? cell.date : String(cell);
    };
    const column = headless ? undefined : layout.headless.find((index) => textAt(index) !== '');
    if (column !== undefined) headless = { row, column, text: textAt(column) };
  }
  return { rows, headless };
}

/**
 * Tells whether no row and no column moved since reading of the tab began. Reading takes several calls, between which
 * people may sort, insert and delete; then the value of one item would count as another's.
 */
export function isUnmoved(sheetId: number, layout: TabLayout): boolean {
  const sheet = sheetById(sheetId);
  const view = viewOf(sheet);
  const { marks } = view;
  return marks === undefined || namesAgree(view, layout) || marks === marksOf(openView(sheet), layout);
}

/**
 * Whether both readings of a small tab, as shown and as typed, give each row the same name, which saves a third. Text is
 * shown as it was typed; a number may be shown in any form.
 */
function namesAgree(view: TabView, { headerRow, columns }: TabLayout): boolean {
  if (!view.isWhole || columns.some(refusesFormulas)) return false;
  const naming = columns.filter(({ column }) => column.identifies);
  const area = [headerRow, 1, view.lastRow - headerRow + 1, view.lastColumn] as const;
  const shown = view.shown(...area);
  return view.values(...area).every((typed, at) => {
    const isSame = ({ index }: { readonly index: number }) => typed[index] === shown[at]?.[index];
    return at === 0
      ? columns.every(isSame)
      : naming.every(isSame) && naming.some(({ index }) => typed[index] !== '');
  });
}

function marksOf({ lastRow, lastColumn: width, shown }: TabView, { headerRow, columns }: TabLayout): string {
  const [headers = []] = shown(headerRow, 1, 1, width);
  const naming = columns.flatMap(({ column, index }) => (column.identifies ? [index] : []));
  const below = { firstRow: headerRow + 1, rowCount: Math.max(0, lastRow - headerRow), width };
  const names = below.rowCount > 0 ? readColumns(below, naming, shown) : [];
  return JSON.stringify([columns.map(({ index }) => headers[index]), ...names]);
}

/**
 * Columns to read also as displayed. Columns of text, if they hold anything but text. Other columns, if they hold a
 * date, because messages show what the merchant sees, or a number, because 500% is stored as 5.
 */
function shownColumns(layout: TabLayout, values: ReadonlyMap<number, readonly unknown[]>): readonly number[] {
  return layout.columns
    .filter((column) => {
      const isShown = readsText(column)
        ? (value: unknown) => typeof value !== 'string'
        : (value: unknown) => typeof value === 'number' || isDate(value);
      return values.get(column.index)?.some(isShown);
    })
    .map(({ index }) => index);
}

/** Columns by their 0-based position, in few calls. */
function readColumns<Value>(
  { firstRow, rowCount, width }: RowSpan & { readonly width: number },
  indexes: readonly number[],
  read: (...area: Parameters<TabView['values']>) => Value[][],
): ReadonlyMap<number, readonly Value[]> {
  const columns = new Map<number, Value[]>();
  const wanted = indexes.filter((index) => index < width);
  for (const span of spansOf(wanted, BRIDGED_COLUMNS)) {
    const block = read(firstRow, span.first + 1, rowCount, lengthOf(span));
    for (const index of wanted.filter(
      (wantedIndex) => wantedIndex >= span.first && wantedIndex <= span.last,
    )) {
      columns.set(
        index,
        block.map((cells) => cells[index - span.first] as Value),
      );
    }
  }
  return columns;
}

/**
 * A value of `Range.getValues()` as the catalog knows it. Dates are recognised by their tag, because `instanceof` fails
 * for values of another realm. Anything else that is no plain value (an image in a cell) counts as an empty cell.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#getvalues
 */
export function rawCell(value: unknown): RawCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? { date: value.toISOString() } : '';
}

export function isDate(value: unknown): value is Date {
  // Called for every cell, so values that are no objects are ruled out first.
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}
