import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import {
  type CapabilityInput,
  checkCapabilities,
  usualCapabilities,
  withCapabilities,
} from '../../rules/metafields/capabilities';
import { usualAccess } from '../../rules/metafields/definition-input';
import { definitionFor, metafieldsUnder } from '../../rules/metafields/metafield-definitions';
import { checkPinning, nextPosition } from '../../rules/metafields/pinning';
import { standardTemplates } from '../../rules/metafields/standard-templates';
import type { MetafieldDefinition } from '../../state/metafield';

interface Args {
  readonly ownerType: string;
  readonly id?: string | null;
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly pin?: boolean | null;
  readonly access?: Readonly<Record<string, string | null>> | null;
  readonly capabilities?: CapabilityInput | null;
}

/** Enabling again answers the definition that is there, and pins it even where no other could be (recorded). */
export function standardMetafieldDefinitionEnable(args: Args, { state }: ExecutionContext): Payload {
  const template = standardTemplates.find(
    (one) =>
      one.ownerTypes.includes(args.ownerType) &&
      (args.id ? one.id === args.id : one.namespace === args.namespace && one.key === args.key),
  );
  const refused = (userErrors: readonly UserError[]): Payload => ({ createdDefinition: null, userErrors });
  if (!template) {
    const message = "A standard definition wasn't found for the specified owner type, namespace, and key.";
    return refused([userError(null, message, 'TEMPLATE_NOT_FOUND')]);
  }
  const { namespace, key, typeName, validations, constraints } = template;
  const known = definitionFor(state, args.ownerType, namespace, key);
  const definition: MetafieldDefinition = known ?? {
    id: state.newId('MetafieldDefinition'),
    ownerType: args.ownerType,
    namespace,
    key,
    name: template.name,
    description: template.description,
    type: typeName,
    validations,
    pinnedPosition: null,
    access: { ...usualAccess, ...args.access },
    capabilities: usualCapabilities(typeName),
    standardTemplateId: template.id,
    constraints,
  };
  const capabilities = withCapabilities(definition.capabilities, args.capabilities);
  const wrong = checkCapabilities(state, { ...definition, capabilities }, null);
  if (wrong.length > 0) return refused(wrong);
  const unstructured = metafieldsUnder(state, definition).some(({ type }) => type !== typeName);
  if (!known && unstructured) {
    const message = 'The namespace and key is already in use for a set of your metafields.';
    return refused([userError(null, message, 'UNSTRUCTURED_ALREADY_EXISTS')]);
  }
  const isPinned = definition.pinnedPosition !== null;
  const unpinnable =
    args.pin && !isPinned && (!known || constraints)
      ? checkPinning(state, { ...definition, constraints }, null)
      : [];
  if (unpinnable.length > 0) return refused(unpinnable);
  const pinnedPosition =
    args.pin && !isPinned ? nextPosition(state, args.ownerType) : definition.pinnedPosition;
  const createdDefinition = state.metafieldDefinitions.put({ ...definition, capabilities, pinnedPosition });
  return { createdDefinition, userErrors: [] };
}
