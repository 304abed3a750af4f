import { gidNumber } from './state/ids';
import type { InventoryLevel } from './state/inventory';

/** `inventory_item_id:1`, `location_id:2` and `id:3`; other terms leave everything in. */
export function inventoryLevelFilter(query: string | null | undefined): (level: InventoryLevel) => boolean {
  const terms = [...(query ?? '').matchAll(/(\w+):"?([^\s"]+)"?/g)];
  return (level) =>
    terms.every(([, field, value]) => {
      if (field === 'inventory_item_id') return gidNumber(level.inventoryItemId) === value;
      if (field === 'location_id') return gidNumber(level.locationId) === value;
      if (field === 'id') return gidNumber(level.id) === value;
      return true;
    });
}

/** Fields of one record that a term `field:value` can ask for. */
type Searchable = Readonly<Record<string, readonly string[]>>;

/**
 * Enough search for identifier look-ups: `sku:A OR sku:"B C"`, `handle:x`, blanks as AND (which binds weaker than
 * OR), a trailing `*` as prefix. Fields it does not know leave everything in, as Shopify's do.
 */
export function matchesQuery(query: string | null | undefined, fieldsOf: Searchable): boolean {
  const words = (query ?? '').match(/(?:[\w.]+:)?(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']+)/g) ?? [];
  const groups: string[][] = [];
  let joins = false;
  for (const word of words) {
    if (word === 'OR') joins = true;
    else if (word !== 'AND') {
      if (joins) groups.at(-1)?.push(word);
      else groups.push([word]);
      joins = false;
    }
  }
  return groups.every((alternatives) => alternatives.some((term) => matchesTerm(term, fieldsOf)));
}

function matchesTerm(term: string, fieldsOf: Searchable): boolean {
  const [, field, quoted] = /^(?:([\w.]+):)?(.*)$/s.exec(term) ?? [];
  const value = (quoted ?? '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replace(/\\(.)/g, '$1')
    .toLowerCase();
  const known = field === undefined ? Object.values(fieldsOf).flat() : fieldsOf[field];
  if (!known) return true;
  return known.some((candidate) => {
    const text = candidate.toLowerCase();
    if (value.endsWith('*')) return text.startsWith(value.slice(0, -1));
    return text === value || text.split(/\s+/).includes(value);
  });
}
