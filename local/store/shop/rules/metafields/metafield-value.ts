import type { ExecutionContext } from '../../../graphql/execution/context';
import type { MetafieldDefinition } from '../../state/metafield';
import { checkMeasurement } from './measurements';
import { baseType, isList, measurementTypes, referenceTypes } from './metafield-types';
import { checkDefinitionRules } from './metafield-validations';
import { isNumeric, listItems, parseJson, parseObject } from './parse-json';
import { checkReference } from './references';

/** Error of a value of a type, null if there is none; messages as recorded. */
type Check = (value: string) => string | null;

const schemes = ['http', 'https', 'mailto', 'sms', 'tel'];
const largestMoney = 1e18;
/** https://shopify.dev/docs/apps/build/metafields/list-of-data-types */
const largestInteger = 9_007_199_254_740_991n;
const largestDecimal = 9_999_999_999_999n;

const money: Check = (value) => {
  const shape =
    "Value must be a stringified JSON object with amount (numeric) and currency_code (string matching the shop's currency) fields.";
  const parsed = parseObject(value);
  if (!parsed) return shape;
  if (!parsed.currency_code) return 'Value must have a currency code.';
  if (!isNumeric(parsed.amount)) return 'Value must have a numeric amount.';
  if (!isCurrency(String(parsed.currency_code)))
    return `Value contains an invalid currency, ${parsed.currency_code}.`;
  if (exceeds(String(parsed.amount), BigInt(largestMoney)))
    return `Value must be within +/-${BigInt(largestMoney)}.`;
  return null;
};

/** Doubles cannot tell 10^18 from 10^18 + 1; the whole part can. */
const exceeds = (amount: string, limit: bigint): boolean => BigInt(amount.replace(/^-|\..*$/g, '')) > limit;

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

const url: Check = (value) => {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (!scheme) {
    const allowed = schemes.map((one) => `"${one}"`).join(', ');
    return `Value cannot have an empty scheme (protocol), must include one of the following URL schemes: [${allowed}].'`;
  }
  return schemes.includes(scheme)
    ? null
    : `Value must be one of the following URL schemes: ${schemes.join(', ')}.`;
};

const link: Check = (value) => {
  const parsed = parseObject(value);
  if (!parsed || typeof parsed.text !== 'string' || typeof parsed.url !== 'string')
    return 'Value must be a stringified JSON object with text and url fields.';
  return url(parsed.url);
};

const rating: Check = (value) => {
  const parsed = parseObject(value);
  if (!parsed || ![parsed.value, parsed.scale_min, parsed.scale_max].every(isNumeric))
    return 'Value must be a stringified JSON object with value, scale_min and scale_max (numeric) fields.';
  if (Number(parsed.value) < Number(parsed.scale_min)) return `Value has a minimum of ${parsed.scale_min}.`;
  return Number(parsed.value) > Number(parsed.scale_max)
    ? `Value has a maximum of ${parsed.scale_max}.`
    : null;
};

const richText: Check = (value) => {
  const parsed = parseObject(value);
  return parsed?.type === 'root' && Array.isArray(parsed.children)
    ? null
    : 'Value must be a stringified JSON object of rich text with a root.';
};

const isDate = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);

const integer: Check = (value) => {
  if (!/^-?\d+(\.0+)?$/.test(value.trim())) return 'Value must be an integer.';
  return exceeds(value.trim(), largestInteger) ? `Value must be within +/-${largestInteger}.` : null;
};

const decimal: Check = (value) => {
  if (!/^-?\d+(\.\d+)?$/.test(value.trim())) return 'Value must be a decimal.';
  return exceeds(value.trim(), largestDecimal)
    ? `Value must be within +/-${largestDecimal}.999999999.`
    : null;
};

const singleLine: Check = (value) => (/\n/.test(value) ? 'Value must be a single line text string.' : null);

const checks: Readonly<Record<string, Check>> = {
  boolean: (value) => (/^(t|f|true|false|0|1)$/i.test(value.trim()) ? null : 'Value must be true or false.'),
  number_integer: integer,
  number_decimal: decimal,
  date: (value) => (isDate(value) ? null : 'Value must be in YYYY-MM-DD format.'),
  date_time: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value.trim()) && !Number.isNaN(Date.parse(value))
      ? null
      : 'Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00',
  id: singleLine,
  json: (value) => (parseJson(value) === undefined ? 'Value is invalid JSON.' : null),
  language: (value) =>
    /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(value) ? null : 'Value must be a language code.',
  link,
  money,
  rating,
  rich_text_field: richText,
  url,
  color: (value) => (/^#[0-9a-f]{6}$/i.test(value) ? null : 'Value must be in hexadecimal notation.'),
  single_line_text_field: singleLine,
};

/** All that is wrong with a value: its type's rule first, then the definition's validations. */
export function checkMetafieldValue(
  context: ExecutionContext,
  type: string,
  value: string,
  definition: MetafieldDefinition | undefined,
): string[] {
  if (value.trim() === '') return ["Value can't be blank."];
  const own = isList(type) ? checkList(type, value, context) : checkSingle(type, value, context);
  if (own) return [own];
  return definition ? checkDefinitionRules(context, type, value, definition.validations) : [];
}

function checkSingle(type: string, value: string, context: ExecutionContext): string | null {
  if (measurementTypes.includes(type)) return checkMeasurement(type, value);
  if (referenceTypes.includes(type)) return checkReference(context, type, value);
  return checks[type]?.(value) ?? null;
}

/** https://shopify.dev/docs/apps/build/metafields/metafield-limits */
const mostItems = (type: string): number => (/metaobject|mixed/.test(type) ? 256 : 128);

function checkList(type: string, value: string, context: ExecutionContext): string | null {
  const items = listItems(value);
  if (!items) return 'Value must be an array.';
  if (items.length > mostItems(type)) return `Value has a maximum of ${mostItems(type)} items.`;
  for (const item of items) {
    const problem = checkSingle(baseType(type), item, context);
    if (problem) return problem;
  }
  return null;
}
