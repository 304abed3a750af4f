import type { ProgressView } from '../../answers/answers';
import { amount, fields, readStored } from '../../ports/shape';
import type { Cache } from '../../ports/storage';

const KEY = 'progress';
const KEPT_SECONDS = 600;

/** Saves how far the running execution is, for whoever watches; forgotten when nobody asks for a while. */
export function saveProgress(cache: Cache, progress: ProgressView): void {
  cache.save(KEY, JSON.stringify(progress), KEPT_SECONDS);
}

export function loadProgress(cache: Cache): ProgressView | null {
  return readStored(fields<ProgressView>({ sent: amount, total: amount }), cache.load(KEY)) ?? null;
}
