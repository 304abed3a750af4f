import { rowKey } from '../../catalog/tab/row';
import { textsOf } from '../compare/describe-replaced';
import type {
  ChangeTags,
  FieldChange,
  RenameOptionValue,
  SetStock,
  SyncAction,
  UpdateAltText,
} from '../model/action';
import { actionsOf, type Batch } from '../model/batch';
import type { BatchOutcome, Written } from '../model/batch-outcome';
import type { Created, Replaced, ReplacedField, ReplacedValue } from '../model/replaced-value';
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

function replacedByAction(action: SyncAction): Replaced[] {
  switch (action.kind) {
    case 'update-product':
      return action.changes.map((change) => replacedField(action.productId, change));
    case 'update-variants':
      return action.variants.flatMap(({ id, changes }) => changes.map((change) => replacedField(id, change)));
    case 'publish':
    case 'unpublish':
      return [replacedField(action.productId, action.change)];
    case 'add-tags':
    case 'remove-tags':
      return [replacedTags(action)];
    case 'update-alt-text':
      return [replacedAltText(action)];
    case 'rename-option-value':
      return [replacedOptionValue(action)];
    case 'set-stock':
    case 'activate-stock':
      return [replacedStock(action)];
    case 'create-product':
    case 'create-variants':
      return [];
  }
}

/**
 * What has to be said of saved values once the store has answered: it refused them, so that they stand as before, or
 * it keeps them otherwise than they were sent.
 */
export function correctionsOf({ batch, answer }: BatchOutcome): Replaced[] {
  if (answer.kind !== 'answered') return [];
  const refused = new Set(answer.refused.map(({ ref }) => rowKey(ref)));
  return actionsOf(batch).flatMap((action, index) =>
    replacedByAction(action).flatMap((replaced): Replaced[] => {
      const isTaken =
        replaced.kind === 'stock' ? answer.written.stock.includes(index) : !refused.has(rowKey(replaced.ref));
      if (!isTaken) return [takenBack(replaced)];
      return replaced.kind === 'field' ? asWritten(replaced, answer.written) : [];
    }),
  );
}

/** What was created, to be listed: undoing leaves it in Shopify, as it is. */
export function createdBy(batch: Batch, { outcomes, records }: Settled): Created[] {
  if (batch.operation !== 'productSet') return createdIn(outcomes);
  const { ref } = batch.action;
  const products = records.flatMap((record): Created[] =>
    record.kind === 'product' ? [{ kind: 'created', ref, id: record.id }] : [],
  );
  return [...products, ...createdIn(outcomes)];
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

/** Shopify cleans HTML and shortens what it does not like; undoing compares with what it kept. */
function asWritten(replaced: ReplacedField, { products, variants }: Written): ReplacedField[] {
  const items: readonly { readonly id: string; readonly fields: StoreFields }[] = [...products, ...variants];
  const kept = items.find(({ id }) => id === replaced.id)?.fields[replaced.key];
  const written = kept === undefined ? undefined : { ...replaced, to: kept };
  return written && textsOf(written).to !== textsOf(replaced).to ? [written] : [];
}

function replacedField(id: ReplacedField['id'], { key, from, to, ref, column }: FieldChange): ReplacedField {
  return { kind: 'field', id, key, from, to, ref, column };
}

function replacedTags({ kind, productId, tags, change: { ref, column } }: ChangeTags): Replaced {
  const [added, removed] = kind === 'add-tags' ? [tags, []] : [[], tags];
  return { kind: 'tags', id: productId, added, removed, ref, column };
}

function replacedAltText({ productId, mediaId, url, from, alt, ref }: UpdateAltText): Replaced {
  return { kind: 'alt-text', id: productId, mediaId, url, from, to: alt, ref, column: 'Image alt text' };
}

function replacedOptionValue(action: RenameOptionValue): Replaced {
  const { productId: id, optionId, valueId, index, from, to, ref, column } = action;
  return { kind: 'option-value', id, optionId, valueId, index, from, to, ref, column };
}

function replacedStock(action: SetStock): Replaced {
  const { variantId: id, inventoryItemId, locationId, locationName, name, from, to, ref, column } = action;
  return { kind: 'stock', id, inventoryItemId, locationId, locationName, name, from, to, ref, column };
}
