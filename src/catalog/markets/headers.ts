/** What a column says of a catalog: prices of variants in its price list, or which products it includes. */
export type CatalogColumn = 'price' | 'compareAt' | 'included';

const WORDS: Readonly<Record<CatalogColumn, string>> = {
  price: 'Price',
  compareAt: 'Compare At Price',
  included: 'Included',
};

/** Capitals do not matter. Without blanks around it, a slash may be one of a unit: `Price/kg`. */
const HEADERS: Readonly<Record<CatalogColumn, RegExp>> = {
  price: /^price\s+\/\s+(\S.*)$/i,
  compareAt: /^compare[ -]at price\s+\/\s+(\S.*)$/i,
  included: /^included\s+\/\s+(\S.*)$/i,
};

/** The name in a header as Shopify's product CSV and Matrixify write it: `Price / Germany`. */
export function nameIn(column: CatalogColumn, header: string): string | undefined {
  return HEADERS[column].exec(header.trim())?.[1]?.replace(/\s+/g, ' ').trim();
}

/** The header that we would write for it. */
export function headerFor(column: CatalogColumn, name: string): string {
  return `${WORDS[column]} / ${name}`;
}
