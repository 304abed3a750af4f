import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { type BatchOf, type OperationOf, refuse } from './operation';

/**
 * Another name for one value of an option, in all variants that have it; it makes none and takes none away.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productOptionUpdate
 */
const DOCUMENT = `mutation RenameOptionValue($productId: ID!, $option: OptionUpdateInput!, $values: [OptionValueUpdateInput!]) {
  productOptionUpdate(productId: $productId, option: $option, optionValuesToUpdate: $values, variantStrategy: LEAVE_AS_IS) {
    userErrors { code field message }
  }
}`;

export const productOptionUpdate: OperationOf<BatchOf<'productOptionUpdate'>> = {
  request({ action: { productId, optionId, valueId, to } }) {
    return {
      document: DOCUMENT,
      variables: { productId, option: { id: optionId }, values: [{ id: valueId, name: to }] },
      cost: 10,
      repeatable: true,
    };
  },
  answer({ action }, { userErrors }) {
    const refused = userErrors.length > 0 ? action.rows.map((ref) => refuse(ref, userErrors)) : [];
    return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
  },
};
