import type { RowRef } from '../../catalog/tab/row';
import { fitMessage } from '../../catalog/values/fit-message';
import type { Batch, Operation } from '../../plan/model/batch';
import type { BatchAnswer, RefusedRow } from '../../plan/model/batch-outcome';
import type { GraphqlRequest, UserError } from '../client/graphql';

/** One mutation of the Admin API: what is sent for a batch, and how its answer maps back to the rows. */
export interface OperationOf<SomeBatch extends Batch> {
  request(batch: SomeBatch): GraphqlRequest;
  /** `payload` is the mutation's own field of the answer's data. */
  answer(batch: SomeBatch, payload: Payload): BatchAnswer;
  /** The document as a bulk operation takes it, where that is another: it may hold one connection. */
  readonly bulkDocument?: string;
}

export type Payload = Readonly<Record<string, unknown>> & { readonly userErrors: readonly UserError[] };

export type BatchOf<Name extends Operation> = Extract<Batch, { readonly operation: Name }>;

const LINKED_OPTION = 'CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE';
const LINKED_OPTION_TEXT =
  'Shopify takes the values of an option of this product from its category. Add the variant in Shopify admin, then sync again: its row is found by its values.';

const OF_BARCODE_TYPE = /^(BARCODE_CHECKSUM|INVALID_BARCODE)/;
const BARCODE_TYPE_TEXT =
  'It keeps this barcode under a type such as EAN. Correct the barcode, or remove its type in Shopify admin.';

/** A row that Shopify refused, in Shopify's own words: they name the field. */
export function refuse(ref: RowRef, errors: readonly UserError[]): RefusedRow {
  if (errors.some(({ code }) => code === LINKED_OPTION))
    return { ref, status: 'error', message: LINKED_OPTION_TEXT };
  const messages = [...new Set(errors.map(({ message }) => message.trim().replace(/\.?$/, '.')))];
  if (errors.some(({ code }) => OF_BARCODE_TYPE.test(code ?? ''))) messages.push(BARCODE_TYPE_TEXT);
  return { ref, status: 'error', message: fitMessage(`Shopify refused: ${messages.join(' ')}`) };
}

/** The index that stands after `name` in an error's path: `["input", "variants", "4", "price"]` is variant 4. */
export function indexAfter(error: UserError, name: string): number | undefined {
  const position = error.field?.indexOf(name) ?? -1;
  const index = position < 0 ? Number.NaN : Number(error.field?.[position + 1]);
  return Number.isInteger(index) ? index : undefined;
}
