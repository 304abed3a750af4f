import { buildProduct, topRow } from './build-product';
import type { DesiredCatalog, DesiredProduct } from './desired';
import { groupByProduct, isProductKey } from './group-products';
import { withoutLeftAlone } from './left-alone';
import { buildLooseVariants } from './loose-variants';
import { mergeLooseVariants } from './merge-variants';
import type { ParsedRow, ParsedTab } from './parse-rows';
import type { RowIssue } from './row';

/** Groups the rows of all ticked tabs into products and variants, and finds where they contradict each other. */
export function buildCatalog(tabs: readonly ParsedTab[]): DesiredCatalog {
  const skipped: RowIssue[] = tabs.flatMap(({ held, rows }) =>
    held === undefined ? [] : rows.map(({ ref }) => ({ ref, message: held })),
  );
  const rows = tabs.filter(({ held }) => held === undefined).flatMap((tab) => tab.rows);
  const issues: RowIssue[] = rows.flatMap((row) => row.issues);
  const products: DesiredProduct[] = [];
  for (const group of groupByProduct(rows.filter(namesProduct), issues)) {
    const taking = withoutLeftAlone(group, topRow(group), skipped);
    if (taking.length === 0) continue;
    const built = buildProduct(taking);
    products.push(built.product);
    issues.push(...built.issues);
  }
  const loose = buildLooseVariants(
    rows.filter((row) => !namesProduct(row)),
    issues,
  );
  const merged = mergeLooseVariants(products, loose);
  return {
    ...merged,
    issues: [...issues, ...merged.issues],
    skipped,
    rows: tabs.flatMap((tab) => tab.rows.map((row) => row.ref)),
  };
}

/** Rows of a Products tab that has a column for its product; the others speak of variants alone. */
function namesProduct(row: ParsedRow): boolean {
  if (row.layout.kind !== 'products') return false;
  return (
    'handle' in row.cells ||
    'productId' in row.cells ||
    row.issues.some(({ column }) => isProductKey(row, column))
  );
}
