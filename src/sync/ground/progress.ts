import { amount, fields, readStored } from '../../ports/shape';
import type { Cache } from '../../ports/storage';

/** How far the running execution is, for whoever watches; forgotten when nobody asks for a while. */
export interface Progress {
  /** Batches that were sent, and all of this execution's plan. */
  readonly sent: number;
  readonly total: number;
}

const KEY = 'progress';
const KEPT_SECONDS = 600;

export function saveProgress(cache: Cache, progress: Progress): void {
  cache.save(KEY, JSON.stringify(progress), KEPT_SECONDS);
}

export function loadProgress(cache: Cache): Progress | null {
  return readStored(fields<Progress>({ sent: amount, total: amount }), cache.load(KEY)) ?? null;
}
