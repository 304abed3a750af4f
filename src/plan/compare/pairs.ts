import { CELL_KINDS, type CellKind } from '../../catalog/columns/cell-kinds';
import { columnOf, type FieldKey } from '../../catalog/columns/columns';
import type { FieldChange } from '../model/action';
import type { Pair } from '../model/base';
import type { StoreFields } from '../model/snapshot';
import { canonical } from './canonical';

/** What is remembered of fields that were sent, beside what the store made of them. */
export function pairsOf(
  changes: readonly FieldChange[],
  fields: StoreFields,
): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const change of changes) {
    if (wasTaken(change, fields))
      pairs[change.key] = [change.sheet, canonical(change.key, fields[change.key])];
  }
  return pairs;
}

/** The same of columns that a new item's row leaves blank, and of what was sent and not taken. */
export function newPairs(
  { changes, blanks }: { readonly changes: readonly FieldChange[]; readonly blanks: readonly FieldKey[] },
  fields: StoreFields,
): Partial<Record<FieldKey, Pair>> {
  const left = changes.filter((change) => !wasTaken(change, fields)).map(({ key }) => key);
  return { ...pairsOf(changes, fields), ...blankPairs([...blanks, ...left], fields) };
}

export function blankPairs(keys: readonly FieldKey[], fields: StoreFields): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const key of keys) pairs[key] = [null, canonical(key, fields[key])];
  return pairs;
}

/** Whether a change is among what Shopify answered, which takes some requests without doing all that they ask. */
export function wasTaken({ key, to }: Pick<FieldChange, 'key' | 'to'>, fields: StoreFields): boolean {
  return !(key in fields) || !differ(key, canonical(key, to), canonical(key, fields[key]));
}

/** Whether two values of a field that Shopify writes as it is given are two, whatever was remembered of them. */
export function differ(key: FieldKey, one: string, other: string): boolean {
  const { isExact }: CellKind = CELL_KINDS[columnOf(key).kind];
  // No tracker is FALSE in Shopify.
  const plain = (value: string) => (key === 'tracked' && value === 'false' ? '' : value);
  return isExact === true && plain(one) !== plain(other);
}
