import { HEADER_SEARCH_ROWS, recogniseTab } from '../../catalog/tab/layout';
import { STATUS_HEADERS, statusPlaces } from '../../catalog/tab/status-block';
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
  const top = tabs.readTop(sheetId, HEADER_SEARCH_ROWS);
  const recognition = recogniseTab(top);
  const layout = recognition.kind === 'ignored' ? undefined : recognition.layout;
  const status = (STATUS_HEADERS as readonly (string | undefined)[]).indexOf(column);
  const places = status < 0 ? undefined : statusPlaces(top[(layout?.headerRow ?? 1) - 1] ?? []);
  if (status >= 0 && !places) return NO_STATUS;
  const own = layout?.columns.find(({ header }) => header === column)?.index;
  const index = places?.[status] ?? own ?? 0;
  return tabs.showCell(sheetId, { row, index }) ? succeed(null) : GONE;
}

const NO_STATUS = fail(
  'invalid-input',
  'This tab has no status columns yet.',
  'Sync once: the run makes them, and writes next to each row what it did.',
);

const GONE = fail(
  'invalid-input',
  'This row is no longer there.',
  'Preview again to see the rows as they are now.',
);
