import type { ColumnKey } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow, ParsedTab } from '../reading/parsed-row';
import { type RowIssue, rowKey } from '../tab/row';
import { groupBy } from '../values/arrays';
import { textIn } from '../values/cell';
import { skuKey } from '../values/plain-name';
import type { DesiredCatalog } from './desired';

type Building = (tabs: readonly ParsedTab[], isMended?: boolean) => DesiredCatalog;

/**
 * The catalog, in which a row that contradicts a row in error is refused as well. Once the error is corrected the two
 * rows conflict, and a value sent in the meantime would have decided which of them is right.
 */
export function besideErrors(tabs: readonly ParsedTab[], build: Building): DesiredCatalog {
  const catalog = build(tabs);
  const { inError = [], issues } = catalog;
  if (inError.length === 0) return catalog;
  const mended = groupBy(
    inError.flatMap(({ rows }) => rows),
    ({ ref }) => rowKey(ref),
  );
  const heard = tabs.filter(({ held }) => held === undefined);
  const near = withSameNames(heard, mended);
  const there = heard.map((tab) => ({
    ...tab,
    rows: tab.rows.flatMap((row) => (near.has(row) ? (mended.get(rowKey(row.ref)) ?? row) : [])),
  }));
  const known = new Set(issues.map(textOf));
  const found = build(there, true).issues.filter((issue) => !known.has(textOf(issue)));
  if (found.length === 0) return catalog;
  // A row that is refused now is no longer compared with the rows that were refused because of it, so their issues are
  // added here.
  const told = groupBy([...issues, ...found], ({ ref }) => rowKey(ref));
  const withIssues = (row: ParsedRow) => {
    const own = new Set(row.issues.map(textOf));
    const more =
      (near.has(row) && told.get(rowKey(row.ref))?.filter((issue) => !own.has(textOf(issue)))) || [];
    return more.length > 0 ? { ...row, issues: [...row.issues, ...more] } : row;
  };
  return build(tabs.map((tab) => ({ ...tab, rows: tab.rows.map(withIssues) })));
}

const textOf = ({ ref, message }: RowIssue) => `${rowKey(ref)} ${message}`;

const OF_PRODUCT: readonly ColumnKey[] = ['productId', 'handle'];
const OF_VARIANT: readonly ColumnKey[] = ['variantId', 'sku'];

const namesIn = (row: ParsedRow, keys: readonly ColumnKey[]) =>
  keys.flatMap((key) => {
    const name = skuKey(textIn(cellOf(row, key))).toLowerCase();
    return name ? `${key} ${name}` : [];
  });

/** The rows that may be about the same items as rows in error: they share a name with one, or with a row that does. */
function withSameNames(
  tabs: readonly ParsedTab[],
  inError: ReadonlyMap<string, unknown>,
): ReadonlySet<ParsedRow> {
  const all = tabs.flatMap(({ rows }) => {
    let product: readonly string[] = [];
    return rows.map((row) => {
      const own = namesIn(row, OF_PRODUCT);
      // In some files a row without a name belongs to the product above.
      if (own.length > 0) product = own;
      return { row, names: [...product, ...namesIn(row, OF_VARIANT)] };
    });
  });
  const byName = groupBy(
    all.flatMap((one) => one.names.map((name) => ({ ...one, name }))),
    ({ name }) => name,
  );
  const near = new Set<ParsedRow>();
  const names = new Set(all.flatMap((one) => (inError.has(rowKey(one.row.ref)) ? one.names : [])));
  // Names that are added are visited too, each once: rows may be linked in a chain through the whole tab.
  for (const name of names)
    for (const { row, names: own } of byName.get(name) ?? []) {
      near.add(row);
      for (const other of own) names.add(other);
    }
  return near;
}
