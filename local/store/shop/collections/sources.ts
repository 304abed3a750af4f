import type { ConditionsSource, SourceCondition, SourcePart } from '../state/collection-source';
import { gid, gidNumber } from '../state/ids';
import type { Collection, CollectionRule } from '../state/publishing';

const kinds: Readonly<Record<string, string>> = {
  TITLE: 'productTitle',
  TYPE: 'productType',
  VENDOR: 'productVendor',
  TAG: 'productTag',
  PRODUCT_CATEGORY_ID: 'productCategory',
  PRODUCT_CATEGORY_ID_WITH_DESCENDANTS: 'productCategory',
  VARIANT_TITLE: 'variantTitle',
  VARIANT_PRICE: 'variantPrice',
  VARIANT_COMPARE_AT_PRICE: 'variantCompareAtPrice',
  VARIANT_WEIGHT: 'variantWeight',
  VARIANT_INVENTORY: 'variantInventory',
  PRODUCT_METAFIELD_DEFINITION: 'metafieldString',
  VARIANT_METAFIELD_DEFINITION: 'metafieldString',
};

export const conditionType = (part: 'Inclusion' | 'Exclusion', kind: string): string =>
  `CollectionSource${part}Condition${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** A rule of the old model in the words of the new one. */
function conditionOf(rule: CollectionRule, number: string): SourceCondition {
  const kind = kinds[rule.column] ?? 'unknown';
  const __typename = conditionType('Inclusion', kind);
  const taken = kind === 'productTag' ? 'TAGGED_WITH' : 'EQUALS';
  const relation = { EQUALS: taken, NOT_CONTAINS: 'DOES_NOT_CONTAIN' }[rule.relation] ?? rule.relation;
  return {
    __typename,
    id: gid(__typename, number),
    kind,
    relation,
    matchType: 'ANY',
    values: [ruleValue(rule, kind)],
    definitionId: rule.conditionObjectId,
  };
}

function ruleValue({ column, condition }: CollectionRule, kind: string): unknown {
  if (kind === 'productCategory')
    return { categoryId: condition, includeDescendants: column.endsWith('WITH_DESCENDANTS') };
  if (/Price$/.test(kind)) return { amount: condition };
  return kind === 'variantWeight' ? { value: Number(condition), unit: 'KILOGRAMS' } : condition;
}

/** A collection of the old model in the new one: one source of conditions and of products. */
export function sourcesOf(collection: Collection): NonNullable<Collection['sources']> {
  if (collection.sources) return collection.sources;
  const number = gidNumber(collection.id);
  const { ruleSet, productIds, title } = collection;
  const inclusion: SourcePart = {
    matchType: ruleSet ? (ruleSet.appliedDisjunctively ? 'ANY' : 'ALL') : null,
    conditions: (ruleSet?.rules ?? []).map((rule, index) => conditionOf(rule, `${number}${index}`)),
    productIds,
  };
  const own: ConditionsSource = {
    __typename: 'CollectionConditionsSource',
    id: gid('CollectionConditionsSource', number),
    title,
    description: null,
    targetType: 'PRODUCTS',
    inclusion,
    exclusion: null,
  };
  return [own];
}

/** Sources that the old model can express stay in it, so that older versions of the API go on showing it. */
export function withSources(collection: Collection, sources: NonNullable<Collection['sources']>): Collection {
  const { sources: _before, ...rest } = collection;
  const [only, another] = sources;
  if (!only) return { ...rest, ruleSet: null, productIds: [] };
  const isByHand =
    !another &&
    only.__typename === 'CollectionConditionsSource' &&
    only.exclusion === null &&
    only.inclusion.conditions.length === 0 &&
    only.id === gid('CollectionConditionsSource', gidNumber(collection.id));
  if (isByHand) return { ...rest, ruleSet: null, productIds: only.inclusion.productIds };
  return { ...rest, ruleSet: null, productIds: [], sources };
}

export const hasConditions = (collection: Collection): boolean =>
  sourcesOf(collection).some(
    (source) =>
      source.__typename === 'CollectionSubCollectionsSource' || source.inclusion.conditions.length > 0,
  );

/** The source that takes products by hand: the first without conditions. */
const openSource = (collection: Collection): ConditionsSource | undefined =>
  sourcesOf(collection).flatMap((source) =>
    source.__typename === 'CollectionConditionsSource' && source.inclusion.conditions.length === 0
      ? source
      : [],
  )[0];

/** Undefined where no source takes products by hand; the same collection where they are in it already. */
export function withProducts(collection: Collection, added: readonly string[]): Collection | undefined {
  const open = openSource(collection);
  const there = collection.sources ? open?.inclusion.productIds : collection.productIds;
  if (!there) return undefined;
  const productIds = [...new Set([...there, ...added])];
  if (productIds.length === there.length) return collection;
  if (!collection.sources || !open) return { ...collection, productIds };
  const changed = { ...open, inclusion: { ...open.inclusion, productIds } };
  return withSources(
    collection,
    collection.sources.map((source) => (source.id === open.id ? changed : source)),
  );
}

/** Without a product that was chosen by hand; what conditions choose stays. */
export function withoutProduct(collection: Collection, productId: string): Collection {
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== productId);
  if (!collection.sources) return { ...collection, productIds: others(collection.productIds) };
  const sources = collection.sources.map((source) =>
    source.__typename === 'CollectionConditionsSource'
      ? { ...source, inclusion: { ...source.inclusion, productIds: others(source.inclusion.productIds) } }
      : source,
  );
  return { ...collection, sources };
}
