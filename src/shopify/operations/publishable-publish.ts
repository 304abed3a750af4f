import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { type BatchOf, type OperationOf, refuse } from './operation';

/**
 * Puts a product on the Online Store, or takes it off. Done twice it is as done once. What it answers of a draft is
 * that it is published nowhere, whatever was asked, so nothing of it is read.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/publishablePublish and …/publishableUnpublish
 */
const document = (
  mutation: 'publishablePublish' | 'publishableUnpublish',
) => `mutation ChangePublishing($id: ID!, $input: [PublicationInput!]!) {
  ${mutation}(id: $id, input: $input) {
    userErrors { field message }
  }
}`;

const publishing: OperationOf<BatchOf<'publishablePublish' | 'publishableUnpublish'>> = {
  request({ operation, action: { productId, onlineStore } }) {
    return {
      document: document(operation),
      variables: { id: productId, input: [{ publicationId: onlineStore }] },
      cost: 10,
      repeatable: true,
    };
  },
  answer({ action }, { userErrors }) {
    const refused = userErrors.length > 0 ? [refuse(action.ref, userErrors)] : [];
    return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
  },
};

export { publishing as publishablePublish, publishing as publishableUnpublish };
