/** How the spreadsheet writes numbers (File ▸ Settings ▸ Locale). */
export interface SheetLocale {
  readonly decimalSeparator: '.' | ',';
}

/**
 * Languages and regions that write a decimal point; everywhere else Sheets shows a comma.
 * Source: Unicode CLDR, https://cldr.unicode.org (symbols/decimal).
 */
const POINT_LANGUAGES =
  /^(en|ja|zh|ko|th|he|iw|hi|bn|ta|te|ml|mr|gu|kn|pa|ur|cy|ga|mt|ms|tl|fil|sw|am|my|ne|si|yue)(_|-|$)/;
const POINT_REGIONS = /[_-](US|GB|MX|CH|LI|PE|GT|HN|NI|PA|PR|SV|DO|419)$/;
const COMMA_REGIONS = /^(en[_-]ZA)$/;

/** `de_DE`, as `Spreadsheet.getSpreadsheetLocale()` answers. */
export function parseLocale(name: string): SheetLocale {
  const point = (POINT_LANGUAGES.test(name) || POINT_REGIONS.test(name)) && !COMMA_REGIONS.test(name);
  return { decimalSeparator: point ? '.' : ',' };
}
