import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { defaultOptionName, defaultValueName } from '../../rules/variants/default-variant';
import { newOption } from '../../rules/variants/option-input';
import { variantsOf } from '../../state/lookups';
import type { Product } from '../../state/product';
import { deleteVariant } from '../../writes/delete-product';
import { productMissing } from '../variants/problems';

interface Args {
  readonly productId: string;
  readonly options: readonly string[];
  readonly strategy?: 'DEFAULT' | 'NON_DESTRUCTIVE' | 'POSITION' | null;
}

export function productOptionsDelete(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  const refused = (error: ReturnType<typeof userError>): Payload => ({
    product: product ?? null,
    deletedOptionsIds: [],
    userErrors: [error],
  });
  if (!product) return refused(productMissing);
  const own = new Set(product.options.map((option) => option.id));
  const unknown = args.options.findIndex((id) => !own.has(id));
  if (unknown >= 0) {
    return refused(userError(['options', unknown], 'Option does not exist', 'OPTION_DOES_NOT_EXIST'));
  }
  const strategy = args.strategy ?? 'DEFAULT';
  /** Recorded: values without variants do not count. */
  const used = new Set(variantsOf(state, product).flatMap(({ optionValueIds }) => optionValueIds));
  const several = product.options.findIndex(
    (option) => args.options.includes(option.id) && option.values.filter(({ id }) => used.has(id)).length > 1,
  );
  if (strategy === 'DEFAULT' && several >= 0) {
    const message = 'Cannot delete an option with multiple values.';
    const at = args.options.indexOf(product.options[several]?.id ?? '');
    return refused(userError(['options', at], message, 'CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES'));
  }
  const duplicates = duplicatesWithout(context, product, args.options);
  if (strategy === 'NON_DESTRUCTIVE' && duplicates.length > 0) {
    const message = 'Cannot delete options without deleting variants.';
    return refused(userError(['options'], message, 'CANNOT_USE_NON_DESTRUCTIVE_STRATEGY'));
  }
  removeOptions(context, product, args.options, duplicates);
  return { product: state.products.get(product.id), deletedOptionsIds: args.options, userErrors: [] };
}

/** Variants that become the same as one before them. */
function duplicatesWithout({ state }: ExecutionContext, product: Product, gone: readonly string[]): string[] {
  const seen = new Set<string>();
  return variantsOf(state, product).flatMap((variant) => {
    const key = remaining(product, gone, variant.optionValueIds).join();
    if (seen.has(key)) return [variant.id];
    seen.add(key);
    return [];
  });
}

const remaining = (product: Product, gone: readonly string[], valueIds: readonly string[]): string[] =>
  valueIds.filter((_id, index) => !gone.includes(product.options[index]?.id ?? ''));

function removeOptions(
  context: ExecutionContext,
  product: Product,
  gone: readonly string[],
  duplicates: readonly string[],
): void {
  const { state, now } = context;
  for (const id of duplicates) deleteVariant(state, id);
  const variantIds = product.variantIds.filter((id) => !duplicates.includes(id));
  for (const variant of variantsOf(state, { ...product, variantIds })) {
    state.variants.put({ ...variant, optionValueIds: remaining(product, gone, variant.optionValueIds) });
  }
  const options = product.options.filter((option) => !gone.includes(option.id));
  state.products.put({ ...product, options, variantIds, updatedAt: now });
  if (options.length === 0) becomeDefault(context, product.id);
}

/** A product without options keeps one default variant, with its id. */
function becomeDefault({ state }: ExecutionContext, productId: string): void {
  const product = state.products.get(productId);
  const [kept, ...others] = product ? variantsOf(state, product) : [];
  if (!product || !kept) return;
  const option = newOption(state, { name: defaultOptionName, values: [{ name: defaultValueName }] });
  for (const variant of others) deleteVariant(state, variant.id);
  state.variants.put({ ...kept, optionValueIds: option.values.map((value) => value.id) });
  state.products.put({ ...product, options: [option], variantIds: [kept.id] });
}
