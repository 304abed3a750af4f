import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { longestText, mostVariantsPerProduct } from '../../rules/limits';
import { hasOnlyDefaultVariant } from '../../rules/variants/default-variant';
import { checkLinkedOptions } from '../../rules/variants/linked-options';
import { inPosition, mostOptions, newOption, titleSeparator } from '../../rules/variants/option-input';
import { variantsOf } from '../../state/lookups';
import type { OptionInput, Product, ProductOption } from '../../state/product';
import type { StoreState } from '../../state/store-state';
import { insertVariant, stockNewVariant } from '../../writes/put-variant';
import { combinedParent, productMissing } from '../variants/problems';

interface Args {
  readonly productId: string;
  readonly options: readonly OptionInput[];
  readonly variantStrategy?: 'LEAVE_AS_IS' | 'CREATE' | null;
}

/** Every variant gets the first value of each new option (schema); the option of a default variant makes way. */
export function productOptionsCreate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  if (!product) return { product: null, userErrors: [productMissing] };
  if (product.combinedListingRole === 'PARENT') return { product, userErrors: [combinedParent] };
  const present = hasOnlyDefaultVariant(product) ? [] : product.options;
  const userErrors = [...checkOptions(args, product, present), ...checkLinks(args, present, state)];
  if (userErrors.length > 0) return { product, userErrors };
  const added = inPosition(args.options).map((input) => newOption(state, input));
  const before = variantsOf(state, product);
  const withOptions = state.products.put({
    ...product,
    options: [...present, ...added],
    updatedAt: context.now,
  });
  for (const variant of before) {
    const kept = variant.optionValueIds.slice(0, present.length);
    state.variants.put({ ...variant, optionValueIds: [...kept, ...firstValues(added)] });
  }
  if (args.variantStrategy === 'CREATE') createCombinations(context, withOptions, added);
  return { product: state.products.get(product.id), userErrors: [] };
}

const firstValues = (options: readonly ProductOption[]): string[] =>
  options.flatMap((option) => option.values[0]?.id ?? []);

/** A variant for each combination that does not exist yet, priced as the variant it stems from. */
function createCombinations(
  context: ExecutionContext,
  product: Product,
  added: readonly ProductOption[],
): void {
  const { state } = context;
  const combinations = added.reduce<string[][]>(
    (done, option) => done.flatMap((values) => option.values.map((value) => [...values, value.id])),
    [[]],
  );
  const variantIds = variantsOf(state, product).flatMap((variant) => {
    const kept = variant.optionValueIds.slice(0, product.options.length - added.length);
    const others = combinations.filter((values) => values.join() !== firstValues(added).join());
    const created = others.map((values) => {
      const { price, compareAtPrice, taxable, inventoryPolicy } = variant;
      const like = { price, compareAtPrice, taxable, inventoryPolicy };
      const copied = insertVariant(context, product, [...kept, ...values], like, { tracked: false });
      stockNewVariant(context, copied, []);
      return copied.id;
    });
    return [variant.id, ...created];
  });
  state.products.put({ ...product, variantIds });
}

/** Messages as recorded. */
function checkOptions(args: Args, product: Product, present: readonly ProductOption[]): UserError[] {
  const { options } = args;
  if (present.length + options.length > mostOptions) {
    return [
      userError(['options'], `Can only specify a maximum of ${mostOptions} options`, 'OPTIONS_OVER_LIMIT'),
    ];
  }
  const names = options.map((option) => option.name?.trim().toLowerCase() ?? '');
  const errors = options.flatMap((option, index): UserError[] => {
    const name = option.name?.trim() ?? '';
    if (name === '')
      return [
        userError(['options', index], 'Each option must have a name specified.', 'OPTION_NAME_MISSING'),
      ];
    if (name.includes(titleSeparator)) {
      const message = `The name contains unsupported sequence '${titleSeparator}'`;
      return [userError(['options', index, 'name'], message, 'INVALID_NAME')];
    }
    if (name.length > longestText)
      return [userError(['options', index], 'Option name is too long.', 'OPTION_NAME_TOO_LONG')];
    if (names.indexOf(name.toLowerCase()) < index) {
      return [userError(['options', index], 'Duplicated option name.', 'DUPLICATED_OPTION_NAME')];
    }
    if (present.some((known) => known.name.toLowerCase() === name.toLowerCase())) {
      return [userError(['options', index], `Option '${name}' already exists.`, 'OPTION_ALREADY_EXISTS')];
    }
    return option.linkedMetafield ? [] : checkValues(option, index, name);
  });
  if (errors.length > 0 || args.variantStrategy !== 'CREATE') return errors;
  const created = options.reduce(
    (count, option) => count * (option.values?.length ?? 1),
    product.variantIds.length,
  );
  if (created <= mostVariantsPerProduct) return [];
  const message = `The number of created variants would exceed the ${mostVariantsPerProduct} variants per product limit`;
  return [userError(['options'], message, 'TOO_MANY_VARIANTS_CREATED')];
}

function checkLinks({ options }: Args, present: readonly ProductOption[], state: StoreState): UserError[] {
  const errors = checkLinkedOptions(state, options, {
    at: ['options'],
    combined: 'CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES',
  });
  const taken = options.findIndex(({ linkedMetafield: link }) =>
    present.some(
      ({ linkedMetafield: own }) => link && own?.namespace === link.namespace && own?.key === link.key,
    ),
  );
  if (taken < 0) return errors;
  const message = 'An option linked to the provided metafield already exists.';
  return [...errors, userError(['options', taken], message, 'OPTION_LINKED_METAFIELD_ALREADY_TAKEN')];
}

function checkValues(option: OptionInput, index: number, name: string): UserError[] {
  const values = (option.values ?? []).map((value) => value.name?.trim() ?? '');
  if (values.length === 0) {
    const message = `Option '${name}' must specify at least one option value.`;
    return [userError(['options', index], message, 'OPTION_VALUES_MISSING')];
  }
  const lower = values.map((value) => value.toLowerCase());
  return values.flatMap((value, place): UserError[] => {
    if (value.length > longestText) {
      return [
        userError(
          ['options', index, 'values', place],
          'Option value name is too long.',
          'OPTION_VALUE_NAME_TOO_LONG',
        ),
      ];
    }
    if (lower.indexOf(value.toLowerCase()) === place) return [];
    const message = `Duplicated option value '${value}'.`;
    return [userError(['options', index, 'values', place], message, 'DUPLICATED_OPTION_VALUE')];
  });
}
