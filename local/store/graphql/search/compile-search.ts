import type { IndexedValue } from './indexed-value';
import type { SearchFields } from './search-fields';
import type { SearchQuery, SearchTerm } from './search-query';
import { testOf } from './term-test';

/** A record's values by the name of the field. */
type ValuesOf = (name: string) => readonly IndexedValue[];

/** Whether a record answers a query. */
export type Matcher = (valuesOf: ValuesOf) => boolean;

/** A term whose field is unknown is as if it were not there; a search for nothing else finds everything. */
export function compileSearch<R>(query: SearchQuery, fields: SearchFields<R>, nowMs: number): Matcher {
  return compile(query, fields, nowMs) ?? (() => true);
}

/** Undefined where nothing in the query says anything. */
function compile<R>(query: SearchQuery, fields: SearchFields<R>, nowMs: number): Matcher | undefined {
  if (query.kind === 'term') return compileTerm(query, fields, nowMs);
  if (query.kind === 'not') {
    const matches = compile(query.query, fields, nowMs);
    return matches && ((valuesOf) => !matches(valuesOf));
  }
  const matchers = query.queries.flatMap((one) => compile(one, fields, nowMs) ?? []);
  if (matchers.length === 0) return undefined;
  return query.kind === 'and'
    ? (valuesOf) => matchers.every((matches) => matches(valuesOf))
    : (valuesOf) => matchers.some((matches) => matches(valuesOf));
}

function compileTerm<R>(term: SearchTerm, fields: SearchFields<R>, nowMs: number): Matcher | undefined {
  if (term.field === null) {
    const names = Object.keys(fields).filter((name) => fields[name]?.isDefault);
    const isInText = testOf('text', term, nowMs);
    return (valuesOf) => names.some((name) => valuesOf(name).some(isInText));
  }
  const name = term.field.toLowerCase();
  const field = fields[name];
  if (!field) return undefined;
  const isAnswered = testOf(field.kind, term, nowMs);
  const isWanted = !field.isNegated;
  return (valuesOf) => valuesOf(name).some(isAnswered) === isWanted;
}
