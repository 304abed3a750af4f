/** Letters of Latin-1 and Latin Extended-A that are no letter with an accent. */
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
