import { type RowRef, rowsSaying } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import type { FieldChange } from '../model/action';
import type { Base, BaseProduct, BaseVariant, Pair, UndoneValues } from '../model/base';
import type { ValueKey } from '../model/replaced-value';
import { canonical } from './canonical';
import { pairOf } from './pairs';

export function isMarked(id: UndoneValues['id'], key: ValueKey, base: Base): boolean {
  const mark = base.undone().get(id)?.values[key];
  return mark?.isLeft === undefined && isSamePair(mark?.pair, pairOf(itemOf(id, base), key));
}

/** Whether an undo left a value of the item alone and that value is still as it was remembered then. */
export function isLeftApart(id: UndoneValues['id'], base: Base): boolean {
  const marks = Object.entries(base.undone().get(id)?.values ?? {});
  return marks.some(
    ([key, { isLeft, pair }]) => isLeft && isSamePair(pair, pairOf(itemOf(id, base), key as ValueKey)),
  );
}

export function isHeld([sheet, store]: Pair): boolean {
  return sheet !== null && sheet !== store;
}

export function itemOf(id: Gid, base: Base): BaseProduct | BaseVariant | undefined {
  return base.product(id as BaseProduct['id']) ?? base.variant(id as BaseVariant['id']);
}

export function isSamePair(a: Pair | undefined, b: Pair | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Rows whose cell asks for something else than the change that an undo sends. */
export function rowsStillAsking(change: FieldChange): readonly RowRef[] {
  return isHeld([change.sheet, canonical(change.key, change.to)]) ? rowsSaying(change) : [];
}
