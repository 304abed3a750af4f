import type { SearchFields } from './search-fields';
import type { Comparator, SearchQuery, SearchTerm } from './search-query';

/** An entry of the answer's `extensions.search`. */
export interface SearchReport {
  readonly path: readonly (string | number)[];
  readonly query: string;
  /** How the query was understood. */
  readonly parsed: unknown;
  readonly warnings?: readonly SearchWarning[];
}

interface SearchWarning {
  readonly field: string;
  readonly message: string;
  readonly code: 'invalid_field';
}

/** Entry and warning as public reports show them; the shape of `parsed` beyond one equal term is by analogy. */
export function reportSearch<R>(
  path: SearchReport['path'],
  text: string,
  query: SearchQuery,
  fields: SearchFields<R>,
): SearchReport {
  const unknown = termsIn(query).flatMap(({ field }) =>
    field === null || fields[field.toLowerCase()] ? [] : [field],
  );
  const warnings = [...new Set(unknown)].map(
    (field): SearchWarning => ({
      field,
      message: 'Invalid search field for this query.',
      code: 'invalid_field',
    }),
  );
  const report = { path, query: text, parsed: described(query) };
  return warnings.length > 0 ? { ...report, warnings } : report;
}

function termsIn(query: SearchQuery): readonly SearchTerm[] {
  if (query.kind === 'term') return [query];
  return query.kind === 'not' ? termsIn(query.query) : query.queries.flatMap(termsIn);
}

const rangeNames: Readonly<Record<Exclude<Comparator, '='>, string>> = {
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

function described(query: SearchQuery): unknown {
  if (query.kind === 'not') return { not: described(query.query) };
  if (query.kind !== 'term') return { [query.kind]: query.queries.map(described) };
  const field = query.field ?? 'default';
  const { comparator, value, isQuoted } = query;
  if (comparator !== '=') return { field, range: { [rangeNames[comparator]]: value } };
  return { field, [isQuoted ? 'match_phrase' : 'match_all']: value };
}
