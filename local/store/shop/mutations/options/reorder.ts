import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { gidNumber } from '../../state/ids';
import { variantsOf } from '../../state/lookups';
import type { Product } from '../../state/product';
import { productMissing } from '../variants/problems';
import { reorderOptions } from './move-option';

interface Named {
  readonly id?: string | null;
  readonly name?: string | null;
}

interface OptionOrder extends Named {
  readonly values?: readonly Named[] | null;
}

interface Args {
  readonly productId: string;
  readonly options: readonly OptionOrder[];
}

/** Options and their values in the order given; the variants follow (recorded). */
export function productOptionsReorder(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  if (!product) return { product: null, userErrors: [productMissing] };
  const userErrors = checkOrder(args.options, product);
  if (userErrors.length > 0) return { product, userErrors };
  const sorted = product.options.map((option) => {
    const asked = args.options.find((one) => isSame(one, option))?.values ?? [];
    return { ...option, values: inOrder(option.values, asked) };
  });
  const places = sorted.map((option, index) => ({ option, index }));
  const order = inOrder(
    places.map(({ option, index }) => ({ ...option, index })),
    args.options,
  ).map(({ index }) => index);
  reorderOptions(context, { ...product, options: sorted }, order);
  sortVariants(context, product.id);
  return { product: state.products.get(product.id), userErrors: [] };
}

const isSame = (asked: Named, known: { readonly id: string; readonly name: string }): boolean =>
  asked.id ? asked.id === known.id : asked.name?.toLowerCase() === known.name.toLowerCase();

/** The items asked for first, the rest behind in their old order. */
function inOrder<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  asked: readonly Named[],
): T[] {
  const first = asked.flatMap((one) => items.find((item) => isSame(one, item)) ?? []);
  return [...first, ...items.filter((item) => !first.includes(item))];
}

/** Variants stand in the order of their values, the first option weighing most. */
function sortVariants({ state }: ExecutionContext, productId: string): void {
  const product = state.products.get(productId);
  if (!product) return;
  const ranks = product.options.map((option) => option.values.map((value) => value.id));
  const rank = (ids: readonly string[]): number[] => ids.map((id, index) => ranks[index]?.indexOf(id) ?? 0);
  const sorted = variantsOf(state, product)
    .map((variant) => ({ id: variant.id, rank: rank(variant.optionValueIds) }))
    .sort((one, other) => {
      const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
      return at < 0 ? 0 : (one.rank[at] ?? 0) - (other.rank[at] ?? 0);
    });
  state.products.put({ ...product, variantIds: sorted.map(({ id }) => id) });
}

/** Messages as recorded. */
function checkOrder(options: readonly OptionOrder[], product: Product): UserError[] {
  const mixed = (items: readonly Named[]): boolean =>
    items.some((one) => one.id) && items.some((one) => one.name);
  const error = (
    message: string,
    code: string,
    at: readonly (string | number)[] = ['options'],
  ): UserError[] => [userError(at, message, code)];
  const twice = options.findIndex(
    (one, index) => one.name && options.findIndex((other) => other.name === one.name) < index,
  );
  if (twice >= 0) {
    return error(`Duplicated option name '${options[twice]?.name}'.`, 'DUPLICATED_OPTION_NAME', [
      'options',
      twice,
    ]);
  }
  if (mixed(options)) {
    return error(
      'Only specify one of `id` or `name` fields for options.',
      'MIXING_ID_AND_NAME_KEYS_IS_NOT_ALLOWED',
    );
  }
  for (const asked of options) {
    const option = product.options.find((one) => isSame(asked, one));
    if (!option && asked.id) {
      return error(`Option id '${gidNumber(asked.id)}' does not exist.`, 'OPTION_ID_DOES_NOT_EXIST');
    }
    if (!option) return error(`Option name '${asked.name}' does not exist.`, 'OPTION_NAME_DOES_NOT_EXIST');
    const values = asked.values ?? [];
    const again = values.findIndex(
      (one, index) => one.name && values.findIndex((other) => other.name === one.name) < index,
    );
    if (again >= 0) {
      const message = `Duplicated option value '${values[again]?.name}'.`;
      return error(message, 'DUPLICATED_OPTION_VALUE', ['options', again]);
    }
    if (mixed(values)) {
      const message = 'Only specify one of `id` or `name` fields for option values.';
      return error(message, 'MIXING_ID_AND_NAME_KEYS_IS_NOT_ALLOWED');
    }
    const unknown = values.find((value) => !option.values.some((known) => isSame(value, known)));
    if (unknown?.id) {
      const message = `Option value id '${gidNumber(unknown.id)}' does not exist.`;
      return error(message, 'OPTION_VALUE_ID_DOES_NOT_EXIST');
    }
    if (unknown)
      return error(`Option value '${unknown.name}' does not exist.`, 'OPTION_VALUE_DOES_NOT_EXIST');
  }
  return [];
}
