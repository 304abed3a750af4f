/**
 * Why a run stopped, paused or could not begin. A value, told apart by `kind`: errors of their own class do not
 * survive `google.script.run` or another realm.
 */
export interface Problem {
  readonly kind: ProblemKind;
  /** Names the fault in one sentence, without secrets. */
  readonly message: string;
  /** Tells the person what to do next, in one sentence. */
  readonly nextStep: string;
  /** A page where the next step is done. */
  readonly link?: string;
}

/** The next step where nobody knows what became of a request. */
export const SYNC_LATER = 'Sync again in a few minutes; what is done is not sent twice.';

export type ProblemKind =
  | 'not-connected'
  | 'invalid-input'
  | 'unauthorized'
  /** Google's doing, not Shopify's. */
  | 'not-allowed'
  /** This way to connect no longer works, for this app or at this store; another one does. */
  | 'connection-ended'
  | 'missing-scope'
  | 'wrong-shop'
  /** Shopify no longer serves the version of its API that this copy of the add-on speaks. */
  | 'outdated'
  | 'shop-frozen'
  | 'shop-locked'
  | 'throttled'
  | 'network'
  | 'store-error'
  | 'busy'
  | 'stopped'
  | 'time-up'
  | 'quota'
  /** A cell that this person may not edit. */
  | 'protected'
  | 'sheet-full'
  | 'storage-full'
  /** Passes by itself. */
  | 'google-trouble'
  | 'no-tabs'
  | 'no-preview'
  | 'restored'
  | 'unexpected';

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(kind: ProblemKind, message: string, nextStep: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind, message, nextStep } };
}

/**
 * A text that may quote what was typed or sent, fit to be shown: Shopify's tokens and secrets of every kind are cut off, and so
 * are addresses with which anybody can post to a chat.
 */
export function maskTokens(text: string): string {
  return text
    .replace(/shp[a-z]{2}_[\w-]+/g, 'shp…')
    .replace(/(hooks\.slack(?:-gov)?\.com|chat\.googleapis\.com)\/[^\s"”]+/gi, '$1/…');
}

/** Converts a thrown error, if it is a refusal of the platform that a person can do something about; else undefined. */
export type RefusalOf = (error: unknown) => Problem | undefined;
