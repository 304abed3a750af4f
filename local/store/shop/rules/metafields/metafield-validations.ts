import type { ExecutionContext } from '../../../graphql/execution/context';
import type { MediaContentType } from '../../state/media';
import { comparableAmount, spokenMeasurement } from './measurements';
import { baseType, isList, measurementTypes } from './metafield-types';
import { listItems, parseJson } from './parse-json';

export interface Validation {
  readonly name: string;
  readonly value: string | null;
}

interface Checked {
  readonly context: ExecutionContext;
  readonly type: string;
  readonly value: string;
  readonly limit: string;
}

type Rule = (checked: Checked) => string | null;

const isText = (type: string): boolean => /text_field$|^id$/.test(type);
const isMoment = (type: string): boolean => /^date/.test(type);

/** Value for comparing: text by its characters, the rest by its amount or moment. */
function amountOf(type: string, value: string): number {
  if (isMoment(type)) return Date.parse(value);
  return measurementTypes.includes(type) ? comparableAmount(type, value) : Number(value);
}

/** Recorded: a time is said back as `2026-12-31 23:59:59 +0000`. */
function spoken(limit: string, type: string): string {
  if (measurementTypes.includes(type)) return spokenMeasurement(limit);
  if (type !== 'date_time') return limit;
  return new Date(limit)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' +0000');
}

/** The strings of an option that is a list; none where it is none. */
const strings = (limit: string): readonly string[] => {
  const list = parseJson(limit);
  return Array.isArray(list) ? list.map(String) : [];
};

const quoted = (names: readonly string[]): string => `[${names.map((one) => `"${one}"`).join(', ')}]`;

const hostOf = (address: string): string => /^\w+:\/\/([^/?#:]+)/.exec(address)?.[1]?.toLowerCase() ?? '';

const fileKinds: Readonly<Record<string, MediaContentType>> = { Image: 'IMAGE', Video: 'VIDEO' };

const rules: Readonly<Record<string, Rule>> = {
  min: ({ type, value, limit }) => {
    if (isText(type)) return value.length < Number(limit) ? `Value has a minimum length of ${limit}.` : null;
    return amountOf(type, value) < amountOf(type, limit)
      ? `Value has a minimum of ${spoken(limit, type)}.`
      : null;
  },
  max: ({ type, value, limit }) => {
    if (isText(type)) return value.length > Number(limit) ? `Value has a maximum length of ${limit}.` : null;
    return amountOf(type, value) > amountOf(type, limit)
      ? `Value has a maximum of ${spoken(limit, type)}.`
      : null;
  },
  regex: ({ value, limit }) => (new RegExp(limit).test(value) ? null : 'Value is not the correct format.'),
  choices: ({ value, limit }) => {
    const allowed = strings(limit);
    return allowed.includes(value) ? null : `Value does not exist in provided choices: ${quoted(allowed)}.`;
  },
  max_precision: ({ value, limit }) =>
    (value.split('.')[1] ?? '').length > Number(limit) ? `Value has a maximum precision of ${limit}.` : null,
  allowed_domains: ({ value, limit }) => {
    const allowed = strings(limit);
    return allowed.some((domain) => hostOf(value) === domain.toLowerCase())
      ? null
      : `Value must be one of the following domains: ${quoted(allowed)}.`;
  },
  file_type_options: ({ context, value, limit }) => {
    const allowed = strings(limit);
    const kind = context.state.files.get(value)?.contentType;
    return allowed.some((name) => fileKinds[name] === kind)
      ? null
      : `Value must be one of the following file types: ${allowed.join(', ')}.`;
  },
};

/** Recorded for ratings: the scale is part of the value and must be the definition's. */
function checkScale(value: string, validations: readonly Validation[]): string | null {
  const scale = JSON.parse(value) as { scale_min?: string; scale_max?: string };
  const limit = (name: string): number => Number(validations.find((one) => one.name === name)?.value);
  const same =
    Number(scale.scale_min) === limit('scale_min') && Number(scale.scale_max) === limit('scale_max');
  return same
    ? null
    : 'Value min and max on the rating value must be the same as the min and max on the definition.';
}

/** Sentences as for a single value's amounts. */
function checkCount(count: number, validations: readonly Validation[]): string[] {
  return validations.flatMap(({ name, value: limit }) => {
    if (name === 'list.min' && count < Number(limit)) return `Value has a minimum of ${limit} items.`;
    return name === 'list.max' && count > Number(limit) ? `Value has a maximum of ${limit} items.` : [];
  });
}

/** Errors of a value under a definition's validations; messages as recorded. A list is counted, then each item is held to the rest. */
export function checkDefinitionRules(
  context: ExecutionContext,
  type: string,
  value: string,
  validations: readonly Validation[],
): string[] {
  if (isList(type)) {
    const items = listItems(value) ?? [];
    const ofItems = items.flatMap((item) => checkDefinitionRules(context, baseType(type), item, validations));
    return [...checkCount(items.length, validations), ...new Set(ofItems)];
  }
  if (type === 'rating') return [checkScale(value, validations)].flatMap((problem) => problem ?? []);
  return validations.flatMap(
    ({ name, value: limit }) => rules[name]?.({ context, type, value, limit: limit ?? '' }) ?? [],
  );
}
