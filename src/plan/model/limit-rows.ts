import { type RowRef, rowKey } from '../../catalog/tab/row';
import { rowsOf, rowsOfNewVariant, rowsOfVariantChange, type SyncAction } from './action';
import type { RowOutcome } from './row-outcome';

/** Which rows a run may act on, and what the others are told. */
export interface RowLimit {
  isWithin(ref: RowRef): boolean;
  /** Of a row that is left out, or belongs with one. */
  messageOf(ref: RowRef): string;
}

export interface Limited {
  readonly actions: readonly SyncAction[];
  readonly outcomes: readonly RowOutcome[];
}

/** Leaves out of a plan what reaches beyond the limit; an action of several rows needs all of them within. */
export function limitActions(actions: readonly SyncAction[], limit: RowLimit | undefined): Limited {
  if (!limit) return { actions, outcomes: [] };
  const outside = new Map<string, RowRef>();
  const isAllowed = (rows: readonly RowRef[]): boolean => {
    if (rows.every((ref) => limit.isWithin(ref))) return true;
    for (const ref of rows) outside.set(rowKey(ref), ref);
    return false;
  };
  const kept = actions.flatMap((action) => withinLimit(action, isAllowed));
  const outcomes = [...outside.values()].map(
    (ref): RowOutcome => ({ ref, status: 'skipped', message: limit.messageOf(ref) }),
  );
  return { actions: kept, outcomes };
}

/** Variants of one product stand in rows of their own, and each is within or not. */
function withinLimit(action: SyncAction, isAllowed: (rows: readonly RowRef[]) => boolean): SyncAction[] {
  switch (action.kind) {
    case 'create-variants': {
      const variants = action.variants.filter((variant) => isAllowed(rowsOfNewVariant(variant)));
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'update-variants': {
      const variants = action.variants.filter((variant) => isAllowed(rowsOfVariantChange(variant)));
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'create-product':
    case 'update-product':
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
      return isAllowed(rowsOf(action)) ? [action] : [];
  }
}
