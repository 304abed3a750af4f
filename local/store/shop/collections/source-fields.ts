import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import { money } from '../../graphql/types/values';
import { conditionType } from '../../shop/collections/sources';
import type {
  CollectionSource,
  ConditionsSource,
  SourceCondition,
  SourcePart,
} from '../../shop/state/collection-source';
import { gid } from '../../shop/state/ids';
import { findCategory } from '../../shop/taxonomy/categories';

export const conditionsSourceFields: ObjectFields<ConditionsSource> = {
  /** Made by a merchant or this app for one collection. */
  app: () => null,
  shareable: () => false,
};

export const subCollectionsSourceFields: ObjectFields<
  Extract<CollectionSource, { __typename: 'CollectionSubCollectionsSource' }>
> = {
  app: () => null,
  collections: ({ collectionIds }, _args, { state }) =>
    collectionIds.flatMap((id) => state.collections.get(id) ?? []),
};

const selections = (part: SourcePart, args: PageArgs, { state }: ExecutionContext) =>
  connection(
    part.productIds.flatMap((id) => {
      const product = state.products.get(id);
      return product
        ? [{ id: gid('CollectionSelection', id.split('/').at(-1) ?? ''), product, variantIds: null }]
        : [];
    }),
    args,
  );

/** Inclusions and exclusions. */
export const sourcePartFields: ObjectFields<SourcePart> = { selections };

const metafieldKinds = [
  'Boolean',
  'Decimal',
  'Integer',
  'Metaobject',
  'MetaobjectList',
  'String',
  'StringList',
];

const value = ({ kind, values: [first] }: SourceCondition, _args: unknown, { state }: ExecutionContext) => {
  if (first === undefined) return null;
  if (!/Price$/.test(kind)) return first;
  const { amount, currencyCode } = first as { amount: string; currencyCode?: string };
  return money(String(amount), currencyCode ?? state.shop.currencyCode);
};

const categoryValues = ({ values }: SourceCondition) =>
  (values as readonly { readonly categoryId: string; readonly includeDescendants: boolean }[]).map((one) => ({
    category: findCategory(one.categoryId),
    includeDescendants: one.includeDescendants,
  }));

const valueFields: ObjectFields<SourceCondition> = { value };
const metafieldFields: ObjectFields<SourceCondition> = {
  definition: ({ definitionId }, _args, { state }) =>
    state.metafieldDefinitions.get(definitionId ?? '') ?? null,
  value,
};
const categoryFields: ObjectFields<SourceCondition> = { values: categoryValues };

/** The types of conditions whose fields are not simply what was sent. */
export const conditionTypes: Readonly<Record<string, ObjectFields<never>>> = {
  ...Object.fromEntries(
    ['variantPrice', 'variantCompareAtPrice', 'variantInventory', 'variantWeight'].map((kind) => [
      conditionType('Inclusion', kind),
      valueFields,
    ]),
  ),
  ...Object.fromEntries(
    metafieldKinds.map((kind) => [conditionType('Inclusion', `metafield${kind}`), metafieldFields]),
  ),
  [conditionType('Inclusion', 'productCategory')]: categoryFields,
  [conditionType('Exclusion', 'productCategory')]: categoryFields,
  [conditionType('Exclusion', 'collection')]: {
    matchType: () => 'ANY',
    values: ({ values }: SourceCondition, _args: unknown, { state }: ExecutionContext) =>
      values.flatMap((id) => state.collections.get(String(id)) ?? []),
  } as ObjectFields<SourceCondition>,
};
