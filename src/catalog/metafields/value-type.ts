import type { ParseContext, Parsed } from '../values/cell';
import { SHEET_LOCALES } from '../values/read-number';

export type TypedCell = string | number | boolean;

/** How values of one type are typed, kept and compared. A value is the text that Shopify keeps. */
export interface ValueType {
  /** `raw` where numbers, dates and ticked boxes are read as such, and not as the cell shows them. */
  readonly read: 'raw' | 'text';
  parse(raw: TypedCell, context: ParseContext): Parsed;
  /** The cell that a person would type for a value; JSON where there is no such cell. */
  write(value: string): TypedCell;
  /** Equal where Shopify means the same by two values. */
  canonical(value: string): string;
  /** A number is odd here, as in a column of texts. */
  readonly asNumber?: { readonly whole?: RegExp };
  readonly isNumeric?: true;
  /** Stands in the JSON of a list as it is; others stand there as texts. */
  readonly isBare?: true;
  readonly hasFewValues?: true;
  /** Takes a cell with a date. */
  readonly takesDates?: true;
}

/** Whether reading a cell gives the value back, in spreadsheets of both ways to write decimals. */
export function givesBack(
  { parse, canonical }: Pick<ValueType, 'parse' | 'canonical'>,
  cell: TypedCell,
  value: string,
): boolean {
  return SHEET_LOCALES.every((locale) => {
    const parsed = parse(cell, { locale, currencyCode: '', currencyDecimals: 0 });
    return 'value' in parsed && canonical(String(parsed.value)) === canonical(value);
  });
}
