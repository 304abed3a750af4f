import { variantTitle } from '../../shop/rules/variants/variant-title';
import { availableOf, itemOf, productOf } from '../../shop/state/lookups';
import type { Variant } from '../../shop/state/product';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';
import { imageOf } from './media';
import { metafieldOwnerFields } from './metafield-owner';
import { exactCount, legacyResourceId } from './values';

export const variantFields: ObjectFields<Variant> = {
  ...metafieldOwnerFields,
  legacyResourceId,
  availableForSale: (variant, _args, { state }) =>
    !itemOf(state, variant).tracked ||
    variant.inventoryPolicy === 'CONTINUE' ||
    availableOf(state, variant) > 0,
  barcode: ({ barcodes }) => barcodes[0]?.value ?? null,
  /** Connections turn pages by ids, which barcodes have not. */
  barcodes: ({ barcodes }, args: PageArgs) =>
    connection(
      barcodes.map((barcode, index) => ({
        ...barcode,
        id: `gid://shopify/ProductVariantBarcode/${index + 1}`,
      })),
      args,
    ),
  displayName: (variant, _args, { state }) => {
    const product = productOf(state, variant);
    return `${product.title} - ${variantTitle(product, variant)}`;
  },
  image: (variant, _args, context) => {
    const file = context.state.files.get(variant.mediaIds[0] ?? '');
    return file ? imageOf(file, context) : null;
  },
  inventoryItem: (variant, _args, { state }) => itemOf(state, variant),
  inventoryQuantity: (variant, _args, { state }) => availableOf(state, variant),
  media: (variant, args: PageArgs, { state }) =>
    connection(
      variant.mediaIds.flatMap((id) => state.files.get(id) ?? []),
      args,
    ),
  position: (variant, _args, { state }) => productOf(state, variant).variantIds.indexOf(variant.id) + 1,
  product: (variant, _args, { state }) => productOf(state, variant),
  selectedOptions: (variant, _args, { state }) =>
    productOf(state, variant).options.map((option, index) => {
      const value = option.values.find((one) => one.id === variant.optionValueIds[index]);
      return { name: option.name, value: value?.name ?? '', optionValue: value };
    }),
  sellableOnlineQuantity: (variant, _args, { state }) => availableOf(state, variant),
  sellingPlanGroupCount: () => 0,
  sellingPlanGroups: (_variant, args: PageArgs) => connection([], args),
  sellingPlanGroupsCount: () => exactCount(0),
  sku: (variant, _args, { state }) => itemOf(state, variant).sku,
  translations: () => [],
  title: (variant, _args, { state }) => variantTitle(productOf(state, variant), variant),
};
