import type { SearchField, SearchFields } from './search-fields';
import { type Comparator, type SearchQuery, type SearchTerm, termsIn } from './search-query';

/** An entry of the answer's `extensions.search`. */
export interface SearchReport {
  readonly path: readonly (string | number)[];
  readonly query: string;
  /** Shopify's reading of the query. */
  readonly parsed: unknown;
  readonly warnings?: readonly SearchWarning[];
}

interface SearchWarning {
  readonly field: string;
  readonly message: string;
  readonly code: 'invalid_field' | 'invalid_value';
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
  warnings.push(...termsIn(query).flatMap((term) => unacceptedValues(term, fields)));
  const report = { path, query: text, parsed: described(query) };
  return warnings.length > 0 ? { ...report, warnings } : report;
}

/** The text is reported in public code. A value is compared without case. */
function unacceptedValues<R>(
  { field, value, isQuoted }: SearchTerm,
  fields: SearchFields<R>,
): SearchWarning[] {
  const asked = fields[field?.toLowerCase() ?? ''];
  if (field === null || !asked || value === '' || value === '*') return [];
  return (isQuoted ? [value] : value.split(','))
    .map((one) => one.trim())
    .filter((one) => !isAccepted(one.toLowerCase(), asked))
    .map((one) => ({ field, message: `Input \`${one}\` is not an accepted value.`, code: 'invalid_value' }));
}

function isAccepted<R>(value: string, { kind, accepted, acceptedForm }: SearchField<R>): boolean {
  if (kind === 'boolean') return value === 'true' || value === 'false';
  if (kind === 'number') return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(value);
  if (!accepted && !acceptedForm) return true;
  return accepted?.includes(value) === true || acceptedForm?.test(value) === true;
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
