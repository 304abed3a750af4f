import type { ExecutionContext } from '../../../graphql/execution/context';
import { type UserError, userError } from '../../../graphql/user-errors';
import { checkOwnedMetafields } from '../../rules/metafields/check-metafield';
import { checkVariantInput, type VariantInput } from '../../rules/variants/variant-input';
import type { VariantProblem } from '../../rules/variants/variant-problem';

/** A variant's problem as an error of the productVariantsBulk mutations. */
export const variantError = (index: number, { at, message, code }: VariantProblem): UserError =>
  userError(['variants', index, ...at], message, code);

/**
 * The errors of a variant's own values. A cost that is refused is said twice, once on the variant without a code
 * (recorded).
 */
export function checkBulkVariant(context: ExecutionContext, input: VariantInput, index: number): UserError[] {
  const owner = { ownerId: input.id ?? '', ownerType: 'PRODUCTVARIANT' };
  const metafields = checkOwnedMetafields(context, owner, input.metafields).map((problem) => ({
    ...problem,
    code: 'INVALID_INPUT',
  }));
  return [...checkVariantInput(input), ...metafields].flatMap((problem) => {
    const error = variantError(index, problem);
    if (problem.at.at(-1) !== 'cost') return [error];
    return [userError(['variants', index], problem.message.replace(/^Cost per item /, ''), null), error];
  });
}

/** Errors come sorted by field, then code (recorded). */
export function sortErrors(errors: readonly UserError[]): UserError[] {
  const key = (error: UserError): string => [...(error.field ?? []), '', error.code ?? ''].join('\u0000');
  return [...errors].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

export const productMissing = userError(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');

/** Parents of combined listings have no variants of their own to change (schema). */
export const combinedParent = userError(
  ['productId'],
  'This operation is not supported for the parent product of a combined listing.',
  'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION',
);
