import type { Row } from './table';

export type ProductStatus = 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';

export interface OptionValue {
  readonly id: string;
  readonly name: string;
  /** The metaobject of a value whose option is linked to a metafield. */
  readonly linkedMetafieldValue?: string;
}

export interface ProductOption {
  readonly id: string;
  readonly name: string;
  readonly values: readonly OptionValue[];
  readonly linkedMetafield: { readonly namespace: string; readonly key: string } | null;
}

export interface Product extends Row {
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  /** As Shopify answers them: sorted without regard to case. */
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  /** `gid://shopify/TaxonomyCategory/…`. */
  readonly categoryId: string | null;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  readonly templateSuffix: string | null;
  readonly isGiftCard: boolean;
  readonly giftCardTemplateSuffix: string | null;
  readonly requiresSellingPlan: boolean;
  readonly combinedListingRole: 'PARENT' | 'CHILD' | null;
  readonly combinedListingParentId: string | null;
  readonly options: readonly ProductOption[];
  /** In position order. */
  readonly variantIds: readonly string[];
  /** In position order. */
  readonly mediaIds: readonly string[];
  /** `Product.totalInventory` lags behind stock writes: `shown` until the moment (virtual ms), then the truth. */
  readonly totalInventory: { readonly shown: number; readonly untilMs: number };
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
}

export interface UnitPriceMeasurement {
  readonly quantityUnit: string | null;
  readonly quantityValue: number;
  readonly referenceUnit: string | null;
  readonly referenceValue: number;
}

export type BarcodeType = 'ASIN' | 'EAN' | 'GTIN' | 'ISBN' | 'UPC';

export interface Barcode {
  readonly value: string;
  readonly type: BarcodeType | null;
}

export interface Variant extends Row {
  readonly productId: string;
  readonly inventoryItemId: string;
  /** One per option of the product, in the options' order. */
  readonly optionValueIds: readonly string[];
  /** The first is what `barcode` answers. */
  readonly barcodes: readonly Barcode[];
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly inventoryPolicy: 'DENY' | 'CONTINUE';
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly requiresComponents: boolean;
  readonly showUnitPrice: boolean;
  readonly unitPriceMeasurement: UnitPriceMeasurement | null;
  readonly mediaIds: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** OptionCreateInput and OptionSetInput. */
export interface OptionInput {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly position?: number | null;
  readonly values?:
    | readonly {
        readonly id?: string | null;
        readonly name?: string | null;
        readonly linkedMetafieldValue?: string | null;
      }[]
    | null;
  readonly linkedMetafield?: {
    readonly namespace?: string | null;
    readonly key: string;
    readonly values?: readonly string[] | null;
  } | null;
}
