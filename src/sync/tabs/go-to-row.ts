import { HEADER_SEARCH_ROWS, recogniseTab } from '../../catalog/tab/layout';
import { fail, type Result, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';

export interface RowPlace {
  readonly sheetId: number;
  /** 1-based. */
  readonly row: number;
  /** A header; without one, the first column. */
  readonly column?: string;
}

/** Brings a cell that the sidebar names in front of the person. */
export function goToRow({ tabs }: Services, { sheetId, row, column }: RowPlace): Result<null> {
  if (!tabs.list().some((tab) => tab.sheetId === sheetId)) return GONE;
  const recognition = recogniseTab(tabs.readTop(sheetId, HEADER_SEARCH_ROWS));
  const columns = recognition.kind === 'ignored' ? [] : recognition.layout.columns;
  const index = columns.find(({ header }) => header === column)?.index ?? 0;
  return tabs.showCell(sheetId, { row, index }) ? succeed(null) : GONE;
}

const GONE = fail(
  'invalid-input',
  'This row is no longer there.',
  'Preview again to see the rows as they are now.',
);
