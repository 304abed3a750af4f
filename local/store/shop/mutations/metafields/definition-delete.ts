import type { ExecutionContext } from '../../../graphql/execution/context';
import { nothing, type Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { sourcesOf } from '../../collections/sources';
import { type DefinitionIdentifier, findDefinition } from '../../rules/metafields/definition-input';
import { metafieldsUnder } from '../../rules/metafields/metafield-definitions';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { referenceTypes } from '../../rules/metafields/metafield-types';
import { demandOwnNamespace } from '../../rules/metafields/ownership';
import { unpin } from '../../rules/metafields/pinning';
import type { MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';

interface DeleteArgs {
  readonly id?: string | null;
  readonly identifier?: DefinitionIdentifier | null;
  readonly deleteAllAssociatedMetafields?: boolean | null;
}

export function metafieldDefinitionDelete(args: DeleteArgs, { state }: ExecutionContext): Payload {
  const { identifier } = args;
  if (identifier)
    demandOwnNamespace(state, appNamespace(state, identifier.namespace), 'metafieldDefinitionDelete');
  const definition = args.id
    ? state.metafieldDefinitions.get(args.id)
    : identifier && findDefinition(state, identifier);
  const refused = (message: string, code: string, field: readonly string[] | null = null): Payload => ({
    ...nothing,
    userErrors: [userError(field, message, code)],
  });
  if (!definition) return refused('Definition not found.', 'NOT_FOUND', ['id']);
  const why = inTheWay(state, definition, args.deleteAllAssociatedMetafields === true);
  if (why) return refused(...why);
  if (args.deleteAllAssociatedMetafields)
    for (const metafield of metafieldsUnder(state, definition)) state.metafields.delete(metafield.id);
  unpin(state, definition);
  state.metafieldDefinitions.delete(definition.id);
  const { id, ownerType, namespace, key } = definition;
  return { deletedDefinitionId: id, deletedDefinition: { ownerType, namespace, key }, userErrors: [] };
}

/** The text for reserved namespaces is recorded, the two of types follow it. */
function inTheWay(
  state: StoreState,
  { id, namespace, type }: MetafieldDefinition,
  withMetafields: boolean,
): [message: string, code: string] | null {
  const isCondition = state.collections
    .all()
    .flatMap(sourcesOf)
    .some(
      (source) =>
        source.__typename === 'CollectionConditionsSource' &&
        source.inclusion.conditions.some(({ definitionId }) => definitionId === id),
    );
  if (isCondition) {
    const message =
      'Cannot proceed with this action. This definition is used in one or more automated collections.';
    return [message, 'METAFIELD_DEFINITION_IN_USE'];
  }
  if (withMetafields) return null;
  const wanted = 'must have deleteAllAssociatedMetafields set to true.';
  if (namespace.startsWith('app--'))
    return [
      `Deleting a definition in a reserved namespace ${wanted}`,
      'RESERVED_NAMESPACE_ORPHANED_METAFIELDS',
    ];
  if (type === 'id') return [`Deleting an id type metafield definition ${wanted}`, 'ID_TYPE_DELETION_ERROR'];
  return referenceTypes.includes(type.replace(/^list\./, ''))
    ? [`Deleting a reference type metafield definition ${wanted}`, 'REFERENCE_TYPE_DELETION_ERROR']
    : null;
}
