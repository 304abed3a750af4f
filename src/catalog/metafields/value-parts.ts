import type { ParseContext, Parsed } from '../values/cell';
import { canonicalDecimal } from '../values/money';
import { parseMoney } from '../values/number-cells';
import { objectIn } from './json';
import { number } from './numbers';
import { givesBack, type TypedCell, type ValueType } from './value-type';

/** Addresses that Shopify takes. */
export const SCHEMES = /^(https?|mailto|sms|tel):\S+$/i;

interface Parts {
  /** Its parts, and the one spelling of each. */
  readonly parts: Readonly<Record<string, (part: string) => string>>;
  readonly read: ValueType['read'];
  parse(raw: TypedCell, context: ParseContext): { readonly value: object } | { readonly problem: string };
  write(value: Readonly<Record<string, unknown>>): TypedCell;
  check?(value: Readonly<Record<string, unknown>>, context: ParseContext): string | undefined;
}

/** A value of several parts, which may be typed as its JSON as well. */
function ofParts({ parts, read, parse, write, check }: Parts): ValueType {
  const names = Object.keys(parts);
  return {
    read,
    isBare: true,
    parse(raw, context): Parsed {
      const typed = objectIn(String(raw).trim());
      if (!typed) {
        const parsed = parse(raw, context);
        return 'problem' in parsed ? parsed : { value: JSON.stringify(parsed.value) };
      }
      if (!names.every((name) => ['string', 'number'].includes(typeof typed[name])))
        return { problem: `needs ${names.join(', ')} in its JSON` };
      const problem = check?.(typed, context);
      return problem ? { problem } : { value: String(raw).trim() };
    },
    write(value) {
      const json = objectIn(value);
      return json ? write(json) : value;
    },
    canonical(value) {
      const json = objectIn(value);
      return json ? JSON.stringify(names.map((name) => parts[name]?.(String(json[name])))) : value.trim();
    },
  };
}

const same = (part: string): string => part;

export const money = ofParts({
  parts: { amount: canonicalDecimal, currency_code: (code) => code.toUpperCase() },
  read: 'raw',
  parse(raw, context) {
    const parsed = parseMoney(raw, context);
    return 'problem' in parsed
      ? parsed
      : { value: { amount: parsed.value, currency_code: context.currencyCode } };
  },
  // 1.234 KWD may be one dinar or a thousand.
  write: ({ amount, currency_code }) =>
    /\.\d{3}$/.test(String(amount))
      ? JSON.stringify({ amount, currency_code })
      : `${amount} ${currency_code}`,
  check: ({ currency_code }, { currencyCode }) =>
    String(currency_code).toUpperCase() === currencyCode
      ? undefined
      : `is in ${currency_code}, and the shop sells in ${currencyCode}. Type the amount in ${currencyCode}`,
});

export const rating = ofParts({
  parts: { value: canonicalDecimal, scale_min: canonicalDecimal, scale_max: canonicalDecimal },
  read: 'raw',
  parse(raw, context) {
    const parsed = number(false).parse(raw, context);
    if ('problem' in parsed) return parsed;
    const limit = (name: string) => context.rules?.find((rule) => rule.name === name)?.value;
    const [scale_min, scale_max] = [limit('scale_min'), limit('scale_max')];
    return scale_min && scale_max
      ? { value: { value: parsed.value, scale_min, scale_max } }
      : {
          problem: 'needs the scale of its definition in Shopify. Add a definition for this metafield there',
        };
  },
  write: ({ value }) => number(false).write(String(value)),
});

export const link: ValueType = ofParts({
  parts: { text: same, url: same },
  read: 'text',
  parse(raw) {
    const [, words = '', url = ''] = /^(.*\S)\s*\|\s*(\S+)$/s.exec(String(raw).trim()) ?? [];
    return SCHEMES.test(url)
      ? { value: { text: words, url } }
      : {
          problem:
            'is not a link. Type its text and its address, such as Care guide | https://example.com/care',
        };
  },
  write({ text, url }) {
    const cell = `${text} | ${url}`;
    const value = JSON.stringify({ text, url });
    return givesBack(link, cell, value) ? cell : value;
  },
  check: ({ url }) => (SCHEMES.test(String(url)) ? undefined : 'needs an address that begins with https://'),
});
