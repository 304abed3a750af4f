import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { PriceListId } from '../../catalog/markets/catalogs';
import { groupBy } from '../../catalog/values/arrays';
import type { PublicationId } from '../../catalog/values/gid';
import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { allFixedPricesText, apartFromProductsText } from '../documents/generated/whole-shop';
import { MEMBERS_PER_REQUEST } from './collections';
import { PRICES_PER_PAGE, PRODUCTS_PER_REQUEST } from './markets';
import { metafieldName, type OwnerLevel, partSizes } from './metafields';
import { VARIANTS_OF_BARCODES } from './variants';

/** Fields that Shopify keeps apart from products and variants, by where they are read. */
export interface FieldsApart {
  /** By the names of the metafields, such as `custom.material`. */
  readonly metafields: Readonly<Record<OwnerLevel, ReadonlyMap<string, FieldKey>>>;
  readonly barcodes: FieldKey | undefined;
  readonly included: ReadonlyMap<PublicationId, FieldKey>;
  /** The one field or two of a price, by the list that it is in. */
  readonly prices: ReadonlyMap<PriceListId, readonly FieldKey[]>;
  readonly collections: boolean;
}

export type NeedsApart = Pick<SnapshotNeeds, 'values' | 'collections'>;

export function fieldsApart({ values = [], collections }: NeedsApart): FieldsApart {
  const named = (level: OwnerLevel) =>
    new Map(values.flatMap((key) => [[metafieldName(key, level), key] as const].filter(isNamed)));
  return {
    metafields: { product: named('product'), variant: named('variant') },
    barcodes: values.find((key) => fieldOf(key).isReadApart),
    included: new Map(
      values.flatMap((key) => {
        const { publication } = fieldOf(key);
        return publication ? [[publication, key] as const] : [];
      }),
    ),
    prices: groupBy(values.filter(isListPrice), listOf),
    collections: collections !== undefined,
  };
}

/** All fields that the queries of what is apart answer; any other is read directly. */
export function keysIn({ metafields, barcodes, included, prices }: FieldsApart): ReadonlySet<FieldKey> {
  return new Set([
    ...metafields.product.values(),
    ...metafields.variant.values(),
    ...(barcodes ? [barcodes] : []),
    ...included.values(),
    ...[...prices.values()].flat(),
  ]);
}

function listOf(key: FieldKey): PriceListId {
  return fieldOf(key).soldAt?.list as PriceListId;
}

/** Tells whether a field is read with the prices of a list. */
export function isListPrice(key: FieldKey): boolean {
  return fieldOf(key).soldAt?.list !== undefined;
}

function isNamed<Key>(entry: readonly [string | undefined, Key]): entry is readonly [string, Key] {
  return entry[0] !== undefined;
}

/** Requests that reading them directly takes, of so many items. */
export function requestsApart(
  { metafields, barcodes, included, prices, collections }: FieldsApart,
  { products, variants }: { readonly products: number; readonly variants: number },
): number {
  const ofLevel = (names: number, items: number) => {
    const sizes = partSizes(Math.max(1, names));
    return Math.ceil(names / sizes.names) * Math.ceil(items / sizes.ids);
  };
  return (
    ofLevel(metafields.product.size, products) +
    ofLevel(metafields.variant.size, variants) +
    (barcodes ? Math.ceil(variants / VARIANTS_OF_BARCODES) : 0) +
    included.size * Math.ceil(products / PRODUCTS_PER_REQUEST) +
    prices.size * Math.ceil(variants / PRICES_PER_PAGE) +
    (collections ? Math.ceil(products / MEMBERS_PER_REQUEST) : 0)
  );
}

/** Part of what a bulk query reads: products with their variants and levels, what is apart from these, and fixed prices. */
export const BULK_PARTS = ['items', 'apart', 'prices'] as const;
export type BulkPart = (typeof BULK_PARTS)[number];

/** The query of what is apart; undefined where nothing of it is asked for. */
export function apartQuery({ metafields, barcodes, included, collections }: FieldsApart): string | undefined {
  const { product, variant } = metafields;
  const variants = barcodes !== undefined || variant.size > 0;
  if (product.size + included.size === 0 && !variants && !collections) return undefined;
  const text = apartFromProductsText({
    collections,
    variants,
    included: included.size > 0,
    barcodes: barcodes !== undefined,
  });
  const ofProducts = [
    ...metafieldTexts(product),
    ...[...included.keys()].map(
      (id, index) => `p${index}:publishedOnPublication(publicationId:${JSON.stringify(id)})`,
    ),
  ];
  return text
    .replace('{products{edges{node{id ', (found) => `${found}${ofProducts.join(' ')} `)
    .replace('variants{edges{node{id ', (found) => `${found}${metafieldTexts(variant).join(' ')} `);
}

/** One by one: a bulk query has no connection left for them, and one of them is none. */
function metafieldTexts(names: ReadonlyMap<string, FieldKey>): readonly string[] {
  return [...names.keys()].map((name, index) => {
    const dot = name.indexOf('.');
    const [namespace, key] = [name.slice(0, dot), name.slice(dot + 1)].map((word) => JSON.stringify(word));
    return `m${index}:metafield(namespace:${namespace},key:${key}){value}`;
  });
}

export function pricesQuery({ prices }: FieldsApart): string | undefined {
  return prices.size > 0 ? allFixedPricesText() : undefined;
}

/** The same query, of what a search finds. */
export function ofFound(query: string, search: string): string {
  return search ? query.replace('{products{', () => `{products(query:${JSON.stringify(search)}){`) : query;
}
