import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { fail, type Problem } from '../../ports/problem';
import type { Clock } from '../../ports/system';
import type { AdminClient } from '../client/admin-client';
import type { SnapshotDraft } from './snapshot-draft';
import type { WholeShop } from './whole-shop';

/** A look-up under way: each step adds to the draft what the ones before it do not know yet. */
export interface Reading {
  readonly client: AdminClient;
  readonly needs: SnapshotNeeds;
  readonly draft: SnapshotDraft;
  /** What a bulk query has read beforehand. */
  readonly shop: WholeShop | undefined;
}

/** To know whether a person wants it stopped takes a service call, which a short look-up is not to wait for. */
const HALT_ASKED_EVERY_MS = 2_000;

/** Begins no request after the deadline (milliseconds since 1970), nor once something else ends the reading. */
export function clientUntil(
  client: AdminClient,
  clock: Clock,
  deadlineMs: number,
  halt: () => Problem | undefined,
): AdminClient {
  let askedAtMs = clock.now();
  const problemNow = () => {
    const nowMs = clock.now();
    if (nowMs >= deadlineMs) return TIME_UP.problem;
    if (nowMs - askedAtMs < HALT_ASKED_EVERY_MS) return undefined;
    askedAtMs = nowMs;
    return halt();
  };
  return {
    ...client,
    send(wave) {
      const problem = problemNow();
      return problem ? wave.map(() => ({ kind: 'failed', problem })) : client.send(wave);
    },
  };
}

export const TIME_UP = fail(
  'time-up',
  'Reading the store takes longer than Google lets a script run at a time.',
  'Try again in a minute; what was begun is gone on with.',
);
