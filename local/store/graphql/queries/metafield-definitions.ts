import type { GraphQLResolveInfo } from 'graphql';
import { type DefinitionIdentifier, findDefinition } from '../../shop/rules/metafields/definition-input';
import { appNamespace } from '../../shop/rules/metafields/metafield-namespace';
import { metafieldType, metafieldTypes } from '../../shop/rules/metafields/metafield-types';
import { standardTemplates } from '../../shop/rules/metafields/standard-templates';
import { type SortKeys, sortRows } from '../../shop/rules/sort-rows';
import { gidNumber } from '../../shop/state/ids';
import type { MetafieldDefinition } from '../../shop/state/metafield';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { id, type SearchFields, text, word } from '../search/search-fields';
import { searchRows } from '../search/search-rows';

export const metafieldDefinition = (
  args: { id?: string | null; identifier?: DefinitionIdentifier | null },
  { state }: ExecutionContext,
) => {
  if (args.id) return state.metafieldDefinitions.get(args.id) ?? null;
  return (args.identifier && findDefinition(state, args.identifier)) ?? null;
};

export const metafieldDefinitionTypes = () => metafieldTypes.map(metafieldType);

interface ManyArgs extends PageArgs {
  readonly ownerType: string;
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly query?: string | null;
  readonly sortKey?: string | null;
  readonly pinnedStatus?: string | null;
  readonly constraintStatus?: string | null;
  readonly constraintSubtype?: { readonly key: string; readonly value: string } | null;
}

/** MetafieldDefinitionSortKeys; ID and RELEVANCE keep the order of the ids. */
const sortKeys: SortKeys<MetafieldDefinition> = {
  NAME: ({ name }) => name.toLowerCase(),
  PINNED_POSITION: ({ pinnedPosition }) => pinnedPosition ?? Number.MAX_SAFE_INTEGER,
};

/** The filters of `metafieldDefinitions(query:)` in the schema's description; the store keeps no times of definitions. */
const searchFields: SearchFields<MetafieldDefinition> = {
  id: id((definition) => [gidNumber(definition.id)]),
  key: word(({ key }) => [key], { isDefault: true }),
  name: text(({ name }) => [name], { isDefault: true }),
  namespace: word(({ namespace }) => [namespace], { isDefault: true }),
  owner_type: word(({ ownerType }) => [ownerType]),
  type: word(({ type }) => [type]),
};

export function metafieldDefinitions(args: ManyArgs, context: ExecutionContext, info: GraphQLResolveInfo) {
  const rows = context.state.metafieldDefinitions
    .all()
    .filter((definition) => isAsked(definition, args, context));
  const found = searchRows(rows, args.query, searchFields, context, info);
  return connection(sortRows(found, args.sortKey, sortKeys), args);
}

const isAsked = (
  { ownerType, namespace, key, pinnedPosition, constraints }: MetafieldDefinition,
  args: ManyArgs,
  { state }: ExecutionContext,
): boolean =>
  ownerType === args.ownerType &&
  (!args.namespace || namespace === appNamespace(state, args.namespace)) &&
  (!args.key || key === args.key) &&
  (pinnedPosition !== null || args.pinnedStatus !== 'PINNED') &&
  (pinnedPosition === null || args.pinnedStatus !== 'UNPINNED') &&
  (constraints != null || args.constraintStatus !== 'CONSTRAINED_ONLY') &&
  (constraints == null || args.constraintStatus !== 'UNCONSTRAINED_ONLY') &&
  (!args.constraintSubtype ||
    (constraints?.key === args.constraintSubtype.key &&
      constraints.values.includes(args.constraintSubtype.value)));

interface TemplateArgs extends PageArgs {
  readonly constraintStatus?: string | null;
  readonly constraintSubtype?: { readonly key: string; readonly value: string } | null;
  readonly excludeActivated?: boolean | null;
}

export function standardMetafieldDefinitionTemplates(args: TemplateArgs, { state }: ExecutionContext) {
  const enabled = new Set(state.metafieldDefinitions.all().map((one) => one.standardTemplateId));
  const asked = standardTemplates.filter(
    ({ id, constraints }) =>
      (!args.excludeActivated || !enabled.has(id)) &&
      (constraints || args.constraintStatus !== 'CONSTRAINED_ONLY') &&
      (!constraints || args.constraintStatus !== 'UNCONSTRAINED_ONLY') &&
      (!args.constraintSubtype || constraints?.values.includes(args.constraintSubtype.value)),
  );
  return connection(asked, args);
}
