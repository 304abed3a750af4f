import type { RowRef } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import { describeChange, describeRename, levelName } from '../compare/messages';
import {
  type CreateProduct,
  type CreateVariants,
  type FieldChange,
  rowsCreatedAtOnce,
  rowsOf,
  rowsOfVariantChange,
  type SetStock,
  type SyncAction,
  type VariantChange,
} from '../model/action';
import type { RowOutcome } from '../model/row-outcome';
import { foresee, PUBLISHED } from '../preview/in-future';
import { describeSum } from '../stock/adjustment';

/** What an action's rows are told when it goes well: preview says it beforehand, a run afterwards. */
export function actionOutcomes(action: SyncAction): RowOutcome[] {
  switch (action.kind) {
    case 'create-product':
    case 'create-variants':
      return created(action);
    case 'update-product':
      return [
        ...(action.changes.length > 0
          ? [updated(action.ref, action.changes.map(describeChange).join(', '), action.productId)]
          : []),
        ...action.images.map(({ ref }) => updated(ref, 'Image added', action.productId)),
        ...doubtsOf(action.changes),
      ];
    case 'add-tags':
      return [
        updated(action.ref, `${action.change.column} added: ${action.tags.join(', ')}`, action.productId),
      ];
    case 'remove-tags':
      return [
        updated(action.ref, `${action.change.column} removed: ${action.tags.join(', ')}`, action.productId),
      ];
    case 'publish':
      return [{ ...updated(action.ref, '', action.productId), message: PUBLISHED }];
    case 'unpublish':
      return [updated(action.ref, 'Taken off the Online Store', action.productId)];
    case 'update-alt-text':
      return [updated(action.ref, 'Image alt text', action.productId)];
    case 'rename-option-value':
      return action.rows.map((ref) => updated(ref, describeRename(action), action.productId));
    case 'update-variants':
      return action.variants.flatMap(variantOutcomes);
    case 'set-stock':
    case 'activate-stock': {
      return [updated(action.ref, describeStock(action), action.variantId)];
    }
  }
}

function created(action: CreateProduct | CreateVariants): RowOutcome[] {
  const rows = action.kind === 'create-product' ? rowsCreatedAtOnce(action) : rowsOf(action);
  const outcomes = rows.map((ref): RowOutcome => ({ ref, status: 'created', message: '' }));
  const noted = [...('note' in action ? [action] : []), ...action.variants];
  for (const { ref, note } of noted) if (note) outcomes.push({ ref, status: 'unchanged', message: note });
  return [
    ...outcomes,
    ...doubtsOf([
      ...('changes' in action ? action.changes : []),
      ...action.variants.flatMap(({ changes }) => changes),
    ]),
  ];
}

function doubtsOf(changes: readonly FieldChange[]): RowOutcome[] {
  return changes.flatMap(({ ref, doubt }) => (doubt ? [{ ref, status: 'unchanged', message: doubt }] : []));
}

function describeStock(action: SetStock): string {
  const { from, to } = action;
  if (action.adds === 'adjustment') return describeSum(action);
  const below = action.adds && to < 0 ? ', which is below 0' : '';
  return `${levelName(action)} ${from ?? 'not stocked'} → ${to}${below}`;
}

/** What a preview tells: also what follows an action by itself, once the store has answered it. */
export function foreseenOutcomes(action: SyncAction): RowOutcome[] {
  const follows: RowOutcome[] =
    action.kind === 'create-product' && action.publish
      ? [{ ref: action.publish.ref, status: 'updated', message: PUBLISHED }]
      : [];
  return foresee([...actionOutcomes(action), ...follows]);
}

/** One outcome for each row that changes the variant: the price may stand in another tab than the rest. */
function variantOutcomes(variant: VariantChange): RowOutcome[] {
  const outcomes = rowsOfVariantChange(variant).map((row) => {
    const isHere = ({ ref }: { readonly ref: RowRef }) => ref.sheetId === row.sheetId && ref.row === row.row;
    const words = variant.changes.filter(isHere).map(describeChange);
    return updated(
      row,
      [...words, ...(variant.image && isHere(variant) ? ['Variant image'] : [])].join(', '),
      variant.id,
    );
  });
  return [...outcomes, ...doubtsOf(variant.changes)];
}

function updated(ref: RowRef, what: string, shopifyId: Gid): RowOutcome {
  return { ref, status: 'updated', message: `${what}.`, shopifyId };
}
