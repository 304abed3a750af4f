import { setTimeout as wait } from 'node:timers/promises';
import { type Came, NotAsked, type Question } from '../question';
import type { Admin } from './admin';

/** The draft product that the probes make and change. Nothing else of the store is changed. */
export interface DraftProduct {
  readonly id: string;
  readonly variantId: string;
  readonly inventoryItemId: string;
}

/** Everything that the probes of one run share. */
export interface Bench {
  readonly admin: Admin;
  /** Undefined where a token was given in place of an app's credentials. */
  readonly credentials: Credentials | undefined;
  readonly version: string;
  readonly locationIds: readonly string[];
  /** Handles and SKUs of this run: nobody else has them. */
  readonly names: RunNames;
  /** Set before the product is asked for: its answer may be lost. */
  mayHaveProduct: boolean;
  /** Set by the probe that makes it. */
  product?: DraftProduct;
  /** Bulk operations that this run began; they are canceled if they are still running at the end. */
  readonly bulkOperationIds: string[];
  /** Address of the result of the bulk query, set by the probe that ran it. */
  bulkResult?: { readonly url: string; readonly objectCount: number };
  /** Path of the staged file of a bulk mutation, set by the probe that uploaded it. */
  stagedPath?: string;
  /** Ends early, with an error, when the run is stopped. */
  pause(ms: number): Promise<void>;
}

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface RunNames {
  readonly title: string;
  readonly handle: string;
  readonly renamedHandle: string;
  readonly sku: string;
}

export interface Probe extends Question {
  run(bench: Bench): Promise<Came>;
}

export function namesOf(stamp: string): RunNames {
  const handle = `live-check-${stamp}`;
  return {
    title: `Live check ${stamp}`,
    handle,
    renamedHandle: `${handle}-renamed`,
    sku: `LIVE-${stamp}`,
  };
}

/** Something that a probe before should have left. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotAsked(`needs ${what}`);
  return value;
}

export const draftOf = (bench: Bench): DraftProduct => need(bench.product, 'the draft product');

/** Waits until `look` gives something; undefined after so many looks. */
export async function poll<T>(
  bench: Bench,
  { everyMs, times }: { readonly everyMs: number; readonly times: number },
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let left = times; left > 0; left -= 1) {
    const found = await look();
    if (found !== undefined) return found;
    if (left > 1) await bench.pause(everyMs);
  }
  return undefined;
}

/** A pause that ends with the signal's reason when it is aborted. */
export const pauseUntil =
  (signal: AbortSignal) =>
  async (ms: number): Promise<void> => {
    signal.throwIfAborted();
    await wait(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  };
