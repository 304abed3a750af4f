import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import type { RowIssue } from '../tab/row';
import { compact } from '../values/arrays';
import { hasValue } from '../values/cell';
import type { VariantId } from '../values/gid';
import { buildAdjustments, buildStock, buildVariantFields } from './build-variant';
import { variantDeletion } from './deletions';
import type { DesiredVariant } from './desired';
import { optionValuesOf } from './option-issues';

/** Rows of Prices and Inventory tabs, each naming a variant by ID, by handle and option values, or by SKU. */
export function buildLooseVariants(
  rows: readonly ParsedRow[],
  issues: RowIssue[],
  isMended: boolean,
): DesiredVariant[] {
  const variants: DesiredVariant[] = [];
  for (const row of rows) {
    if (row.issues.length > 0) continue;
    const deletes = variantDeletion(row);
    if (deletes && !isMended) {
      const message = `${deletes.column} works in a tab of products alone. Type [delete] there, and empty this cell.`;
      issues.push({ ...deletes, message });
      continue;
    }
    const id = textOf(row, 'variantId');
    const sku = textOf(row, 'sku');
    const handle = textOf(row, 'handle');
    if (!id && !sku && !handle && !isMended) {
      issues.push({
        ref: row.ref,
        message: 'This row has neither an ID nor a SKU. Type the SKU of the variant.',
      });
      continue;
    }
    const all = buildVariantFields(row);
    const { sku: _identity, ...others } = all;
    const optionValues = optionValuesOf(row);
    variants.push({
      ref: row.ref,
      rows: [row.ref],
      variantId: id as VariantId | undefined,
      isIdHint: false,
      handle,
      sku,
      optionValues: (handle || id) && optionValues.length > 0 ? optionValues : undefined,
      command: 'UPDATE',
      // Next to its ID a SKU is a field like any other.
      fields: id ? all : others,
      stock: compact(buildStock(row)),
      adjustments: compact(buildAdjustments(row)),
      imageUrl: undefined,
    });
  }
  return variants;
}

function textOf(row: ParsedRow, key: 'variantId' | 'sku' | 'handle') {
  const cell = cellOf(row, key);
  return hasValue(cell) ? String(cell.value) : undefined;
}
