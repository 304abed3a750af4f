import { sumOf } from '../catalog/values/arrays';
import { isVariant, legacyId, type ProductId } from '../catalog/values/gid';
import type { RowItem } from '../plan/identity/row-item';
import { JOINED_MOST } from '../plan/model/action-kind';
import type { Batch } from '../plan/model/batch';
import type { BatchOutcome } from '../plan/model/batch-outcome';
import type { Problem } from '../ports/problem';
import type { Store } from '../ports/store';
import type { NewUuid } from '../ports/system';
import { awaitJobs } from './bulk/await-jobs';
import { bulkLane } from './bulk/bulk-lane';
import { catalogReader } from './catalog/read-catalog';
import type { Reply } from './client/admin-client';
import { STORE_LIMITS } from './client/limits';
import { answerOf } from './operations/batch-answer';
import { joinRequests, splitReply } from './operations/joined';
import type { OperationOf } from './operations/operation';
import { operations } from './operations/operations';
import { answerFromLevels, asDoubtful } from './reading/answer-from-levels';
import { clientUntil } from './reading/deadline-client';
import { fetchBarcodes, fetchLevels, fetchPhotos } from './reading/fetch-by-id';
import { fetchFamilies } from './reading/fetch-families';
import { countProducts, fetchShop } from './reading/fetch-shop';
import { fetchSnapshot, type LookUpAccess } from './reading/fetch-snapshot';
import { aheadClient } from './reading/read-ahead';
import { readApart } from './reading/read-values';

/** The Admin API as the Store port wants it. */
export function shopifyStore(opened: LookUpAccess, newKey: NewUuid): Store {
  const client = aheadClient(opened.client, opened.clock);
  const access = { ...opened, client };
  const { memory } = access;
  const table = operations(newKey);
  // One entry serves its own operation, which the union cannot express for a batch of any kind.
  const operationOf = (batch: Batch) => table[batch.kind] as OperationOf<Batch>;
  const join = (batches: readonly Batch[]) =>
    joinRequests(batches, (batch) => operationOf(batch).request(batch), client.kMax);
  const bulk = bulkLane(access, operationOf, newKey);
  return {
    fetchShop: (known, next) => fetchShop(access, known, next),
    fetchFamilies: (facts, granted) => fetchFamilies(client, facts, granted),
    countProducts: () => countProducts(client),
    linkTo: adminLink,
    fetchSnapshot: (needs, deadlineMs, stopReason) => fetchSnapshot(access, needs, deadlineMs, stopReason),
    fetchLevels: (items) => fetchLevels(client, items),
    fetchPhotos: (ids, deadlineMs) =>
      fetchPhotos(
        clientUntil(client, access.clock, deadlineMs, () => undefined),
        ids,
      ),
    fetchBarcodes: (variants, deadlineMs, stopReason = () => undefined) =>
      fetchBarcodes(clientUntil(client, access.clock, deadlineMs, stopReason), variants),
    fetchApart: (ids, keys, deadlineMs) =>
      readApart({
        client,
        bulk: { ...access, deadlineMs },
        keys,
        versions: new Map(),
        products: ids.filter((id): id is ProductId => !isVariant(id)),
        variants: ids.filter(isVariant),
      }),
    limits: STORE_LIMITS,
    catalog: catalogReader(access),
    pace: client.pace,
    costOf: (batch) => operationOf(batch).request(batch).cost,
    waveSize(batches) {
      const joined = join(batches.slice(0, client.kMax * JOINED_MOST)).slice(0, client.kMax);
      const fitting = joined.slice(0, client.fit(joined.map(({ request }) => request)));
      return sumOf(fitting, ({ parts }) => parts.length);
    },
    apply(wave) {
      memory.forget();
      const requests = join(wave);
      const answered = client.send(requests.map(({ request }) => request));
      const replies = requests.flatMap((each, index) => splitReply(client, each, answered[index] as Reply));
      const outcomes: BatchOutcome[] = [];
      let problem: Problem | undefined;
      replies.forEach((reply, index) => {
        const batch = wave[index] as Batch;
        const said = answerOf(batch, reply, operationOf(batch));
        const doubtful = asDoubtful(batch, reply);
        const answer = doubtful ? answerFromLevels(doubtful, { client, newKey, refusal: said }) : said;
        if (reply.kind === 'failed') problem ??= reply.problem;
        outcomes.push({ batch, answer });
      });
      return { outcomes: awaitJobs(outcomes, access), ...(problem && { problem }) };
    },
    bulk: {
      ...bulk,
      start(file) {
        memory.forget();
        return bulk.start(file);
      },
    },
  };
}

/** Source of the address: Shopify admin, as it redirects since 2023. */
function adminLink({ productId, variantId }: RowItem, domain: string): string {
  const shop = domain.replace(/\.myshopify\.com$/, '');
  const product = `https://admin.shopify.com/store/${shop}/products/${legacyId(productId)}`;
  return variantId ? `${product}/variants/${legacyId(variantId)}` : product;
}
