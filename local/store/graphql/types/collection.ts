import { isCollectionMember, membersOf } from '../../shop/collections/membership';
import { sourcesOf } from '../../shop/collections/sources';
import { plainText } from '../../shop/normalise/html';
import { cdnUrl, filenameOf } from '../../shop/normalise/image-url';
import { sortRows } from '../../shop/rules/sort-rows';
import { gid, gidNumber } from '../../shop/state/ids';
import type { Product } from '../../shop/state/product';
import type { Collection, CollectionRule } from '../../shop/state/publishing';
import { translationsOf } from '../../shop/translations/translations';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';
import { productCollectionSortKeys } from '../queries/sort-keys';
import { metafieldOwnerFields } from './metafield-owner';
import { publishableFields } from './publishable';
import { exactCount, legacyResourceId } from './values';

interface ProductsArgs extends PageArgs {
  readonly sortKey?: string | null;
}

/** ProductCollectionSortKeys by the collection's own order; those that are not here keep the members' order. */
const defaultSort: Readonly<Record<string, { readonly key: string; readonly isReversed: boolean }>> = {
  ALPHA_ASC: { key: 'TITLE', isReversed: false },
  ALPHA_DESC: { key: 'TITLE', isReversed: true },
  CREATED: { key: 'CREATED', isReversed: false },
  CREATED_DESC: { key: 'CREATED', isReversed: true },
  PRICE_ASC: { key: 'PRICE', isReversed: false },
  PRICE_DESC: { key: 'PRICE', isReversed: true },
};

function sortedMembers(context: ExecutionContext, collection: Collection, args: ProductsArgs): Product[] {
  const members = membersOf(context, collection);
  const own = defaultSort[collection.sortOrder];
  const isDefault = (args.sortKey ?? 'COLLECTION_DEFAULT') === 'COLLECTION_DEFAULT';
  const key = isDefault ? own?.key : args.sortKey;
  const sorted = [...sortRows(members, key, productCollectionSortKeys(context))];
  return isDefault && own?.isReversed ? sorted.reverse() : sorted;
}

export const collectionFields: ObjectFields<Collection> = {
  ...publishableFields,
  ...metafieldOwnerFields,
  translations: (row, args: Parameters<typeof translationsOf>[2], context) =>
    translationsOf(context, row.id, args),
  legacyResourceId,
  description: (collection) => plainText(collection.descriptionHtml),
  hasProduct: (collection, args: { id: string }, context) => {
    const product = context.state.products.get(args.id);
    return product !== undefined && isCollectionMember(context, collection, product);
  },
  image: ({ id, image }, _args, { state }) => {
    if (!image) return null;
    const file = { filename: filenameOf(image.src), uploadedAtMs: image.setAtMs };
    const url = cdnUrl(file, state.shop);
    return {
      id: gid('CollectionImage', gidNumber(id)),
      altText: image.altText,
      url,
      src: url,
      originalSrc: url,
    };
  },
  products: (collection, args: ProductsArgs, context) =>
    connection(sortedMembers(context, collection, args), args),
  productsCount: (collection, _args, context) => exactCount(membersOf(context, collection).length),
  sources: (collection) => sourcesOf(collection),
};

export const ruleConditionFields: ObjectFields<CollectionRule> = {
  conditionObject: (rule, _args, { state }) => {
    const definition = rule.conditionObjectId && state.metafieldDefinitions.get(rule.conditionObjectId);
    return definition
      ? { __typename: 'CollectionRuleMetafieldCondition', metafieldDefinition: definition }
      : null;
  },
};
