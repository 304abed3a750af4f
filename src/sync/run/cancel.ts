import type { Settings } from '../../ports/storage';
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

export function isCancelled(settings: Settings, run: number): boolean {
  return settings.load(KEY) === String(run);
}

/** Takes the request back where a person goes on with a run that was over; between two executions of one it counts. */
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
