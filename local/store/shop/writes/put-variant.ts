import type { ExecutionContext } from '../../graphql/execution/context';
import { moneyText } from '../normalise/money';
import { barcodesAfter } from '../rules/variants/barcodes';
import type { VariantInput } from '../rules/variants/variant-input';
import type { InventoryItem } from '../state/inventory';
import { itemOf, primaryLocation } from '../state/lookups';
import type { Product, UnitPriceMeasurement, Variant } from '../state/product';
import { activateLevel, setQuantity, withItemFields } from './put-inventory';
import { writeOwnedMetafields } from './put-metafields';

/** Defaults of a new variant's item: they depends on the mutation (recorded). */
export interface NewVariantDefaults {
  /** productVariantsBulkCreate tracks, productCreate and productSet do not. */
  readonly tracked: boolean;
}

/** Adds a variant with its item at the end of the product; it is stocked nowhere yet. */
export function insertVariant(
  context: ExecutionContext,
  product: Product,
  valueIds: readonly string[],
  input: VariantInput,
  defaults: NewVariantDefaults,
): Variant {
  const { state, now } = context;
  const id = state.newId('ProductVariant');
  const item: InventoryItem = {
    id: state.newId('InventoryItem'),
    variantId: id,
    sku: null,
    tracked: defaults.tracked,
    requiresShipping: !product.isGiftCard,
    cost: null,
    harmonizedSystemCode: null,
    countryHarmonizedSystemCodes: [],
    countryCodeOfOrigin: null,
    provinceCodeOfOrigin: null,
    weight: { value: 0, unit: state.shop.weightUnit },
    createdAt: now,
    updatedAt: now,
  };
  state.inventoryItems.put(item);
  const blank: Variant = {
    id,
    productId: product.id,
    inventoryItemId: item.id,
    optionValueIds: valueIds,
    barcodes: [],
    price: moneyText('0', state.shop.currencyCode),
    compareAtPrice: null,
    inventoryPolicy: 'DENY',
    taxable: !product.isGiftCard,
    taxCode: null,
    requiresComponents: false,
    showUnitPrice: false,
    unitPriceMeasurement: null,
    mediaIds: [],
    createdAt: now,
    updatedAt: now,
  };
  state.variants.put(blank);
  return updateVariant(context, blank, input);
}

/** Writes the fields that are present; the rest stays. Fields are already checked. */
export function updateVariant(context: ExecutionContext, variant: Variant, input: VariantInput): Variant {
  const { state, now } = context;
  const { currencyCode } = state.shop;
  const sku = input.sku === undefined ? {} : { sku: input.sku };
  const item = { ...input.inventoryItem, ...sku };
  if (Object.keys(item).length > 0) {
    state.inventoryItems.put(withItemFields(itemOf(state, variant), roundCost(item, currencyCode), now));
  }
  if (input.metafields) {
    const owner = { ownerId: variant.id, ownerType: 'PRODUCTVARIANT' };
    writeOwnedMetafields(context, owner, input.metafields);
  }
  return state.variants.put({
    ...variant,
    barcodes: barcodesAfter(variant.barcodes, input),
    price: input.price == null ? variant.price : moneyText(input.price, currencyCode),
    compareAtPrice:
      input.compareAtPrice === undefined
        ? variant.compareAtPrice
        : input.compareAtPrice && moneyText(input.compareAtPrice, currencyCode),
    inventoryPolicy: input.inventoryPolicy ?? variant.inventoryPolicy,
    taxable: input.taxable ?? variant.taxable,
    taxCode: input.taxCode === undefined ? variant.taxCode : input.taxCode,
    requiresComponents: input.requiresComponents ?? variant.requiresComponents,
    showUnitPrice: input.showUnitPrice ?? variant.showUnitPrice,
    unitPriceMeasurement:
      input.unitPriceMeasurement === undefined
        ? variant.unitPriceMeasurement
        : input.unitPriceMeasurement && unitPrice(input.unitPriceMeasurement),
    updatedAt: now,
  });
}

function roundCost<T extends { readonly cost?: string | null }>(item: T, currencyCode: string): T {
  return item.cost == null ? item : { ...item, cost: moneyText(item.cost, currencyCode) };
}

const unitPrice = (input: Partial<UnitPriceMeasurement>): UnitPriceMeasurement => ({
  quantityUnit: input.quantityUnit ?? null,
  quantityValue: input.quantityValue ?? 0,
  referenceUnit: input.referenceUnit ?? null,
  referenceValue: input.referenceValue ?? 0,
});

export interface StartingStock {
  readonly locationId: string;
  readonly name: 'available' | 'on_hand';
  readonly quantity: number;
}

/** Stocks a new variant where the input says, else at the primary location with nothing (recorded). */
export function stockNewVariant(
  context: ExecutionContext,
  variant: Variant,
  stock: readonly StartingStock[],
): void {
  const { state } = context;
  const primary = primaryLocation(state);
  if (stock.length === 0 && primary) activateLevel(context, variant.inventoryItemId, primary.id);
  for (const { locationId, name, quantity } of stock) {
    setQuantity(context, activateLevel(context, variant.inventoryItemId, locationId), name, quantity);
  }
}
