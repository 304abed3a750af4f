import { chunk } from '../../catalog/values/arrays';
import type { MediaId, ProductId } from '../../catalog/values/gid';
import type { BatchOutcome, WrittenProduct } from '../../plan/model/batch-outcome';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import { CREATED_PER_REQUEST, createdMediaIn, createdMediaRequest } from '../queries/media';

/**
 * Adds to a bulk operation's answer the images of new products, for which the answer has no room. Where they cannot be
 * read, the creation counts as unanswered: the next plan finds the product, and with it its images.
 */
export function withCreatedMedia(
  client: AdminClient,
  outcomes: readonly BatchOutcome[],
  unanswered: BatchOutcome['answer'],
): readonly BatchOutcome[] {
  const created = outcomes.flatMap((outcome) => productWithImages(outcome) ?? []);
  const media = new Map<ProductId, readonly MediaId[]>();
  fetchAll(
    client,
    chunk(
      created.map(({ id }) => id),
      CREATED_PER_REQUEST,
    ),
    createdMediaRequest,
    (_, data) => {
      for (const [id, mediaIds] of createdMediaIn(data)) media.set(id, mediaIds);
    },
  );
  return outcomes.map((outcome) => {
    const product = productWithImages(outcome);
    if (!product || outcome.answer.kind !== 'answered') return outcome;
    const mediaIds = media.get(product.id);
    if (!mediaIds) return { ...outcome, answer: unanswered };
    const written = { ...outcome.answer.written, products: [{ ...product, mediaIds }] };
    return { ...outcome, answer: { ...outcome.answer, written } };
  });
}

function productWithImages({ batch, answer }: BatchOutcome): WrittenProduct | undefined {
  if (batch.kind !== 'create-product' || batch.action.images.length === 0) return undefined;
  return answer.kind === 'answered' ? answer.written.products[0] : undefined;
}
