import { isoTime } from '../../../../../local/store/graphql/execution/context';
import type { WeightUnit } from '../../../../../local/store/shop/state/inventory';
import type { OptionValue, Product, ProductOption } from '../../../../../local/store/shop/state/product';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds, refersToUnrecordedPrimary } from './needs-seed';
import { mediaShownOn } from './seed-files';

type Tree = { readonly [key: string]: Json };

const typeOf = (id: string): string => id.split('/')[3] ?? '';
const text = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;
const maybe = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const flag = (value: Json | undefined, otherwise: boolean): boolean =>
  typeof value === 'boolean' ? value : otherwise;
const list = (value: Json | undefined): readonly Tree[] => (Array.isArray(value) ? (value as Tree[]) : []);

/** A product for every id the scenario needs, with what the recording tells of it and Shopify's defaults else. */
export function seedProducts(contract: Contract, things: readonly KnownThing[], store: EmbeddedStore): void {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const needed = neededIds(contract);
  const productIds = new Set([...byId.keys(), ...needed].filter((id) => typeOf(id) === 'Product'));
  if (productIds.size === 0 && needed.some((id) => /\/(ProductVariant|InventoryItem)\//.test(id))) {
    productIds.add('gid://shopify/Product/1000000000');
  }
  if (refersToUnrecordedPrimary(contract)) productIds.add('gid://shopify/Product/1000000001');
  for (const [index, id] of [...productIds].entries()) {
    putProduct(store, id, byId, index === 0 ? needed : []);
  }
}

function putProduct(
  { state, options }: EmbeddedStore,
  id: string,
  byId: ReadonlyMap<string, KnownThing>,
  needed: readonly string[],
): void {
  const fields: Tree = byId.get(id)?.fields ?? {};
  const now = isoTime(options.now());
  const owned = [...byId.values()].filter(
    (thing) =>
      typeOf(thing.id) === 'ProductVariant' &&
      (productOfVariant(thing) ?? (needed.length > 0 ? id : null)) === id,
  );
  const loose = needed.filter((one) => typeOf(one) === 'ProductVariant' && !byId.has(one));
  const variantIds = [...owned.map((thing) => thing.id), ...loose];
  if (variantIds.length === 0) variantIds.push(state.newId('ProductVariant'));
  const optionList = optionsOf(state, fields, variantIds, byId);
  state.products.put({
    ...(productFields(fields) as Product),
    id,
    options: optionList,
    variantIds,
    mediaIds: mediaShownOn(id, byId, needed.length > 0).filter((mediaId) => state.files.get(mediaId)),
    combinedListingParentId: null,
    totalInventory: { shown: 0, untilMs: 0 },
    createdAt: now,
    updatedAt: now,
  });
  for (const variantId of variantIds) putVariant(state, id, variantId, optionList, byId, needed, now);
}

/** Null where no answer tells: the first product of the scenario takes it. */
function productOfVariant(thing: KnownThing): string | null {
  const product = thing.fields.product as Tree | undefined;
  const shownIn = thing.insideOf !== null && typeOf(thing.insideOf) === 'Product' ? thing.insideOf : null;
  return maybe(product?.id) ?? shownIn;
}

function productFields(fields: Tree): Partial<Product> {
  const seo = (fields.seo ?? {}) as Tree;
  const title = text(fields.title, 'Seeded product');
  return {
    title,
    handle: text(fields.handle, title.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
    descriptionHtml: text(fields.descriptionHtml, ''),
    vendor: text(fields.vendor, 'recorded-store'),
    productType: text(fields.productType, ''),
    tags: Array.isArray(fields.tags) ? (fields.tags as string[]) : [],
    status: text(fields.status, 'DRAFT') as Product['status'],
    categoryId: null,
    seo: { title: maybe(seo.title), description: maybe(seo.description) },
    templateSuffix: maybe(fields.templateSuffix),
    isGiftCard: false,
    giftCardTemplateSuffix: null,
    requiresSellingPlan: false,
    combinedListingRole: maybe(fields.combinedListingRole) as Product['combinedListingRole'],
    publishedAt: null,
  };
}

/** The options as shown, else as the variants' selected options imply, else Shopify's own. */
function optionsOf(
  state: EmbeddedStore['state'],
  fields: Tree,
  variantIds: readonly string[],
  byId: ReadonlyMap<string, KnownThing>,
): readonly ProductOption[] {
  const value = (name: string, id?: string): OptionValue => ({
    id: id ?? state.newId('ProductOptionValue'),
    name,
  });
  const shown = list(fields.options).map((option) => ({
    id: text(option.id, state.newId('ProductOption')),
    name: text(option.name, 'Title'),
    values: list(option.optionValues).map((one) => value(text(one.name, ''), maybe(one.id) ?? undefined)),
    linkedMetafield: null,
  }));
  if (shown.length > 0) return shown;
  const names = new Map<string, Set<string>>();
  for (const id of variantIds) {
    for (const selected of list(byId.get(id)?.fields.selectedOptions)) {
      const name = text(selected.name, '');
      names.set(name, (names.get(name) ?? new Set()).add(text(selected.value, '')));
    }
  }
  if (names.size === 0) names.set('Title', new Set(['Default Title']));
  return [...names].map(([name, values]) => ({
    id: state.newId('ProductOption'),
    name,
    values: [...values].map((one) => value(one)),
    linkedMetafield: null,
  }));
}

function putVariant(
  state: EmbeddedStore['state'],
  productId: string,
  id: string,
  options: readonly ProductOption[],
  byId: ReadonlyMap<string, KnownThing>,
  needed: readonly string[],
  now: string,
): void {
  const fields: Tree = byId.get(id)?.fields ?? {};
  const looseItem = needed.find((one) => typeOf(one) === 'InventoryItem' && !state.inventoryItems.get(one));
  const known = [...byId.values()].find(
    (thing) =>
      typeOf(thing.id) === 'InventoryItem' &&
      (thing.insideOf === id || (thing.fields.variant as Tree | undefined)?.id === id),
  );
  const item = (known?.fields ?? fields.inventoryItem ?? {}) as Tree;
  const itemId = known?.id ?? looseItem ?? state.newId('InventoryItem');
  const weight = ((item.measurement as Tree | undefined)?.weight ?? {}) as Tree;
  state.inventoryItems.put({
    id: itemId,
    variantId: id,
    sku: maybe(item.sku) ?? maybe(fields.sku),
    tracked: flag(item.tracked, false),
    requiresShipping: flag(item.requiresShipping, true),
    cost: null,
    harmonizedSystemCode: maybe(item.harmonizedSystemCode),
    countryHarmonizedSystemCodes: [],
    countryCodeOfOrigin: maybe(item.countryCodeOfOrigin),
    provinceCodeOfOrigin: maybe(item.provinceCodeOfOrigin),
    weight: { value: Number(weight.value ?? 0), unit: text(weight.unit, 'KILOGRAMS') as WeightUnit },
    createdAt: now,
    updatedAt: now,
  });
  const selected = list(fields.selectedOptions);
  const titles = text(fields.title, '').split(' / ');
  const optionValueIds = options.map((option, index) => {
    const name = text(selected.find((one) => one.name === option.name)?.value, titles[index] ?? '');
    return option.values.find((value) => value.name === name)?.id ?? option.values[0]?.id ?? '';
  });
  const unitPrice = fields.unitPriceMeasurement as Tree | undefined;
  state.variants.put({
    id,
    productId,
    inventoryItemId: itemId,
    optionValueIds,
    barcodes: [maybe(fields.barcode) ?? []].flat().map((value) => ({ value, type: null })),
    price: text(fields.price, '0.00'),
    compareAtPrice: maybe(fields.compareAtPrice),
    inventoryPolicy: text(fields.inventoryPolicy, 'DENY') as 'DENY' | 'CONTINUE',
    taxable: flag(fields.taxable, true),
    taxCode: maybe(fields.taxCode),
    requiresComponents: flag(fields.requiresComponents, false),
    showUnitPrice: flag(fields.showUnitPrice, false),
    unitPriceMeasurement: unitPrice
      ? {
          quantityUnit: maybe(unitPrice.quantityUnit),
          quantityValue: Number(unitPrice.quantityValue),
          referenceUnit: maybe(unitPrice.referenceUnit),
          referenceValue: Number(unitPrice.referenceValue),
        }
      : null,
    mediaIds: [],
    createdAt: now,
    updatedAt: now,
  });
}
