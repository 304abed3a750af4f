import { fieldOf } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import type { VariantId } from '../../catalog/values/gid';
import type { FieldChange, SetQuantities } from '../model/action';
import type { StoreFields } from '../model/snapshot';
import { fieldsNow } from './quantities';

/** Quantities of a variant, one action for each list. */
export function planQuantities(
  id: VariantId,
  changes: readonly FieldChange[],
  store: StoreFields = {},
): SetQuantities[] {
  const ordered = changes.filter(({ key }) => fieldOf(key).orderedAs);
  return [...groupBy(ordered, ({ key }) => fieldOf(key).orderedAs?.list).values()].flatMap(
    (own): SetQuantities[] => {
      const [first] = own;
      const { orderedAs } = fieldOf((first as FieldChange).key);
      if (!first || !orderedAs) return [];
      const clears = own.some(({ key, to }) => key === orderedAs.quantityPrices && to === null);
      return [
        {
          kind: clears ? 'clear-quantities' : 'set-quantities',
          ref: first.ref,
          id,
          list: orderedAs.list,
          changes: own,
          fields: fieldsNow(orderedAs, store),
        },
      ];
    },
  );
}
