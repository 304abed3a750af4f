import type { Parsed } from './cell';
import { nameKey, plainName } from './plain-name';

/** Letters of Latin-1 and Latin Extended-A that do not decompose into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', ð: 'd', ø: 'o', þ: 'th', ß: 'ss', đ: 'd', ħ: 'h', ı: 'i', ĳ: 'ij', ĸ: 'k' },
  ...{ ŀ: 'l', ł: 'l', ŉ: 'n', ŋ: 'ng', œ: 'oe', ŧ: 't', '×': 'x' },
};

/**
 * The handle that Shopify makes of a typed one or of a title: lower case, the letters of Latin-1 and Latin Extended-A
 * without accents, all others as they are, and a hyphen for whatever is neither letter nor digit; '' where nothing is
 * left. Good for looking a product up, not for comparing: older stores keep handles of other rules.
 * Source: https://shopify.dev/docs/api/liquid/basics#handles; real exports keep `nhẫn-1` and `new-era®-cap`; ø → o is
 * reported, and like the rest of that table what the Ruby library `i18n` does.
 */
export function asHandle(typed: string): string {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/i̇/g, 'i')
    .replace(/[×ß-ſ]/g, (letter) => LETTERS[letter] ?? letter.normalize('NFD').charAt(0))
    .replace(/['’"]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_®]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** One key per variant of a product: Shopify compares option values without case. */
export function optionKey(values: readonly string[]): string {
  return values.map((value) => nameKey(value)).join(' / ') || DEFAULT_OPTION_VALUE.toLowerCase();
}

/**
 * Shopify's names for the option of a product without options.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productSet
 */
export const DEFAULT_OPTION_NAME = 'Title';
export const DEFAULT_OPTION_VALUE = 'Default Title';

/**
 * Tags are a set to Shopify: case-insensitive, kept in the case of their first use.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Product (tags); limits recorded.
 */
export function parseTags(text: string): Parsed {
  const seen = new Map<string, string>();
  for (const tag of text.split(',').map(plainName)) {
    if (tag && !seen.has(nameKey(tag))) seen.set(nameKey(tag), tag);
  }
  const tags = [...seen.values()];
  const long = tags.find((tag) => tag.length > 255);
  if (long) return { problem: `holds a tag of ${long.length} characters. Shopify allows 255` };
  if (tags.length > 250) return { problem: `holds ${tags.length} tags. Shopify allows 250` };
  return { value: tags };
}

export function canonicalTags(tags: readonly string[]): string {
  return [...new Set(tags.map(nameKey))].sort().join(',');
}
