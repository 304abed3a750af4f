import { cellKind } from '../columns/cell-kinds';
import { COLUMNS, type Column } from '../columns/columns';
import { isFamilyKey } from '../columns/families';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf } from '../tab/layout';
import type { RowIssue } from '../tab/row';
import type { TabLayout } from '../tab/tab-layout';
import { asksForValue, hasValue } from '../values/cell';
import { findVariantRows, topRow } from './build-product';
import { buildAdjustments, buildStock, buildVariantFields } from './build-variant';
import { entriesOf } from './join-cells';

/** Columns that count only in the product's first row. */
function columnsOfProduct({ columns }: TabLayout): readonly Column[] {
  const ofFamilies = columns.map(({ column }) => column).filter(({ key }) => isFamilyKey(key));
  return [...COLUMNS, ...ofFamilies].filter(
    ({ level, identifies, isInstruction }) => level === 'product' && !identifies && !isInstruction,
  );
}

/**
 * Finds cells of further rows that contradict the row with the product's fields: an edit there would have no effect.
 * Exports may repeat the same value on each row. The same goes for an alt text without an image, and for variant cells on
 * a row without a variant.
 */
export function unheardCells(rows: readonly ParsedRow[]): RowIssue[] {
  const top = topRow(rows);
  // Nothing can contradict the only row.
  const ofVariants = findVariantRows(rows, top);
  const ofProductAlone = rows.length > 1 ? columnsOfProduct(top.layout) : [];
  return rows.flatMap((row) => {
    const unheard = ofProductAlone.filter(({ key, kind }) => {
      const [own, first] = [cellOf(row, key), cellOf(top, key)];
      if (row === top || !hasValue(own)) return false;
      const { canonical } = cellKind(kind);
      return !hasValue(first) || canonical(own.value) !== canonical(first.value);
    });
    const names = unheard.map(({ key }) => headerOf(row.layout, key)).join(', ');
    const ofProduct = `${names} on this row was left out: row ${top.ref.row} speaks for the product. Type it there, and clear it here.`;
    const isOfVariant = ofVariants.includes(row);
    const isLost = !isOfVariant && hasValue(cellOf(row, 'variantImage'));
    const lost = isOfVariant ? [] : cellsOfNoVariant(row, ofVariants);
    const messages = [
      names && ofProduct,
      describesNothing(row) && altOfNothing(row),
      isLost && imageOfNothing(row),
      lost.length > 0 && valuesOfNothing(lost),
    ];
    return messages.flatMap((message) => (message ? [{ ref: row.ref, message }] : []));
  });
}

function describesNothing(row: ParsedRow): boolean {
  const image = headerOf(row.layout, 'imageSrc');
  const isImage = hasValue(cellOf(row, 'imageSrc')) || row.issues.some(({ column }) => column === image);
  return hasValue(cellOf(row, 'imageAltText')) && !isImage;
}

function altOfNothing({ layout }: ParsedRow): string {
  return `${headerOf(layout, 'imageAltText')} was left out: this row names no image. Type its address under ${headerOf(layout, 'imageSrc')}.`;
}

function imageOfNothing({ layout }: ParsedRow): string {
  return `${headerOf(layout, 'variantImage')} was left out: this row shows no variant. Type it in the row of its variant, or under ${headerOf(layout, 'imageSrc')} for an image of the product.`;
}

/**
 * Headers of variant cells on a row without a variant. A value that a variant of the product has too is a copy, and so is
 * the 0 that files made by hand have on image rows.
 */
function cellsOfNoVariant(row: ParsedRow, ofVariants: readonly ParsedRow[]): readonly string[] {
  const repeated = new Set(ofVariants.flatMap((other) => saidOfVariant(other).map(({ says }) => says)));
  return saidOfVariant(row).flatMap(({ column, says }) => (repeated.has(says) ? [] : column));
}

function saidOfVariant(row: ParsedRow): { readonly column: string; readonly says: string }[] {
  const stock = buildStock(row).map(({ column, quantity }) => ({ column, cell: quantity }));
  const adjusted = buildAdjustments(row).map(({ column, delta }) => ({ column, cell: delta }));
  const numbers = [...stock, ...adjusted].filter(({ cell }) => hasValue(cell) && cell.value !== 0);
  const fields = entriesOf(buildVariantFields(row))
    .map(([, value]) => value)
    .filter(({ cell }) => asksForValue(cell) || cell.kind === 'clear');
  return [...fields, ...numbers].map(({ column, cell }) => ({
    column,
    says: `${column} ${JSON.stringify(cell)}`,
  }));
}

function valuesOfNothing(headers: readonly string[]): string {
  const them = headers.length === 1 ? 'it' : 'them';
  const advice = `this row shows no variant. Type ${them} in the row of its variant, or type its option values or SKU here.`;
  return headers.length === 1
    ? `${headers[0]} was left out: ${advice}`
    : `${headers.join(', ')} were left out: ${advice}`;
}
