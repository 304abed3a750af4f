import { gidOf, wholeGidPattern } from '../values/gid';
import { inUtc, parseDay, parseMoment } from '../values/read-moment';
import { parseJson, withoutSpaces } from './json';
import { measure } from './measures';
import { number } from './numbers';
import { richText } from './rich-text';
import { isMeasure, isReference, REFERENCES, type SingleType } from './types';
import { link, money, rating, SCHEMES } from './value-parts';
import type { TypedCell, ValueType } from './value-type';

const linesOf = (raw: TypedCell): string => String(raw).replace(/\r\n?/g, '\n').trim();

const text = (check: (text: string) => string | undefined = () => undefined): ValueType => ({
  read: 'text',
  parse(raw) {
    const value = linesOf(raw);
    const problem = check(value);
    return problem ? { problem } : { value };
  },
  write: (value) => value,
  canonical: linesOf,
});

const oneLine = (value: string) =>
  value.includes('\n') ? 'has several lines, and Shopify keeps one here. Type it in one line' : undefined;

const matching =
  (pattern: RegExp, expected: string) =>
  (value: string): string | undefined =>
    pattern.test(value) ? undefined : expected;

const line: ValueType = { ...text(oneLine), asNumber: { whole: /^[1-9]\d{0,3}$/ } };

const color: ValueType = {
  ...text(matching(/^#[0-9a-f]{6}$/i, 'is not a color. Type it such as #1a2b3c')),
  canonical: (value) => value.trim().toLowerCase(),
};

const YES: Readonly<Record<string, string>> = { true: 'true', false: 'false' };

const boolean: ValueType = {
  read: 'raw',
  hasFewValues: true,
  parse(raw) {
    const value = YES[String(raw).trim().toLowerCase()];
    return value ? { value } : { problem: 'must be TRUE or FALSE' };
  },
  write: (value) => value === 'true',
  canonical: (value) => value.trim().toLowerCase(),
};

const dates: Pick<ValueType, 'read' | 'takesDates' | 'write'> = {
  read: 'raw',
  takesDates: true,
  write: (value) => value,
};

const json: ValueType = {
  ...text((value) =>
    parseJson(value) === undefined ? 'is not JSON. Check its quotes, commas and brackets' : undefined,
  ),
  canonical: withoutSpaces,
};

/** Items that may be named otherwise than by ID, and how. */
const NAMED: Readonly<Record<string, { readonly as: string; readonly form: RegExp }>> = {
  Collection: { as: 'handle', form: /^[\p{L}\p{M}\p{N}_®-]{1,255}$/u },
  Product: { as: 'handle', form: /^[\p{L}\p{M}\p{N}_®-]{1,255}$/u },
  ProductVariant: { as: 'SKU', form: /^[^\n]{1,255}$/ },
};

function reference(types: readonly string[]): ValueType {
  const [type, ...formers] = types;
  const whole = wholeGidPattern(types);
  const named = NAMED[type ?? ''];
  return {
    ...text(),
    parse(raw) {
      const id = String(raw).trim().replace(/^'/, '');
      if (type && /^\d{1,20}$/.test(id)) return { value: gidOf(type, id) };
      if (whole.test(id) || (named?.form.test(id) && !id.startsWith('gid:'))) return { value: id };
      return type
        ? {
            problem: `is not the ${named ? `${named.as} or ` : ''}ID of a ${type} in Shopify. Type it such as ${named?.as === 'handle' ? 'red-mug' : '1234567890'}`,
          }
        : {
            problem: `is not a whole ID. Type it as Shopify writes it, such as ${gidOf('Product', '1234567890')}`,
          };
    },
    // Shopify has had two names for some, and may answer with the other.
    canonical: (value) =>
      formers.reduce((id, former) => id.replace(gidOf(former, ''), gidOf(type ?? former, '')), value.trim()),
    write: (value) => (type ? value.replace(new RegExp(`^${gidOf(type, '(?=\\d+$)')}`), '') : value),
  };
}

const PLAIN: Readonly<Partial<Record<SingleType, ValueType>>> = {
  boolean,
  color,
  date: {
    ...dates,
    parse: (raw, context) => parseDay(String(raw).trim(), context),
    canonical: (value) => value.trim(),
  },
  date_time: {
    ...dates,
    parse: (raw, context) => parseMoment(String(raw).trim(), context),
    canonical: (value) => (Number.isNaN(Date.parse(value)) ? value.trim() : inUtc(Date.parse(value))),
  },
  id: line,
  json,
  jurisdiction: text(oneLine),
  language: text(
    matching(/^[a-z]{2,3}(-[a-z]{2,4})?$/i, 'is not a language code. Type it such as en or pt-BR'),
  ),
  link,
  money,
  multi_line_text_field: text(),
  number_decimal: number(false),
  number_integer: number(true),
  rating,
  rich_text_field: richText,
  single_line_text_field: line,
  url: text(matching(SCHEMES, 'is not an address. It begins with https://, http://, mailto:, sms: or tel:')),
};

export function singleValue(type: SingleType): ValueType {
  if (isReference(type)) return reference(REFERENCES[type]);
  return (isMeasure(type) ? undefined : PLAIN[type]) ?? measure(type);
}
