import type { FieldKey } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type { MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import type {
  ImageState,
  SkuMatch,
  SnapshotNeeds,
  StoreLevel,
  StoreProduct,
  StoreSnapshot,
  StoreVariant,
} from '../../plan/model/snapshot';
import type { BulkAccess } from '../bulk/bulk-operation';
import type { LookUpMemory } from '../bulk/look-up-memory';
import type { AdminClient } from '../client/admin-client';
import type { WholeShop } from './whole-shop';

/** A snapshot in the making. */
export interface SnapshotDraft extends StoreSnapshot {
  readonly products: Map<ProductId, StoreProduct>;
  readonly productIdsByHandle: Map<string, ProductId | null>;
  readonly variants: Map<VariantId, StoreVariant>;
  readonly matchesBySku: Map<string, readonly SkuMatch[]>;
  readonly levels: Map<string, StoreLevel>;
  readonly categoryIds: Map<string, string | null>;
  readonly collectionIds: Map<string, string>;
  readonly images: Map<MediaId, ImageState>;
  readonly versions: Map<string, string>;
}

export function newDraft(): SnapshotDraft {
  return {
    products: new Map(),
    productIdsByHandle: new Map(),
    variants: new Map(),
    matchesBySku: new Map(),
    levels: new Map(),
    categoryIds: new Map(),
    collectionIds: new Map(),
    images: new Map(),
    versions: new Map(),
  };
}

export function addProduct(draft: SnapshotDraft, product: StoreProduct): void {
  draft.products.set(product.id, product);
  for (const variant of product.variants) draft.variants.set(variant.id, variant);
}

/** Search answers a variant twice where a page moved under it. */
export function addMatch(draft: SnapshotDraft, sku: string, match: SkuMatch): void {
  const known = draft.matchesBySku.get(sku) ?? [];
  if (known.every(({ variantId }) => variantId !== match.variantId))
    draft.matchesBySku.set(sku, [...known, match]);
}

/** Fields of one item that are read apart from it. */
export type Values = Partial<Record<FieldKey, FieldValue | null>>;

/** A look-up under way: each step adds to the draft what the ones before it do not know yet. */
export interface Reading {
  readonly client: AdminClient;
  readonly needs: SnapshotNeeds;
  readonly draft: SnapshotDraft;
  /** Everything that a bulk query has read beforehand. */
  readonly shop: WholeShop | undefined;
  readonly bulk: BulkReading | undefined;
}

/** Access by which a look-up begins a bulk query of its own; undefined where it is a part of one already. */
export interface BulkReading extends BulkAccess {
  readonly memory: LookUpMemory;
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
}

/** Items, and their fields that a query of its own reads. */
export interface ReadingApart {
  readonly client: AdminClient;
  readonly bulk: BulkReading | undefined;
  readonly keys: readonly FieldKey[];
  readonly products: readonly ProductId[];
  readonly variants: readonly VariantId[];
  /** Words that change with a value, by its target. */
  readonly versions: Map<string, string>;
}
