import type { GroupWords } from './memberships';
import type { SheetLocale } from './read-number';
import type { Weight } from './weight';
/**
 * The request of a cell, with a doubt that is shown once where a value looks odd and may yet be meant. Kept as a
 * union from the first line of parsing to the last of the plan, because the difference between "not there", "left
 * empty" and "emptied on purpose" is the difference between leaving a merchant's catalog alone and wiping it.
 */
export type Cell<Value> =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'blank';
      readonly says?: 'not stocked' | 'only in Shopify';
      /** Sentence about what stands there and asks for nothing, because it is in a form that is not read. */
      readonly left?: string;
    }
  | { readonly kind: 'clear'; readonly doubt?: string }
  /** Counted from what Shopify has. */
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'value'; readonly value: Value; readonly doubt?: string };

/** A request that is counted from what Shopify has. `text` is one spelling for edits that mean the same, `source` as it was typed. */
export type Edit = PriceEdit | TagsEdit;

export interface PriceEdit {
  readonly kind: 'price';
  readonly text: string;
  readonly source: string;
  /** Factor as a whole number of millionths. */
  readonly millionths: number;
  /** Minor units in which the result is to end, such as 95 of `.95`. */
  readonly ending?: number;
  readonly decimals: number;
}

interface TagsEdit {
  readonly kind: 'tags';
  readonly text: string;
  readonly source: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const ABSENT: Cell<never> = { kind: 'absent' };
export const BLANK: Cell<never> = { kind: 'blank' };
/** Asks for nothing, as in Shopify's own files, but is wrong where Shopify stocks the item. */
export const UNSTOCKED: Cell<never> = { kind: 'blank', says: 'not stocked' };
/** Shopify's value is not in the cell, so the cell asks for nothing. */
export const UNSHOWN: Cell<never> = { kind: 'blank', says: 'only in Shopify' };
export const CLEAR: Cell<never> = { kind: 'clear' };

/** Reads a quantity; undefined where the cell says nothing. */
export function quantitySaid(cell: Cell<number>): number | 'not stocked' | undefined {
  if (cell.kind === 'blank') return cell.says === 'not stocked' ? cell.says : undefined;
  return cell.kind === 'value' ? cell.value : undefined;
}

export function valueCell<Value>(value: Value, doubt?: string): Cell<Value> {
  return { kind: 'value', value, ...(doubt && { doubt }) };
}

/** The word a person types to empty a field in Shopify. */
export const CLEAR_WORD = '[clear]';

/** Written in place of a value that no cell can hold, or that a cell would not give back. It is never sent. */
export const UNSHOWN_WORD = '[only in Shopify]';

/**
 * A cell as it is in the sheet. A date is told apart by shape, not by `instanceof Date`, which fails
 * for values made in another realm; `text` is what the cell shows.
 */
export type RawCell = string | number | boolean | { readonly date: string };

/** A value on its way from a cell to Shopify. */
export type FieldValue = string | number | boolean | readonly string[] | Weight;
/** The place that a cell is read in: it decides how numbers are written and which currency is meant. */
export interface ParseContext {
  readonly locale: SheetLocale;
  readonly currencyCode: string;
  readonly currencyDecimals: number;
  /** Says whose currency it is: `the shop sells in`, unless it is another's. */
  readonly seller?: string;
  /** Time zone of the spreadsheet, as IANA names it. */
  readonly timeZone?: string;
  /** Rules of the shop for the values of the column. */
  readonly rules?: ValueRules;
  /** Groups of the shop that the column may name. */
  readonly groups?: GroupWords;
}

/** Rules that a shop has for the values of one column, in Shopify's words. */
export type ValueRules = readonly { readonly name: string; readonly value: string | null }[];

/**
 * `doubt`: a sentence about a value that is read and may be meant otherwise. `isLeft`: the cell then asks for nothing, its
 * row is told, and the other cells of the row are synced.
 */
export type Parsed =
  | { readonly value: FieldValue; readonly doubt?: string }
  | { readonly problem: string; readonly isLeft?: true };

/** The texts of a value that is a list; none of any other. */
export function textsIn(value: FieldValue | null | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Whether a value stands in it. */
export function hasValue<Value>(
  cell: Cell<Value> | undefined,
): cell is Extract<Cell<Value>, { readonly kind: 'value' }> {
  return cell?.kind === 'value';
}

/** Whether it asks for a value, by itself or counted from Shopify's. */
export function asksForValue(cell: Cell<unknown> | undefined): boolean {
  return cell?.kind === 'value' || cell?.kind === 'edit';
}

/** The value as text; empty where the cell has none. */
export function textIn(cell: Cell<unknown> | undefined): string {
  return cell?.kind === 'value' ? String(cell.value) : '';
}
