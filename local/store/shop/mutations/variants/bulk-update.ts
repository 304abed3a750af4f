import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { chooseValues } from '../../rules/variants/option-values';
import { titleTaken, variantTitle } from '../../rules/variants/variant-title';
import { levelAt, variantsOf } from '../../state/lookups';
import type { Product, Variant } from '../../state/product';
import { setQuantity } from '../../writes/put-inventory';
import { checkMedia } from '../../writes/put-media';
import { updateVariant } from '../../writes/put-variant';
import type { VariantsBulkArgs, VariantsBulkInput } from './input';
import { addCallMedia, attachMedia } from './media';
import { checkBulkVariant, combinedParent, productMissing, sortErrors, variantError } from './problems';

interface Args extends VariantsBulkArgs {
  readonly allowPartialUpdates?: boolean | null;
}

/**
 * All or nothing, unless `allowPartialUpdates` keeps the good rows. An input that names no variant of the product
 * answers `productVariants: null`; one whose values are refused answers the variants as they are (recorded).
 */
export function productVariantsBulkUpdate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  if (!product) return { product: null, productVariants: null, userErrors: [productMissing] };
  if (product.combinedListingRole === 'PARENT') {
    return { product, productVariants: null, userErrors: [combinedParent] };
  }
  const lookups = args.variants.map((input, index) => lookUp(state, product, input, index));
  const unusable = lookups.flatMap((found) => ('error' in found ? found.error : []));
  const mediaErrors = checkMedia(args.media ?? []);
  if ((unusable.length > 0 && !args.allowPartialUpdates) || mediaErrors.length > 0) {
    return { product, productVariants: null, userErrors: sortErrors([...unusable, ...mediaErrors]) };
  }
  const plan = planUpdates(context, product, args.variants, lookups);
  const errors = sortErrors([...unusable, ...plan.errors]);
  if (errors.length === 0 || args.allowPartialUpdates) {
    const bySource = addCallMedia(context, product.id, args.media ?? []);
    for (const { variant, input, valueIds } of plan.updates) {
      const updated = updateVariant(context, { ...variant, optionValueIds: valueIds }, input);
      attachMedia(context, updated, input, bySource);
      adjustStock(context, updated, input);
    }
    const present = state.products.get(product.id) ?? product;
    state.products.put({ ...present, options: plan.options, updatedAt: context.now });
  }
  return {
    product: state.products.get(product.id),
    productVariants: lookups.flatMap((found) =>
      'variant' in found ? (state.variants.get(found.variant.id) ?? []) : [],
    ),
    userErrors: errors,
  };
}

type LookUp = { readonly variant: Variant } | { readonly error: UserError };

function lookUp(
  state: ExecutionContext['state'],
  product: Product,
  input: VariantsBulkInput,
  index: number,
): LookUp {
  const error = (at: string, message: string, code: string): LookUp => ({
    error: userError(['variants', index, at], message, code),
  });
  if (!input.id) return error('id', 'Product variant is missing ID attribute', 'PRODUCT_VARIANT_ID_MISSING');
  const variant = product.variantIds.includes(input.id) ? state.variants.get(input.id) : undefined;
  if (!variant) return error('id', 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
  if (input.inventoryQuantities) {
    const message =
      'Inventory quantities can only be provided during create. To update inventory for existing variants, use inventoryAdjustQuantities.';
    return error('inventoryQuantities', message, 'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE');
  }
  const choice = chooseValues(state, product, input.optionValues ?? [], variant.optionValueIds, updateCodes);
  return 'problem' in choice ? { error: variantError(index, choice.problem) } : { variant };
}

const updateCodes = { unknownOption: 'OPTION_DOES_NOT_EXIST' };

interface Update {
  readonly variant: Variant;
  readonly input: VariantsBulkInput;
  readonly valueIds: readonly string[];
}

/** The rows that may be written, and what is wrong with the others. */
function planUpdates(
  context: ExecutionContext,
  product: Product,
  inputs: readonly VariantsBulkInput[],
  lookups: readonly LookUp[],
): {
  readonly options: Product['options'];
  readonly updates: readonly Update[];
  readonly errors: readonly UserError[];
} {
  const { state } = context;
  const errors: UserError[] = [];
  const updates: Update[] = [];
  let { options } = product;
  const titles = new Map(
    variantsOf(state, product).map((variant) => [variant.id, variantTitle(product, variant)]),
  );
  for (const [index, input] of inputs.entries()) {
    const found = lookups[index];
    if (!found || 'error' in found) continue;
    const { variant } = found;
    const own = checkBulkVariant(context, input, index);
    const choice = chooseValues(
      state,
      { options },
      input.optionValues ?? [],
      variant.optionValueIds,
      updateCodes,
    );
    if ('problem' in choice) continue;
    const title = variantTitle(
      { ...product, options: choice.options },
      { ...variant, optionValueIds: choice.valueIds },
    );
    const isTaken = [...titles].some(
      ([id, other]) => id !== variant.id && other.toLowerCase() === title.toLowerCase(),
    );
    if (isTaken) {
      own.push(userError(['variants', index], titleTaken(title), 'VARIANT_ALREADY_EXISTS'));
    }
    errors.push(...own);
    if (own.length > 0) continue;
    titles.set(variant.id, title);
    options = choice.options;
    updates.push({ variant, input, valueIds: choice.valueIds });
  }
  return { options, updates, errors };
}

/** `quantityAdjustments` (≥ 2026-01): deltas to what is available at locations where the variant is stocked. */
function adjustStock(context: ExecutionContext, variant: Variant, input: VariantsBulkInput): void {
  for (const { locationId, adjustment } of input.quantityAdjustments ?? []) {
    const level = levelAt(context.state, variant.inventoryItemId, locationId);
    if (level) setQuantity(context, level, 'available', level.quantities.available + (adjustment ?? 0));
  }
}
