import type { Cell, FieldValue, ParseContext, Parsed, RawCell } from '../values/cell';

/**
 * How one kind of cell is read, written and compared. `text` kinds are read as displayed, so that "00123" and
 * "25/26" arrive as the merchant sees them; `raw` kinds as the value behind the display.
 */
export interface CellKind {
  readonly read: 'raw' | 'text';
  /** `raw` is never blank. The problem completes a sentence that begins with the header and the value. */
  parse(raw: Exclude<RawCell, { date: string }>, context: ParseContext): Parsed;
  /** The cell that a merchant would type for a value: reading it again gives the value. */
  write(value: FieldValue): string | number | boolean;
  /** Values with equal canonical forms are the same to Shopify; nothing is sent. */
  canonical(value: FieldValue): string;
  /** Words that ask for nothing, as a blank cell does. */
  readonly words?: { readonly pattern: RegExp; readonly mean: Cell<never> };
  /** Set where Shopify's own word for a value differs from the one that is typed. */
  readonly hasOwnWords?: true;
  /** Nearly every value is one of a few words. */
  readonly hasFewValues?: true;
  readonly isNumeric?: true;
  readonly isMoney?: true;
  /** The currency of its amounts, where that is not the shop's; the context of `parse` then has it. */
  readonly currency?: Pick<ParseContext, 'currencyCode' | 'currencyDecimals' | 'seller'>;
  /** Shown where there is no value. */
  readonly emptyWord?: string;
  /** A whole page of text: messages name its column and show no value. */
  readonly isDocument?: true;
  /** Set where a text that came as a number is odd. */
  readonly asNumber?: {
    /** Numbers of this form are complete. */
    readonly whole?: RegExp;
    /** Numbers of this form have lost a digit. */
    readonly short?: RegExp;
    /** Whether a text of this form is just as odd. */
    readonly alsoAsText?: true;
  };
  /** Shopify stores such a value exactly as sent, so a different one is not what was asked for. */
  readonly isExact?: true;
  /**
   * Explains why Shopify would refuse a value. It is read all the same, because Shopify's current value may show what was
   * meant.
   */
  refuses?(value: FieldValue, inShopify: FieldValue | null): string | undefined;
  /** The canonical form that means the same as no value. */
  readonly emptyForm?: string;
  /** Takes the word for a deletion; under any other column it is a mistake. */
  readonly takesDeleteWord?: true;
  /** Set where a value may name items of the shop, which are looked up. */
  readonly refers?: {
    readonly to: Referred;
    /** Names in a value that are no IDs yet. */
    names(value: FieldValue): readonly string[];
    withIds(value: FieldValue, idOf: (name: string) => string): FieldValue;
  };
  /** Accepts a cell with a date, which it is given as the moment in UTC. */
  readonly takesDates?: true;
  /** Set where a formula is refused: the cell is emptied once it has had its effect, and a formula would come back. */
  readonly isTyped?: true;
}

/** Items that a value may name: products and collections by their handles, variants by their SKUs. */
export type Referred = 'product' | 'variant' | 'collection';
