/** A search query as a tree (https://shopify.dev/docs/api/usage/search-syntax). */
export type SearchQuery =
  | { readonly kind: 'and' | 'or'; readonly queries: readonly SearchQuery[] }
  | { readonly kind: 'not'; readonly query: SearchQuery }
  | SearchTerm;

export interface SearchTerm {
  readonly kind: 'term';
  /** Null for a term that searches the record's default fields. */
  readonly field: string | null;
  readonly comparator: Comparator;
  /** Unescaped; empty where none was written. */
  readonly value: string;
  /** A phrase: its words must stand together, and a `*` in it is a character. */
  readonly isQuoted: boolean;
}

export type Comparator = '=' | '<' | '<=' | '>' | '>=';

export function termsIn(query: SearchQuery): readonly SearchTerm[] {
  if (query.kind === 'term') return [query];
  return query.kind === 'not' ? termsIn(query.query) : query.queries.flatMap(termsIn);
}
