import type { SheetLocale } from './locale';
import type { Weight } from './weight';

/** A value on its way from a cell to Shopify. */
export type FieldValue = string | number | boolean | readonly string[] | Weight;
/** What a parser may know about the place it stands in. */
export interface ParseContext {
  readonly locale: SheetLocale;
  readonly currencyCode: string;
  readonly currencyDecimals: number;
}

export type Parsed = { readonly value: FieldValue } | { readonly problem: string };
