import type { WireAnswer, WireResponse } from '../../wire';
import { htmlAnswer } from '../answers';
import { errorStatuses } from './error-statuses';
import { type FaultEffect, preventsEffect } from './fault';

/** Time that a client waits for an answer that never comes. */
const timeoutMs = 60_000;

/** Time until a client learns that nothing listens. */
const refusalMs = 20;

/** Answer that the client gets. `answer` sends the request on to the store and is not called where nothing may happen. */
export function applyFault(effect: FaultEffect, answer: () => WireAnswer): WireAnswer {
  const answered = preventsEffect(effect) ? undefined : answer();
  const tookMs = answered?.tookMs ?? refusalMs;
  switch (effect.kind) {
    case 'timeout':
      return { failure: 'timeout', tookMs: timeoutMs };
    case 'refused':
      return { failure: 'connection-refused', tookMs: refusalMs };
    case 'status':
      return { ...statusAnswer(effect.status), tookMs };
    case 'html':
      return { ...htmlAnswer(200, 'Something went wrong', 'Please try again.'), tookMs };
    case 'truncated':
      return onResponse(answered, (response) => ({
        ...response,
        body: response.body.slice(0, Math.floor(response.body.length / 2)),
      }));
    case 'slow':
      return onResponse(answered, (response) => ({ ...response, tookMs: tookMs + effect.addedMs }));
  }
}

function statusAnswer(status: number): WireResponse {
  const answer = errorStatuses[status];
  if (!answer) throw new Error(`The embedded store knows no answer with status ${status}.`);
  return answer;
}

/** Damages an answer; a failure stays what it is. */
function onResponse(
  answer: WireAnswer | undefined,
  change: (response: WireResponse) => WireResponse,
): WireAnswer {
  if (!answer) throw new Error('An answer to change is needed.');
  return 'failure' in answer ? answer : change(answer);
}
