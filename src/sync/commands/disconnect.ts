import type { Disconnected } from '../../answers/answers';
import { findConnection, removeConnection } from '../connection/connection-record';
import { forgetPending } from '../connection/permission-page';
import type { Services } from '../ground/services';
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
  endOwnSchedule(services);
  return { alsoUsedBy: removeConnection(services, found.connection, everywhere) };
}
