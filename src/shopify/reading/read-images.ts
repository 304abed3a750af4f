import { chunk } from '../../plan/batches/plan-batches';
import { type Result, succeed } from '../../ports/problem';
import { fetchAll } from '../client/fetch-all';
import { IMAGES_PER_REQUEST, imagesRequest, readImages as readImagesIn } from '../queries/media';
import type { Reading } from './deadline-client';

/** What became of images that were sent. Where Shopify does not say it now, the next run asks again. */
export function readImages({
  client,
  needs,
  draft,
}: Pick<Reading, 'client' | 'needs' | 'draft'>): Result<null> {
  fetchAll(client, chunk(needs.images, IMAGES_PER_REQUEST), imagesRequest, (part, data) => {
    for (const [id, state] of readImagesIn(part, data)) draft.images.set(id, state);
  });
  return succeed(null);
}
