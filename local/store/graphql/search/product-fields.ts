import { isCollectionMember } from '../../shop/collections/membership';
import { hasOnlyDefaultVariant } from '../../shop/rules/variants/default-variant';
import { variantTitle } from '../../shop/rules/variants/variant-title';
import { gidNumber } from '../../shop/state/ids';
import { availableOf, itemOf, levelsOfItem, variantsOf } from '../../shop/state/lookups';
import type { Product, Variant } from '../../shop/state/product';
import type { StoreState } from '../../shop/state/store-state';
import { channelFields, channelsOf } from './channel-fields';
import { boolean, id, number, type SearchFields, text, time, word } from './search-fields';

type OfVariant = (variant: Variant, state: StoreState, product: Product) => readonly string[];

const ofVariants =
  (values: OfVariant) =>
  (product: Product, state: StoreState): readonly string[] =>
    variantsOf(state, product).flatMap((variant) => values(variant, state, product));

const derived = { isDerived: true } as const;
const isDefault = { isDefault: true } as const;

const withComponents =
  (quantifier: 'some' | 'every') =>
  (product: Product, state: StoreState): readonly string[] => [
    String(variantsOf(state, product)[quantifier](({ requiresComponents }) => requiresComponents)),
  ];

const tracked = (state: StoreState, product: Product): readonly Variant[] =>
  variantsOf(state, product).filter((variant) => itemOf(state, variant).tracked);

/** The filters of `products(query:)` in the schema's description, as far as the store holds what they ask. */
export const productFields: SearchFields<Product> = {
  ...channelFields,
  barcode: text(
    ofVariants(({ barcodes }) => barcodes.map(({ value }) => value)),
    derived,
  ),
  bundles: boolean(withComponents('some'), derived),
  category_id: word(({ categoryId }) => (categoryId === null ? [] : [gidNumber(categoryId)])),
  collection_id: id(
    (product, state, nowMs) =>
      state.collections
        .all()
        .filter((collection) => isCollectionMember({ state, nowMs }, collection, product))
        .map((collection) => gidNumber(collection.id)),
    { isLive: true },
  ),
  combined_listing_role: word(({ combinedListingRole }) => [combinedListingRole ?? 'no_role'], {
    accepted: ['parent', 'child', 'no_role'],
  }),
  created_at: time(({ createdAt }) => [createdAt]),
  // The store has no delivery profiles, and no channel that complains.
  delivery_profile_id: id(() => []),
  error_feedback: word(() => []),
  gift_card: boolean(({ isGiftCard }) => [String(isGiftCard)]),
  handle: word(({ handle }) => [handle]),
  has_only_composites: boolean(withComponents('every'), derived),
  has_only_default_variant: boolean((product) => [String(hasOnlyDefaultVariant(product))]),
  has_variant_with_components: boolean(withComponents('some'), derived),
  id: id((product) => [gidNumber(product.id)]),
  inventory_total: number(
    (product, state) => [
      String(tracked(state, product).reduce((sum, variant) => sum + availableOf(state, variant), 0)),
    ],
    derived,
  ),
  is_price_reduced: boolean(
    (product, state) => [
      String(
        variantsOf(state, product).some(
          ({ price, compareAtPrice }) => compareAtPrice !== null && Number(compareAtPrice) > Number(price),
        ),
      ),
    ],
    derived,
  ),
  out_of_stock_somewhere: boolean(
    (product, state) => [
      String(
        tracked(state, product).some((variant) =>
          levelsOfItem(state, variant.inventoryItemId).some(
            (level) => level.isActive && level.quantities.available <= 0,
          ),
        ),
      ),
    ],
    derived,
  ),
  price: number(
    ofVariants(({ price }) => [price]),
    derived,
  ),
  product_type: word(({ productType }) => [productType], isDefault),
  published_at: time(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt])),
  product_configuration_owner: word(() => []),
  publication_ids: word((product, state) => channelsOf(product, state), { isLive: true }),
  sku: text(
    ofVariants((variant, state) => [itemOf(state, variant).sku ?? '']),
    { ...derived, ...isDefault },
  ),
  status: word(({ status }) => [status], { accepted: ['active', 'archived', 'draft', 'unlisted'] }),
  tag: word(({ tags }) => tags, isDefault),
  tag_not: word(({ tags }) => tags, { isNegated: true }),
  title: text(({ title }) => [title], isDefault),
  tracks_inventory: boolean((product, state) => [String(tracked(state, product).length > 0)], derived),
  updated_at: time(({ updatedAt }) => [updatedAt]),
  variant_id: id(
    ofVariants((variant) => [gidNumber(variant.id)]),
    derived,
  ),
  variant_title: text(
    ofVariants((variant, _state, product) => [variantTitle(product, variant)]),
    { ...derived, ...isDefault },
  ),
  vendor: word(({ vendor }) => [vendor], isDefault),
};
