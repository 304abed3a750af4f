import type { ParsedRow, ParsedTab, RowNote } from '../reading/parsed-row';
import { identifies } from '../tab/layout';
import type { RowIssue } from '../tab/row';
import { groupBy } from '../values/arrays';
import { joinAltTexts } from './alt-texts';
import { besideErrors } from './beside-errors';
import { buildProduct, topRow } from './build-product';
import type { DesiredCatalog, DesiredProduct } from './desired';
import { groupByProduct } from './group-products';
import { joinAll, joinTabs } from './join-tabs';
import { withoutLeftAlone } from './left-alone';
import { buildLooseVariants } from './loose-variants';
import { mergeLooseVariants, withoutContradictions } from './merge-variants';
import { nameHeaders } from './name-headers';
import { rowsInError } from './rows-in-error';
import { unheardCells } from './unheard-cells';

/** Groups the rows of all ticked tabs into products and variants, and finds where they contradict each other. */
export function buildCatalog(tabs: readonly ParsedTab[]): DesiredCatalog {
  return besideErrors(tabs, build);
}

/** The catalog of rows in error, read as if they had no errors. Other rows are compared with it; nothing of it is sent. */
export function buildMended(tab: ParsedTab): DesiredCatalog {
  return build([tab], true);
}

function build(tabs: readonly ParsedTab[], isMended = false): DesiredCatalog {
  const skipped: RowIssue[] = tabs.flatMap(({ held, rows }) =>
    held === undefined ? [] : rows.map(({ ref }) => ({ ref, message: held })),
  );
  const taken = tabs.filter(({ held }) => held === undefined).flatMap((tab) => tab.rows);
  for (const { ref, skipped: message } of taken) if (message) skipped.push({ ref, message });
  const rows = taken.filter((row) => row.skipped === undefined);
  const issues: RowIssue[] = rows.flatMap((row) => row.issues);
  const products: DesiredProduct[] = [];
  const altTexts: RowNote[] = [];
  const tops = new Map<ParsedRow, ParsedRow>();
  for (const group of groupByProduct(rows.filter(namesProduct), isMended ? [] : issues)) {
    const taking = withoutLeftAlone(group, topRow(group), skipped);
    if (taking.length === 0) continue;
    for (const tab of byTab(taking)) {
      skipped.push(...unheardCells(tab));
      const top = topRow(tab);
      for (const row of tab) tops.set(row, top);
    }
    const parts = byTab(taking).map((own) => buildProduct(own, isMended));
    issues.push(...parts.flatMap((part) => part.issues));
    const disagreements: RowIssue[] = [];
    const joined = joinTabs(
      parts.map(({ product: part }) =>
        isMended ? { ...part, variants: joinAll([], part.variants, disagreements) } : part,
      ),
      disagreements,
    );
    const { product, notes } = joinAltTexts(joined, taking);
    altTexts.push(...notes);
    issues.push(...disagreements);
    products.push(
      ...withoutContradictions({ products: [product], variants: [], issues: disagreements }).products,
    );
  }
  const loose = buildLooseVariants(
    rows.filter((row) => !namesProduct(row)),
    issues,
    isMended,
  );
  const merged = mergeLooseVariants(products, loose);
  const found = [...issues, ...merged.issues];
  const inError = rowsInError(rows, found, tops);
  return {
    ...merged,
    issues: found,
    ...(inError.length > 0 && { inError }),
    skipped,
    notes: [...rows.flatMap((row) => row.notes), ...altTexts],
    rows: tabs.flatMap((tab) => tab.rows.map((row) => row.ref)),
    headers: nameHeaders(tabs),
  };
}

function byTab(rows: readonly ParsedRow[]): ParsedRow[][] {
  return [...groupBy(rows, ({ ref }) => ref.sheetId).values()];
}

/** Rows of a Products tab that has a column for its product; all other rows describe variants only. */
function namesProduct(row: ParsedRow): boolean {
  return row.layout.kind === 'products' && identifies(row.layout, 'product');
}
