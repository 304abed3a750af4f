import type { Disconnected } from '../../answers/answers';
import { findConnection, removeConnection } from '../connection/connection-record';
import { forgetPending } from '../connection/permission-page';
import { editorId, type Services } from '../ground/services';
import { cancelRun } from '../run/cancel';
import { loadRun } from '../run/run-record';
import { endOwnSchedule } from '../schedule/repair-schedule';

/**
 * Wipes what this user has for the store, unless other spreadsheets need it and `everywhere` is not asked for. What
 * Shopify keeps is the person's to remove, and they are told how.
 */
export function disconnect(
  services: Services,
  { everywhere = false }: { readonly everywhere?: boolean },
): Disconnected {
  forgetPending(services);
  const found = findConnection(services);
  if (found.kind !== 'mine') return { alsoUsedBy: 0 };
  stopOwnRun(services);
  endOwnSchedule(services);
  return { alsoUsedBy: removeConnection(services, found.connection, everywhere) };
}

/** An execution that holds its token would go on with it to its end; a colleague's run has an access of its own. */
function stopOwnRun(services: Services): void {
  const run = loadRun(services.settings);
  if (run?.state.kind === 'running' && run.startedBy.editor === editorId(services))
    cancelRun(services.settings);
}
