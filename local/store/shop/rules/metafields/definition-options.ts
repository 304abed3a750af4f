import type { ExecutionContext } from '../../../graphql/execution/context';
import { type UserError, userError } from '../../../graphql/user-errors';
import { comparableAmount } from './measurements';
import { baseType, measurementTypes, metafieldType } from './metafield-types';
import type { Validation } from './metafield-validations';
import { checkMetafieldValue } from './metafield-value';
import { listItems } from './parse-json';

const optionError = (message: string, code = 'INVALID_OPTION'): UserError =>
  userError(['definition', 'validations'], message, code);

/** https://shopify.dev/docs/apps/build/metafields/list-of-validation-options */
const mostChoices = 128;

/** Without these a definition says nothing; sentences as recorded. */
const required: Readonly<Record<string, (names: readonly string[]) => readonly string[]>> = {
  rating: (names) =>
    ['scale_max', 'scale_min']
      .filter((name) => !names.includes(name))
      .map((name) => `Validations requires '${name}' to be provided.`),
  metaobject_reference: (names) =>
    names.includes('metaobject_definition_id') ? [] : ['Validations require that you select a metaobject.'],
  mixed_reference: (names) =>
    names.includes('metaobject_definition_ids') ? [] : ['Validations require that you select a metaobject.'],
};

/** Errors of a definition's own validations; messages as recorded. */
export function checkOptions(
  context: ExecutionContext,
  type: string,
  validations: readonly Validation[],
): readonly UserError[] {
  const names = validations.map(({ name }) => name);
  if (new Set(names).size < names.length)
    return [optionError('Validations cannot contain duplicate "name" options.', 'DUPLICATE_OPTION')];
  const problems = validations.flatMap((one) => checkOption(context, type, one));
  if (problems.length > 0) return problems.map((message) => optionError(message));
  const missing = required[baseType(type)]?.(names) ?? [];
  if (missing.length > 0) return missing.map((message) => optionError(message));
  return [
    ...checkOrder(type, validations, 'min', 'max'),
    ...checkOrder(type, validations, 'list.min', 'list.max'),
    ...checkOrder(type, validations, 'scale_min', 'scale_max'),
  ];
}

function checkOption(context: ExecutionContext, type: string, { name, value }: Validation): string[] {
  const option = metafieldType(type).supportedValidations.find((one) => one.name === name);
  const invalid = `Validations value for option ${name} contains an invalid value`;
  if (!option) return [`${invalid}: '${name}' isn't supported for ${type}.`];
  const [problem] = checkMetafieldValue(context, option.type, value ?? '', undefined);
  if (problem) return [problem.replace(/^Value/, `Validations value for option ${name}`)];
  if (name === 'regex' && !isRegex(value ?? '')) return [`${invalid}: it is not a regular expression.`];
  if (name === 'choices' && (listItems(value ?? '')?.length ?? 0) > mostChoices)
    return [`${invalid}: it has more than ${mostChoices} choices.`];
  return [];
}

function isRegex(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function checkOrder(
  type: string,
  validations: readonly Validation[],
  lower: string,
  upper: string,
): UserError[] {
  const base = baseType(type);
  const amount = (name: string): number => {
    const text = validations.find((one) => one.name === name)?.value ?? '';
    if (text === '') return Number.NaN;
    if (name.startsWith('list.') || !/^date/.test(base))
      return measurementTypes.includes(base) && !name.startsWith('list.')
        ? comparableAmount(base, text)
        : Number(text);
    return Date.parse(text);
  };
  return amount(lower) > amount(upper)
    ? [optionError(`Validations contains an invalid value: '${lower}' must be less than '${upper}'.`)]
    : [];
}

const pointsTo = (validations: readonly Validation[]): string | null =>
  validations.find(({ name }) => name === 'metaobject_definition_id')?.value ?? null;

/** A reference to metaobjects goes on pointing to the kind it was made for (recorded). */
export function checkSameMetaobject(
  before: readonly Validation[],
  after: readonly Validation[],
): readonly UserError[] {
  const known = pointsTo(before);
  return known === null || pointsTo(after) === known
    ? []
    : [
        optionError(
          'Validations must not change the existing metaobject definition value',
          'METAOBJECT_DEFINITION_CHANGED',
        ),
      ];
}
