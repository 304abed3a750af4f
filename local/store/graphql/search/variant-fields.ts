import { isCollectionMember } from '../../shop/collections/membership';
import { variantTitle } from '../../shop/rules/variants/variant-title';
import { gidNumber } from '../../shop/state/ids';
import { availableOf, itemOf, levelsOfItem, productOf } from '../../shop/state/lookups';
import type { Product, Variant } from '../../shop/state/product';
import type { StoreState } from '../../shop/state/store-state';
import { channelFields } from './channel-fields';
import { boolean, id, number, type SearchField, type SearchFields, text, time, word } from './search-fields';

const derived = { isDerived: true } as const;
const isDefault = { isDefault: true } as const;

const ofProduct =
  (values: (product: Product) => readonly string[]): SearchField<Variant>['values'] =>
  (variant, state) =>
    values(productOf(state, variant));

/** FALSE excludes nothing. */
const exclusion = ({ requiresComponents }: Variant): readonly string[] =>
  requiresComponents ? ['false'] : ['true', 'false'];

const option = (index: number): SearchField<Variant> =>
  word((variant: Variant, state) => {
    const wanted = variant.optionValueIds[index];
    const values = productOf(state, variant).options[index]?.values ?? [];
    return values.filter((value) => value.id === wanted).map(({ name }) => name);
  }, derived);

/** The filters of `productVariants(query:)` in the schema's description, as far as the store holds what they ask. */
export const variantFields: SearchFields<Variant> = {
  ...Object.fromEntries(
    Object.entries(channelFields).map(([name, field]) => [
      name,
      {
        ...field,
        values: (variant: Variant, state: StoreState, nowMs: number) =>
          field.values(productOf(state, variant), state, nowMs),
      },
    ]),
  ),
  barcode: text(({ barcodes }) => barcodes.map(({ value }) => value), isDefault),
  collection: id(
    (variant, state, nowMs) =>
      state.collections
        .all()
        .filter((collection) => isCollectionMember({ state, nowMs }, collection, productOf(state, variant)))
        .map((collection) => gidNumber(collection.id)),
    { isLive: true },
  ),
  // The store has no delivery profiles.
  delivery_profile_id: id(() => []),
  exclude_composite: boolean(exclusion),
  exclude_variants_with_components: boolean(exclusion),
  gift_card: boolean(
    ofProduct(({ isGiftCard }) => [String(isGiftCard)]),
    derived,
  ),
  id: id((variant) => [gidNumber(variant.id)]),
  inventory_quantity: number((variant, state) => [String(availableOf(state, variant))], derived),
  location_id: id(
    (variant, state) =>
      levelsOfItem(state, variant.inventoryItemId)
        .filter((level) => level.isActive)
        .map((level) => gidNumber(level.locationId)),
    derived,
  ),
  managed: boolean((variant, state) => [String(itemOf(state, variant).tracked)], derived),
  managed_by: word((variant, state) => (itemOf(state, variant).tracked ? ['shopify'] : []), derived),
  option1: option(0),
  option2: option(1),
  option3: option(2),
  product_id: id(({ productId }) => [gidNumber(productId)]),
  product_ids: id(({ productId }) => [gidNumber(productId)]),
  product_status: word(
    ofProduct(({ status }) => [status]),
    { ...derived, accepted: ['active', 'archived', 'draft', 'unlisted'] },
  ),
  product_type: word(
    ofProduct(({ productType }) => [productType]),
    derived,
  ),
  requires_components: boolean(({ requiresComponents }) => [String(requiresComponents)]),
  sku: text((variant, state) => [itemOf(state, variant).sku ?? ''], { ...derived, ...isDefault }),
  tag: word(
    ofProduct(({ tags }) => tags),
    derived,
  ),
  tag_not: word(
    ofProduct(({ tags }) => tags),
    { ...derived, isNegated: true },
  ),
  taxable: boolean(({ taxable }) => [String(taxable)]),
  title: text((variant, state) => [variantTitle(productOf(state, variant), variant)], {
    ...derived,
    ...isDefault,
  }),
  updated_at: time(({ updatedAt }) => [updatedAt]),
  vendor: word(
    ofProduct(({ vendor }) => [vendor]),
    derived,
  ),
};
