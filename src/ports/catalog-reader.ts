import type { FieldKey } from '../catalog/columns/columns';
import type { PublicationId } from '../catalog/values/gid';
import type { ShopGroup } from '../catalog/values/memberships';
import type { StoreLevel, StoreProduct } from '../plan/model/snapshot';
import type { Problem, Result } from './problem';

/** Products to read; a field that is absent excludes none. */
export interface CatalogFilter {
  readonly status?: string;
  readonly vendor?: string;
  readonly productType?: string;
  readonly tag?: string;
  /** Title or handle. */
  readonly collection?: string;
  /** Full name in Shopify's taxonomy, or ID. */
  readonly category?: string;
  /** A day, `2026-11-28`, in UTC. */
  readonly changedSince?: string;
  /** At some location. */
  readonly isOutOfStock?: boolean;
  readonly handles?: readonly string[];
  readonly skus?: readonly string[];
  /** In the words of Shopify's own search. */
  readonly search?: string;
}

/** Parts of a product besides its fields and variants. */
export interface CatalogParts {
  readonly descriptions: boolean;
  readonly media: boolean;
  readonly stock: boolean;
  readonly publishing: boolean;
  /** Fields that a query of their own reads. */
  readonly values: readonly FieldKey[];
  /** Options with the order of their values. */
  readonly options?: true;
  /** All collections of the shop, if it is to be read which of them each product is in. */
  readonly collections?: readonly ShopGroup[];
  /** All sales channels, likewise. */
  readonly channels?: readonly ShopGroup[];
}

export interface CatalogRequest {
  /** In Shopify's words, as `findSearch` answered them. */
  readonly search: string;
  readonly parts: CatalogParts;
  readonly size: CatalogSize;
  /** The publication for which products are asked whether they are published. */
  readonly onlineStore: PublicationId | null;
}

/** How much there is to read. */
export interface CatalogSize {
  readonly products: number;
  readonly variants: number;
  /** Rows of a variant or image each, side by side. */
  readonly rows: number;
  /** All products were counted, and not only the first of them. */
  readonly isExact: boolean;
}

/** Place where reading goes on in another execution. */
export type CatalogPlace =
  | { readonly kind: 'page'; readonly after: string }
  | {
      readonly kind: 'bulk';
      readonly operation: string;
      /** Operations that read what is apart from products and variants, and fixed prices. */
      readonly apart?: string | undefined;
      readonly prices?: string | undefined;
      /** Number of products in its result that are done. */
      readonly done?: number | undefined;
    };

/** Products with all that was asked for of them. */
export interface CatalogBlock {
  readonly products: readonly StoreProduct[];
  /** By `levelKey`. */
  readonly levels: ReadonlyMap<string, StoreLevel>;
}

export interface ReadCatalogOptions {
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  /** Asked now and then on the way. */
  readonly stopCheck: () => Problem | undefined;
  /** Saves where to go on; what was handed over may be handed over again. */
  readonly onPlace: (place: CatalogPlace) => void;
  /** Takes some products; false where no more can be taken now. */
  readonly take: (block: CatalogBlock) => boolean;
}

/** Reads all that a filter finds. */
export interface CatalogReader {
  /** The filter in Shopify's words. A problem where there is no such collection or category. */
  findSearch(filter: CatalogFilter): Result<string>;
  /** A problem where Shopify does not know a word of the search: it would ignore the word and find everything. */
  measure(search: string): Result<CatalogSize>;
  read(
    request: CatalogRequest,
    from: CatalogPlace | undefined,
    options: ReadCatalogOptions,
  ): Result<'read' | 'stopped'>;
}
