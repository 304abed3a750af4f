import type { Lock } from '../../ports/system';
import { forgetReadProperties } from './properties-settings';
import { isAllWritten } from './usage-count';

type ServiceLock = GoogleAppsScript.Lock.Lock;
type Scope = Parameters<Lock['withLock']>[0];

export const lockServiceLock: Lock = {
  withLock(scope, waitMs, action) {
    const lock = lockOf(scope);
    const isOurs = lock.tryLock(waitMs);
    forgetReadProperties();
    if (!isOurs) return undefined;
    try {
      return action();
    } finally {
      release(lock, scope);
    }
  },
};

function lockOf(scope: Scope): ServiceLock {
  // Typed as never null, but the document's is in a script without a spreadsheet.
  const lock: ServiceLock | null =
    scope === 'document' ? LockService.getDocumentLock() : LockService.getUserLock();
  if (!lock)
    throw new Error('A sync needs a spreadsheet. Open the script from one: Extensions ▸ Apps Script.');
  return lock;
}

/**
 * Pending writes go out first, so that whoever gets the lock next sees them.
 * Source: https://developers.google.com/apps-script/reference/lock/lock#releaselock
 */
function release(lock: ServiceLock, scope: Scope): void {
  try {
    if (scope === 'document' && !isAllWritten()) SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}
