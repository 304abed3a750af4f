import { nameKey } from '../values/plain-name';
import type { HeaderRow, LayoutColumn } from './tab-layout';

/**
 * The columns that count, where an export says one thing several times over: a category as ID, name and path, a
 * total beside the quantities of each location, and, in Shopify's inventory CSV, what is available beside what is on
 * hand, of which its import takes the latter. The others are named as not synced.
 */
export function withoutRepeats(layout: HeaderRow): HeaderRow {
  const { columns } = layout;
  const isLocated = columns.some(({ location }) => location !== undefined);
  const hasLocationColumn = columns.some(({ column }) => column.key === 'location');
  const takesOnHand =
    layout.dialect === 'shopify-inventory' && columns.some(({ column }) => column.key === 'onHand');
  const isRepeat = (candidate: LayoutColumn): boolean => {
    const { key, repeats } = candidate.column;
    if (repeats) return columns.some((other) => other.column.key === key && isBefore(other, candidate));
    if (key === 'available' && takesOnHand) return true;
    return key === 'available' && candidate.location === undefined && isLocated && !hasLocationColumn;
  };
  const repeats = columns.filter(isRepeat);
  if (repeats.length === 0) return layout;
  return {
    ...layout,
    columns: columns.filter((column) => !repeats.includes(column)),
    unsynced: [...layout.unsynced, ...repeats.map(({ header }) => header)],
  };
}

/** In the order of the column table's names. */
function isBefore(a: LayoutColumn, b: LayoutColumn): boolean {
  const names = [...Object.values(a.column.only ?? {}).flat(), ...a.column.headers].map((name) =>
    name.toLowerCase(),
  );
  return names.indexOf(a.header.toLowerCase()) < names.indexOf(b.header.toLowerCase());
}

/** Why a tab is refused: two of its columns mean the same, and which one counts would be a guess. */
export function duplicateReason(columns: readonly LayoutColumn[]): string | undefined {
  const twice = firstDuplicate(columns);
  return (
    twice &&
    `Two columns mean the same: “${twice[0].header}” and “${twice[1].header}”. Remove or rename one of them.`
  );
}

/** Two columns for one field, or for one quantity of one location. */
function firstDuplicate(columns: readonly LayoutColumn[]): readonly [LayoutColumn, LayoutColumn] | undefined {
  const seen = new Map<string, LayoutColumn>();
  for (const column of columns) {
    if (column.isCandidate) continue;
    const key = `${column.column.key}|${nameKey(column.location ?? '')}`;
    const earlier = seen.get(key);
    if (earlier) return [earlier, column];
    seen.set(key, column);
  }
  return undefined;
}
