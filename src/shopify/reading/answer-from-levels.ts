import type { Batch } from '../../plan/model/batch';
import { answered, type BatchAnswer } from '../../plan/model/batch-outcome';
import { levelKey, type StoreLevel } from '../../plan/model/snapshot';
import type { SetStock } from '../../plan/model/stock-action';
import { stockOf } from '../../plan/stock/unanswered-stock';
import type { NewUuid } from '../../ports/system';
import type { AdminClient, Reply } from '../client/admin-client';
import { userErrorsIn } from '../operations/batch-answer';
import { isStale } from '../operations/inventory-set-quantities';
import { fetchLevels } from './fetch-by-id';

type StockBatch = Extract<Batch, { readonly key: string }>;

/**
 * The batch, where its refusal may only mean that an earlier attempt arrived: the answer to that attempt was lost, and
 * it is not certain that Shopify recognises a key which it was given before. The level tells, the key does not.
 */
export function asDoubtful(batch: Batch, reply: Reply): StockBatch | undefined {
  if (!('key' in batch) || reply.kind !== 'answered') return undefined;
  if (!reply.followsLostAnswer && !batch.mayHaveArrived) return undefined;
  const errors = userErrorsIn(reply.data);
  const isRefusal = batch.kind === 'activate-stock' ? errors.length > 0 : isStale(errors);
  return isRefusal ? batch : undefined;
}

interface DoubtfulAnswer {
  readonly client: AdminClient;
  readonly newKey: NewUuid;
  /** The refusal taken at its word. */
  readonly refusal: BatchAnswer;
}

/**
 * Answers a doubtful batch by what is in Shopify now: a level that has the new quantity was written, one that has
 * the old quantity is sent again, and any other is unclear, which a person decides.
 */
export function answerFromLevels(
  batch: StockBatch,
  { client, newKey, refusal }: DoubtfulAnswer,
): BatchAnswer {
  const items = stockOf(batch).map(({ inventoryItemId }) => inventoryItemId);
  const levels = fetchLevels(client, [...new Set(items)]);
  if (!levels.ok) return { kind: 'unknown', message: levels.problem.message };
  const levelOf = (action: SetStock) => levels.value.get(levelKey(action.inventoryItemId, action.locationId));
  if (batch.kind === 'activate-stock') return activated(batch.action, levelOf(batch.action), refusal);
  const { actions } = batch;
  const now = actions.map((action) => levelOf(action)?.[action.name]);
  const isWritten = (action: SetStock, index: number) => now[index] === action.to;
  const stock = actions.flatMap((action, index) => (isWritten(action, index) ? [index] : []));
  // If one level is refused, nothing is written, so a single new quantity proves that all arrived.
  const hasArrived = stock.some((index) => actions[index]?.from !== actions[index]?.to);
  const others = actions
    .map((action, index) => ({ action, at: now[index] }))
    .filter(({ action, at }) => at !== action.to);
  const isUntouched = ({ action, at }: (typeof others)[number]) => !hasArrived && at === action.from;
  const again = others.filter(isUntouched).map(({ action }) => action);
  return answered(
    { stock },
    {
      unclear: others.filter((other) => !isUntouched(other)).map(({ action }) => action),
      retry: again.length > 0 ? [{ kind: 'set-stock', actions: again, key: newKey() }] : [],
    },
  );
}

function activated(action: SetStock, level: StoreLevel | undefined, refusal: BatchAnswer): BatchAnswer {
  if (!level?.active) return refusal;
  const isWritten = level[action.name] === action.to;
  return answered({ stock: isWritten ? [0] : [] }, { unclear: isWritten ? [] : [action] });
}
