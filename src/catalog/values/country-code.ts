import type { Parsed } from './cell';

/** `CountryCode` of the Admin API, without what stands between: two letters each. A test holds it to the schema. */
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
