import { few } from '../values/arrays';
import type { ValueRules } from '../values/cell';
import { itemsIn, objectIn, parseJson } from './json';
import type { MetafieldType } from './types';

/** Since 2026-04. Source: https://shopify.dev/docs/apps/build/metafields/metafield-limits */
const MOST_BYTES = 16 * 1024;
const MOST_BYTES_OF: Readonly<Record<string, number>> = { url: 2048, id: 2048 };
const MOST_ITEMS = 128;
const MOST_OBJECTS = 256;

/**
 * Says which rule of Shopify's, or of the metafield's definition, a value breaks; it completes a sentence that begins
 * with the header and the cell. Rules of any other form are left to Shopify.
 */
export function brokenRule(type: MetafieldType, value: string, rules: ValueRules = []): string | undefined {
  const [, list, single = ''] = /^(list\.)?(.*)$/.exec(type) ?? [];
  const bytes = encodeURIComponent(value).replace(/%../g, '-').length;
  const most = MOST_BYTES_OF[single] ?? MOST_BYTES;
  if (bytes > most) return `is ${bytes} bytes long. Shopify takes ${most}`;
  if (!list) return brokenBy(single, value, rules);
  const items = itemsIn(value) ?? [];
  const limit = /^(metaobject|mixed)/.test(single) ? MOST_OBJECTS : MOST_ITEMS;
  if (items.length > limit) return `has ${items.length} items. Shopify takes ${limit}`;
  for (const { name, value: bound } of rules) {
    if (name === 'list.min' && items.length < Number(bound)) return `has fewer than ${bound} items`;
    if (name === 'list.max' && items.length > Number(bound)) return `has more than ${bound} items`;
  }
  for (const item of items) {
    const broken = brokenBy(single, item, rules);
    if (broken) return `has “${item.slice(0, 40)}”, which ${broken}`;
  }
  return undefined;
}

function brokenBy(type: string, value: string, rules: ValueRules): string | undefined {
  for (const { name, value: bound } of rules) {
    const broken = bound === null ? undefined : RULES[name]?.(type, value, bound);
    if (broken) return `${broken}, says its definition in Shopify`;
  }
  return undefined;
}

type Rule = (type: string, value: string, bound: string) => string | undefined;

const isText = (type: string): boolean => /text_field$|^id$/.test(type);

/** Numbers for comparing two values; undefined where units differ, or a value is no amount. */
function amounts(type: string, value: string, bound: string): readonly [number, number] | undefined {
  if (isText(type)) return [[...value].length, Number(bound)];
  if (/^date/.test(type)) return [Date.parse(value), Date.parse(bound)];
  const [one, other] = [objectIn(value), objectIn(bound)];
  if (one && other) return one.unit === other.unit ? [Number(one.value), Number(other.value)] : undefined;
  return [Number(value), Number(bound)];
}

function boundWords(type: string, bound: string): string {
  const json = objectIn(bound);
  if (json) return `${json.value} ${json.unit}`;
  return isText(type) ? `${bound} characters` : bound;
}

const strings = (bound: string): readonly string[] => {
  const list = parseJson(bound);
  return Array.isArray(list) ? list.map(String) : [];
};

/** Parts of expressions that Shopify's and ours read differently, or that ours do not know. */
const OTHER_SYNTAX = /\\[AzZQEpPG]|\(\?[^:=!]|\[\[:/;

const RULES: Readonly<Record<string, Rule>> = {
  min(type, value, bound) {
    const [has, least] = amounts(type, value, bound) ?? [];
    return has !== undefined && least !== undefined && has < least
      ? `must be at least ${boundWords(type, bound)}`
      : undefined;
  },
  max(type, value, bound) {
    const [has, most] = amounts(type, value, bound) ?? [];
    return has !== undefined && most !== undefined && has > most
      ? `must be at most ${boundWords(type, bound)}`
      : undefined;
  },
  regex(_, value, bound) {
    if (OTHER_SYNTAX.test(bound)) return undefined;
    try {
      return new RegExp(bound).test(value) ? undefined : `must match ${bound.slice(0, 80)}`;
    } catch {
      return undefined;
    }
  },
  choices(_, value, bound) {
    const choices = strings(bound);
    return choices.length === 0 || choices.includes(value) ? undefined : `must be one of ${few(choices)}`;
  },
  max_precision(_, value, bound) {
    const decimals = value.split('.')[1]?.length ?? 0;
    return decimals > Number(bound) ? `must have at most ${bound} decimals` : undefined;
  },
  allowed_domains(_, value, bound) {
    const host = /^\w+:\/\/([^/?#:]+)/.exec(value)?.[1]?.toLowerCase() ?? '';
    const domains = strings(bound);
    return domains.length === 0 || domains.some((domain) => host === domain.toLowerCase())
      ? undefined
      : `must be an address at ${few(domains)}`;
  },
  scale_min: (type, value, bound) => ofScale(type, value, bound, (has, least) => has < least),
  scale_max: (type, value, bound) => ofScale(type, value, bound, (has, most) => has > most),
};

function ofScale(
  type: string,
  value: string,
  bound: string,
  isBeyond: (has: number, bound: number) => boolean,
): string | undefined {
  const has = Number(objectIn(value)?.value);
  return type === 'rating' && isBeyond(has, Number(bound)) ? `must not be beyond ${bound}` : undefined;
}
