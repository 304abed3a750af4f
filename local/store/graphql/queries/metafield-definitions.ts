import { definitionFor } from '../../shop/rules/metafields/metafield-definitions';
import { appNamespace } from '../../shop/rules/metafields/metafield-namespace';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';

interface Identifier {
  readonly ownerType: string;
  readonly namespace?: string | null;
  readonly key: string;
}

export const metafieldDefinition = (
  args: { id?: string | null; identifier?: Identifier | null },
  { state }: ExecutionContext,
) => {
  if (args.id) return state.metafieldDefinitions.get(args.id) ?? null;
  if (!args.identifier) return null;
  const { ownerType, namespace, key } = args.identifier;
  return definitionFor(state, ownerType, appNamespace(state, namespace), key) ?? null;
};

interface ManyArgs extends PageArgs {
  readonly ownerType: string;
  readonly namespace?: string | null;
  readonly key?: string | null;
}

export const metafieldDefinitions = (args: ManyArgs, { state }: ExecutionContext) =>
  connection(
    state.metafieldDefinitions
      .all()
      .filter(
        (definition) =>
          definition.ownerType === args.ownerType &&
          (!args.namespace || definition.namespace === appNamespace(state, args.namespace)) &&
          (!args.key || definition.key === args.key),
      ),
    args,
  );
