import type { Settings } from '../../ports/storage';
import { loadRun, type RunRecord } from './run-record';

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

/** A person who goes on with a run that was over takes the request back; between two executions of one it stands. */
export function resumeCancelled(settings: Settings, { summary }: RunRecord): void {
  if (summary && summary.outcome !== 'paused') settings.remove(KEY);
}
