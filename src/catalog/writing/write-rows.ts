import type { CellKind } from '../columns/cell-kind';
import { cellKind, cellOfValue } from '../columns/cell-kinds';
import { type Column, isField } from '../columns/columns';
import { cellHolding } from '../reading/parse-rows';
import { photoFormula } from '../tab/photo-column';
import type { LayoutColumn, TabLayout } from '../tab/tab-layout';
import { type FieldValue, hasValue, type ParseContext, UNSHOWN_WORD } from '../values/cell';
import { isOwn, OWN_CELLS, type RowOf } from './own-cells';
import type { ShownProduct, ShownVariant } from './shown-product';

export type WrittenCell = string | number | boolean;

/** Source: https://support.google.com/drive/answer/37603 (the most characters of a cell) */
const LONGEST_CELL = 50_000;

/** Writes products as rows: what `parseRows` would read, written. Each cell is one that reads back as its value. */
export type WriteRows = (product: ShownProduct) => readonly (readonly WrittenCell[])[];

/** A writer for a tab, whose last column may show photos; it keeps what it has found out of values that come again and again. */
export function rowWriter(
  layout: TabLayout,
  { locations, hasPhoto }: { readonly locations: readonly string[]; readonly hasPhoto: boolean },
  context: ParseContext,
): WriteRows {
  const cells = layout.columns.map((column) => cellWriter(column, context));
  const isLong = layout.columns.some(({ column }) => column.identifies === 'location');
  return (product) => {
    const rows = rowsOf(product, layout, { locations, isLong });
    const written = withoutHalfOptions(
      rows.map((row) => cells.map((cell) => cell(row))),
      layout,
    );
    return hasPhoto
      ? written.map((row, index) => [...row, photoFormula(rows[index]?.variant?.photo ?? '')])
      : written;
  };
}

/** Options of which a part cannot be shown would name other variants: each row goes by the ID of its variant then. */
function withoutHalfOptions(
  rows: readonly (readonly WrittenCell[])[],
  { columns }: TabLayout,
): readonly (readonly WrittenCell[])[] {
  const options = columns.flatMap(({ column }, index) => (column.kind === 'option' ? [index] : []));
  if (!rows.some((row) => options.some((index) => row[index] === UNSHOWN_WORD))) return rows;
  const [name, value] = [false, true].map((isValue) =>
    options.find((index) => (columns[index]?.column.identifies === 'option') === isValue),
  );
  return rows.map((row) =>
    row.map((cell, index) => {
      if (!options.includes(index)) return cell;
      return (index === name || index === value) && cell !== '' ? UNSHOWN_WORD : '';
    }),
  );
}

/** Variants and images fill the rows downward, side by side; a location for each takes a row for each. */
function rowsOf(
  product: ShownProduct,
  { kind }: TabLayout,
  { locations, isLong }: { readonly locations: readonly string[]; readonly isLong: boolean },
): readonly RowOf[] {
  const { variants } = product;
  if (kind === 'products') {
    const images = product.images;
    const length = Math.max(variants.length, images.length, 1);
    return Array.from({ length }, (_, index) => ({
      product,
      isTop: index === 0 && !product.isContinued,
      variant: variants[index],
      image: images[index],
      // A column that names no location is that of the only one.
      location: locations[0],
    }));
  }
  const rowOf = (variant: ShownVariant, location: string | undefined): RowOf => ({
    product,
    isTop: false,
    variant,
    image: undefined,
    location,
  });
  return variants.flatMap((variant) => {
    if (!isLong) return [rowOf(variant, undefined)];
    const stocking = locations.filter((location) => variant.stock.has(location));
    return (stocking.length > 0 ? stocking : locations.slice(0, 1)).map((location) =>
      rowOf(variant, location),
    );
  });
}

function cellWriter(
  { location, ...placed }: LayoutColumn,
  context: ParseContext,
): (row: RowOf) => WrittenCell {
  const { column } = placed;
  const shows = valueIn(column);
  const readsBack = checker({ ...placed, ...(location !== undefined && { location }) }, context);
  return (row) => {
    const value = shows(location === undefined ? row : { ...row, location });
    if (value === null || value === undefined || isEmpty(column, value)) return '';
    const cell = isSaid(value, column) ? value : cellOfValue(column, value);
    return readsBack(value, cell) ? cell : UNSHOWN_WORD;
  };
}

/** A word that the kind knows, and that is none of its values. */
function isSaid(value: FieldValue, { kind }: Column): value is string {
  const { words }: CellKind = cellKind(kind);
  return typeof value === 'string' && words?.pattern.test(value) === true;
}

function valueIn(column: Column): (row: RowOf) => FieldValue | null | undefined {
  const { key, level, identifies } = column;
  if (isOwn(key)) return OWN_CELLS[key];
  if (!isField(column)) return () => null;
  return level === 'product'
    ? ({ product, isTop }) => (isTop || identifies ? product.fields[column.key] : null)
    : ({ variant }) => variant?.fields[column.key];
}

/** An empty cell says as much, and asks for nothing. */
function isEmpty({ kind, zeroClears }: Column, value: FieldValue): boolean {
  const { canonical, emptyForm }: CellKind = cellKind(kind);
  if (zeroClears && Number(value) === 0) return true;
  const form = canonical(value);
  return form === '' || form === emptyForm;
}

/** Most columns hold few different values. */
const MOST_KEPT = 1_000;

/** Tells whether a cell would be read as the value that it was written for. */
function checker(
  column: LayoutColumn,
  context: ParseContext,
): (value: FieldValue, cell: WrittenCell) => boolean {
  const kind: CellKind = cellKind(column.column.kind);
  const known = new Map<WrittenCell, boolean>();
  return (value, cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const reads = isRead(value, cell);
    if (known.size < MOST_KEPT && String(cell).length < 100) known.set(cell, reads);
    return reads;
  };

  function isRead(value: FieldValue, cell: WrittenCell): boolean {
    if (typeof cell === 'string' && cell.length > LONGEST_CELL) return false;
    const read = cellHolding(column, cell, context);
    if (read?.kind === 'blank') return isSaid(value, column.column);
    return hasValue(read) && kind.canonical(read.value) === kind.canonical(value);
  }
}
