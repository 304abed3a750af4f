import type { Parsed } from './cell';
import { plainName } from './plain-name';

/** `CountryCode` of the Admin API, joined without separators: two letters each. A test compares it with the schema. */
// biome-ignore format: one list
const COUNTRIES =
  'ACADAEAFAGAIALAMANAOARATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMKMLMMMNMOMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPSPTPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVNVUWFWSXKYEYTZAZMZWZZ';

const COUNTRY_CODES = new Set(COUNTRIES.match(/../g));

/** Codes that other lists write for a country. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  UK: 'GB', // reserved in ISO 3166 for the United Kingdom
  EL: 'GR', // the European Union's for Greece
};

export function parseCountryCode(raw: string | number | boolean): Parsed {
  const code = String(raw).trim().toUpperCase();
  if (COUNTRY_CODES.has(code)) return { value: code };
  const meant = OTHER_CODES[code];
  if (meant) return { problem: `is not a code that Shopify knows. Type ${meant}` };
  return /^[A-Z]{2}$/.test(code)
    ? { problem: 'is not a country code that Shopify knows. Type two letters such as DE' }
    : { problem: 'is not a two-letter country code such as DE' };
}

const FEWEST_DIGITS = 6;

/** Shopify stores only the digits, also of `6109.10` (recorded). */
export function hsDigits(text: string): string {
  return plainName(text).replace(/^'|[.\s-]/g, '');
}

/** A code of five digits is read, because a guard knows whether it lost a zero that Shopify has. */
export function parseHsCode(raw: string | number | boolean): Parsed {
  const code = hsDigits(String(raw));
  if (!/^\d+$/.test(code)) return { problem: 'is not an HS code. Type 6 to 13 digits, such as 6109.10' };
  return code.length < FEWEST_DIGITS - 1 || code.length > 13
    ? { problem: `has ${code.length} digits. Shopify takes 6 to 13 for an HS code` }
    : { value: code };
}

/** Says why Shopify would refuse a code; undefined where it would not, or where a guard sees the zero that it lost. */
export function shortHsCode(code: string, inShopify: string): string | undefined {
  return code.length < FEWEST_DIGITS && Number(code) !== Number(inShopify)
    ? `has ${code.length} digits, and Shopify takes 6 to 13: a zero may be missing. Format the column as plain text and type the whole code`
    : undefined;
}
