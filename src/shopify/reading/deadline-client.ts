import { fail, type Problem } from '../../ports/problem';
import type { Clock } from '../../ports/system';
import type { AdminClient } from '../client/admin-client';

/**
 * How often it is asked whether a person wants to stop: asking takes a service call, which a short look-up does not wait
 * for.
 */
const STOP_ASKED_EVERY_MS = 2_000;

/**
 * A client that begins no request after the deadline (milliseconds since 1970), nor once `stopReason` answers why reading
 * must stop.
 */
export function clientUntil(
  client: AdminClient,
  clock: Clock,
  deadlineMs: number,
  stopReason: () => Problem | undefined,
): AdminClient {
  let askedAtMs = clock.now();
  const problemNow = () => {
    const nowMs = clock.now();
    if (nowMs >= deadlineMs) return TIME_UP.problem;
    if (nowMs - askedAtMs < STOP_ASKED_EVERY_MS) return undefined;
    askedAtMs = nowMs;
    return stopReason();
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
