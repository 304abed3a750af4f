import type { ExecutionContext } from '../../../graphql/execution/context';
import { findNode } from '../../../graphql/queries/node';
import type { MetafieldDefinition } from '../../state/metafield';
import { referenceTypes } from './metafield-types';
import { checkDefinitionRules } from './metafield-validations';

/** What is wrong with a value of a type, null if nothing; messages as recorded. */
type Check = (value: string, context: ExecutionContext) => string | null;

const schemes = ['http', 'https', 'mailto', 'sms', 'tel'];
const largestMoney = 1e18;

const money: Check = (value) => {
  const shape =
    "Value must be a stringified JSON object with amount (numeric) and currency_code (string matching the shop's currency) fields.";
  const parsed = parseJson(value) as { amount?: unknown; currency_code?: unknown } | undefined;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return shape;
  if (!parsed.currency_code) return 'Value must have a currency code.';
  if (!/^-?\d+(\.\d+)?$/.test(String(parsed.amount))) return 'Value must have a numeric amount.';
  if (!isCurrency(String(parsed.currency_code)))
    return `Value contains an invalid currency, ${parsed.currency_code}.`;
  if (exceeds(String(parsed.amount), largestMoney)) return `Value must be within +/-${BigInt(largestMoney)}.`;
  return null;
};

/** Doubles cannot tell 10^18 from 10^18 + 1; the whole part can. */
const exceeds = (amount: string, limit: number): boolean =>
  BigInt(amount.replace(/^-|\..*$/g, '')) > BigInt(limit);

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

const checks: Readonly<Record<string, Check>> = {
  boolean: (value) => (/^(t|f|true|false|0|1)$/i.test(value.trim()) ? null : 'Value must be true or false.'),
  number_integer: (value) => (/^-?\d+(\.0+)?$/.test(value.trim()) ? null : 'Value must be an integer.'),
  number_decimal: (value) => (/^-?\d+(\.\d+)?$/.test(value.trim()) ? null : 'Value must be a decimal.'),
  date: (value) =>
    /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
      ? null
      : 'Value must be in YYYY-MM-DD format.',
  date_time: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value.trim())
      ? null
      : 'Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00',
  json: (value) => (parseJson(value) === undefined ? 'Value is invalid JSON.' : null),
  money,
  url,
  color: (value) => (/^#[0-9a-f]{6}$/i.test(value) ? null : 'Value must be in hexadecimal notation.'),
  single_line_text_field: (value) => (/\n/.test(value) ? 'Value must be a single line text string.' : null),
};

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** All that is wrong with a value: its type's rule first, then the definition's validations. */
export function checkMetafieldValue(
  context: ExecutionContext,
  type: string,
  value: string,
  definition: MetafieldDefinition | undefined,
): string[] {
  if (value.trim() === '') return ["Value can't be blank."];
  const own = type.startsWith('list.') ? checkList(type, value, context) : checkSingle(type, value, context);
  if (own) return [own];
  return definition ? checkDefinitionRules(type, value, definition.validations) : [];
}

function checkSingle(type: string, value: string, context: ExecutionContext): string | null {
  const check = checks[type];
  if (check) return check(value, context);
  if (!referenceTypes.includes(type)) return null;
  return findNode(context, value) ? null : `Value references non-existent resource ${value}.`;
}

function checkList(type: string, value: string, context: ExecutionContext): string | null {
  const items = parseJson(value);
  if (!Array.isArray(items)) return 'Value must be an array.';
  for (const item of items) {
    const problem = checkSingle(
      type.replace(/^list\./, ''),
      typeof item === 'string' ? item : JSON.stringify(item),
      context,
    );
    if (problem) return problem;
  }
  return null;
}
