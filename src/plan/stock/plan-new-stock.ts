import type { DesiredVariant } from '../../catalog/building/desired';
import { type RowIssue, rowsSaying } from '../../catalog/tab/row';
import { hasValue, quantitySaid } from '../../catalog/values/cell';
import type { ItemContext } from '../model/item-context';
import type { NewStock } from '../model/stock-action';
import { BELOW_ZERO } from './plan-stock';
import { type LocatedStock, resolveStockLocations } from './stock-locations';

/** Quantities of a new variant are sent with it; an untracked item has none. */
export function planNewStock(
  variant: DesiredVariant,
  { shop, policy, draft }: ItemContext,
): NewStock[] | { readonly problems: readonly RowIssue[] } {
  const stock: (NewStock & { readonly cells: NewStock['cells'][number][] })[] = [];
  const problems: RowIssue[] = [];
  if (!policy.groups.includes('inventory')) return stock;
  const adjustment = variant.adjustments.find(({ delta }) => hasValue(delta));
  if (adjustment)
    return {
      problems: [
        {
          ref: adjustment.ref,
          message: `${adjustment.column}: a new item has no stock yet that could be adjusted. Type its quantity in a quantity column instead.`,
        },
      ],
    };
  const tracked = hasValue(variant.fields.tracked?.cell);
  for (const { stock: level, location } of resolveStockLocations(variant.stock, shop, policy).sort(
    availableFirst,
  )) {
    const sheet = quantitySaid(level.quantity);
    if (typeof sheet !== 'number') {
      if (sheet && 'problem' in location) problems.push({ ref: level.ref, message: location.problem });
      continue;
    }
    const cells = rowsSaying(level).map((ref) => ({ name: level.name, sheet, ref }));
    if (!tracked) {
      // Not remembered, so that it is sent once the item is tracked. Shopify has 0 for untracked items.
      if (sheet !== 0)
        draft.tell(level, {
          status: 'not-synced',
          words: (column) =>
            `${column} was not sent: the inventory tracker is empty, so Shopify keeps no stock of it.`,
        });
      continue;
    }
    if ('problem' in location) {
      problems.push({ ref: level.ref, message: location.problem });
      continue;
    }
    if (sheet < 0 && level.name === 'on_hand') {
      problems.push({ ref: level.ref, message: `${level.column}: ${sheet} ${BELOW_ZERO}` });
      continue;
    }
    const known = stock.find(({ locationId }) => locationId === location.id);
    const available = known?.available ?? sheet;
    if (known) known.cells.push(...cells);
    else stock.push({ locationId: location.id, available, cells });
    if (available !== sheet)
      draft.tell(level, {
        status: 'not-synced',
        words: (column) =>
          `${column} ${sheet} was not sent: of a new item all that is on hand is available, and that is ${available}.`,
      });
  }
  return problems.length > 0 ? { problems } : stock;
}

/** Puts available first: nothing of a new item is promised to orders, so both quantities are one, and what can be sold counts. */
function availableFirst(a: LocatedStock, b: LocatedStock): number {
  return Number(a.stock.name === 'on_hand') - Number(b.stock.name === 'on_hand');
}
