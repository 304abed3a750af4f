import type { Barcode, BarcodeType } from '../../state/product';
import { longestText } from '../limits';
import type { VariantProblem } from './variant-problem';

/** Barcodes a variant may have (Shopify's changelog of 2026-09-08). */
const mostBarcodes = 20;

export interface BarcodeInput {
  readonly value: string;
  readonly type?: BarcodeType | null;
}

interface Standard {
  readonly characters: RegExp;
  readonly lengths: readonly number[];
  /** For codes of 13 digits. */
  readonly prefix?: RegExp;
}

/** Lengths as Shopify's page of BarcodeType says them. */
const standards: Readonly<Record<BarcodeType, Standard>> = {
  ASIN: { characters: /^[0-9A-Z]*$/, lengths: [10] },
  EAN: { characters: /^\d*$/, lengths: [8, 13] },
  GTIN: { characters: /^\d*$/, lengths: [8, 12, 13, 14] },
  ISBN: { characters: /^\d*X?$/, lengths: [10, 13], prefix: /^97[89]/ },
  UPC: { characters: /^\d*$/, lengths: [8, 12] },
};

/** `barcode` and `barcodes` of one variant's input; the codes are the schema's, which text stands where is inferred. */
export function checkBarcodes(input: {
  readonly barcode?: string | null;
  readonly barcodes?: readonly BarcodeInput[] | null;
}): VariantProblem[] {
  const { barcodes } = input;
  if (!barcodes) return [];
  const at = ['barcodes'];
  if (input.barcode !== undefined) {
    const message = "Cannot provide both 'barcode' and 'barcodes' for the same variant.";
    return [{ at: ['barcode'], message, code: 'INCOMPATIBLE_BARCODE_FIELDS' }];
  }
  if (barcodes.length > mostBarcodes) {
    const message = `A variant can have a maximum of ${mostBarcodes} barcodes.`;
    return [{ at, message, code: 'TOO_MANY_BARCODES' }];
  }
  return barcodes.flatMap((barcode, index): VariantProblem[] => {
    const isTwice = barcodes.findIndex(({ value }) => value === barcode.value) < index;
    const problem = isTwice
      ? { message: 'Duplicate barcode value within the same variant.', code: 'DUPLICATE_BARCODE_VALUE' }
      : problemOf(barcode);
    return problem ? [{ at: [...at, String(index), 'value'], ...problem }] : [];
  });
}

export const isBarcodeCode = (code: string | null): boolean => code?.includes('BARCODE') === true;

function problemOf({ value, type }: BarcodeInput): Pick<VariantProblem, 'message' | 'code'> | undefined {
  if (value.trim() === '') return { message: 'Barcode value cannot be blank.', code: 'BLANK_BARCODE_VALUE' };
  if (value.length > longestText)
    return { message: 'Barcode value is too long.', code: 'BARCODE_VALUE_TOO_LONG' };
  if (!type) return undefined;
  const { characters, lengths, prefix } = standards[type];
  const said = (what: string) => `Barcode value ${what} for its type.`;
  if (!characters.test(value))
    return { message: said('contains invalid characters'), code: 'INVALID_BARCODE_CHARACTERS' };
  if (!lengths.includes(value.length))
    return { message: said('has an invalid length'), code: 'INVALID_BARCODE_LENGTH' };
  if (prefix && value.length === 13 && !prefix.test(value))
    return { message: said('has an invalid prefix'), code: 'INVALID_BARCODE_PREFIX' };
  const isSound = type === 'ASIN' || (type === 'ISBN' && value.length === 10 ? isbn10 : gs1)(value, type);
  return isSound
    ? undefined
    : { message: 'Barcode checksum validation failed.', code: 'BARCODE_CHECKSUM_VALIDATION_FAILED' };
}

/** The check digit of GS1: weights 3 and 1 from the right. That of a UPC-E belongs to the code it stands for. */
function gs1(value: string, type: BarcodeType): boolean {
  if (type === 'UPC' && value.length === 8) return true;
  const digits = [...value].map(Number).reverse();
  return digits.reduce((sum, digit, place) => sum + digit * (place % 2 === 1 ? 3 : 1), 0) % 10 === 0;
}

function isbn10(value: string): boolean {
  const digits = [...value].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  return digits.reduce((sum, digit, place) => sum + digit * (10 - place), 0) % 11 === 0;
}

/**
 * The barcodes after a write. The list replaces all that were there (Shopify's changelog). What the old `barcode` does
 * to the others nobody knows: here they are lost, as in the worst case. An input that names neither leaves them.
 */
export function barcodesAfter(
  before: readonly Barcode[],
  input: { readonly barcode?: string | null; readonly barcodes?: readonly BarcodeInput[] | null },
): readonly Barcode[] {
  if (input.barcodes) return input.barcodes.map(({ value, type }) => ({ value, type: type ?? null }));
  if (input.barcode === undefined) return before;
  const value = input.barcode?.trim();
  return value ? [{ value, type: null }] : [];
}
