/** One thing that goes wrong, and when. */
export interface Fault {
  readonly when: FaultTrigger;
  readonly what: FaultEffect;
}

export type FaultTrigger =
  /** Requests are counted from 1. */
  | { readonly kind: 'requests'; readonly first: number; readonly last: number }
  /** A root field; `nth` counts its requests from 1, left out it is every one. */
  | { readonly kind: 'operation'; readonly root: string; readonly nth?: number }
  /** In per cent of all requests. */
  | { readonly kind: 'chance'; readonly percent: number };

/** `before`: nothing happened in the store; `after`: the request took effect and its answer was lost. */
export type FaultMoment = 'before' | 'after';

export type FaultEffect =
  | { readonly kind: 'timeout'; readonly moment: FaultMoment }
  | { readonly kind: 'refused' }
  | { readonly kind: 'status'; readonly status: number; readonly moment: FaultMoment }
  /** The body ends in the middle. */
  | { readonly kind: 'truncated' }
  /** A page instead of JSON, with status 200. */
  | { readonly kind: 'html'; readonly moment: FaultMoment }
  | { readonly kind: 'slow'; readonly addedMs: number };

/** Whether the store never gets to see the request. */
export const preventsEffect = (effect: FaultEffect): boolean =>
  effect.kind === 'refused' || ('moment' in effect && effect.moment === 'before');
