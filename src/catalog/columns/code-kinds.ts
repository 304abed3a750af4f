import { type Parsed, textsIn } from '../values/cell';
import { plainName, skuKey } from '../values/plain-name';
import type { CellKind } from './cell-kind';

export const LOST_DIGITS =
  'lost digits: the spreadsheet shortened it. Format the column as plain text and type it again';

/** Spreadsheets show a shortened number with a signed exponent; a SKU may well be 1E5. */
export function parseName(raw: string | number | boolean): Parsed {
  const text = plainName(String(raw));
  if (/^\d([.,]\d+)?E\+\d+$/i.test(text)) {
    return { problem: LOST_DIGITS };
  }
  return tooLong(text, 255) ?? { value: text };
}

/** Several codes, whatever stands between them; one code may be written in groups of digits. */
const CODES = /\d{6}\s*(?:[,;|/+]|\s)\s*'?\d{6}/;

/**
 * A UPC has 12 digits, of which the first may be 0. Twelve digits lack nothing: as an EAN the same number begins with 0.
 * Source: https://www.gs1.org/standards/id-keys/gtin
 */
export const BARCODE_NUMBERS = { whole: /^(\d{8}|\d{12,14})$/, short: /^\d{11}$/ };

/** Source: https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes */
const MOST_BARCODES = 20;

export function tooLong(text: string, limit: number): Parsed | undefined {
  return text.length > limit
    ? { problem: `is ${text.length} characters long. Shopify allows ${limit}` }
    : undefined;
}

export const holdsSeveral = (code: string): boolean => CODES.test(code);

/** All barcodes of a variant, the first in front. */
export const barcodeList: Pick<CellKind, 'parse' | 'write' | 'canonical' | 'asNumber'> = {
  parse: (raw) => {
    const codes = String(raw)
      .split(/[,\n]/)
      .map((code) => skuKey(code).replace(/^'/, ''))
      .filter(Boolean);
    for (const code of codes) {
      const parsed = parseName(code);
      if ('problem' in parsed) return parsed;
      if (holdsSeveral(code))
        return { problem: 'holds two codes without a comma between them. Put one there' };
    }
    const twice = codes.find((code, index) => codes.indexOf(code) < index);
    if (twice) return { problem: `names ${twice} twice. Remove one` };
    if (codes.length > MOST_BARCODES)
      return { problem: `holds ${codes.length} codes. Shopify keeps ${MOST_BARCODES}` };
    return codes.length > 0 ? { value: codes } : { problem: 'holds no code. To remove all, type [clear]' };
  },
  write: (value) => textsIn(value).join(', '),
  // A code with a comma in it is not two, and no code has a line break.
  canonical: (value) =>
    textsIn(value)
      .map((code) => skuKey(code).replace(/,/g, '\n'))
      .join(','),
  asNumber: BARCODE_NUMBERS,
};
