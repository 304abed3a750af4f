import { rowsOf } from '../../plan/model/action';
import { actionsOf, type Batch } from '../../plan/model/batch';
import { type BatchAnswer, NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import type { Reply } from '../client/admin-client';
import { DAILY_VARIANTS, isDailyVariantLimit } from '../client/daily-variants';
import type { GraphqlError, UserError } from '../client/graphql';
import type { OperationOf, Payload } from './operation';

/** What a reply to a batch means, whichever way it came. */
export function answerOf(batch: Batch, reply: Reply, operation: OperationOf<Batch>): BatchAnswer {
  if (reply.kind === 'unknown') return { kind: 'unknown', message: reply.problem.message };
  if (reply.kind === 'failed') {
    const { message } = reply.problem;
    return reply.mayHaveArrived
      ? { kind: 'unknown', message }
      : { kind: 'not-taken', why: 'refused', message };
  }
  const payload = reply.data[batch.operation] as Payload | null | undefined;
  const errors = [...reply.errors, ...(payload?.userErrors ?? [])];
  if (errors.some(isDailyVariantLimit))
    return { kind: 'not-taken', why: 'daily-variants', message: DAILY_VARIANTS };
  if (payload) return operation.answer(batch, payload);
  const misfits = reply.errors.flatMap(misfitsOf);
  // Nothing was written: told as the mutation tells of its items, the others are sent again.
  if (misfits.length > 0) return operation.answer(batch, { userErrors: misfits, mediaUserErrors: misfits });
  const message = `Shopify refused: ${reply.errors.map((error) => error.message).join(' ')}`;
  const refused = actionsOf(batch)
    .flatMap(rowsOf)
    .map((ref) => ({ ref, status: 'error' as const, message }));
  return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
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
