import { HEADER_SEARCH_ROWS, recogniseTab } from '../../catalog/tab/layout';
import type { Services } from '../ground/services';

/**
 * The status and message of the row that a person has selected, such as `Error: Price “abc” is not a price. …`; undefined
 * where the tab in front of them has none there.
 */
export function selectedMessage({ tabs, statusBlock }: Services): string | undefined {
  const {
    sheetId,
    rows: [[selected] = []],
  } = tabs.selection();
  if (selected === undefined || !tabs.list().some((tab) => tab.sheetId === sheetId)) return undefined;
  const recognition = recogniseTab(tabs.readTop(sheetId, HEADER_SEARCH_ROWS));
  if (recognition.kind === 'ignored') return undefined;
  const found = statusBlock.read(sheetId, recognition.layout).find(({ row }) => row === selected);
  if (!found?.status) return undefined;
  return found.message ? `${found.status}: ${found.message}` : found.status;
}
