import { cellKind } from '../columns/cell-kinds';
import { COLUMNS, type Column } from '../columns/columns';
import { isFamilyKey } from '../columns/families';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf } from '../tab/layout';
import type { RowIssue } from '../tab/row';
import type { TabLayout } from '../tab/tab-layout';
import { findVariantRows, topRow } from './build-product';

/** Columns of which the product's first row alone counts. */
function columnsOfProduct({ columns }: TabLayout): readonly Column[] {
  const ofFamilies = columns.map(({ column }) => column).filter(({ key }) => isFamilyKey(key));
  return [...COLUMNS, ...ofFamilies].filter(
    ({ level, identifies, isInstruction }) => level === 'product' && !identifies && !isInstruction,
  );
}

/**
 * Finds cells of further rows that contradict the row that speaks for the product:
 * an edit there would never arrive. Exports may repeat the same on each row. So it is with the alt text of no image, and the
 * image of no variant.
 */
export function unheardCells(rows: readonly ParsedRow[]): RowIssue[] {
  const top = topRow(rows);
  // Nothing can contradict the only row.
  const ofVariants = findVariantRows(rows, top);
  const ofProductAlone = rows.length > 1 ? columnsOfProduct(top.layout) : [];
  return rows.flatMap((row) => {
    const unheard = ofProductAlone.filter(({ key, kind }) => {
      const [own, first] = [cellOf(row, key), cellOf(top, key)];
      if (row === top || own.kind !== 'value') return false;
      const { canonical } = cellKind(kind);
      return first.kind !== 'value' || canonical(own.value) !== canonical(first.value);
    });
    const names = unheard.map(({ key }) => headerOf(row.layout, key)).join(', ');
    const ofProduct = `${names} on this row was left out: row ${top.ref.row} speaks for the product. Type it there, and clear it here.`;
    const isLost = !ofVariants.includes(row) && cellOf(row, 'variantImage').kind === 'value';
    const messages = [
      names && ofProduct,
      describesNothing(row) && altOfNothing(row),
      isLost && imageOfNothing(row),
    ];
    return messages.flatMap((message) => (message ? [{ ref: row.ref, message }] : []));
  });
}

function describesNothing(row: ParsedRow): boolean {
  const image = headerOf(row.layout, 'imageSrc');
  const isImage =
    cellOf(row, 'imageSrc').kind === 'value' || row.issues.some(({ column }) => column === image);
  return cellOf(row, 'imageAltText').kind === 'value' && !isImage;
}

function altOfNothing({ layout }: ParsedRow): string {
  return `${headerOf(layout, 'imageAltText')} was left out: this row names no image. Type its address under ${headerOf(layout, 'imageSrc')}.`;
}

function imageOfNothing({ layout }: ParsedRow): string {
  return `${headerOf(layout, 'variantImage')} was left out: this row shows no variant. Type it in the row of its variant, or under ${headerOf(layout, 'imageSrc')} for an image of the product.`;
}
