import { inEnglish } from '../../language/cell-words';
import type { StatusRow } from '../../ports/status-block';
import type { Services } from '../ground/services';
import { recogniseNow } from './row-finder';

/**
 * The status and message, in English, of the row that a person has selected, such as `Error: Price “abc” is not a price.
 * …`; undefined where the tab in front of them has none there.
 */
export function selectedMessage(services: Services): string | undefined {
  const found = selectedStatus(services);
  if (!found?.status) return undefined;
  const [status, message] = [inEnglish(found.status), services.inEnglish(found.message)];
  return message ? `${status}: ${message}` : status;
}

/** The first of several selected rows counts. */
function selectedStatus({ tabs, statusBlock }: Services): StatusRow | undefined {
  const { sheetId, rows } = tabs.selection();
  const selected = rows[0]?.[0];
  // The add-on's hidden tabs are not listed: their rows have no status.
  const isListed = tabs.list().some((tab) => tab.sheetId === sheetId);
  if (selected === undefined || !isListed) return undefined;
  const recognition = recogniseNow(tabs, sheetId);
  if (recognition.kind === 'ignored') return undefined;
  return statusBlock.read(sheetId, recognition.layout).find(({ row }) => row === selected);
}
