import { describeRow, type RowIssue } from '../../catalog/tab/row';
import type { ItemContext } from '../model/item-context';
import type { RowOutcome } from '../model/row-outcome';
import { cutName } from './item-name';
import { anchoredItem } from './row-item';

/** Says what is wrong; a name that was changed in one of two rows is no error: the other one waits to follow. */
export function sayIssues(issues: readonly RowIssue[], context: ItemContext): void {
  const told = issues.map(({ names, ...issue }): RowOutcome => {
    const message = names && notFollowed(issue.ref, names, context);
    return message ? { ...issue, status: 'skipped', message } : { ...issue, status: 'error' };
  });
  context.draft.outcomes.push(...told);
}

/** Nothing where neither row, or an unknown one, says what both said at the last sync. */
function notFollowed(
  ref: RowIssue['ref'],
  { here, there, other }: NonNullable<RowIssue['names']>,
  context: ItemContext,
): string | undefined {
  const item = anchoredItem(ref, context) ?? anchoredItem(other, context);
  const [was] = (item?.variantId && context.base.variant(item.variantId)?.fields.sku) || [];
  if (was !== here && was !== there) return undefined;
  const row = describeRow(other, ref);
  const [own, its] = [here, there].map((word) => (word ? `“${cutName(word)}”` : '[clear]'));
  return was === there
    ? `Not sent: the SKU is ${own} here and still ${its} in ${row}. Type ${own} there too, or ${its} here again.`
    : `Not sent: the SKU is ${its} in ${row} and still ${own} here. Type ${its} here too, or ${own} there again.`;
}
