import { fitMessage } from '../../catalog/tab/fit-message';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { kindOf, rowsOf } from '../action-kinds';
import type { SyncAction } from '../model/action';
import type { SettledAction } from '../model/action-kind';
import { type Base, type BaseRecord, baseWith, type PendingCreation, recordKey } from '../model/base';
import { actionsOf, type Batch } from '../model/batch';
import type { BatchOutcome, RefusedRow } from '../model/batch-outcome';
import type { AddedImage, Created } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { actionOutcomes } from '../preview/foretell';
import { unansweredStock } from '../stock/unanswered-stock';

/** The result of a batch's answer: messages for the rows, and records to remember. */
export interface Settled {
  readonly outcomes: readonly RowOutcome[];
  readonly records: readonly BaseRecord[];
  /** Items created without a row that reports them. */
  readonly created: readonly (Created | AddedImage)[];
  /** Actions that could not be sent before: they concern what was just created. */
  readonly next: readonly SyncAction[];
}

const NOTHING: Settled = { outcomes: [], records: [], created: [], next: [] };

/** Turns the store's answer into row outcomes and base pairs. `base` already holds what earlier batches settled. */
export function settle({ batch, answer }: BatchOutcome, base: Base): Settled {
  if (answer.kind === 'unknown') return NOTHING;
  // Once answered, the note is obsolete: a product with this handle that appears later was created by somebody else.
  const notes = creationNote(batch, { isOver: true });
  if (answer.kind === 'not-taken') return { ...NOTHING, records: notes };
  const refused = new Set(answer.refused.map(({ ref }) => rowKey(ref)));
  const isTaken = (ref: RowRef) => !refused.has(rowKey(ref));
  const outcomes: RowOutcome[] = answer.refused.map((row) => tellRefused(row, actionsOf(batch)));
  const records: BaseRecord[] = [...notes];
  const created: (Created | AddedImage)[] = [];
  const next: SyncAction[] = [];
  // One batch may concern an item several times: its stock at two locations, or two of its images.
  const latest = new Map<string, BaseRecord>();
  const settledSoFar = baseWith(base, latest);
  const { written, unclear = [] } = answer;
  actionsOf(batch).forEach((action, index) => {
    const settled = kindOf(action).settle(action, { written, index, base: settledSoFar, isTaken });
    if (!settled) return;
    records.push(...settled.records);
    for (const record of settled.records) latest.set(recordKey(record), record);
    created.push(...(settled.created ?? []));
    next.push(...(settled.next ?? []), ...stepsAfter(action, settled, isTaken));
    outcomes.push(...(settled.untaken ?? []).filter(({ ref }) => isTaken(ref)));
    for (const outcome of actionOutcomes(settled.taken ?? action)) {
      const shopifyId = outcome.shopifyId ?? settled.ids?.get(rowKey(outcome.ref));
      if (isTaken(outcome.ref) && isTaken(outcome.cause ?? outcome.ref))
        outcomes.push({ ...outcome, ...(shopifyId && { shopifyId }) });
    }
  });
  records.push(...unansweredStock(unclear, settledSoFar));
  return { outcomes, records, created, next };
}

/** Shopify's message, and an explanation of what it leaves open. */
function tellRefused(row: RefusedRow, actions: readonly SyncAction[]): RowOutcome {
  const { ref, status, message } = row;
  const action = actions.find(
    (each) => kindOf(each).afterRefusal && rowsOf(each).some((at) => rowKey(at) === rowKey(ref)),
  );
  const next = action && kindOf(action).afterRefusal?.(action, row);
  return { ref, status, message: next ? fitMessage(`${message} ${next}`) : message };
}

/** A step of a replacement must succeed before the next one is sent. */
function stepsAfter(
  action: SyncAction,
  { untaken = [] }: SettledAction,
  isTaken: (ref: RowRef) => boolean,
): readonly SyncAction[] {
  const steps = ('followedBy' in action && action.followedBy) || [];
  return untaken.length === 0 && rowsOf(action).every(isTaken) ? steps : [];
}

/** The note that is saved before a product is created, and its cancellation. */
export function creationNote(batch: Batch, over: Pick<PendingCreation, 'isOver'> = {}): PendingCreation[] {
  return batch.kind === 'create-product' ? [{ kind: 'creation', handle: batch.action.handle, ...over }] : [];
}
