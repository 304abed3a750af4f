import { buildCatalog } from '../../../src/catalog/building/build-catalog';
import type { DesiredCatalog } from '../../../src/catalog/building/desired';
import type { FamilyFacts } from '../../../src/catalog/columns/column';
import { parseRows } from '../../../src/catalog/reading/parse-rows';
import type { ParsedTab } from '../../../src/catalog/reading/parsed-row';
import { assignFamilyColumns } from '../../../src/catalog/tab/family-columns';
import type { Grid } from '../../../src/catalog/tab/grid';
import { recogniseTab } from '../../../src/catalog/tab/layout';
import type { RawCell } from '../../../src/catalog/values/cell';
import { currencyDecimals } from '../../../src/catalog/values/money';
import { parseLocale } from '../../../src/catalog/values/read-number';

/** Rows of cells, the header row among the first ten. */
export type TabRows = readonly (readonly RawCell[])[];

export interface Place {
  readonly locale?: string;
  readonly currencyCode?: string;
  /** What the shop tells of its own columns. */
  readonly families?: FamilyFacts | undefined;
}

/** Tabs by name, as the flow reads them: recognised, gridded, parsed. */
function parseTabs(tabs: Readonly<Record<string, TabRows>>, place: Place = {}): ParsedTab[] {
  const currencyCode = place.currencyCode ?? 'USD';
  const context = {
    locale: parseLocale(place.locale ?? 'en_US'),
    currencyCode,
    currencyDecimals: currencyDecimals(currencyCode),
  };
  return Object.keys(tabs).map((name, index) =>
    parseRows(gridOf(name, index + 1, { rows: tabs[name] ?? [], families: place.families }), context),
  );
}

export function parseTab(rows: TabRows, place?: Place): ParsedTab {
  return parseTabs({ Products: rows }, place)[0] as ParsedTab;
}

export function catalogOf(tabs: Readonly<Record<string, TabRows>>, place?: Place): DesiredCatalog {
  return buildCatalog(parseTabs(tabs, place));
}

/** What is said on each row, by `tab:row`; rows without a complaint are left out. */
export function issuesOf({ issues }: Pick<DesiredCatalog, 'issues'>): Record<string, string> {
  const byRow: Record<string, string> = {};
  for (const { ref, message } of issues) {
    const key = `${ref.tab}:${ref.row}`;
    byRow[key] = byRow[key] === undefined ? message : `${byRow[key]} ${message}`;
  }
  return byRow;
}

function gridOf(
  tab: string,
  sheetId: number,
  { rows, families }: { readonly rows: TabRows; readonly families: FamilyFacts | undefined },
): Grid {
  const recognition = assignFamilyColumns(recogniseTab(rows.map((row) => row.map(shown))), families);
  if (recognition.kind !== 'recognised') throw new Error(recognition.reason);
  const { layout } = recognition;
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
  return {
    sheetId,
    tab,
    layout,
    rows: numbered.slice(layout.headerRow).map(({ row, cells }) => {
      const own = layout.columns.map(({ index }) => cells[index] ?? '');
      return { row, cells: own, texts: own.map(shown) };
    }),
  };
}

/** What Sheets shows of a cell without a number format of its own. */
function shown(cell: RawCell): string {
  if (typeof cell === 'object') return cell.date;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
