import { rowsOf } from '../../plan/action-kinds';
import { actionsOf, type Batch } from '../../plan/model/batch';
import { answered, type BatchAnswer } from '../../plan/model/batch-outcome';
import type { Reply } from '../client/admin-client';
import {
  DAILY_VARIANTS,
  type GraphqlError,
  isDailyVariantLimit,
  type UserError,
} from '../client/graphql-errors';
import type { OperationOf } from './operation';

/** The meaning of a reply to a batch, whichever way it came. */
export function answerOf(batch: Batch, reply: Reply, operation: OperationOf<Batch>): BatchAnswer {
  if (reply.kind === 'unknown') return { kind: 'unknown', message: reply.problem.message };
  if (reply.kind === 'failed') {
    const { message } = reply.problem;
    return reply.mayHaveArrived
      ? { kind: 'unknown', message }
      : { kind: 'not-taken', why: 'refused', message };
  }
  const payload = payloadOf(reply.data);
  const errors = userErrorsOf(payload);
  if ([...reply.errors, ...errors].some(isDailyVariantLimit))
    return { kind: 'not-taken', why: 'daily-variants', message: DAILY_VARIANTS };
  if (payload) return operation.answer(batch, errors, payload);
  const misfits = reply.errors.flatMap(misfitsOf);
  // Nothing was written. The errors go the way of the mutation's own, which sends the other items again.
  if (misfits.length > 0) return operation.answer(batch, misfits, undefined);
  const message = `Shopify refused: ${reply.errors.map((error) => error.message).join(' ')}`;
  const refused = actionsOf(batch)
    .flatMap(rowsOf)
    .map((ref) => ({ ref, status: 'error' as const, message }));
  return answered({}, { refused });
}

/** A mutation's payload has its errors under one of two names. */
interface Payload {
  readonly userErrors?: readonly UserError[];
  readonly mediaUserErrors?: readonly UserError[];
}

/** The only field of a mutation's data. */
function payloadOf(data: Readonly<Record<string, unknown>>): Payload | undefined {
  const [payload] = Object.values(data);
  return (payload as Payload | null | undefined) ?? undefined;
}

function userErrorsOf(payload: Payload | undefined): readonly UserError[] {
  return payload?.userErrors ?? payload?.mediaUserErrors ?? [];
}

/** The user errors of a mutation's data. */
export function userErrorsIn(data: Readonly<Record<string, unknown>>): readonly UserError[] {
  return userErrorsOf(payloadOf(data));
}

/**
 * The values because of which Shopify refused a request as a whole. A path begins within its variable, whose name
 * stands in the message alone.
 * Recorded: `{"message": "Variable $variants of type … was provided invalid value for 0.options (…)", "extensions":
 * {"code": "INVALID_VARIABLE", "problems": [{"path": [0, "options"], "explanation": "…"}]}}`
 */
function misfitsOf({ message, extensions }: GraphqlError): UserError[] {
  const [, variable = ''] = /^Variable \$(\w+) /.exec(message) ?? [];
  return (extensions?.problems ?? []).map(({ path = [], explanation = message }) => ({
    field: [variable, ...path.map(String)],
    message: explanation,
  }));
}
