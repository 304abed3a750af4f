import { plainText } from '../../shop/normalise/html';
import { isCollectionMember, membersOf } from '../../shop/rules/collection-membership';
import type { Collection, CollectionRule } from '../../shop/state/publishing';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';
import { metafieldOwnerFields } from './metafield-owner';
import { publishableFields } from './publishable';
import { exactCount, legacyResourceId } from './values';

export const collectionFields: ObjectFields<Collection> = {
  ...publishableFields,
  ...metafieldOwnerFields,
  legacyResourceId,
  description: (collection) => plainText(collection.descriptionHtml),
  hasProduct: (collection, args: { id: string }, context) => {
    const product = context.state.products.get(args.id);
    return product !== undefined && isCollectionMember(context, collection, product);
  },
  image: () => null,
  products: (collection, args: PageArgs, context) => connection(membersOf(context, collection), args),
  productsCount: (collection, _args, context) => exactCount(membersOf(context, collection).length),
};

export const ruleConditionFields: ObjectFields<CollectionRule> = {
  conditionObject: (rule, _args, { state }) => {
    const definition = rule.conditionObjectId && state.metafieldDefinitions.get(rule.conditionObjectId);
    return definition
      ? { __typename: 'CollectionRuleMetafieldCondition', metafieldDefinition: definition }
      : null;
  },
};
