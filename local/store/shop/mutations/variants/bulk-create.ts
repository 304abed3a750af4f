import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { mostVariantsPerProduct } from '../../rules/limits';
import {
  defaultOptionName,
  defaultValueName,
  hasOnlyDefaultVariant,
} from '../../rules/variants/default-variant';
import { chooseValues } from '../../rules/variants/option-values';
import { titleTaken, variantTitle } from '../../rules/variants/variant-title';
import { variantsOf } from '../../state/lookups';
import type { Product, Variant } from '../../state/product';
import { deleteVariant } from '../../writes/delete-product';
import { checkMedia } from '../../writes/put-media';
import { insertVariant, stockNewVariant } from '../../writes/put-variant';
import type { VariantsBulkArgs, VariantsBulkInput } from './input';
import { addCallMedia, attachMedia } from './media';
import { checkBulkVariant, combinedParent, productMissing, sortErrors, variantError } from './problems';

interface Args extends VariantsBulkArgs {
  readonly strategy?: 'DEFAULT' | 'REMOVE_STANDALONE_VARIANT' | 'PRESERVE_STANDALONE_VARIANT' | null;
}

/** All or nothing (recorded). New variants are tracked unless they say otherwise (recorded). */
export function productVariantsBulkCreate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const product = state.products.get(args.productId);
  if (!product) return { product: null, productVariants: [], userErrors: [productMissing] };
  const refused = (userErrors: readonly UserError[]): Payload => ({
    product: null,
    productVariants: [],
    userErrors: sortErrors(userErrors),
  });
  if (product.combinedListingRole === 'PARENT') return refused([combinedParent]);
  const standalone =
    args.variants.length > 0 ? standaloneVariant(context, product, args.strategy ?? 'DEFAULT') : null;
  if (product.variantIds.length - (standalone ? 1 : 0) + args.variants.length > mostVariantsPerProduct) {
    const message = `You can only have a maximum of ${mostVariantsPerProduct} variants per product`;
    return refused([userError(['variants'], message, 'INVALID_INPUT')]);
  }
  const errors: UserError[] = checkMedia(args.media ?? []);
  const planned = planVariants(context, product, standalone, args.variants, errors);
  if (errors.length > 0) return refused(errors);
  if (standalone) deleteVariant(state, standalone.id);
  const prepared = state.products.put(
    withoutStandalone({ ...product, options: planned.options }, standalone),
  );
  const bySource = addCallMedia(context, product.id, args.media ?? []);
  const created = args.variants.map((input, index) => {
    const variant = insertVariant(context, prepared, planned.valueIds[index] ?? [], input, { tracked: true });
    const stock = (input.inventoryQuantities ?? []).map(({ locationId, availableQuantity }) => ({
      locationId,
      name: 'available' as const,
      quantity: availableQuantity,
    }));
    stockNewVariant(context, variant, stock);
    attachMedia(context, variant, input, bySource);
    return variant.id;
  });
  const now = state.products.get(product.id) ?? prepared;
  const variantIds = [...now.variantIds, ...created];
  const written = state.products.put({ ...now, variantIds, updatedAt: context.now });
  return {
    product: written,
    productVariants: created.flatMap((id) => state.variants.get(id) ?? []),
    userErrors: [],
  };
}

/** The only variant, where the strategy has it make way (schema). */
function standaloneVariant({ state }: ExecutionContext, product: Product, strategy: string): Variant | null {
  const [only, another] = variantsOf(state, product);
  if (!only || another || strategy === 'PRESERVE_STANDALONE_VARIANT') return null;
  return strategy === 'REMOVE_STANDALONE_VARIANT' || hasOnlyDefaultVariant(product) ? only : null;
}

/** Values that only the standalone variant used go with it where it was Shopify's own (recorded). */
function withoutStandalone(product: Product, standalone: Variant | null): Product {
  if (!standalone) return product;
  const options = product.options.map((option) =>
    option.name === defaultOptionName
      ? { ...option, values: option.values.filter((value) => value.name !== defaultValueName) }
      : option,
  );
  return { ...product, options, variantIds: [] };
}

function planVariants(
  context: ExecutionContext,
  product: Product,
  standalone: Variant | null,
  inputs: readonly VariantsBulkInput[],
  errors: UserError[],
): { readonly options: Product['options']; readonly valueIds: readonly (readonly string[])[] } {
  const { state } = context;
  const present = variantsOf(state, product).filter((variant) => variant !== standalone);
  const taken = new Set(present.map((variant) => variantTitle(product, variant).toLowerCase()));
  let { options } = product;
  const valueIds = inputs.map((input, index) => {
    const choice = chooseValues(state, { options }, input.optionValues ?? [], null, {
      unknownOption: 'INVALID_INPUT',
    });
    if ('problem' in choice) {
      errors.push(variantError(index, choice.problem));
      return [];
    }
    const title = variantTitle({ ...product, options: choice.options }, {
      optionValueIds: choice.valueIds,
    } as Variant);
    errors.push(...checkBulkVariant(context, input, index), ...checkStock(state, input, index, title));
    if (taken.has(title.toLowerCase())) {
      errors.push(
        userError(['variants', index], titleTaken(title), 'VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE'),
      );
    }
    taken.add(title.toLowerCase());
    options = choice.options;
    return choice.valueIds;
  });
  return { options, valueIds };
}

function checkStock(
  state: ExecutionContext['state'],
  input: VariantsBulkInput,
  index: number,
  title: string,
): UserError[] {
  const missing = (input.inventoryQuantities ?? []).some(
    ({ locationId }) => !state.locations.get(locationId),
  );
  if (!missing) return [];
  const message = `Quantity for ${title} couldn't be set because the location was deleted.`;
  return [
    userError(['variants', index, 'inventoryQuantities'], message, 'TRACKED_VARIANT_LOCATION_NOT_FOUND'),
  ];
}
