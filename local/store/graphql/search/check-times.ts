import { failure } from '../execution/failures';
import type { SearchFields } from './search-fields';
import { type SearchQuery, termsIn } from './search-query';

/** A year, a month, a day, or a moment, in whatever detail and zone. */
const TIME = /^\d{4}(-\d\d(-\d\d([T ]\d\d(:?\d\d(:?\d\d(\.\d+)?)?)?(Z|[+-]\d\d(:?\d\d)?)?)?)?)?$/i;

/** Refuses a search that compares a time with what is none (the text is reported for bulk operations and orders). */
export function checkTimes<R>(query: SearchQuery, fields: SearchFields<R>): void {
  for (const { field, value } of termsIn(query)) {
    const name = field?.toLowerCase() ?? '';
    if (fields[name]?.kind !== 'time' || isTime(value)) continue;
    throw failure(`Invalid timestamp for query filter \`${name}\`.`, { code: 'BAD_REQUEST' });
  }
}

function isTime(value: string): boolean {
  if (value === '' || value === '*' || value.toLowerCase() === 'now') return true;
  // An unquoted moment ends at its first colon, with the hour, as Shopify reads it (reported).
  const moment = value.replace(' ', 'T').replace(/(T\d\d)$/i, '$1:00');
  return TIME.test(value) && !Number.isNaN(Date.parse(moment));
}
