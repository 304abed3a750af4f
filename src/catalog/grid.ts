import type { RawCell } from './cell';
import type { TabLayout } from './layout';
import type { RowRef } from './row';

/** A tab's recognised columns, as read. */
export interface Grid {
  readonly sheetId: number;
  readonly tab: string;
  readonly layout: TabLayout;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** 1-based, as on screen. */
  readonly row: number;
  /** In the order of `layout.columns`. */
  readonly cells: readonly RawCell[];
  /** What the cells show, same order; only the columns whose kind is read as text, and numbers that are prices, need be right. */
  readonly texts: readonly string[];
  /** Positions within `cells` of formulas in columns that take none. */
  readonly formulas?: readonly number[];
}

export function rowRef(grid: Pick<Grid, 'sheetId' | 'tab'>, row: number): RowRef {
  return { sheetId: grid.sheetId, tab: grid.tab, row };
}
