import { rowsOf } from '../plan/action';
import { actionsOf, type Batch } from '../plan/batch';
import { type BatchAnswer, type BatchOutcome, NOTHING_WRITTEN } from '../plan/outcome';
import type { Problem } from '../ports/problem';
import type { Store } from '../ports/store';
import type { NewUuid } from '../ports/uuid';
import type { Reply } from './admin-client';
import { fetchLevels } from './fetch-levels';
import { countProducts, fetchShop } from './fetch-shop';
import { fetchSnapshot, type LookUpAccess } from './fetch-snapshot';
import type { OperationOf, Payload } from './operations/operation';
import { operations } from './operations/operations';

/** The Admin API as the Store port wants it. */
export function shopifyStore(access: LookUpAccess, newKey: NewUuid): Store {
  const { client, memory } = access;
  const table = operations(newKey);
  // One entry serves its own operation, which the union cannot express for a batch of any kind.
  const operationOf = (batch: Batch) => table[batch.operation] as OperationOf<Batch>;
  return {
    fetchShop: () => fetchShop(client),
    countProducts: () => countProducts(client),
    fetchSnapshot: (needs, deadlineMs) => fetchSnapshot(access, needs, deadlineMs),
    fetchLevels: (items) => fetchLevels(client, items),
    costOf: (batch) => operationOf(batch).request(batch).cost,
    waveSize: (batches) =>
      client.fit(batches.slice(0, client.kMax).map((batch) => operationOf(batch).request(batch))),
    apply(wave) {
      memory.forget();
      const replies = client.send(wave.map((batch) => operationOf(batch).request(batch)));
      const outcomes: BatchOutcome[] = [];
      let problem: Problem | undefined;
      replies.forEach((reply, index) => {
        const batch = wave[index] as Batch;
        const answer = answerOf(batch, reply, operationOf(batch));
        if (reply.kind === 'failed') problem ??= reply.problem;
        outcomes.push({ batch, answer });
      });
      return { outcomes, ...(problem && { problem }) };
    },
  };
}

function answerOf(batch: Batch, reply: Reply, operation: OperationOf<Batch>): BatchAnswer {
  if (reply.kind !== 'answered') return { kind: 'unknown', message: reply.problem.message };
  const payload = reply.data[batch.operation] as Payload | null | undefined;
  if (payload) return operation.answer(batch, payload);
  const message = `Shopify refused: ${reply.errors.map((error) => error.message).join(' ')}`;
  const refused = actionsOf(batch)
    .flatMap(rowsOf)
    .map((ref) => ({ ref, status: 'error' as const, message }));
  return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
}
