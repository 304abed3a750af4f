import type { RawCell } from '../values/cell';
import type { RowRef } from './row';
import type { TabLayout } from './tab-layout';

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
  /**
   * Texts that the cells show, in the same order. They must be right only in columns that are read as text, and for
   * numbers of prices.
   */
  readonly texts: readonly string[];
  /** Positions within `cells` of formulas in columns that take none. */
  readonly formulas?: readonly number[];
}

export function rowRef(grid: Pick<Grid, 'sheetId' | 'tab'>, row: number): RowRef {
  return { sheetId: grid.sheetId, tab: grid.tab, row };
}

/** `A`, `AA`, of a 0-based position. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
