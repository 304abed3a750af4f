import type { ExecutionContext } from '../../../graphql/execution/context';
import { type UserError, userError } from '../../../graphql/user-errors';
import { joinCollections, leaveCollections } from '../../collections/join';
import { checkOwnedMetafields } from '../../rules/metafields/check-metafield';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import type { Product } from '../../state/product';
import { writeOwnedMetafields } from '../../writes/put-metafields';
import { insertProduct, updateProduct } from '../../writes/put-product';
import { addFirstVariant } from '../product-create';
import type { ProductSetInput } from './input';
import { checkFiles, setFiles } from './set-files';
import { setOptions } from './set-options';
import { metafieldError, setVariants } from './set-variants';

export type Applied = { readonly product: Product } | { readonly userErrors: readonly UserError[] };

/** Writes the whole input; on errors the caller takes everything back. */
export function applyProductSet(
  context: ExecutionContext,
  input: ProductSetInput,
  existing: Product | null,
): Applied {
  const { state } = context;
  const fileErrors = checkFiles(context, input);
  if (fileErrors.length > 0) return { userErrors: fileErrors };
  if (existing && input.giftCard != null && input.giftCard !== existing.isGiftCard) {
    const message = 'The gift card attribute cannot be changed after creation.';
    return {
      userErrors: [userError(['input', 'giftCard'], message, 'GIFT_CARD_ATTRIBUTE_CANNOT_BE_CHANGED')],
    };
  }
  const product = existing ? updateProduct(context, existing, input) : insertProduct(context, input);
  const errors = writeVariants(context, product, input);
  if (errors.length > 0) return { userErrors: errors };
  setFiles(context, product.id, input);
  if (input.metafields) {
    dropOtherMetafields(context, product.id, input.metafields);
    const owner = { ownerId: product.id, ownerType: 'PRODUCT' };
    const problems = checkOwnedMetafields(context, owner, input.metafields);
    if (problems.length > 0) return { userErrors: problems.map((one) => metafieldError(['input'], one)) };
    writeOwnedMetafields(context, owner, input.metafields);
  }
  if (input.collections) {
    const { collections } = input;
    leaveCollections(
      context,
      product.id,
      state.collections.all().flatMap(({ id }) => (collections.includes(id) ? [] : id)),
    );
    joinCollections(context, product.id, collections);
  }
  const written = state.products.get(product.id) ?? product;
  /** Recorded: after productSet the total is true at once. */
  return { product: state.products.put({ ...written, totalInventory: { shown: 0, untilMs: 0 } }) };
}

function writeVariants(context: ExecutionContext, product: Product, input: ProductSetInput): UserError[] {
  const { state } = context;
  if (input.variants && input.productOptions) {
    const options = setOptions(state, product, input.productOptions);
    return setVariants(context, state.products.put({ ...product, options }), input.variants);
  }
  if (product.options.length === 0) addFirstVariant(context, product, []);
  return [];
}

/** Metafields that the list does not name are deleted (schema: list fields). */
function dropOtherMetafields(
  { state }: ExecutionContext,
  ownerId: string,
  inputs: NonNullable<ProductSetInput['metafields']>,
): void {
  const named = new Set(
    inputs.map((input) => input.id ?? `${appNamespace(state, input.namespace)}.${input.key}`),
  );
  for (const field of state.metafields.find('owner', ownerId)) {
    if (!named.has(field.id) && !named.has(`${field.namespace}.${field.key}`))
      state.metafields.delete(field.id);
  }
}
