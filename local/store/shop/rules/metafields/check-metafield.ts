import type { ExecutionContext } from '../../../graphql/execution/context';
import { normaliseMetafieldValue } from '../../normalise/metafield-value';
import { metafieldAt } from '../../state/lookups';
import type { Metafield } from '../../state/metafield';
import { definitionFor } from './metafield-definitions';
import type { MetafieldInput } from './metafield-input';
import { appNamespace } from './metafield-namespace';
import { checkAgainstDefinition } from './metafield-owner-rules';
import { metafieldTypes } from './metafield-types';
import { checkMetafieldValue } from './metafield-value';
import { namingProblems } from './names';
import { mayWrite, notAllowed } from './ownership';

export interface MetafieldProblem {
  /** From the metafield down. */
  readonly at: readonly string[];
  readonly message: string;
  readonly code: string;
}

export type WrittenMetafield = Omit<Metafield, 'id' | 'createdAt' | 'updatedAt'>;

export interface MetafieldOwner {
  readonly ownerId: string;
  readonly ownerType: string;
}

export type CheckedMetafield =
  | { readonly metafield: WrittenMetafield }
  | { readonly problems: readonly MetafieldProblem[] };

/** Since 2026-04 every value has 16 KB; before, JSON had 2 MB and the others 64 KB; addresses and ids have 2 KB (changelog, metafield limits). The text is inferred. */
function longestValue(apiVersion: string, type: string): number {
  if (type === 'url' || type === 'id') return 2048;
  if (apiVersion >= '2026-04') return 16 * 1024;
  return /^(json|rich_text_field)$/.test(type) ? 2_000_000 : 65_535;
}

/** A metafield as it will be written, else what is wrong with it: the first kind of thing only. Messages as recorded. */
export function checkMetafield(
  context: ExecutionContext,
  owner: MetafieldOwner,
  input: MetafieldInput,
): CheckedMetafield {
  const { state } = context;
  const refuse = (at: readonly string[], message: string, code: string): CheckedMetafield => ({
    problems: [{ at, message, code }],
  });
  const byId = input.id ? state.metafields.get(input.id) : undefined;
  const namespace = byId?.namespace ?? appNamespace(state, input.namespace);
  const key = byId?.key ?? input.key ?? '';
  const { ownerId, ownerType } = owner;
  const [misnamed] = namingProblems({ namespace, key });
  if (misnamed) return refuse([misnamed.field], misnamed.message, misnamed.code);
  if (!mayWrite(state, { ownerType, namespace, key })) return refuse([], notAllowed, 'APP_NOT_AUTHORIZED');
  const known = metafieldAt(state, ownerId, namespace, key);
  const definition = definitionFor(state, ownerType, namespace, key);
  const type = input.type ?? definition?.type ?? known?.type;
  if (!type) return refuse(['type'], "Type can't be blank", 'BLANK');
  if (!metafieldTypes.includes(type)) {
    const message = `Type must be one of the following: ${metafieldTypes.join(', ')}.`;
    return refuse(['type'], message, 'INCLUSION');
  }
  if (definition && definition.type !== type) {
    const message = `Type must be consistent with the definition's type: '${definition.type}'.`;
    return refuse(['type'], message, 'INVALID_TYPE');
  }
  const text = input.value ?? known?.value ?? '';
  const most = longestValue(context.apiVersion, type);
  if (Buffer.byteLength(text) > most)
    return refuse(['value'], `Value is too long (maximum is ${most} bytes)`, 'TOO_LONG');
  const problems = checkMetafieldValue(context, type, text, definition);
  if (problems.length > 0)
    return { problems: problems.map((message) => ({ at: ['value'], message, code: 'INVALID_VALUE' })) };
  const value = normaliseMetafieldValue(type, text);
  const violation = definition && checkAgainstDefinition(context, { ownerId, value }, definition);
  return violation
    ? refuse(['value'], ...violation)
    : { metafield: { ownerId, ownerType, namespace, key, type, value } };
}

/** Errors of the metafields in a product's or variant's own input; a new owner has no id yet. */
export const checkOwnedMetafields = (
  context: ExecutionContext,
  owner: MetafieldOwner,
  inputs: readonly MetafieldInput[] | null | undefined,
): readonly MetafieldProblem[] =>
  (inputs ?? []).flatMap((input, index) => {
    const checked = checkMetafield(context, owner, input);
    if (!('problems' in checked)) return [];
    return checked.problems.map((problem) => ({
      ...problem,
      at: ['metafields', String(index), ...problem.at],
    }));
  });
