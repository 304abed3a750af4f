import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { normaliseMetafieldValue } from '../../normalise/metafield-value';
import { definitionFor } from '../../rules/metafields/metafield-definitions';
import { compareDigest } from '../../rules/metafields/metafield-digest';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { ownerTypeOf } from '../../rules/metafields/metafield-owner';
import { metafieldTypes } from '../../rules/metafields/metafield-types';
import { checkMetafieldValue } from '../../rules/metafields/metafield-value';
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

type Checked =
  | { readonly metafield: Omit<Metafield, 'id' | 'createdAt' | 'updatedAt'> }
  | { readonly errors: readonly UserError[] };

/** Messages as recorded; the first thing wrong with an entry is all that is said of it. */
function check(input: SetInput, index: number, context: ExecutionContext): Checked {
  const { state } = context;
  const at = (...field: string[]) => ['metafields', index, ...field];
  const refuse = (field: readonly (string | number)[], message: string, code: string): Checked => ({
    errors: [error(field, message, code)],
  });
  const ownerType = ownerTypeOf(context, input.ownerId);
  if (!ownerType) return refuse(at('ownerId'), 'Owner does not exist.', 'INVALID_VALUE');
  const namespace = appNamespace(state, input.namespace);
  const known = metafieldAt(state, input.ownerId, namespace, input.key);
  const definition = definitionFor(state, ownerType, namespace, input.key);
  const names = checkNames(namespace, input.key);
  if (names) return refuse(at(names.field), names.message, names.code);
  const type = input.type ?? definition?.type ?? known?.type;
  if (!type) return refuse(at('type'), "Type can't be blank", 'BLANK');
  if (!metafieldTypes.includes(type)) {
    const message = `Type must be one of the following: ${metafieldTypes.join(', ')}.`;
    return refuse(at('type'), message, 'INCLUSION');
  }
  if (definition && definition.type !== type) {
    return refuse(
      at('type'),
      `Type must be consistent with the definition's type: '${definition.type}'.`,
      'INVALID_TYPE',
    );
  }
  const problems = checkMetafieldValue(context, type, input.value, definition);
  if (problems.length > 0) {
    return { errors: problems.map((message) => error(at('value'), message, 'INVALID_VALUE')) };
  }
  const value = normaliseMetafieldValue(type, input.value);
  const stale = checkDigest(input, known, value);
  if (stale) return refuse(at(), ...stale);
  return { metafield: { ownerId: input.ownerId, ownerType, namespace, key: input.key, type, value } };
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

const allowedName = /^[a-zA-Z0-9_-]*$/;

function checkNames(namespace: string, key: string): { field: string; message: string; code: string } | null {
  const limits = [
    { field: 'namespace', label: 'Namespace', text: namespace, shortest: 3, longest: 255 },
    { field: 'key', label: 'Key', text: key, shortest: 2, longest: 64 },
  ];
  for (const { field, label, text, shortest, longest } of limits) {
    if (text.length < shortest) {
      return {
        field,
        message: `${label} is too short (minimum is ${shortest} characters)`,
        code: 'TOO_SHORT',
      };
    }
    if (text.length > longest) {
      return { field, message: `${label} is too long (maximum is ${longest} characters)`, code: 'TOO_LONG' };
    }
    if (!allowedName.test(text)) {
      const message = `${label} contains one or more invalid characters.`;
      return { field, message, code: 'INVALID' };
    }
  }
  return null;
}
