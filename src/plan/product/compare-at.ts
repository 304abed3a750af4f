import type { FieldKey } from '../../catalog/columns/columns';
import type { FieldChange } from '../model/action';
import type { StoreFields } from '../model/snapshot';

/** The changes of a variant, with a word where its compare-at price will show no sale. */
export function doubtCompareAt(
  changes: readonly FieldChange[],
  store: StoreFields = {},
): readonly FieldChange[] {
  const find = (key: FieldKey) => changes.find((change) => change.key === key);
  const own = find('compareAtPrice') ?? find('price');
  if (!own) return changes;
  const willBe = (key: FieldKey) => {
    const change = find(key);
    return change ? change.to : store[key];
  };
  const [compareAt, price] = [willBe('compareAtPrice'), willBe('price') ?? 0];
  if (typeof compareAt !== 'string' || Number(compareAt) > Number(price)) return changes;
  const doubt = `The compare-at price ${compareAt} is not above the price ${price}, so no sale is shown. Raise it or clear it.`;
  return changes.map((change) => (change === own ? { ...change, doubt } : change));
}
