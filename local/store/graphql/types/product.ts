import { isCollectionMember } from '../../shop/collections/membership';
import { plainText } from '../../shop/normalise/html';
import { type SortKeys, sortRows } from '../../shop/rules/sort-rows';
import { shownTotalInventory } from '../../shop/rules/total-inventory';
import { hasOnlyDefaultVariant } from '../../shop/rules/variants/default-variant';
import { gid, gidNumber } from '../../shop/state/ids';
import { availableOf, itemOf, variantsOf } from '../../shop/state/lookups';
import type { MediaFile } from '../../shop/state/media';
import type { Product, Variant } from '../../shop/state/product';
import { findCategory } from '../../shop/taxonomy/categories';
import { translationsOf } from '../../shop/translations/translations';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';
import { collectionSortKeys, variantSortKeys } from '../queries/sort-keys';
import { imageOf } from './media';
import { metafieldOwnerFields } from './metafield-owner';
import { placeOption } from './product-option';
import { publishableFields } from './publishable';
import { exactCount, legacyResourceId, money } from './values';

interface SortedArgs extends PageArgs {
  readonly sortKey?: string | null;
}

/** Position is the order they stand in. */
const mediaSortKeys: SortKeys<MediaFile> = { ID: (file) => Number(gidNumber(file.id)) };

type Pricing = ObjectFields<Product>[string];

/** `field` of the cheapest and the dearest variant; `missing` where none has it. */
function range(
  names: readonly [string, string],
  field: 'price' | 'compareAtPrice',
  hundredfold = false,
): Pricing {
  return (product, _args, { state }) => {
    const amounts = variantsOf(state, product).flatMap((variant) => variant[field] ?? []);
    if (amounts.length === 0)
      return field === 'price' ? rangeOf(names, ['0', '0'], state.shop.currencyCode) : null;
    const sorted = [...amounts].sort((one, other) => Number(one) - Number(other));
    const ends = [sorted[0] ?? '0', sorted.at(-1) ?? '0'].map((amount) =>
      hundredfold ? String(Math.round(Number(amount) * 100)) : amount,
    );
    return rangeOf(names, [ends[0] ?? '0', ends[1] ?? '0'], state.shop.currencyCode);
  };
}

const rangeOf = (
  names: readonly [string, string],
  ends: readonly [string, string],
  currencyCode: string,
) => ({
  [names[0]]: money(ends[0], currencyCode),
  [names[1]]: money(ends[1], currencyCode),
});

const minMaxPrice = ['minVariantPrice', 'maxVariantPrice'] as const;

const isOutOfStock = (context: ExecutionContext, variant: Variant): boolean =>
  itemOf(context.state, variant).tracked && availableOf(context.state, variant) <= 0;

const collectionsOf = (product: Product, context: ExecutionContext) =>
  context.state.collections.all().filter((collection) => isCollectionMember(context, collection, product));

const mediaOf = (product: Product, { state }: ExecutionContext) =>
  product.mediaIds.flatMap((id) => state.files.get(id) ?? []);

const imagesOf = (product: Product, context: ExecutionContext) =>
  mediaOf(product, context).flatMap((file) => {
    const image = imageOf(file, context);
    /** Recorded: a product's images are ProductImages, a media's own an ImageSource. */
    return image ? [{ ...image, id: gid('ProductImage', gidNumber(file.id)) }] : [];
  });

export const productFields: ObjectFields<Product> = {
  ...publishableFields,
  ...metafieldOwnerFields,
  translations: (row, args: Parameters<typeof translationsOf>[2], context) =>
    translationsOf(context, row.id, args),
  legacyResourceId,
  bodyHtml: (product) => product.descriptionHtml,
  description: (product, args: { truncateAt?: number | null }) => {
    const text = plainText(product.descriptionHtml);
    return args.truncateAt == null || text.length <= args.truncateAt
      ? text
      : `${text.slice(0, Math.max(0, args.truncateAt - 3))}...`;
  },
  category: (product) => (product.categoryId === null ? null : findCategory(product.categoryId)),
  collections: (product, args: SortedArgs, context) =>
    connection(sortRows(collectionsOf(product, context), args.sortKey, collectionSortKeys), args),
  inCollection: (product, args: { id: string }, context) =>
    collectionsOf(product, context).some((collection) => collection.id === args.id),
  /** Recorded: compare-at prices make no range while none is set. */
  compareAtPriceRange: range(['minVariantCompareAtPrice', 'maxVariantCompareAtPrice'], 'compareAtPrice'),
  priceRangeV2: range(minMaxPrice, 'price'),
  /** Deprecated, and in hundredths (schema: "The minimum and maximum prices … expressed in …"; recorded). */
  priceRange: range(minMaxPrice, 'price', true),
  /** Deprecated in favour of featuredMedia. */
  featuredImage: (product, _args, context) => imagesOf(product, context)[0] ?? null,
  featuredMedia: (product, _args, context) => mediaOf(product, context)[0] ?? null,
  feedback: () => null,
  /** Deprecated in favour of media. */
  images: (product, args: PageArgs, context) => connection(imagesOf(product, context), args),
  media: (product, args: SortedArgs, context) =>
    connection(sortRows(mediaOf(product, context), args.sortKey, mediaSortKeys), args),
  mediaCount: (product) => exactCount(product.mediaIds.length),
  hasOnlyDefaultVariant,
  hasOutOfStockVariants: (product, _args, context) =>
    variantsOf(context.state, product).some((variant) => isOutOfStock(context, variant)),
  hasVariantsThatRequiresComponents: (product, _args, { state }) =>
    variantsOf(state, product).some((variant) => variant.requiresComponents),
  onlineStorePreviewUrl: (product, _args, { state }) =>
    `https://${state.shop.domain}/products_preview?preview_key=${product.handle}`,
  onlineStoreUrl: (product, _args, { state }) =>
    product.publishedAt === null ? null : `https://${state.shop.domain}/products/${product.handle}`,
  options: (product, args: { first?: number | null }) =>
    product.options.slice(0, args.first ?? undefined).map((option) => placeOption(product, option)),
  sellingPlanGroupCount: () => 0,
  sellingPlanGroups: (_product, args: PageArgs) => connection([], args),
  sellingPlanGroupsCount: () => exactCount(0),
  storefrontId: (product) => product.id,
  totalInventory: (product, _args, { state, nowMs }) => shownTotalInventory(state, product, nowMs),
  totalVariants: (product) => product.variantIds.length,
  tracksInventory: (product, _args, { state }) =>
    variantsOf(state, product).some((variant) => itemOf(state, variant).tracked),
  variants: (product, args: SortedArgs, context) =>
    connection(sortRows(variantsOf(context.state, product), args.sortKey, variantSortKeys(context)), args),
  variantsCount: (product) => exactCount(product.variantIds.length),
};
