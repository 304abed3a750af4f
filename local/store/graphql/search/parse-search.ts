import type { Comparator, SearchQuery, SearchTerm } from './search-query';

interface Reader {
  readonly text: string;
  at: number;
}

/** Reads any text; Shopify does not refuse malformed searches but makes of them what it can (recorded). */
export function parseSearch(text: string): SearchQuery {
  return readQuery({ text, at: 0 }, false);
}

/** `OR` binds tighter than `AND`, which is implied between terms. */
function readQuery(reader: Reader, isInside: boolean): SearchQuery {
  const groups: SearchQuery[][] = [];
  let joins = false;
  for (;;) {
    take(reader, /[\s:]+/y);
    if (reader.at >= reader.text.length) break;
    if (take(reader, /\)/y)) {
      if (isInside) break;
      continue;
    }
    const connective = take(reader, /(?:AND|OR)(?=[\s()]|$)/y);
    if (connective) {
      joins = connective === 'OR';
      continue;
    }
    const query = readModified(reader);
    const group = joins ? groups.at(-1) : undefined;
    if (group) group.push(query);
    else groups.push([query]);
    joins = false;
  }
  return joined(
    'and',
    groups.map((group) => joined('or', group)),
  );
}

function joined(kind: 'and' | 'or', queries: readonly SearchQuery[]): SearchQuery {
  const [only, another] = queries;
  return only && !another ? only : { kind, queries };
}

function readModified(reader: Reader): SearchQuery {
  const isNegated = take(reader, /-(?=\S)|NOT\s+/y) !== undefined;
  const query = take(reader, /\(/y) === undefined ? readTerm(reader) : readQuery(reader, true);
  return isNegated ? { kind: 'not', query } : query;
}

/** `value`, `field:value`, `field:>=value`. A field before a parenthesis has no value and finds nothing (recorded). */
function readTerm(reader: Reader): SearchTerm {
  const first = readValue(reader);
  if (first.isQuoted || !take(reader, /:\s*/y))
    return { kind: 'term', field: null, comparator: '=', ...first };
  const comparator = (take(reader, /[<>]=?/y) ?? '=') as Comparator;
  return { kind: 'term', field: first.value, comparator, ...readValue(reader) };
}

/** A quoted string, or everything up to a blank, a colon or a parenthesis; a backslash takes the next as it is. */
function readValue(reader: Reader): { readonly value: string; readonly isQuoted: boolean } {
  const quoted = take(reader, /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?/sy);
  if (quoted !== undefined) {
    const quote = quoted.charAt(0);
    const inside = quoted.slice(1, quoted.length > 1 && quoted.endsWith(quote) ? -1 : undefined);
    return { value: unescaped(inside), isQuoted: true };
  }
  return { value: unescaped(take(reader, /(?:\\.|[^\s:()\\])+|\\/sy) ?? ''), isQuoted: false };
}

const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Match at this place, moving past it. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at = pattern.lastIndex;
  return found;
}
