import type { Barcode } from './shop/state/product';

/** The catalog as the store holds it inside, which its API never returns in full (an image's submitted URL, for one). */
export interface CatalogDump {
  readonly locations: readonly { readonly name: string }[];
  readonly products: readonly DumpedProduct[];
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
  readonly taxable: boolean;
  readonly tracked: boolean;
  readonly cost: string | null;
  readonly options: Readonly<Record<string, string>>;
  /** By location name; only locations where the item is stocked. */
  readonly inventory: Readonly<Record<string, { readonly available: number; readonly onHand: number }>>;
}
