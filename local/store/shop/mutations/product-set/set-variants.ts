import type { ExecutionContext } from '../../../graphql/execution/context';
import { type UserError, userError } from '../../../graphql/user-errors';
import { checkOwnedMetafields, type MetafieldProblem } from '../../rules/metafields/check-metafield';
import { chooseValues } from '../../rules/variants/option-values';
import { titleTaken, variantTitle } from '../../rules/variants/variant-title';
import { levelAt, variantsOf } from '../../state/lookups';
import type { Product, Variant } from '../../state/product';
import { deleteVariant } from '../../writes/delete-product';
import { setQuantity } from '../../writes/put-inventory';
import { insertVariant, stockNewVariant, updateVariant } from '../../writes/put-variant';
import type { VariantSetInput } from './input';

/**
 * Makes the product's variants exactly those of the list: one that is there before, by id or by its option values,
 * is updated, the others are created or deleted. `product` carries the new options already.
 */
export function setVariants(
  context: ExecutionContext,
  product: Product,
  inputs: readonly VariantSetInput[],
): UserError[] {
  const { state } = context;
  const before = variantsOf(state, product);
  const errors: UserError[] = [];
  const kept: string[] = [];
  const taken = new Set<string>();
  let { options } = product;
  for (const [index, input] of inputs.entries()) {
    const at = ['input', 'variants', String(index)];
    const choice = chooseValues(state, { options }, input.optionValues ?? [], null, optionCodes);
    if ('problem' in choice) {
      errors.push(userError([...at, ...choice.problem.at], choice.problem.message, 'INVALID_VARIANT'));
      continue;
    }
    const named = { ...product, options: choice.options };
    const title = variantTitle(named, { optionValueIds: choice.valueIds } as Variant);
    if (taken.has(title.toLowerCase())) {
      errors.push(userError(at, titleTaken(title), 'INVALID_VARIANT'));
      continue;
    }
    taken.add(title.toLowerCase());
    options = choice.options;
    const known = before.find((variant) =>
      input.id ? variant.id === input.id : sameValues(variant.optionValueIds, choice.valueIds),
    );
    if (input.id && !known) {
      errors.push(
        userError([...at, 'id'], 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST'),
      );
      continue;
    }
    const owner = { ownerId: known?.id ?? '', ownerType: 'PRODUCTVARIANT' };
    errors.push(
      ...checkOwnedMetafields(context, owner, input.metafields).map((one) => metafieldError(at, one)),
    );
    const stocked = stockProblem(context, input, known, title, at);
    if (stocked) errors.push(stocked);
    else kept.push(setVariant(context, named, input, known, choice.valueIds));
  }
  for (const variant of before) if (!kept.includes(variant.id)) deleteVariant(state, variant.id);
  state.products.put({ ...(state.products.get(product.id) ?? product), options, variantIds: kept });
  return errors;
}

/** `at`: the path to the metafields' owner. */
export const metafieldError = (at: readonly string[], problem: MetafieldProblem): UserError =>
  userError([...at, ...problem.at], problem.message, 'INVALID_METAFIELD');

const optionCodes = { unknownOption: 'OPTION_DOES_NOT_EXIST' };

const sameValues = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

function setVariant(
  context: ExecutionContext,
  product: Product,
  input: VariantSetInput,
  known: Variant | undefined,
  valueIds: readonly string[],
): string {
  const stock = input.inventoryQuantities ?? [];
  if (!known) {
    const created = insertVariant(context, product, valueIds, input, { tracked: false });
    stockNewVariant(context, created, stock);
    return created.id;
  }
  const updated = updateVariant(context, { ...known, optionValueIds: valueIds }, input);
  for (const { locationId, name, quantity } of stock) {
    const level = levelAt(context.state, updated.inventoryItemId, locationId);
    if (level) setQuantity(context, level, name, quantity);
  }
  return updated.id;
}

/** A new variant may be stocked anywhere, an existing one only where it is stocked already (schema). */
function stockProblem(
  { state }: ExecutionContext,
  input: VariantSetInput,
  known: Variant | undefined,
  title: string,
  at: readonly string[],
): UserError | null {
  for (const { locationId } of input.inventoryQuantities ?? []) {
    const reachable = known
      ? levelAt(state, known.inventoryItemId, locationId)?.isActive
      : state.locations.get(locationId)?.isActive;
    if (reachable) continue;
    const message = `Quantity for ${title} couldn't be set because the location was deleted.`;
    return userError([...at, 'inventoryQuantities'], message, 'INVALID_VARIANT');
  }
  return null;
}
