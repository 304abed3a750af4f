import type { SearchField } from './search-fields';

/** A field's value, prepared for comparison. */
export interface IndexedValue {
  readonly text: string;
  readonly lowerCase: string;
  /** Letters and digits, in lower case; only where they are compared. */
  readonly words: readonly string[];
}

export const wordsOf = (value: string): readonly string[] =>
  value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const indexed = (
  { kind, isDefault }: Pick<SearchField<never>, 'kind' | 'isDefault'>,
  text: string,
): IndexedValue => ({
  text,
  lowerCase: text.toLowerCase(),
  words: kind === 'text' || isDefault ? wordsOf(text) : [],
});
