import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { checkMetafield, type WrittenMetafield } from '../../rules/metafields/check-metafield';
import { compareDigest } from '../../rules/metafields/metafield-digest';
import { ownerTypeOf } from '../../rules/metafields/metafield-owner';
import { metafieldAt } from '../../state/lookups';
import type { Metafield } from '../../state/metafield';
import { putMetafield } from '../../writes/put-metafields';

interface SetInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

const mostAtOnce = 25;

/** Atomic, 25 at most (schema, recorded). */
export function metafieldsSet(
  { metafields }: { metafields: readonly SetInput[] },
  context: ExecutionContext,
): Payload {
  if (metafields.length > mostAtOnce) {
    const message = `Exceeded the maximum metafields input limit of ${mostAtOnce}.`;
    return failed([error(['metafields'], message, 'LESS_THAN_OR_EQUAL_TO')]);
  }
  const checked = metafields.map((input, index) => check(input, index, context));
  const errors = checked.flatMap((one) => ('errors' in one ? one.errors : []));
  if (errors.length > 0) return failed(errors);
  const written = checked.map((one) => ('metafield' in one ? putMetafield(context, one.metafield) : null));
  return { metafields: written, userErrors: [] };
}

const failed = (userErrors: readonly UserError[]): Payload => ({ metafields: [], userErrors });

const error = (field: readonly (string | number)[], message: string, code: string): UserError => ({
  ...userError(field, message, code),
  elementIndex: null,
});

type Checked = { readonly metafield: WrittenMetafield } | { readonly errors: readonly UserError[] };

function check(input: SetInput, index: number, context: ExecutionContext): Checked {
  const at = (...field: string[]) => ['metafields', index, ...field];
  const { ownerId } = input;
  const ownerType = ownerTypeOf(context, ownerId);
  if (!ownerType) return { errors: [error(at('ownerId'), 'Owner does not exist.', 'INVALID_VALUE')] };
  const checked = checkMetafield(context, { ownerId, ownerType }, input);
  if ('problems' in checked)
    return { errors: checked.problems.map((one) => error(at(...one.at), one.message, one.code)) };
  const { namespace, key, value } = checked.metafield;
  const stale = checkDigest(input, metafieldAt(context.state, ownerId, namespace, key), value);
  return stale ? { errors: [error(at(), ...stale)] } : checked;
}

/** A write that changes nothing passes with any digest; null means "must not exist" (recorded). */
function checkDigest(input: SetInput, known: Metafield | undefined, value: string): [string, string] | null {
  if (input.compareDigest === undefined) return null;
  if (known && known.value === value) return null;
  const expected = known ? compareDigest(known) : null;
  if (input.compareDigest === expected) return null;
  if (!known) return ['Invalid `compareDigest` value.', 'INVALID_COMPARE_DIGEST'];
  const message =
    'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.';
  return [message, 'STALE_OBJECT'];
}
