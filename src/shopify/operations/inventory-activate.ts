import { rowsSaying } from '../../catalog/tab/row';
import { answered } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import { type StockItemData, StockItemDocument } from '../documents/generated/write-variants';
import { type BatchOf, type OperationOf, type PayloadOf, refuse } from './operation';

export const inventoryActivate: OperationOf<BatchOf<'activate-stock'>, PayloadOf<StockItemData>> = {
  request({ action: { inventoryItemId, locationId, name, to }, key }) {
    const quantity = name === 'available' ? { available: to } : { onHand: to };
    const variables = { inventoryItemId, locationId, ...quantity, key };
    return writeRequest(StockItemDocument, variables, { cost: 10, repeatable: true });
  },
  answer({ action }, errors) {
    return errors.length > 0
      ? answered({}, { refused: rowsSaying(action).map((ref) => refuse(ref, errors)) })
      : answered({ stock: [0] });
  },
};
