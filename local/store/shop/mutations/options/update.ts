import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { longestText } from '../../rules/limits';
import { isLinked, linkedProblem } from '../../rules/variants/linked-options';
import { newValue, titleSeparator } from '../../rules/variants/option-input';
import { variantsOf } from '../../state/lookups';
import type { Product, ProductOption } from '../../state/product';
import { deleteVariant } from '../../writes/delete-product';
import { productMissing } from '../variants/problems';
import { moveOption } from './move-option';

interface Args {
  readonly productId: string;
  readonly option: { readonly id: string; readonly name?: string | null; readonly position?: number | null };
  readonly optionValuesToAdd?: readonly { readonly name?: string | null }[] | null;
  readonly optionValuesToUpdate?: readonly { readonly id: string; readonly name?: string | null }[] | null;
  readonly optionValuesToDelete?: readonly string[] | null;
  readonly variantStrategy?: 'LEAVE_AS_IS' | 'MANAGE' | null;
}

export function productOptionUpdate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  if (!product) return { product: null, userErrors: [productMissing] };
  const index = product.options.findIndex((option) => option.id === args.option.id);
  const option = product.options[index];
  if (!option) {
    return { product, userErrors: [userError(['option'], 'Option does not exist', 'OPTION_DOES_NOT_EXIST')] };
  }
  const userErrors = [
    ...checkName(args, product, option),
    ...checkValues(args, option),
    ...checkDeletions(args, product, index, context),
  ];
  if (userErrors.length > 0) return { product, userErrors };
  const options = product.options.with(index, changed(args, option, context));
  const gone = args.optionValuesToDelete ?? [];
  const variantIds = variantsOf(state, product).flatMap((variant) => {
    if (!gone.includes(variant.optionValueIds[index] ?? '')) return [variant.id];
    deleteVariant(state, variant.id);
    return [];
  });
  state.products.put({ ...product, options, variantIds, updatedAt: context.now });
  if (args.option.position != null) moveOption(context, product.id, index, args.option.position - 1);
  return { product: state.products.get(product.id), userErrors: [] };
}

function changed(args: Args, option: ProductOption, { state }: ExecutionContext): ProductOption {
  const renamed = new Map((args.optionValuesToUpdate ?? []).map((value) => [value.id, value.name?.trim()]));
  const kept = option.values
    .filter((value) => !args.optionValuesToDelete?.includes(value.id))
    .map((value) => ({ ...value, name: renamed.get(value.id) ?? value.name }));
  const added = (args.optionValuesToAdd ?? []).map((value) => newValue(state, value.name ?? ''));
  return { ...option, name: args.option.name?.trim() ?? option.name, values: [...kept, ...added] };
}

function checkName({ option: { name } }: Args, product: Product, option: ProductOption): UserError[] {
  if (name == null) return [];
  if (name.includes(titleSeparator)) {
    const message = `The name contains unsupported sequence '${titleSeparator}'`;
    return [userError(['option', 'name'], message, 'INVALID_NAME')];
  }
  if (name.length > longestText) {
    return [userError(['option', 'name'], 'Option name is too long.', 'OPTION_NAME_TOO_LONG')];
  }
  const isTaken = product.options.some(
    (other) => other.id !== option.id && other.name.toLowerCase() === name.trim().toLowerCase(),
  );
  return isTaken
    ? [userError(['option', 'name'], `Option '${name}' already exists.`, 'OPTION_ALREADY_EXISTS')]
    : [];
}

function checkValues(args: Args, option: ProductOption): UserError[] {
  if (isLinked(option)) {
    const plain = [...(args.optionValuesToAdd ?? []), ...(args.optionValuesToUpdate ?? [])].some(
      ({ name }) => name,
    );
    const { message, code } = linkedProblem('CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES');
    if (plain) return [userError(['option'], message, code)];
  }
  const ids = new Set(option.values.map((value) => value.id));
  const missing = (field: string, index: number): UserError =>
    userError([field, index], 'Option value does not exist.', 'OPTION_VALUE_DOES_NOT_EXIST');
  const names = new Set(option.values.map((value) => value.name.toLowerCase()));
  return [
    ...(args.optionValuesToUpdate ?? []).flatMap((value, index) =>
      ids.has(value.id) ? [] : [missing('optionValuesToUpdate', index)],
    ),
    ...(args.optionValuesToDelete ?? []).flatMap((id, index) =>
      ids.has(id) ? [] : [missing('optionValuesToDelete', index)],
    ),
    ...(args.optionValuesToAdd ?? []).flatMap((value, index) =>
      names.has(value.name?.trim().toLowerCase() ?? '')
        ? [
            userError(
              ['optionValuesToAdd', index, 'name'],
              'Option value already exists.',
              'OPTION_VALUE_ALREADY_EXISTS',
            ),
          ]
        : [],
    ),
  ];
}

/** Only the MANAGE strategy deletes variants with their value (schema). */
function checkDeletions(
  args: Args,
  product: Product,
  index: number,
  { state }: ExecutionContext,
): UserError[] {
  const gone = args.optionValuesToDelete ?? [];
  if (gone.length === 0) return [];
  const used = variantsOf(state, product).some((variant) =>
    gone.includes(variant.optionValueIds[index] ?? ''),
  );
  if (!used || args.variantStrategy === 'MANAGE') return [];
  const message = 'Cannot delete an option value that has variants.';
  return [userError(['optionValuesToDelete'], message, 'OPTION_VALUE_HAS_VARIANTS')];
}
