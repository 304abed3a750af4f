import type { SnapshotNeeds } from '../../plan/snapshot';
import type { Clock } from '../../ports/clock';
import { fail } from '../../ports/problem';
import type { AdminClient } from '../admin-client';
import type { SnapshotDraft } from './draft';
import type { WholeShop } from './whole-shop';

/** A look-up under way: each step adds to the draft what the ones before it do not know yet. */
export interface Reading {
  readonly client: AdminClient;
  readonly needs: SnapshotNeeds;
  readonly draft: SnapshotDraft;
  /** What a bulk query has read beforehand. */
  readonly shop: WholeShop | undefined;
}

/** Begins no request after the deadline (milliseconds since 1970). */
export function clientUntil(client: AdminClient, clock: Clock, deadlineMs: number): AdminClient {
  return {
    ...client,
    send: (wave) =>
      clock.now() < deadlineMs
        ? client.send(wave)
        : wave.map(() => ({ kind: 'failed', problem: TIME_UP.problem })),
  };
}

export const TIME_UP = fail(
  'time-up',
  'Reading the store takes longer than Google lets a script run at a time.',
  'Try again in a minute; what was begun is gone on with.',
);
