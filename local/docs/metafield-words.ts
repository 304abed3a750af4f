import { METAFIELD_TYPES, type SingleType } from '../../src/catalog/metafields/types';
import { groupBy } from '../../src/catalog/values/arrays';

const ID = 'an ID in Shopify, such as 1234567890';
const WHOLE_ID = 'a whole ID, gid://shopify/… and the number';

/** Examples to type for each type of a metafield. All others are amounts. */
const WORDS: Readonly<Partial<Record<SingleType, string>>> = {
  boolean: 'TRUE or FALSE',
  color: 'a color such as #1a2b3c',
  date: 'a date, such as 2026-05-31',
  date_time: "a date with a time in the spreadsheet's time zone, such as 2026-05-31 18:30",
  id: 'text in one line',
  json: 'JSON',
  jurisdiction: 'a code, as Shopify writes it',
  language: 'a language code such as en or pt-BR',
  link: 'a text and an address, such as Care guide | https://example.com/care',
  money: "an amount in the store's currency, such as 19.90",
  multi_line_text_field: 'text',
  number_decimal: 'a number, up to 9 decimals',
  number_integer: 'a whole number',
  rating: 'a number, such as 4.5',
  rich_text_field: "text, a paragraph on each line; what is formatted, as Shopify's JSON of it",
  single_line_text_field: 'text in one line',
  url: 'an address, such as https://example.com',
  dimension: 'a number with its unit, such as 12.5 cm',
  volume: 'a number with its unit, such as 12.5 cl',
  weight: 'a number with its unit, such as 12.5 kg',
  disclosure_reference: WHOLE_ID,
  file_reference: WHOLE_ID,
  mixed_reference: WHOLE_ID,
  collection_reference: 'a handle, or an ID in Shopify',
  product_reference: 'a handle, or an ID in Shopify',
  variant_reference: 'a SKU, or an ID in Shopify',
  product_taxonomy_disclosure_reference: WHOLE_ID,
};

function wordsOf(type: SingleType): string {
  return WORDS[type] ?? (type.endsWith('_reference') ? ID : 'a number with its unit');
}

/** Lines of a table, one for all types that are typed alike. */
export function metafieldLines(): string[] {
  const single = METAFIELD_TYPES.filter((type): type is SingleType => !type.startsWith('list.'));
  return [...groupBy(single, wordsOf)].map(
    ([words, types]) =>
      `| ${types.map((type) => `\`${type}\``).join(' · ')} | ${words.replace('|', '\\|')} |`,
  );
}
