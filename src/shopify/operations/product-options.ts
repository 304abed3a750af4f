import { writeRequest } from '../client/graphql';
import {
  type CreateOptionsData,
  CreateOptionsDocument,
  type RenameOptionValueData,
  RenameOptionValueDocument,
  type ReorderOptionsData,
  ReorderOptionsDocument,
} from '../documents/generated/write-products';
import { answerOfAction, type BatchOf, type OperationOf, type PayloadOf } from './operation';

/** They set a state, so that the second time changes nothing; an option that is there already is refused. */
const COST = { cost: 10, repeatable: true } as const;

export const productOptionUpdate: OperationOf<
  BatchOf<'rename-option-value'>,
  PayloadOf<RenameOptionValueData>
> = {
  request({ action: { productId, optionId, valueId, to } }) {
    const variables = { productId, option: { id: optionId }, values: [{ id: valueId, name: to }] };
    return writeRequest(RenameOptionValueDocument, variables, COST);
  },
  answer: answerOfAction,
};

export const renameOption: OperationOf<BatchOf<'rename-option'>, PayloadOf<RenameOptionValueData>> = {
  request({ action: { productId, options, from } }) {
    const option = options.find(({ name }, index) => name !== from[index]);
    return writeRequest(
      RenameOptionValueDocument,
      { productId, option: option as NonNullable<typeof option>, values: [] },
      COST,
    );
  },
  answer: answerOfAction,
};

export const productOptionsReorder: OperationOf<BatchOf<'reorder-options'>, PayloadOf<ReorderOptionsData>> = {
  request: ({ action: { productId, options } }) =>
    writeRequest(ReorderOptionsDocument, { productId, options: options.map(({ id }) => ({ id })) }, COST),
  answer: answerOfAction,
};

export const reorderValues: OperationOf<BatchOf<'reorder-option-values'>, PayloadOf<ReorderOptionsData>> = {
  request: ({ action: { productId, options } }) =>
    writeRequest(ReorderOptionsDocument, { productId, options }, COST),
  answer: answerOfAction,
};

export const productOptionsCreate: OperationOf<BatchOf<'create-options'>, PayloadOf<CreateOptionsData>> = {
  request({ action: { productId, created } }) {
    const options = created.map(({ name, position, value }) => ({
      name,
      position,
      values: [{ name: value }],
    }));
    return writeRequest(CreateOptionsDocument, { productId, options }, { ...COST, repeatable: false });
  },
  answer: answerOfAction,
};
