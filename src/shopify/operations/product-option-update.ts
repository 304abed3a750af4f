import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import { type RenameOptionValueData, RenameOptionValueDocument } from '../documents/generated/write-products';
import { type BatchOf, type OperationOf, type PayloadOf, refuse } from './operation';

export const productOptionUpdate: OperationOf<
  BatchOf<'rename-option-value'>,
  PayloadOf<RenameOptionValueData>
> = {
  request({ action: { productId, optionId, valueId, to } }) {
    const variables = { productId, option: { id: optionId }, values: [{ id: valueId, name: to }] };
    return writeRequest(RenameOptionValueDocument, variables, { cost: 10, repeatable: true });
  },
  answer({ action }, errors) {
    const refused = errors.length > 0 ? action.rows.map((ref) => refuse(ref, errors)) : [];
    return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
  },
};
