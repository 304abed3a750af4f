import { matchShared, nearHeader } from '../columns/header-match';
import type { HeaderRow } from './tab-layout';

/** A tab of variants that says nothing of them: what it has of products or images reaches nobody. */
function unkeyed(layout: HeaderRow): string | undefined {
  const lost = layout.unsynced.filter((header) => {
    const level = matchShared(header)?.column.level;
    return level === 'product' || level === 'image';
  });
  if (lost.length === 0 || !layout.columns.some(({ column }) => column.identifies === 'variant'))
    return undefined;
  return `The columns ${quoted(lost)} are of products, and no column says of which. Add a Handle or Product ID column.`;
}

/** Says why nothing of a tab is synced, and what to do; `best` is the fullest of its first `searched` rows. */
export function ignoredReason(best: HeaderRow, searched: number): string {
  const near = best.unknown.flatMap((header) => {
    const name = nearHeader(header);
    return name ? `Did you mean ${name} where it says “${header}”?` : [];
  });
  if (near[0]) return `The header row is not complete. ${near.slice(0, 3).join(' ')}`;
  const known = quoted(best.columns.map(({ header }) => header));
  if (known === '')
    return `No header row found in the first ${searched} rows. Name the columns as in a Shopify product CSV, or SKU and Price.`;
  const lost = unkeyed(best);
  if (lost !== undefined) return lost;
  if (!best.columns.every(({ column }) => column.identifies !== undefined))
    return `The columns ${known} do not say which product a row means. Add a Handle, SKU or ID column and something to sync.`;
  const others = quoted([...best.unknown, ...best.unsynced].slice(0, MOST_NAMED));
  return `No column says what to sync: ${known} only names an item${others && `, and nothing is known of ${others}`}. Add one such as Price or Available, or “Inventory: London” for one location.`;
}

const MOST_NAMED = 4;

const quoted = (headers: readonly string[]) => headers.map((header) => `“${header}”`).join(', ');
