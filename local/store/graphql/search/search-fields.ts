import type { StoreState } from '../../shop/state/store-state';

/**
 * Comparison of a field. `text`: word by word; `word`: as a whole, one of several separated by commas; ids,
 * numbers and times in order.
 */
export type FieldKind = 'text' | 'word' | 'id' | 'number' | 'time' | 'boolean';

export interface SearchField<R> {
  readonly kind: FieldKind;
  /** Values of a record under this name, as text. */
  readonly values: (row: R, state: StoreState, nowMs: number) => readonly string[];
  /** Also searched by terms that name no field. */
  readonly isDefault?: true;
  /** `tag_not`: finds the records that do not match. */
  readonly isNegated?: true;
  /** Comes from other records (a product's from its variants), and reaches the index later. */
  readonly isDerived?: true;
  /** Not held in the index but asked of the records: memberships, which depend on the time. */
  readonly isLive?: true;
  /** The values that the schema's description lists, in lower case. Any other finds nothing, and is warned of. */
  readonly accepted?: readonly string[];
  /** The form of further ones, such as `580111-published`. */
  readonly acceptedForm?: RegExp;
}

/** The searchable fields of one kind of record; a name that is not here is ignored, with a warning. */
export type SearchFields<R> = Readonly<Record<string, SearchField<R>>>;

type Values<R> = SearchField<R>['values'];
type Extra<R> = Partial<Omit<SearchField<R>, 'kind' | 'values'>>;

const field =
  (kind: FieldKind) =>
  <R>(values: Values<R>, extra: Extra<R> = {}): SearchField<R> => ({ kind, values, ...extra });

export const text = field('text');
export const word = field('word');
export const id = field('id');
export const number = field('number');
export const time = field('time');
export const boolean = field('boolean');
