import type { Settings, SettingsAtOnce } from '../../ports/storage';
import { loadRun, type Run } from './run-record';

const KEY = 'cancelled-run';

/**
 * Asks the run to stop. It looks between waves, because what is on its way to Shopify cannot be called back; the number
 * keeps an old request from stopping a later run.
 */
export function cancelRun(settings: Settings): null {
  const run = loadRun(settings);
  if (run) settings.save(KEY, String(run.number));
  return null;
}

/** As it was when this execution began. */
export function wasCancelled(settings: Settings, run: number): boolean {
  return settings.load(KEY) === String(run);
}

export function isCancelled(settings: SettingsAtOnce, run: number): boolean {
  // Asked for in an execution of its own, without a lock.
  return settings.loadNow(KEY) === String(run);
}

/** Withdraws the request where a person continues a run that was over; between two executions of one run it counts. */
export function forgetCancelled(settings: Settings, { state }: Run): void {
  switch (state.kind) {
    case 'stopped':
    case 'failed':
    case 'finished':
      settings.remove(KEY);
      return;
    case 'running':
    case 'paused':
    case 'interrupted':
      return;
  }
}
