import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { type DefinitionIdentifier, findDefinition } from '../../rules/metafields/definition-input';
import { checkPinning, nextPosition, unpin } from '../../rules/metafields/pinning';

interface Args {
  readonly definitionId?: string | null;
  readonly identifier?: DefinitionIdentifier | null;
}

const find = (args: Args, { state }: ExecutionContext) =>
  args.definitionId
    ? state.metafieldDefinitions.get(args.definitionId)
    : args.identifier && findDefinition(state, args.identifier);

export function metafieldDefinitionPin(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const definition = find(args, context);
  const refused = (message: string, code: string): Payload => ({
    pinnedDefinition: null,
    userErrors: [userError(null, message, code)],
  });
  if (!definition) return refused('Definition not found.', 'NOT_FOUND');
  if (definition.pinnedPosition !== null) return refused('Definition already pinned.', 'ALREADY_PINNED');
  const userErrors = checkPinning(state, definition, null);
  if (userErrors.length > 0) return { pinnedDefinition: null, userErrors };
  const pinnedPosition = nextPosition(state, definition.ownerType);
  return {
    pinnedDefinition: state.metafieldDefinitions.put({ ...definition, pinnedPosition }),
    userErrors: [],
  };
}

export function metafieldDefinitionUnpin(args: Args, context: ExecutionContext): Payload {
  const definition = find(args, context);
  const refused = (message: string, code: string): Payload => ({
    unpinnedDefinition: null,
    userErrors: [userError(null, message, code)],
  });
  if (!definition) return refused('Definition not found.', 'NOT_FOUND');
  if (definition.pinnedPosition === null) return refused("Definition isn't pinned.", 'NOT_PINNED');
  return { unpinnedDefinition: unpin(context.state, definition), userErrors: [] };
}
