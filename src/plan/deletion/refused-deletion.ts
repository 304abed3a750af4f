import type { RefusedRow } from '../model/batch-outcome';
import type { DeleteItem } from '../model/deleted-item';

/** Shopify's reasons against a deletion, recognized by their words because most have no code, and what to do about each. */
const IN_THE_WAY: readonly (readonly [RegExp, string])[] = [
  [/combined listing/i, 'Take it out of its combined listing in Shopify admin, then sync again'],
  [/bundle|component/i, 'Take it out of its bundles in Shopify admin, then sync again'],
  [/subscription|selling plan/i, 'Take it out of its subscriptions in Shopify admin, then sync again'],
  [/suspended/i, 'Ask Shopify’s support about the suspended product'],
];

const LAST_VARIANT = /last variant/i;
const GOES_ON = /in progress|wait/i;
const IS_GONE = /does not (exist|belong)/i;

/**
 * Explains the state after a refused deletion and the next step. The cell still asks for it, so the next sync holds it
 * again.
 */
export function afterRefusedDeletion(
  { kind, isArchived }: Pick<DeleteItem, 'kind' | 'isArchived'>,
  { message }: Pick<RefusedRow, 'message'>,
): string {
  if (GOES_ON.test(message)) return 'It stays until Shopify is done. Sync again in a minute.';
  if (IS_GONE.test(message)) return 'Sync again: the row then says what Shopify has.';
  if (LAST_VARIANT.test(message))
    return 'It stays in Shopify, which keeps one. To delete the product, type [delete] on each of its rows.';
  const [, clears] = IN_THE_WAY.find(([words]) => words.test(message)) ?? [];
  if (kind === 'delete-product' && !isArchived)
    return clears
      ? `It stays in Shopify. ${clears}; or sync again and choose Archive instead in the sidebar.`
      : 'It stays in Shopify. Sync again and choose Archive instead in the sidebar, or empty the cell.';
  const stays = kind === 'delete-product' ? 'It stays archived in Shopify.' : 'It stays in Shopify.';
  return `${stays} ${clears ? `${clears}; or empty the cell.` : 'Delete it in Shopify admin, or empty the cell.'}`;
}
