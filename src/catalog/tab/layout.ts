import type { CellKind } from '../columns/cell-kind';
import { cellKind } from '../columns/cell-kinds';
import type { TabKind } from '../columns/column';
import { type Column, type ColumnKey, columnOf, isField } from '../columns/columns';
import { fieldName, whyLeft } from '../columns/families';
import {
  dialectOf,
  isPushed,
  isUnsynced,
  matchHeader,
  namesOf,
  rulesOf,
  whyUnsynced,
  wideColumnOf,
} from '../dialects/dialects';
import { nameKey } from '../values/plain-name';
import { ignoredReason } from './ignored-reason';
import { isPhotoHeader } from './photo-column';
import { statusPlaces } from './status-block';
import type { HeaderRow, LayoutColumn, TabLayout, TabRecognition } from './tab-layout';
import { recognised } from './tab-layout';

/** The header row may stand in any of the first ten rows, under a title or a note. */
export const HEADER_SEARCH_ROWS = 10;

/** Finds the header row among the first rows of a tab and says what each column means. */
export function recogniseTab(topRows: readonly (readonly string[])[]): TabRecognition {
  if (topRows.every((row) => row.every((cell) => cell.trim() === ''))) {
    return { kind: 'ignored', reason: 'This tab is empty. Put a header row and your products into it.' };
  }
  const candidates = topRows.slice(0, HEADER_SEARCH_ROWS).map((row, index) => readLayout(row, index + 1));
  const fullest = candidates.reduce((a, b) => (b.columns.length > a.columns.length ? b : a));
  const best = withoutRepeats(withOwnQuantities(withoutUnkeyed(fullest)));
  const kind = kindOf(best);
  if (!kind) return { kind: 'ignored', reason: ignoredReason(best, HEADER_SEARCH_ROWS) };
  const layout = withoutUnheard(withOwnCatalog({ ...best, kind }));
  return recognised(layout, duplicateReason(layout.columns));
}

function readLayout(row: readonly string[], headerRow: number): HeaderRow {
  const dialect = dialectOf(row);
  const rules = rulesOf({ dialect });
  const wide = wideColumnOf(
    rules,
    row.flatMap((cell) => matchHeader(cell, dialect)?.column ?? []),
  );
  const columns: LayoutColumn[] = [];
  const unknown: string[] = [];
  const unknownAt: Pick<LayoutColumn, 'header' | 'index'>[] = [];
  const unsynced: string[] = [];
  const headless: number[] = [];
  const left: Record<string, string> = {};
  const status = statusPlaces(row);
  row.forEach((cell, index) => {
    const header = cell.trim();
    if (status?.includes(index) || isPhotoHeader(header)) return;
    const match = matchHeader(header, dialect);
    if (!header) headless.push(index);
    else if (match && isPushed(match.column, rules)) {
      const { column, location } = match;
      columns.push({ column, header, index, ...(location !== undefined && { location }) });
    } else if (match || isUnsynced(header)) {
      const why = whyLeft(header) ?? whyUnsynced(header);
      if (why) left[header] = why;
      unsynced.push(header);
    } else if (wide) columns.push({ column: wide, header, index, location: header, isCandidate: true });
    else {
      unknown.push(header);
      unknownAt.push({ header, index });
    }
  });
  const whys = Object.keys(left).length > 0 && { whyLeft: left };
  return { dialect, headerRow, columns, unknown, unknownAt, unsynced, headless, ...whys };
}

/**
 * Leaves out the columns of products and images where no column names the product of a row: they could change nothing.
 */
function withoutUnkeyed(layout: HeaderRow): HeaderRow {
  const { columns } = layout;
  if (identifies(layout, 'product') || !identifies(layout, 'variant')) return layout;
  const isUnkeyed = ({ column: { level } }: LayoutColumn) => level === 'product' || level === 'image';
  return {
    ...layout,
    columns: columns.filter((column) => !isUnkeyed(column)),
    unsynced: [...layout.unsynced, ...columns.filter(isUnkeyed).map(({ header }) => header)],
  };
}

/** Without a column of catalogs, one called Minimum is the merchant's own. */
function withOwnQuantities(layout: HeaderRow): HeaderRow {
  return identifies(layout, 'catalog') ? layout : withOwn(layout, ({ column }) => column.ofCatalog);
}

/** In a tab of more than prices, a column called Catalog is the merchant's own. */
function withOwnCatalog(layout: TabLayout): TabLayout {
  return layout.kind === 'prices'
    ? layout
    : withOwn(layout, ({ column }) => column.identifies === 'catalog' || column.ofCatalog);
}

function withOwn<Layout extends HeaderRow>(layout: Layout, isOwn: (column: LayoutColumn) => unknown): Layout {
  const own = layout.columns.filter(isOwn);
  return {
    ...layout,
    columns: layout.columns.filter((column) => !isOwn(column)),
    unknown: [...layout.unknown, ...own.map(({ header }) => header)],
    unknownAt: [...(layout.unknownAt ?? []), ...own.map(({ header, index }) => ({ header, index }))],
  };
}

/** Rows that speak of variants alone say nothing of products or images, whichever columns are next to them. */
function withoutUnheard(layout: TabLayout): TabLayout {
  const { columns, kind } = layout;
  const isUnheard = ({ column }: LayoutColumn) =>
    column.level === 'image' ||
    column.needsProduct ||
    (column.level === 'product' && isField(column) && !column.identifies);
  if ((kind === 'products' && identifies(layout, 'product')) || !columns.some(isUnheard)) return layout;
  return {
    ...layout,
    columns: columns.filter((column) => !isUnheard(column)),
    unsynced: [...layout.unsynced, ...columns.filter(isUnheard).map(({ header }) => header)],
  };
}

/** Whether some column tells products, variants or locations apart. */
export function identifies(
  { columns }: Pick<HeaderRow, 'columns'>,
  what: NonNullable<Column['identifies']>,
): boolean {
  return columns.some(({ column }) => column.identifies === what);
}

function kindOf(layout: HeaderRow): TabKind | undefined {
  const { columns } = layout;
  const { tabKind } = rulesOf(layout);
  if (tabKind) return columns.some(({ column }) => column.sets) ? tabKind : undefined;
  // A handle is a field as well; an ID on its own asks for nothing.
  const namesProduct = columns.some(({ column }) => column.identifies === 'product' && isField(column));
  const namesVariant = identifies(layout, 'variant');
  if (identifies(layout, 'location') && (namesVariant || namesProduct)) return 'inventory';
  if (namesProduct || (identifies(layout, 'product') && columns.length > 1)) return 'products';
  if (!namesVariant) return undefined;
  const groups = new Set(
    columns.flatMap(({ column }) => (column.identifies === 'variant' ? [] : [column.group])),
  );
  if (groups.size === 0) return undefined;
  if (groups.size > 1 || groups.has('products')) return 'products';
  return groups.has('prices') ? 'prices' : 'inventory';
}

export function readsText({ column }: LayoutColumn): boolean {
  return cellKind(column.kind).read === 'text';
}

/** Whether the column's cells are emptied by a sync, so that a formula there is refused. */
export function refusesFormulas({ column }: LayoutColumn): boolean {
  const kind: CellKind = cellKind(column.kind);
  return kind.isTyped === true;
}

export function hasColumn({ columns }: TabLayout, key: ColumnKey): boolean {
  return columns.some(({ column }) => column.key === key);
}

/** The header as the sheet has it; of a column that the tab lacks, the name that we would write. */
export function headerOf({ columns }: TabLayout, key: ColumnKey): string {
  const own = columns.find(({ column, location }) => column.key === key && location === undefined);
  return own?.header ?? columnOf(key).headers[0] ?? key;
}

/**
 * The columns that count where an export gives one thing several times: a category as ID, name and path; a total next to
 * the quantities of each location; and, in Shopify's inventory CSV, available next to on hand, of which its import uses
 * the latter. The others are named as not synced.
 */
function withoutRepeats(layout: HeaderRow): HeaderRow {
  const { columns } = layout;
  const isLocated = columns.some(({ location }) => location !== undefined);
  const hasLocationColumn = identifies(layout, 'location');
  const { prefers } = rulesOf(layout);
  const hasPreferred = prefers !== undefined && columns.some(({ column }) => column.sets === prefers);
  const isRepeat = (candidate: LayoutColumn): boolean => {
    const { key, repeats, sets } = candidate.column;
    if (repeats) return columns.some((other) => other.column.key === key && isBefore(other, candidate));
    if (hasPreferred && sets && sets !== prefers) return true;
    return sets === 'available' && candidate.location === undefined && isLocated && !hasLocationColumn;
  };
  const repeats = columns.filter(isRepeat);
  if (repeats.length === 0) return layout;
  return {
    ...layout,
    columns: columns.filter((column) => !repeats.includes(column)),
    unsynced: [...layout.unsynced, ...repeats.map(({ header }) => header)],
  };
}

/** In the order of the column table's names. */
function isBefore(a: LayoutColumn, b: LayoutColumn): boolean {
  const names = namesOf(a.column).map((name) => name.toLowerCase());
  return names.indexOf(a.header.toLowerCase()) < names.indexOf(b.header.toLowerCase());
}

/** Says why a tab is refused: two of its columns mean the same, and which one counts would be a guess. */
export function duplicateReason(columns: readonly LayoutColumn[]): string | undefined {
  const twice = firstDuplicate(columns);
  return (
    twice &&
    `Two columns mean the same: “${twice[0].header}” and “${twice[1].header}”. Remove or rename one of them.`
  );
}

/** Two columns for one field, or for one quantity of one location. */
function firstDuplicate(columns: readonly LayoutColumn[]): readonly [LayoutColumn, LayoutColumn] | undefined {
  const seen = new Map<string, LayoutColumn>();
  for (const column of columns) {
    if (column.isCandidate) continue;
    const key = `${fieldName(column.column.key)}|${nameKey(column.location ?? '')}`;
    const earlier = seen.get(key);
    if (earlier) return [earlier, column];
    seen.set(key, column);
  }
  return undefined;
}
