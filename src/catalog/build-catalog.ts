import { buildProduct } from './build-product';
import { buildStock, buildVariantFields } from './build-variant';
import type { DesiredCatalog, DesiredProduct, DesiredVariant } from './desired';
import type { VariantId } from './gid';
import { mergeLooseVariants } from './merge-variants';
import { cellOf, type ParsedRow, type ParsedTab } from './parse-rows';
import { describeRow, type RowIssue } from './row';

/** Groups the rows of all ticked tabs into products and variants, and finds where they contradict each other. */
export function buildCatalog(tabs: readonly ParsedTab[]): DesiredCatalog {
  const rows = tabs.flatMap((tab) => tab.rows);
  const issues: RowIssue[] = rows.flatMap((row) => row.issues);
  const productRows = rows.filter((row) => row.layout.kind === 'products' && hasProductColumns(row));
  const products: DesiredProduct[] = [];
  for (const group of groupByProduct(productRows, issues)) {
    const built = buildProduct(group);
    products.push(built.product);
    issues.push(...built.issues);
  }
  const loose = rows.filter((row) => !(row.layout.kind === 'products' && hasProductColumns(row)));
  const merged = mergeLooseVariants(products, buildLooseVariants(loose, issues));
  return { ...merged, issues: [...issues, ...merged.issues], rows: rows.map((row) => row.ref) };
}

function hasProductColumns(row: ParsedRow): boolean {
  return (
    'handle' in row.cells ||
    'productId' in row.cells ||
    row.issues.some(({ column }) => isProductKey(row, column))
  );
}

function isProductKey(row: ParsedRow, header: string | undefined): boolean {
  return row.layout.columns.some(
    (column) =>
      column.header === header && (column.column.key === 'handle' || column.column.key === 'productId'),
  );
}

/** Rows of one handle need not stand together: people sort their sheets. */
function groupByProduct(rows: readonly ParsedRow[], issues: RowIssue[]): ParsedRow[][] {
  const groups = new Map<string, ParsedRow[]>();
  const idsByHandle = new Map<string, string>();
  for (const row of rows) {
    const [id, handle] = [textOf(row, 'productId'), textOf(row, 'handle')];
    if (id && handle) idsByHandle.set(handle, id);
  }
  for (const row of rows) {
    const handle = textOf(row, 'handle');
    const key = textOf(row, 'productId') || idsByHandle.get(handle) || handle;
    if (key) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    } else if (row.issues.length === 0) {
      issues.push({ ref: row.ref, message: 'This row has no handle. Type the handle of its product.' });
    }
  }
  return [...groups.values()].filter((group) => !isInTwoTabs(group, issues));
}

/** Each tab would make a product of its own, or take back what the other one wrote. */
function isInTwoTabs(group: readonly ParsedRow[], issues: RowIssue[]): boolean {
  const otherOf = (row: ParsedRow) => group.find(({ ref }) => ref.sheetId !== row.ref.sheetId);
  for (const row of group) {
    const other = otherOf(row);
    if (!other) return false;
    const handle = cellOf(row, 'handle');
    const name = handle.kind === 'value' ? `The handle “${handle.value}”` : 'This product';
    const message = `${name} also stands in ${describeRow(other.ref, row.ref)}. Keep a product in one tab.`;
    issues.push({ ref: row.ref, message });
  }
  return true;
}

/** In lower case, as handles are compared; '' where the cell has no value. */
function textOf(row: ParsedRow, key: 'productId' | 'handle'): string {
  const cell = cellOf(row, key);
  return cell.kind === 'value' ? String(cell.value).toLowerCase() : '';
}

/** Rows of Prices and Inventory tabs, each naming a variant by ID or SKU. */
function buildLooseVariants(rows: readonly ParsedRow[], issues: RowIssue[]): DesiredVariant[] {
  const variants: DesiredVariant[] = [];
  for (const row of rows) {
    if (row.issues.length > 0) continue;
    const id = cellOf(row, 'variantId');
    const sku = cellOf(row, 'sku');
    if (id.kind !== 'value' && sku.kind !== 'value') {
      issues.push({
        ref: row.ref,
        message: 'This row has neither an ID nor a SKU. Type the SKU of the variant.',
      });
      continue;
    }
    const { sku: _identity, ...fields } = buildVariantFields(row);
    variants.push({
      ref: row.ref,
      variantId: id.kind === 'value' ? (id.value as VariantId) : undefined,
      sku: sku.kind === 'value' ? String(sku.value) : undefined,
      optionValues: undefined,
      fields,
      stock: buildStock(row),
      imageUrl: undefined,
    });
  }
  return variants;
}
