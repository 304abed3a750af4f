import { rowKey } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import { kindOf } from '../action-kinds';
import { textsOf } from '../compare/describe-replaced';
import type { SyncAction } from '../model/action';
import { actionsOf, type Batch } from '../model/batch';
import type { BatchOutcome, Written } from '../model/batch-outcome';
import type { DeletedItem } from '../model/deleted-item';
import type { AddedImage, Created, Replaced, ReplacedField, ReplacedValue } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreFields } from '../model/snapshot';
import type { Settled } from '../settle/settle';

/**
 * The values that a batch is about to replace. They are saved before it is sent, because afterwards nobody knows what
 * stood there.
 */
export function replacedBy(batch: Batch): Replaced[] {
  return actionsOf(batch).flatMap(replacedByAction);
}

/** The items that a batch is about to delete, likewise. */
export function deletedBy(batch: Batch): DeletedItem[] {
  return actionsOf(batch).flatMap((action) => ('kept' in action ? [action.kept] : []));
}

function replacedByAction(action: SyncAction): readonly Replaced[] {
  return kindOf(action).replaces(action);
}

/**
 * Messages about saved values once the store has answered: it refused them, so that they stand as before, or
 * it keeps them otherwise than they were sent.
 */
export function correctionsOf({ batch, answer }: BatchOutcome): Replaced[] {
  if (answer.kind !== 'answered') return [];
  const refused = new Set(answer.refused.map(({ ref }) => rowKey(ref)));
  const { stock, values, fields } = answer.written;
  const isTaken = ({ ref }: Replaced, action: SyncAction, index: number): boolean =>
    ({
      stock: stock.includes(index),
      values: values !== undefined,
      fields: fields !== undefined,
      rows: !refused.has(rowKey(ref)),
    })[kindOf(action).writtenIn];
  return actionsOf(batch).flatMap((action, index) =>
    replacedByAction(action).flatMap((replaced): Replaced[] => {
      if (!isTaken(replaced, action, index)) return [takenBack(replaced)];
      if (replaced.kind !== 'field') return [];
      const kept = values
        ? values[index]
        : fields
          ? fields[index]?.[replaced.key]
          : keptOf(replaced, answer.written);
      return asWritten(replaced, kept);
    }),
  );
}

/** Lists what was created: undoing leaves it in Shopify, as it is. */
export function createdBy({ created, outcomes }: Settled): (Created | AddedImage)[] {
  return [...created, ...createdIn(outcomes)];
}

export function createdIn(outcomes: readonly RowOutcome[]): Created[] {
  return outcomes.flatMap(({ status, ref, shopifyId: id }) =>
    status === 'created' && id ? [{ kind: 'created', ref, id }] : [],
  );
}

function takenBack(replaced: Replaced): Replaced {
  if (replaced.kind === 'tags') return { ...replaced, added: replaced.removed, removed: replaced.added };
  return { ...replaced, to: replaced.from } as ReplacedValue;
}

function keptOf({ id, key }: ReplacedField, { products, variants }: Written): FieldValue | null | undefined {
  const items: readonly { readonly id: string; readonly fields: StoreFields }[] = [...products, ...variants];
  return items.find((item) => item.id === id)?.fields[key];
}

/** Shopify cleans up HTML and shortens some values; undoing compares with what it stored. */
function asWritten(replaced: ReplacedField, kept: FieldValue | null | undefined): ReplacedField[] {
  const written = kept === undefined ? undefined : { ...replaced, to: kept };
  return written && textsOf(written).to !== textsOf(replaced).to ? [written] : [];
}
