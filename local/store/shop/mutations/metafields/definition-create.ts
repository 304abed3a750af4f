import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { checkCapabilities, usualCapabilities, withCapabilities } from '../../rules/metafields/capabilities';
import {
  capabilitiesAsked,
  checkAccess,
  checkTexts,
  type DefinitionInput,
  findDefinition,
  usualAccess,
} from '../../rules/metafields/definition-input';
import { checkOptions } from '../../rules/metafields/definition-options';
import { metafieldsUnder } from '../../rules/metafields/metafield-definitions';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { metafieldTypes } from '../../rules/metafields/metafield-types';
import { checkMetafieldValue } from '../../rules/metafields/metafield-value';
import { namingProblems } from '../../rules/metafields/names';
import { demandOwnNamespace } from '../../rules/metafields/ownership';
import { checkPinning, nextPosition } from '../../rules/metafields/pinning';
import type { MetafieldDefinition } from '../../state/metafield';

/** https://shopify.dev/docs/apps/build/metafields/metafield-limits */
const mostDefinitions = 256;

export function metafieldDefinitionCreate(
  { definition: input }: { definition: DefinitionInput },
  context: ExecutionContext,
): Payload {
  const { state } = context;
  const namespace = appNamespace(state, input.namespace);
  demandOwnNamespace(state, namespace, 'metafieldDefinitionCreate');
  const definition: MetafieldDefinition = {
    id: state.newId('MetafieldDefinition'),
    ownerType: input.ownerType,
    namespace,
    key: input.key,
    name: input.name ?? '',
    description: input.description ?? null,
    type: input.type ?? '',
    validations: input.validations ?? [],
    pinnedPosition: input.pin ? nextPosition(state, input.ownerType) : null,
    access: { ...usualAccess, ...input.access },
    capabilities: withCapabilities(usualCapabilities(input.type ?? ''), capabilitiesAsked(input)),
    standardTemplateId: null,
    constraints: input.constraints ?? null,
  };
  const userErrors = check(context, input, definition);
  if (userErrors.length > 0) return { createdDefinition: null, userErrors };
  adopt(context, definition);
  return { createdDefinition: state.metafieldDefinitions.put(definition), userErrors: [] };
}

/** All that is wrong with the input's texts, else the first kind of thing that is wrong with the rest. */
function check(
  context: ExecutionContext,
  input: DefinitionInput,
  definition: MetafieldDefinition,
): readonly UserError[] {
  const { state } = context;
  const { type, namespace, ownerType } = definition;
  const texts = [
    ...checkNames(definition),
    ...checkTexts({ ...input, name: input.name ?? '' }),
    ...checkType(type),
  ];
  if (texts.length > 0) return texts;
  const checks: readonly (() => readonly UserError[])[] = [
    () => checkTaken(context, input, namespace),
    () => checkOptions(context, type, definition.validations),
    () => checkAccess(namespace, input),
    () => checkCapabilities(state, definition, ['definition']),
    () => checkCount(context, ownerType, namespace),
    () => (input.pin ? checkPinning(state, definition, ['definition']) : []),
  ];
  return checks.map((one) => one()).find((errors) => errors.length > 0) ?? [];
}

const checkNames = (definition: MetafieldDefinition): readonly UserError[] =>
  namingProblems(definition).map(({ field, message, code }) =>
    userError(['definition', field], message, code === 'INVALID' ? 'INVALID_CHARACTER' : code),
  );

const checkType = (type: string): readonly UserError[] =>
  metafieldTypes.includes(type)
    ? []
    : [
        userError(
          ['definition', 'type'],
          `Type name ${type} is not a valid type. Valid types are: ${metafieldTypes.join(', ')}.`,
          'INCLUSION',
        ),
      ];

function checkTaken(
  { state }: ExecutionContext,
  input: DefinitionInput,
  namespace: string,
): readonly UserError[] {
  if (!findDefinition(state, input)) return [];
  const message = `Key is in use for ${ownerLabel(input.ownerType)} metafields on the '${namespace}' namespace.`;
  return [userError(['definition', 'key'], message, 'TAKEN')];
}

/** PRODUCTVARIANT → Productvariant, as the message has it. */
const ownerLabel = (ownerType: string): string => ownerType.charAt(0) + ownerType.slice(1).toLowerCase();

/** The merchant's and each app's are counted on their own. */
function checkCount({ state }: ExecutionContext, ownerType: string, namespace: string): readonly UserError[] {
  const isOfApp = namespace.startsWith('app--');
  const same = state.metafieldDefinitions
    .all()
    .filter((one) => one.ownerType === ownerType && one.namespace.startsWith('app--') === isOfApp);
  if (same.length < mostDefinitions) return [];
  const message = `Stores can only have ${mostDefinitions} definitions for each store resource.`;
  const code = isOfApp ? 'RESOURCE_TYPE_LIMIT_EXCEEDED_BY_APP' : 'RESOURCE_TYPE_LIMIT_EXCEEDED';
  return [userError(['definition'], message, code)];
}

/** Values that were there before take the definition's type where they are valid for it (schema). */
function adopt(context: ExecutionContext, definition: MetafieldDefinition): void {
  for (const metafield of metafieldsUnder(context.state, definition)) {
    const isValid = checkMetafieldValue(context, definition.type, metafield.value, definition).length === 0;
    if (isValid) context.state.metafields.put({ ...metafield, type: definition.type });
  }
}
