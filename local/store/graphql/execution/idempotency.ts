import { createHash } from 'node:crypto';
import { type GraphQLResolveInfo, getDirectiveValues } from 'graphql';
import { demandsIdempotency } from '../schema/versions';
import { userError } from '../user-errors';
import type { ExecutionContext } from './context';
import { failure } from './failures';
import { errorsIn, nothing, type Payload } from './payload';

/** Time for which Shopify remembers a key (https://shopify.dev/docs/api/usage/implementing-idempotency). */
const rememberedForMs = 24 * 60 * 60 * 1000;

/** The mutations whose schema descriptions say that the key is required from 2026-04 on. */
const demanding: ReadonlySet<string> = new Set([
  'inventoryActivate',
  'inventoryAdjustQuantities',
  'inventoryMoveQuantities',
  'inventorySetOnHandQuantities',
  'inventorySetQuantities',
  'inventoryShipmentAddItems',
  'inventoryShipmentCreate',
  'inventoryShipmentCreateInTransit',
  'inventoryShipmentReceive',
  'inventoryTransferCreate',
  'inventoryTransferCreateAsReadyToShip',
  'inventoryTransferDuplicate',
  'inventoryTransferSetItems',
  'locationActivate',
  'locationDeactivate',
  'refundCreate',
]);

/**
 * Runs a mutation once per `@idempotent` key. The same key with the same parameters answers what was stored;
 * with others, or after a failed attempt, Shopify's IDEMPOTENCY_* user errors.
 */
export function runIdempotently(
  args: unknown,
  context: ExecutionContext,
  info: GraphQLResolveInfo,
  run: () => Payload,
): Payload {
  const key = idempotencyKey(info);
  if (key === null) {
    if (demanding.has(info.fieldName) && demandsIdempotency(context.apiVersion)) {
      throw failure('The @idempotent directive is required for this mutation but was not provided.', {
        code: 'BAD_REQUEST',
      });
    }
    return run();
  }
  if (context.idempotency === 'ignored') return run();
  const { rememberedKeys } = context.state;
  const id = `${info.fieldName}|${key}`;
  const parameters = createHash('sha256').update(JSON.stringify(args)).digest('base64');
  const known = rememberedKeys.get(id);
  if (known && context.nowMs - known.rememberedAtMs < rememberedForMs) {
    if (known.parameters !== parameters) return refused(parameterMismatch);
    return known.succeeded ? (known.answer as Payload) : refused(previousAttemptFailed);
  }
  const answer = run();
  const succeeded = errorsIn(answer).length === 0;
  rememberedKeys.put({ id, parameters, answer, succeeded, rememberedAtMs: context.nowMs });
  return answer;
}

function idempotencyKey(info: GraphQLResolveInfo): string | null {
  const directive = info.schema.getDirective('idempotent');
  const node = info.fieldNodes[0];
  if (!directive || !node) return null;
  const values = getDirectiveValues(directive, node, info.variableValues);
  return values ? String(values.key) : null;
}

const parameterMismatch = [
  'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
  'The same idempotency key cannot be used with different operation parameters.',
] as const;

const previousAttemptFailed = [
  'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
  'The previous attempt with this idempotency key failed. Use a new key.',
] as const;

function refused([code, message]: readonly [string, string]): Payload {
  return { ...nothing, userErrors: [userError(null, message, code)] };
}
