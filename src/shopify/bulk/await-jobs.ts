import type { BatchAnswer, BatchOutcome } from '../../plan/model/batch-outcome';
import type { Clock } from '../../ports/system';
import type { AdminClient } from '../client/admin-client';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import { type MediaOrderData, MediaOrderDocument } from '../documents/generated/products';

/** Times that are waited before each look; a job of Shopify's for one product takes about a second. */
const PAUSES_MS = [1000, 1000, 2000, 4000, 8000] as const;
/** The most that a product has. */
const MOST_MEDIA = 250;

type Job = NonNullable<Extract<BatchAnswer, { kind: 'answered' }>['goesOn']>;

export function mediaOrderRequest({ job, productId }: Job): GraphqlRequest<MediaOrderData> {
  return readRequest(MediaOrderDocument, { job, productId }, 2 + connectionCost(MOST_MEDIA, 0));
}

/** The same outcomes once Shopify has done what it answered before doing; `unknown` where it takes longer. */
export function awaitJobs(
  outcomes: readonly BatchOutcome[],
  { client, clock }: { readonly client: AdminClient; readonly clock: Clock },
): BatchOutcome[] {
  const done = new Map<string, MediaOrderData>();
  let waiting = outcomes.flatMap(({ answer }) =>
    answer.kind === 'answered' && answer.goesOn ? [answer.goesOn] : [],
  );
  for (const pauseMs of PAUSES_MS) {
    if (waiting.length === 0) break;
    clock.sleep(pauseMs);
    const replies = client.send(waiting.map(mediaOrderRequest));
    waiting = waiting.filter(({ job }, index) => {
      const reply = replies[index];
      const data =
        reply?.kind === 'answered' && reply.errors.length === 0 ? (reply.data as MediaOrderData) : undefined;
      // A job that is over for long is not found any more.
      if (data && data.job?.done !== false) done.set(job, data);
      return !done.has(job);
    });
  }
  return outcomes.map((outcome): BatchOutcome => {
    const { answer } = outcome;
    if (answer.kind !== 'answered' || !answer.goesOn) return outcome;
    const data = done.get(answer.goesOn.job);
    if (!data) return { ...outcome, answer: { kind: 'unknown', message: 'Shopify is still at it.' } };
    const media = data.product?.media.nodes.map(({ id }) => id) ?? [];
    return { ...outcome, answer: { ...answer, written: { ...answer.written, media } } };
  });
}
