import type { ColumnKey } from '../columns/columns';
import type { RowIssue, RowRef } from '../tab/row';
import type { LayoutColumn, TabLayout } from '../tab/tab-layout';
import type { Cell, FieldValue } from '../values/cell';

export interface ParsedTab {
  readonly layout: TabLayout;
  readonly rows: readonly ParsedRow[];
  /** Reason why none of the rows is synced: the tab looks broken as a whole. */
  readonly held?: string;
}

export interface LocatedCell {
  readonly column: LayoutColumn;
  readonly cell: Cell<FieldValue>;
}

/** Something that a row is told next to what happens to it; an error stops nothing of the row. */
export interface RowNote extends Pick<RowIssue, 'ref' | 'message'> {
  readonly isError?: true;
}

/** One row's cells by column. A column that the tab does not have is absent, and so is its key. */
export interface ParsedRow {
  readonly ref: RowRef;
  readonly layout: TabLayout;
  readonly cells: Readonly<Partial<Record<ColumnKey, Cell<FieldValue>>>>;
  /** The cells of columns whose header names a location. */
  readonly located: readonly LocatedCell[];
  readonly issues: readonly RowIssue[];
  /** Messages of its answer next to the changes. */
  readonly notes: readonly RowNote[];
  /** Reason why the row asks for nothing: it repeats the header. */
  readonly skipped?: string;
}
