import { fitMessage } from '../../catalog/tab/fit-message';
import { cellsOf, type RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { rowsOf } from '../../plan/action-kinds';
import type { FieldChange, SyncAction } from '../../plan/model/action';
import type { Batch } from '../../plan/model/batch';
import { answered, type BatchAnswer, type RefusedRow } from '../../plan/model/batch-outcome';
import type { GraphqlRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import { toWrittenProduct, type WrittenNode } from '../queries/nodes';

/** One mutation of the Admin API: what is sent for a batch, and how its answer maps back to the rows. */
export interface OperationOf<SomeBatch extends Batch, Payload = unknown> {
  request(batch: SomeBatch): GraphqlRequest;
  /**
   * `errors` are the user errors. `payload` is the mutation's own field of the answer's data; undefined where Shopify
   * refused the request as a whole because of what the errors name.
   */
  answer(batch: SomeBatch, errors: readonly UserError[], payload: Payload | undefined): BatchAnswer;
  /** The document as a bulk operation takes it, where that is another: it may hold one connection. */
  readonly bulkDocument?: string;
}

/** The one field that a mutation's document asks for. */
export type PayloadOf<Data> = NonNullable<Data[keyof Data]>;

/** The answer where Shopify does not say what became of a batch: it may have been written. */
export const UNANSWERED: BatchAnswer = { kind: 'unknown', message: 'Shopify’s answers do not tell of it.' };

export type BatchOf<Kind extends Batch['kind']> = Extract<Batch, { readonly kind: Kind }>;

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

/** The answer to a mutation of which nothing is read but what it refuses, in all rows of its action. */
export function answerOfAction(
  { action }: { readonly action: SyncAction },
  errors: readonly UserError[],
): BatchAnswer {
  return answerOfRows(rowsOf(action), errors);
}

function answerOfRows(rows: readonly RowRef[], errors: readonly UserError[]): BatchAnswer {
  const refused = errors.length > 0 ? rows.map((ref) => refuse(ref, errors)) : [];
  return answered({}, { refused });
}

/** The answer to a mutation that writes one product and tells of it, or refuses it in all its rows. */
export function answerOfProduct(
  rows: readonly RowRef[],
  errors: readonly UserError[],
  product: WrittenNode | null | undefined,
): BatchAnswer {
  if (errors.length > 0) return answerOfRows(rows, errors);
  if (!product) return UNANSWERED;
  return answered({ products: [toWrittenProduct(product)] });
}

/** Says next to each cell of some changes why Shopify refused them. */
export function refuseCells(changes: readonly FieldChange[], errors: readonly UserError[]): RefusedRow[] {
  return changes.flatMap(cellsOf).map(({ ref, column }) => {
    const { message, ...refused } = refuse(ref, errors);
    return { ...refused, message: fitMessage(`${column}: ${message}`) };
  });
}

/** The errors that refuse each entry of an input list; those that name no entry refuse all of them. */
export function errorsAt(
  errors: readonly UserError[],
  name: string,
): (index: number) => readonly UserError[] | undefined {
  const byIndex = groupBy(errors, (error) => indexAfter(error, name));
  const ofAll = byIndex.get(undefined);
  return (index) => byIndex.get(index) ?? ofAll;
}

/** The index that stands after `name` in an error's path: `["input", "variants", "4", "price"]` is variant 4. */
export function indexAfter(error: UserError, name: string): number | undefined {
  const position = error.field?.indexOf(name) ?? -1;
  const index = position < 0 ? Number.NaN : Number(error.field?.[position + 1]);
  return Number.isInteger(index) ? index : undefined;
}
