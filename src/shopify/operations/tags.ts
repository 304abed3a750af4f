import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { PRODUCT_FIELDS, PRODUCT_OBJECTS } from '../queries/fields';
import { type ProductNode, toWrittenProduct } from '../queries/nodes';
import { type BatchOf, type OperationOf, refuse } from './operation';

/**
 * Tags are added and removed one by one, never replaced: an app's tags stay.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/tagsAdd and …/tagsRemove
 */
const document = (mutation: 'tagsAdd' | 'tagsRemove') => `mutation ChangeTags($id: ID!, $tags: [String!]!) {
  ${mutation}(id: $id, tags: $tags) {
    node { ... on Product {${PRODUCT_FIELDS} } }
    userErrors { field message }
  }
}`;

const tags: OperationOf<BatchOf<'tagsAdd' | 'tagsRemove'>> = {
  request({ operation, action }) {
    return {
      document: document(operation),
      variables: { id: action.productId, tags: action.tags },
      cost: 10 + PRODUCT_OBJECTS,
      repeatable: true,
    };
  },
  answer({ action }, { node, userErrors }) {
    return userErrors.length > 0
      ? { kind: 'answered', written: NOTHING_WRITTEN, refused: [refuse(action.ref, userErrors)], retry: [] }
      : {
          kind: 'answered',
          written: { ...NOTHING_WRITTEN, products: [toWrittenProduct(node as ProductNode)] },
          refused: [],
          retry: [],
        };
  },
};

export { tags as tagsAdd, tags as tagsRemove };
