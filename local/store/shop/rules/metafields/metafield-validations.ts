interface Validation {
  readonly name: string;
  readonly value: string | null;
}

type Rule = (value: string, limit: string, type: string) => string | null;

/** Text is measured in characters, the rest by its amount or moment. */
function isBelow(value: string, limit: string, type: string): boolean {
  if (/text_field$/.test(type)) return value.length < Number(limit);
  if (/^date/.test(type)) return Date.parse(value) < Date.parse(limit);
  return Number(value) < Number(limit);
}

/** Recorded: a time is said back as `2026-12-31 23:59:59 +0000`. */
function spoken(limit: string, type: string): string {
  if (type !== 'date_time') return limit;
  return new Date(limit)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' +0000');
}

const rules: Readonly<Record<string, Rule>> = {
  min: (value, limit, type) => {
    if (!isBelow(value, limit, type)) return null;
    return /text_field$/.test(type)
      ? `Value has a minimum length of ${limit}.`
      : `Value has a minimum of ${spoken(limit, type)}.`;
  },
  max: (value, limit, type) => {
    if (value === limit || isBelow(value, limit, type)) return null;
    if (/text_field$/.test(type)) {
      return value.length <= Number(limit) ? null : `Value has a maximum length of ${limit}.`;
    }
    return isEqual(value, limit, type) ? null : `Value has a maximum of ${spoken(limit, type)}.`;
  },
  regex: (value, pattern) => (new RegExp(pattern).test(value) ? null : 'Value is not the correct format.'),
  choices: (value, choices) => {
    const allowed = JSON.parse(choices) as string[];
    if (allowed.includes(value)) return null;
    return `Value does not exist in provided choices: [${allowed.map((one) => `"${one}"`).join(', ')}].`;
  },
};

function isEqual(value: string, limit: string, type: string): boolean {
  return /^date/.test(type) ? Date.parse(value) === Date.parse(limit) : Number(value) === Number(limit);
}

/** Recorded for ratings: the scale is part of the value and must be the definition's. */
function checkScale(value: string, validations: readonly Validation[]): string | null {
  const rating = JSON.parse(value) as { scale_min?: string; scale_max?: string };
  const limit = (name: string): number => Number(validations.find((one) => one.name === name)?.value);
  const same =
    Number(rating.scale_min) === limit('scale_min') && Number(rating.scale_max) === limit('scale_max');
  return same
    ? null
    : 'Value min and max on the rating value must be the same as the min and max on the definition.';
}

/** What a definition's validations say of a value; messages as recorded. */
export function checkDefinitionRules(
  type: string,
  value: string,
  validations: readonly Validation[],
): string[] {
  if (type === 'rating') return [checkScale(value, validations)].flatMap((problem) => problem ?? []);
  return validations.flatMap(({ name, value: limit }) => rules[name]?.(value, limit ?? '', type) ?? []);
}
