import type { SheetLocale } from './locale';

/**
 * Number formats of Sheets (https://developers.google.com/sheets/api/guides/formats), read once each.
 * What Sheets calls automatic is `undefined` in the layer.
 */
export type NumberFormat =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly tokens: readonly string[] }
  | { readonly kind: 'number'; readonly sections: readonly NumberSection[] };

export interface NumberSection {
  readonly prefix: string;
  readonly suffix: string;
  readonly leastWhole: number;
  readonly grouped: boolean;
  readonly leastDecimals: number;
  readonly mostDecimals: number;
  readonly percents: number;
  /** Digits of the exponent; 0: none. */
  readonly exponentDigits: number;
  /** Whether the section holds any digit; otherwise it is text alone. */
  readonly hasDigits: boolean;
}

/** The pattern that `getNumberFormat` answers for a cell of automatic format. */
export const automaticPattern = '0.###############';

const parsed = new Map<string, NumberFormat>();

export function numberFormat(pattern: string | undefined): NumberFormat {
  if (pattern === undefined) return { kind: 'automatic' };
  const known = parsed.get(pattern) ?? parse(pattern);
  parsed.set(pattern, known);
  return known;
}

export function isDateFormat(pattern: string | undefined): boolean {
  return pattern !== undefined && numberFormat(pattern).kind === 'date';
}

export function isTextFormat(pattern: string | undefined): boolean {
  return pattern === '@';
}

function parse(pattern: string): NumberFormat {
  if (pattern === '@') return { kind: 'text' };
  if (pattern === '' || /^general$/i.test(pattern)) return { kind: 'automatic' };
  const bare = pattern.replace(/"[^"]*"|\\./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/[dmyhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, 's'))) {
    return { kind: 'date', tokens: dateTokens(pattern) };
  }
  return { kind: 'number', sections: splitSections(pattern).map(parseSection) };
}

/** Minutes are written like months; they are minutes after hours or before seconds. */
function dateTokens(pattern: string): string[] {
  const tokens =
    pattern.match(/"[^"]*"|\\.|\[[hms]+\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|./gis)?.map((token) => token) ??
    [];
  const letters = (index: number, step: number) => {
    for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
      const token = (tokens[at] as string).toLowerCase();
      if (/^(\[?[ymdhs])/.test(token)) return token.replace('[', '')[0];
    }
    return undefined;
  };
  return tokens.map((token, index) => {
    const lower = token.toLowerCase();
    if (!/^(m+|y+|d+|h+|s+(\.0+)?|\[[hms]+\]|am\/pm|a\/p)$/.test(lower)) return literal(token);
    if (!/^m{1,2}$/.test(lower)) return lower;
    const isMinute = letters(index, -1) === 'h' || letters(index, 1) === 's';
    return isMinute ? lower.replaceAll('m', 'n') : lower;
  });
}

/** A literal carries a leading NUL, so that `d` the letter and `d` the day differ. */
function literal(token: string): string {
  if (token.startsWith('"')) return `\0${token.slice(1, -1)}`;
  return `\0${token.startsWith('\\') ? token.slice(1) : token}`;
}

function splitSections(pattern: string): string[] {
  return (pattern.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;|^)(?=;|$)/g) ?? ['']).slice(0, 4);
}

function parseSection(section: string): NumberSection {
  const parts = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .match(/"[^"]*"|\\.|E[+-]0+|[0#?]+(?:,[0#?]+)*(?:\.[0#?]*)?|\.[0#?]+|./gis);
  let prefix = '';
  let suffix = '';
  let digits: string | undefined;
  let exponentDigits = 0;
  let percents = 0;
  for (const part of parts ?? []) {
    if (/^[0#?.]/.test(part) && part !== '.' && digits === undefined) digits = part;
    else if (/^E[+-]0+$/i.test(part)) exponentDigits = part.length - 2;
    else {
      if (part === '%') percents += 1;
      const text = literal(part).slice(1);
      if (digits === undefined) prefix += text;
      else suffix += text;
    }
  }
  const [whole = '', decimals = ''] = (digits ?? '').split('.');
  return {
    prefix,
    suffix,
    leastWhole: whole.replace(/[^0]/g, '').length,
    grouped: whole.includes(','),
    leastDecimals: decimals.replace(/[^0]/g, '').length,
    mostDecimals: decimals.length,
    percents,
    exponentDigits,
    hasDigits: digits !== undefined,
  };
}

/** Digits with the locale's signs, for example `1.234,50`. `value` is not negative. */
export function formatDigits(value: number, section: NumberSection, locale: SheetLocale): string {
  const scaled = value * 100 ** section.percents;
  if (section.exponentDigits > 0) {
    const [mantissa = '', exponent = ''] = scaled.toExponential(section.mostDecimals).split('e');
    const power = exponent.slice(1).padStart(section.exponentDigits, '0');
    return `${trimDecimals(mantissa, section, locale)}E${exponent[0]}${power}`;
  }
  return trimDecimals(roundHalfUp(scaled, section.mostDecimals), section, locale);
}

/** `toFixed` rounds 1.005 down, because of its binary value; a sheet shows 1.01. */
function roundHalfUp(value: number, decimals: number): string {
  if (value >= 1e21) return BigInt(Math.round(value)).toString();
  const precise = Number(value.toPrecision(15));
  const shifted = Number(`${precise}e${decimals}`);
  if (!Number.isFinite(shifted) || /e/.test(String(precise))) return value.toFixed(Math.min(decimals, 100));
  return Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals);
}

function trimDecimals(digits: string, section: NumberSection, locale: SheetLocale): string {
  const [whole = '', decimals = ''] = digits.split('.');
  const kept =
    decimals.slice(0, section.leastDecimals) + decimals.slice(section.leastDecimals).replace(/0+$/, '');
  const bare = whole === '0' && section.leastWhole === 0 && kept !== '' ? '' : whole;
  const padded = bare.padStart(section.leastWhole, '0');
  const grouped = section.grouped ? padded.replace(/\B(?=(\d{3})+$)/g, locale.group) : padded;
  return kept === '' ? grouped : `${grouped}${locale.decimal}${kept}`;
}
