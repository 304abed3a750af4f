import type { PriceList } from './shop/price-lists/price-list';
import type { Barcode } from './shop/state/product';
import type { Collection } from './shop/state/publishing';

/** The catalog as the store holds it inside, which its API never returns in full (an image's submitted URL, for one). */
export interface CatalogDump {
  readonly locations: readonly { readonly name: string }[];
  readonly products: readonly DumpedProduct[];
  readonly metafieldDefinitions?: readonly DumpedDefinition[];
  readonly collections?: readonly DumpedCollection[];
  readonly priceLists?: readonly DumpedPriceList[];
}

export interface DumpedMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

export interface DumpedDefinition extends Omit<DumpedMetafield, 'value'> {
  readonly ownerType: string;
  readonly name: string;
  readonly validations: readonly { readonly name: string; readonly value: string | null }[];
}

export interface DumpedCollection {
  readonly title: string;
  readonly handle: string;
  readonly ruleSet: Collection['ruleSet'];
}

export interface DumpedPriceList {
  readonly name: string;
  readonly currency: string;
  readonly adjustment: PriceList['parent']['adjustment'];
  /** Null for one of companies, or of none. */
  readonly catalog: { readonly title: string; readonly markets: readonly string[] } | null;
  /** The fixed prices of variants that have an SKU. */
  readonly prices: readonly {
    readonly sku: string;
    readonly price: string;
    readonly compareAtPrice: string | null;
  }[];
}

export interface DumpedProduct {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  /** Sorted. */
  readonly tags: readonly string[];
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly DumpedVariant[];
  /** Its own; missing where there are none. */
  readonly metafields?: readonly DumpedMetafield[];
  /** Handles of the collections that it was put into by hand; missing where there are none. */
  readonly collections?: readonly string[];
  readonly media: readonly { readonly originalSource: string; readonly alt: string | null }[];
}

export interface DumpedVariant {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  /** All of them, the first among them. */
  readonly barcodes: readonly Barcode[];
  /** Decimal string with the currency's decimals, for example `10.00`. */
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly inventoryPolicy: 'DENY' | 'CONTINUE';
  readonly metafields?: readonly DumpedMetafield[];
  readonly taxable: boolean;
  readonly tracked: boolean;
  readonly cost: string | null;
  readonly options: Readonly<Record<string, string>>;
  /** By location name; only locations where the item is stocked. */
  readonly inventory: Readonly<Record<string, { readonly available: number; readonly onHand: number }>>;
}
