/** Subject of a column about a catalog: variants in its price list, or the products that it includes. */
/** Name of the catalog that a row does not name, in the header by which its cells are read. */
export const NO_CATALOG = '(empty)';

export type CatalogColumn = 'price' | 'compareAt' | QuantityColumn | 'included';

/** Subject of a column of quantities: how many may be ordered at once, and prices from so many on. */
export type QuantityColumn = 'minimum' | 'maximum' | 'increment' | 'quantityPrices';

export const QUANTITY_COLUMNS: readonly QuantityColumn[] = [
  'minimum',
  'maximum',
  'increment',
  'quantityPrices',
];

const WORDS: Readonly<Record<CatalogColumn, string>> = {
  price: 'Price',
  compareAt: 'Compare At Price',
  minimum: 'Minimum',
  maximum: 'Maximum',
  increment: 'Increment',
  quantityPrices: 'Quantity prices',
  included: 'Included',
};

/**
 * Case does not matter; words of quantities are those of Shopify admin and of its API. A slash without blanks around it
 * may be part of a unit: `Price/kg`.
 */
const HEADERS: Readonly<Record<CatalogColumn, RegExp>> = {
  price: /^price\s+\/\s+(\S.*)$/i,
  compareAt: /^compare[ -]at price\s+\/\s+(\S.*)$/i,
  minimum: /^min(?:imum)?(?: order)?(?: quantity)?\s+\/\s+(\S.*)$/i,
  maximum: /^max(?:imum)?(?: order)?(?: quantity)?\s+\/\s+(\S.*)$/i,
  increment: /^(?:quantity )?increments?\s+\/\s+(\S.*)$/i,
  quantityPrices: /^(?:quantity prices?|(?:quantity )?price breaks?|volume pric(?:es?|ing))\s+\/\s+(\S.*)$/i,
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
