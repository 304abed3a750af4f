import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { FieldKey } from '../../catalog/columns/columns';
import { hasValue } from '../../catalog/values/cell';
import type { FieldChange, NewVariant } from '../model/action';
import type { ItemContext } from '../model/item-context';
import type { StoreFields, StoreProduct } from '../model/snapshot';

const NO_PRICE = 'It has no price yet. Type one before it goes on sale.';
const SOLD_FOR_NOTHING = 'It is sold for 0.00 until you type a price.';

export function isVisible(status: unknown): boolean {
  return status === 'ACTIVE' || status === 'UNLISTED';
}

export function willBeVisible({ fields: { status } }: DesiredProduct, store: StoreProduct): boolean {
  return isVisible(hasValue(status?.cell) ? status.cell.value : store.fields.status);
}

/** Shown at once for a hidden item; for one on sale, only after a person confirmed the change. */
export function unpriced(
  { ref, fields: { price } }: Pick<DesiredVariant, 'ref' | 'fields'>,
  isSeen: boolean,
  { draft }: ItemContext,
): Pick<NewVariant, 'note'> {
  const typed = hasValue(price?.cell) ? price.cell.value : undefined;
  if (Number(typed) > 0) return {};
  if (isSeen) return { note: SOLD_FOR_NOTHING };
  const isZero = typed !== undefined;
  draft.say(
    ref,
    'unchanged',
    isZero ? `Its price is ${typed}. Type another one before it goes on sale.` : NO_PRICE,
  );
  return {};
}

/** The changes of a variant, with a remark where its compare-at price will not show as a sale. */
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
