import type { FieldKey } from '../catalog/columns';
import type { FieldChange } from './action';
import type { Pair } from './base';
import { canonical } from './canonical';
import type { StoreFields } from './snapshot';

/** What is remembered of fields that were sent, beside what the store made of them. */
export function pairsOf(
  changes: readonly FieldChange[],
  fields: StoreFields,
): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const { key, sheet } of changes) pairs[key] = [sheet, canonical(key, fields[key])];
  return pairs;
}

/** The same of columns that a new item's row leaves blank. */
export function blankPairs(keys: readonly FieldKey[], fields: StoreFields): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const key of keys) pairs[key] = [null, canonical(key, fields[key])];
  return pairs;
}
