import { openConnection } from '../connection/connect';
import type { Services } from '../ground/services';
import { wasSeen } from '../run/consent';
import { writeOwnTab } from '../run/run-alone';
import { forgetOldRuns } from '../run/run-history';
import { HISTORY_TAB } from '../tabs/ticked-tabs';

/**
 * Makes the hidden tabs in which a run records what it did, before anybody waits for a run: making them takes longer
 * than a small run. Does so only after a preview, so that nothing is made in a spreadsheet that may never sync.
 */
export function prepareTabs(services: Services): null {
  const opened = openConnection(services);
  if (!opened.ok || !wasSeen(services, 'previewed', opened.value.shop)) return null;
  writeOwnTab(services, HISTORY_TAB, () => services.reports.prepare(HISTORY_TAB));
  forgetOldRuns(services);
  return null;
}
