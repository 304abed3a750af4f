import type { Base, BaseProduct, BaseVariant, Pair, UndoneValues } from '../model/base';
import type { ValueKey } from '../model/replaced-value';
import { pairOf } from './value-pairs';

export function isMarked(id: UndoneValues['id'], key: ValueKey, base: Base): boolean {
  return isSamePair(base.undone().get(id)?.values[key]?.pair, pairOf(itemOf(id, base), key));
}

export function isHeld([sheet, store]: Pair): boolean {
  return sheet !== null && sheet !== store;
}

export function itemOf(id: UndoneValues['id'], base: Base): BaseProduct | BaseVariant | undefined {
  return base.product(id as BaseProduct['id']) ?? base.variant(id as BaseVariant['id']);
}

export function isSamePair(a: Pair | undefined, b: Pair | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
