import type { CellKindName } from './cell-kinds';

/** What a column speaks about: the product, one variant, an image of the product, or a stock level. */
export type ColumnLevel = 'product' | 'variant' | 'image' | 'stock';

/**
 * Where a field lives in the Admin API: the path in the input types and, where it differs, in what is read.
 * The same input path serves `ProductSetInput`/`ProductUpdateInput` and both variant input types.
 */
export interface FieldPath {
  /** Absent where a mutation of its own writes the field, or none does. */
  readonly input?: string;
  readonly node: string;
}

export interface Column {
  readonly key: string;
  readonly level: ColumnLevel;
  readonly group: FieldGroup;
  readonly kind: CellKindName;
  /**
   * Header names, compared without case; the first is the one that we write. `<Location>` stands for a location's
   * name, any other word in angle brackets for any text.
   */
  readonly headers: readonly string[];
  /** Names that mean this in one dialect only, where they come before what all dialects share. */
  readonly only?: Readonly<Partial<Record<Dialect, readonly string[]>>>;
  /** Exports write the field several times over: the name that comes first in `headers` and `only` counts. */
  readonly repeats?: true;
  /** 0 means none, which Shopify would keep as a value of 0. */
  readonly zeroClears?: true;
  /** Shopify takes it when the item is created, and never changes it. */
  readonly isFixed?: true;
  /** Shopify has no empty value for it, so `[clear]` is refused. */
  readonly required?: true;
  /** Absent for columns that identify a row or are put together with another one. */
  readonly field?: FieldPath;
}

export const at = (input: string, node = input): FieldPath => ({ input, node });
export const onlyRead = (node: string): FieldPath => ({ node });
export const writtenApart = (node: string): FieldPath => ({ node });
/**
 * Whose words a tab speaks. Most headers mean the same everywhere (`common`: Shopify's product CSV and plain tabs);
 * a few depend on their neighbours: `ID` is a product beside `Variant ID`, and a variant alone.
 */
export type Dialect = 'common' | 'shopify-inventory' | 'matrixify';

export type FieldGroup = 'products' | 'inventory' | 'prices';

export type TabKind = FieldGroup;
