import type { ExecutionContext } from '../../../graphql/execution/context';
import { nothing, type Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { definitionFor } from '../../rules/metafields/metafield-definitions';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { metafieldTypes } from '../../rules/metafields/metafield-types';
import type { MetafieldDefinition } from '../../state/metafield';

interface CapabilityInput {
  readonly adminFilterable?: { readonly enabled: boolean } | null;
  readonly smartCollectionCondition?: { readonly enabled: boolean } | null;
  readonly uniqueValues?: { readonly enabled: boolean } | null;
}

interface Identifier {
  readonly ownerType: string;
  readonly namespace?: string | null;
  readonly key: string;
}

interface DefinitionInput extends Identifier {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly type?: string | null;
  readonly validations?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly access?: Readonly<Record<string, string | null>> | null;
  readonly capabilities?: CapabilityInput | null;
  readonly pin?: boolean | null;
}

const find = ({ state }: ExecutionContext, { ownerType, namespace, key }: Identifier) =>
  definitionFor(state, ownerType, appNamespace(state, namespace), key);

const withCapabilities = (
  before: MetafieldDefinition['capabilities'],
  input: CapabilityInput | null | undefined,
): MetafieldDefinition['capabilities'] => ({
  adminFilterable: input?.adminFilterable?.enabled ?? before.adminFilterable,
  smartCollectionCondition: input?.smartCollectionCondition?.enabled ?? before.smartCollectionCondition,
  uniqueValues: input?.uniqueValues?.enabled ?? before.uniqueValues,
});

/** Readings of `access` where the input says nothing (schema). */
const usualAccess = { admin: 'PUBLIC_READ_WRITE', storefront: 'NONE', customerAccount: 'NONE' };

export function metafieldDefinitionCreate(
  { definition }: { definition: DefinitionInput },
  context: ExecutionContext,
): Payload {
  const { state } = context;
  const refused = (error: UserError): Payload => ({ createdDefinition: null, userErrors: [error] });
  if (!metafieldTypes.includes(definition.type ?? '')) {
    const message = `Type name ${definition.type} is not a valid type. Valid types are: ${metafieldTypes.join(', ')}.`;
    return refused(userError(['definition', 'type'], message, 'INCLUSION'));
  }
  if (!definition.name?.trim())
    return refused(userError(['definition', 'name'], "Name can't be blank", 'BLANK'));
  if (find(context, definition)) {
    const message = `Key is in use for ${ownerLabel(definition.ownerType)} metafields on the '${appNamespace(state, definition.namespace)}' namespace.`;
    return refused(userError(['definition', 'key'], message, 'TAKEN'));
  }
  /** An `id` is unique by nature (schema). */
  const none = {
    adminFilterable: false,
    smartCollectionCondition: false,
    uniqueValues: definition.type === 'id',
  };
  const createdDefinition = state.metafieldDefinitions.put({
    id: state.newId('MetafieldDefinition'),
    ownerType: definition.ownerType,
    namespace: appNamespace(state, definition.namespace),
    key: definition.key,
    name: definition.name,
    description: definition.description ?? null,
    type: definition.type ?? '',
    validations: definition.validations ?? [],
    pinnedPosition: definition.pin ? state.metafieldDefinitions.all().length + 1 : null,
    access: { ...usualAccess, ...definition.access },
    capabilities: withCapabilities(none, definition.capabilities),
    standardTemplateId: null,
  });
  return { createdDefinition, userErrors: [] };
}

/** PRODUCTVARIANT → Productvariant, as the message has it. */
const ownerLabel = (ownerType: string): string => ownerType.charAt(0) + ownerType.slice(1).toLowerCase();

/** Owner, namespace and key identify a definition and never change (recorded). */
export function metafieldDefinitionUpdate(
  { definition: input }: { definition: DefinitionInput },
  context: ExecutionContext,
): Payload {
  const { state } = context;
  const definition = find(context, input);
  const refused = (userErrors: readonly UserError[]): Payload => ({
    updatedDefinition: null,
    validationJob: null,
    userErrors,
  });
  if (!definition) return refused([userError(['definition'], 'Definition not found.', 'NOT_FOUND')]);
  const standard = definition.standardTemplateId ? checkStandard(input) : [];
  if (standard.length > 0) return refused(standard);
  const updatedDefinition = state.metafieldDefinitions.put({
    ...definition,
    name: input.name ?? definition.name,
    description: input.description === undefined ? definition.description : input.description,
    validations: input.validations ?? definition.validations,
    access: { ...definition.access, ...input.access },
    capabilities: withCapabilities(definition.capabilities, input.capabilities),
  });
  return { updatedDefinition, validationJob: null, userErrors: [] };
}

/** What a standard template fixes (recorded). */
function checkStandard(input: DefinitionInput): UserError[] {
  return (['name', 'description', 'validations'] as const).flatMap((field) => {
    if (input[field] === undefined) return [];
    const label = field.charAt(0).toUpperCase() + field.slice(1);
    return [
      userError(
        ['definition', field],
        `${label} cannot be changed in a standard definition.`,
        'INVALID_INPUT',
      ),
    ];
  });
}

interface DeleteArgs {
  readonly id?: string | null;
  readonly identifier?: Identifier | null;
  readonly deleteAllAssociatedMetafields?: boolean | null;
}

export function metafieldDefinitionDelete(args: DeleteArgs, context: ExecutionContext): Payload {
  const { state } = context;
  const definition = args.id
    ? state.metafieldDefinitions.get(args.id)
    : args.identifier && find(context, args.identifier);
  const refused = (message: string, code: string, field: readonly string[] | null = null): Payload => ({
    ...nothing,
    userErrors: [userError(field, message, code)],
  });
  if (!definition) return refused('Definition not found.', 'NOT_FOUND', ['id']);
  const inUse = state.collections
    .all()
    .some(({ ruleSet }) => ruleSet?.rules.some((rule) => rule.conditionObjectId === definition.id));
  if (inUse) {
    const message =
      'Cannot proceed with this action. This definition is used in one or more automated collections.';
    return refused(message, 'METAFIELD_DEFINITION_IN_USE');
  }
  if (definition.namespace.startsWith('app--') && !args.deleteAllAssociatedMetafields) {
    const message =
      'Deleting a definition in a reserved namespace must have deleteAllAssociatedMetafields set to true.';
    return refused(message, 'RESERVED_NAMESPACE_ORPHANED_METAFIELDS');
  }
  if (args.deleteAllAssociatedMetafields) deleteMetafieldsUnder(context, definition);
  state.metafieldDefinitions.delete(definition.id);
  const { id, ownerType, namespace, key } = definition;
  return { deletedDefinitionId: id, deletedDefinition: { ownerType, namespace, key }, userErrors: [] };
}

function deleteMetafieldsUnder({ state }: ExecutionContext, definition: MetafieldDefinition): void {
  for (const field of state.metafields.all()) {
    const isUnder =
      field.ownerType === definition.ownerType &&
      field.namespace === definition.namespace &&
      field.key === definition.key;
    if (isUnder) state.metafields.delete(field.id);
  }
}
