import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { Gid, ProductId, VariantId } from '../../catalog/values/gid';
import type { ShopGroup } from '../../catalog/values/memberships';
import type { StoreProduct } from '../../plan/model/snapshot';
import type { AllFixedPricesLine, ApartFromProductsLine } from '../documents/generated/whole-shop';
import type { FieldsApart } from '../queries/apart';
import { currencyOf } from '../queries/fields';
import { amountIn } from '../queries/markets';
import { putCollections } from '../reading/read-collections';
import type { Values } from '../reading/snapshot-draft';

export type FixedPriceLine = Extract<AllFixedPricesLine, { readonly variant: unknown }>;

/** Collects what bulk queries say of items that is kept apart from them. */
export interface ApartReader {
  takeApart(line: ApartFromProductsLine): void;
  takePrice(line: FixedPriceLine): void;
  /** Values read so far of each item; those that are added appear in the complete product. */
  valuesRead(): readonly Values[];
  /** The product with all of it; undefined where Shopify's answer lacks the product or one of its variants. */
  complete(product: StoreProduct): StoreProduct | undefined;
}

/** Lines come in any order: a child may stand before its parent. */
export function apartReader(fields: FieldsApart, collections: readonly ShopGroup[] = []): ApartReader {
  const values = new Map<ProductId | VariantId, Values>();
  const groupsOf = new Map<ProductId, ShopGroup[]>();
  const selectedFor = new Map<ProductId, Set<Gid>>();
  const codesOf = new Map<VariantId, string[]>();
  const pricesOf = new Map<VariantId, Values>();
  const { metafields, included, prices, barcodes } = fields;
  const [ofProducts, ofVariants] = [[...metafields.product.values()], [...metafields.variant.values()]];
  const publications = [...included];
  const isApart = ofProducts.length + ofVariants.length + publications.length > 0;
  const hasVariants = ofVariants.length > 0 || barcodes !== undefined;
  const isAsked = isApart || hasVariants || fields.collections;
  const put = putCollections(collections);
  const unpriced: Values = {};
  for (const [key] of prices.values()) Object.assign(unpriced, pricesIn(key, undefined));

  return {
    takeApart(line) {
      if ('publication' in line)
        added(selectedFor, line.__parentId, () => new Set()).add(line.publication.id);
      else if ('title' in line) added(groupsOf, line.__parentId, (): ShopGroup[] => []).push(line);
      else if ('value' in line) added(codesOf, line.__parentId, (): string[] => []).push(line.value);
      else if ('__parentId' in line) values.set(line.id, metafieldsIn(line, ofVariants));
      else {
        const own = metafieldsIn(line, ofProducts);
        for (const [index, [, key]] of publications.entries())
          own[key] = (line as Aliased)[`p${index}`] === true;
        values.set(line.id, own);
      }
    },
    takePrice(line) {
      const [key] = prices.get(line.__parentId) ?? [];
      if (!key) return;
      Object.assign(
        added(pricesOf, line.variant.id, () => ({ ...unpriced })),
        pricesIn(key, line),
      );
    },
    valuesRead: () => [...values.values()],
    complete(product) {
      const own = values.get(product.id);
      if (isAsked && !own) return undefined;
      if (hasVariants && product.variants.some(({ id }) => !values.has(id))) return undefined;
      const selected = selectedFor.get(product.id);
      if (own && selected)
        for (const [publication, key] of publications) if (selected.has(publication)) own[key] = true;
      const variants = product.variants.map((variant) => {
        const read = {
          ...variant.fields,
          ...values.get(variant.id),
          ...(pricesOf.get(variant.id) ?? unpriced),
        };
        const codes = codesOf.get(variant.id) ?? [];
        return {
          ...variant,
          fields: barcodes ? { ...read, [barcodes]: codes.length > 0 ? codes : null } : read,
        };
      });
      const whole = { ...product, fields: { ...product.fields, ...own }, variants };
      return fields.collections ? put(whole, groupsOf.get(product.id) ?? []) : whole;
    },
  };
}

type Aliased = Readonly<Record<string, unknown>>;

function metafieldsIn(line: Aliased, keys: readonly FieldKey[]): Values {
  const own: Values = {};
  for (const [index, key] of keys.entries()) {
    const found = line[`m${index}`] as { readonly value: string } | null | undefined;
    own[key] = found?.value ?? null;
  }
  return own;
}

/** The two are written together, so that both are read where one of them is asked for. */
function pricesIn(key: FieldKey | undefined, fixed: FixedPriceLine | undefined): Values {
  const field = key && fieldOf(key);
  if (!field?.soldAt) return {};
  const currency = currencyOf(field);
  const amount = (money: { readonly amount: string } | null | undefined) =>
    money ? amountIn(money.amount, currency) : null;
  return {
    [field.soldAt.price as FieldKey]: amount(fixed?.price),
    [field.soldAt.compareAt as FieldKey]: amount(fixed?.compareAtPrice),
  };
}

function added<Key, Item>(map: Map<Key, Item>, key: Key, make: () => Item): Item {
  const known = map.get(key);
  if (known !== undefined) return known;
  const item = make();
  map.set(key, item);
  return item;
}
