import type { Disconnected } from '../../answers/answers';
import { findConnection, removeConnection } from '../connection/connection-record';
import { forgetPending } from '../connection/permission-page';
import { editorId, type Services } from '../ground/services';
import { cancelRun } from '../run/cancel';
import { loadRun } from '../run/run-record';
import { endOwnSchedule } from '../schedule/repair-schedule';

/**
 * Deletes what this user has stored for the store, unless other spreadsheets need it and `everywhere` is not set. What
 * Shopify keeps only the person can remove, and the answer says how.
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

/** Stops the user's own run: its execution holds the token and would go on to its end. A colleague's run has its own access. */
function stopOwnRun(services: Services): void {
  const run = loadRun(services.settings);
  if (run?.state.kind === 'running' && run.startedBy.editor === editorId(services))
    cancelRun(services.settings);
}
