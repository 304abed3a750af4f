import type { MediaId } from '../../catalog/values/gid';
import type { BatchAnswer, BatchOutcome, GoesOn, Written } from '../../plan/model/batch-outcome';
import type { Clock } from '../../ports/system';
import type { AdminClient } from '../client/admin-client';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type MediaOrderData,
  MediaOrderDocument,
  type MediaStatesData,
  MediaStatesDocument,
} from '../documents/generated/products';

/** Pauses before each poll; one of Shopify's jobs for one product takes about a second. */
const PAUSES_MS = [1000, 1000, 2000, 4000, 8000] as const;
/** The most that a product has. */
const MOST_MEDIA = 250;

type Answered = Extract<BatchAnswer, { kind: 'answered' }>;
type Seen = Pick<Written, 'media' | 'unready'>;

export function awaitedRequest({ job, productId }: GoesOn): GraphqlRequest<MediaOrderData | MediaStatesData> {
  const cost = connectionCost(MOST_MEDIA, 0);
  return job === undefined
    ? readRequest(MediaStatesDocument, { productId }, 1 + cost)
    : readRequest(MediaOrderDocument, { job, productId }, 2 + cost);
}

/**
 * The same outcomes once Shopify has done what it answered before doing. Where it takes longer, what became of a job is
 * `unknown`, and an image is not there yet.
 */
export function awaitJobs(
  outcomes: readonly BatchOutcome[],
  { client, clock }: { readonly client: AdminClient; readonly clock: Clock },
): BatchOutcome[] {
  const seen = new Map<GoesOn, Seen>();
  let waiting = outcomes.flatMap(({ answer }) =>
    answer.kind === 'answered' && answer.goesOn ? [answer.goesOn] : [],
  );
  for (const pauseMs of PAUSES_MS) {
    if (waiting.length === 0) break;
    clock.sleep(pauseMs);
    const replies = client.send(waiting.map(awaitedRequest));
    waiting = waiting.filter((each, index) => {
      const reply = replies[index];
      if (reply?.kind !== 'answered' || reply.errors.length > 0) return true;
      const now = seenIn(each, reply.data as MediaOrderData | MediaStatesData);
      if (now) seen.set(each, now);
      return !now || !isOver(now);
    });
  }
  return outcomes.map((outcome): BatchOutcome => {
    const { answer } = outcome;
    if (answer.kind !== 'answered' || !answer.goesOn) return outcome;
    return { ...outcome, answer: awaited(answer, answer.goesOn, seen.get(answer.goesOn)) };
  });
}

/** Undefined while a job is not over; one that is over for long is not found any more. */
function seenIn({ images = [] }: GoesOn, data: MediaOrderData | MediaStatesData): Seen | undefined {
  if ('job' in data && data.job?.done === false) return undefined;
  const nodes: readonly { readonly id: MediaId; readonly status?: string }[] =
    data.product?.media.nodes ?? [];
  const media = nodes.map(({ id }) => id);
  const unready = images.flatMap((image) => {
    const status = nodes.find(({ id }) => id === image)?.status;
    return status === 'READY' ? [] : [[image, status === 'FAILED' ? 'failed' : 'processing'] as const];
  });
  return { media, ...(unready.length > 0 && { unready: Object.fromEntries(unready) }) };
}

function isOver({ unready = {} }: Seen): boolean {
  return !Object.values(unready).includes('processing');
}

function awaited(answer: Answered, { job, images = [] }: GoesOn, seen: Seen | undefined): BatchAnswer {
  if (!seen && job !== undefined) return { kind: 'unknown', message: 'Shopify is still at it.' };
  const unseen = { unready: Object.fromEntries(images.map((id) => [id, 'processing'] as const)) };
  return { ...answer, written: { ...answer.written, ...(seen ?? unseen) } };
}
