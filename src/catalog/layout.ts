import { CELL_KINDS } from './cell-kinds';
import { COLUMNS, type Column, UNSYNCED_HEADERS } from './columns';
import type { TabKind } from './row';
import { STATUS_HEADERS } from './status-block';

/** The header row may stand in any of the first ten rows, under a title or a note. */
export const HEADER_SEARCH_ROWS = 10;

export interface LayoutColumn {
  readonly column: Column;
  /** As it stands in the sheet. */
  readonly header: string;
  /** 0-based position in the sheet. */
  readonly index: number;
}

export interface TabLayout {
  readonly kind: TabKind;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: readonly LayoutColumn[];
  /** Headers that no row of the column table knows. */
  readonly unknown: readonly string[];
  /** Headers that are known and not pushed. */
  readonly unsynced: readonly string[];
  /** 0-based positions without a header; a value there means that the row is longer than its header. */
  readonly headless: readonly number[];
  /** 0-based position of the status block, where there is one. */
  readonly statusIndex: number | undefined;
}

export type TabRecognition =
  | { readonly kind: 'recognised'; readonly layout: TabLayout }
  | { readonly kind: 'refused'; readonly layout: TabLayout; readonly reason: string }
  | { readonly kind: 'ignored'; readonly reason: string };

const BY_HEADER = new Map<string, Column>(
  COLUMNS.flatMap((column) => column.headers.map((header) => [fold(header), column] as const)),
);
const STATUS_FOLDED: readonly string[] = STATUS_HEADERS.map(fold);

/** Finds the header row among the first rows of a tab and says what each column means. */
export function recogniseTab(topRows: readonly (readonly string[])[]): TabRecognition {
  if (topRows.every((row) => row.every((cell) => cell.trim() === ''))) {
    return { kind: 'ignored', reason: 'This tab is empty. Put a header row and your products into it.' };
  }
  const candidates = topRows.slice(0, HEADER_SEARCH_ROWS).map((row, index) => readLayout(row, index + 1));
  const best = withoutUnkeyed(candidates.reduce((a, b) => (b.columns.length > a.columns.length ? b : a)));
  const kind = kindOf(best.columns);
  if (!kind) return { kind: 'ignored', reason: ignoredReason(best) };
  const layout = { ...best, kind };
  const twice = firstDuplicate(layout.columns);
  return twice
    ? {
        kind: 'refused',
        layout,
        reason: `Two columns mean the same: “${twice[0].header}” and “${twice[1].header}”. Remove or rename one of them.`,
      }
    : { kind: 'recognised', layout };
}

function readLayout(row: readonly string[], headerRow: number): Omit<TabLayout, 'kind'> {
  const columns: LayoutColumn[] = [];
  const unknown: string[] = [];
  const unsynced: string[] = [];
  const headless: number[] = [];
  const statusIndex = findStatusBlock(row);
  row.forEach((cell, index) => {
    const header = cell.trim();
    if (statusIndex >= 0 && index >= statusIndex && index < statusIndex + STATUS_FOLDED.length) return;
    const column = BY_HEADER.get(fold(header));
    if (!header) headless.push(index);
    else if (column) columns.push({ column, header, index });
    else if (UNSYNCED_HEADERS.some((pattern) => pattern.test(header))) unsynced.push(header);
    else unknown.push(header);
  });
  return {
    headerRow,
    columns,
    unknown,
    unsynced,
    headless,
    statusIndex: statusIndex < 0 ? undefined : statusIndex,
  };
}

/** Where no column says which product a row means, what it says of a product or its images reaches nobody. */
function withoutUnkeyed(layout: Omit<TabLayout, 'kind'>): Omit<TabLayout, 'kind'> {
  const { columns } = layout;
  const namesProduct = columns.some(({ column: { key } }) => key === 'handle' || key === 'productId');
  const namesVariant = columns.some(({ column }) => isIdentity(column));
  if (namesProduct || !namesVariant) return layout;
  const isUnkeyed = ({ column: { level } }: LayoutColumn) => level === 'product' || level === 'image';
  return {
    ...layout,
    columns: columns.filter((column) => !isUnkeyed(column)),
    unsynced: [...layout.unsynced, ...columns.filter(isUnkeyed).map(({ header }) => header)],
  };
}

/** The four words side by side; alone, `Shopify ID` would be the merchant's own column. */
function findStatusBlock(row: readonly string[]): number {
  return row.findIndex((_, start) =>
    STATUS_FOLDED.every((word, offset) => fold(row[start + offset] ?? '') === word),
  );
}

function kindOf(columns: readonly LayoutColumn[]): TabKind | undefined {
  const has = new Set(columns.map(({ column }) => column.key));
  if (has.has('location') && (has.has('sku') || has.has('variantId') || has.has('handle')))
    return 'inventory';
  if (has.has('handle') || (has.has('productId') && columns.length > 1)) return 'products';
  if (!has.has('sku') && !has.has('variantId')) return undefined;
  const groups = new Set(
    columns.filter(({ column }) => !isIdentity(column)).map(({ column }) => column.group),
  );
  if (groups.size === 0) return undefined;
  if (groups.size > 1 || groups.has('products')) return 'products';
  return groups.has('prices') ? 'prices' : 'inventory';
}

function isIdentity(column: Column): boolean {
  return column.key === 'sku' || column.key === 'variantId';
}

function ignoredReason(best: Omit<TabLayout, 'kind'>): string {
  const rows = `the first ${HEADER_SEARCH_ROWS} rows`;
  return best.columns.length === 0
    ? `No header row found in ${rows}. Name the columns as in a Shopify product CSV, or SKU and Price.`
    : `The columns ${best.columns.map(({ header }) => `“${header}”`).join(', ')} do not say which product a row means. Add a Handle, SKU or ID column and something to sync.`;
}

function firstDuplicate(columns: readonly LayoutColumn[]): readonly [LayoutColumn, LayoutColumn] | undefined {
  const seen = new Map<string, LayoutColumn>();
  for (const column of columns) {
    const earlier = seen.get(column.column.key);
    if (earlier) return [earlier, column];
    seen.set(column.column.key, column);
  }
  return undefined;
}

export function readsText({ column }: LayoutColumn): boolean {
  return CELL_KINDS[column.kind].read === 'text';
}

function fold(header: string): string {
  return header.trim().toLowerCase().replace(/\s+/g, ' ');
}
