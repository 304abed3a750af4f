import type { RefreshView } from '../../answers/refresh';
import { HEADER_SEARCH_ROWS, recogniseTab } from '../../catalog/tab/layout';
import { fail, type Result } from '../../ports/problem';
import type { Services } from '../ground/services';
import { refreshTabs } from './run-refresh';

/** Fills the empty cells of the column in which the person has a cell selected. */
export function fillSelected(services: Services): Result<RefreshView> {
  const { tabs } = services;
  const { sheetId } = tabs.selection();
  const selected = tabs.selectedColumn();
  const recognition = recogniseTab(tabs.readTop(sheetId, HEADER_SEARCH_ROWS));
  const columns = recognition.kind === 'ignored' ? [] : recognition.layout.columns;
  const column = columns.find(({ index }) => index === selected);
  if (!column) return NOT_SYNCED;
  return refreshTabs(services, { fill: { sheetId, column: column.header } }, { by: 'person' });
}

const NOT_SYNCED = fail(
  'invalid-input',
  'The selected column has no header that is synced.',
  'Select a cell in a column with a header from the list of columns, and choose this again.',
);
