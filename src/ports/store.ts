import type { FamilyFact, FamilyFacts } from '../catalog/columns/column';
import type { FieldKey } from '../catalog/columns/columns';
import type { InventoryItemId, ProductId, VariantId } from '../catalog/values/gid';
import type { Pace } from '../plan/batches/choose-lane';
import type { RowItem } from '../plan/identity/row-item';
import type { Batch, StoreLimits } from '../plan/model/batch';
import type { BatchOutcome } from '../plan/model/batch-outcome';
import type {
  Barcode,
  ShopFacts,
  SnapshotNeeds,
  StoreFields,
  StoreLevel,
  StoreSnapshot,
} from '../plan/model/snapshot';
import type { BulkLane } from './bulk-lane';
import type { CatalogReader } from './catalog-reader';
import type { Problem, Result } from './problem';

/** Reads a store. Nothing can be changed through it: whoever is given only this sends nothing. */
export interface StoreReader {
  /**
   * `known`: the scopes that the app was granted when it was last asked, so that everything can be read at once. `next`:
   * what is expected to be read next is read with it; `fetchSnapshot` then has it, if it is asked for exactly that right
   * afterwards.
   */
  fetchShop(known?: readonly string[], next?: NextRead): Result<ShopFacts>;
  /** Meaning of columns whose names only the shop knows; what `granted` scopes do not show is left out. */
  fetchFamilies(facts: readonly FamilyFact[], granted: readonly string[]): Result<FamilyFacts>;
  countProducts(): Result<number>;
  /** Address of an item in Shopify admin; `domain` of the shop, as its facts say. */
  linkTo(item: RowItem, domain: ShopFacts['domain']): string;
  /**
   * Fails with `time-up` if reading is not done at the deadline (milliseconds since 1970): another execution that asks
   * for the same gets further. `stopCheck` is called now and then meanwhile; its problem ends the reading.
   */
  fetchSnapshot(
    needs: SnapshotNeeds,
    deadlineMs: number,
    stopCheck?: () => Problem | undefined,
  ): Result<StoreSnapshot>;
  /** Stock levels by `levelKey`. */
  fetchLevels(items: readonly InventoryItemId[]): Result<ReadonlyMap<string, StoreLevel>>;
  /** Addresses of what customers see of items: a variant's own image, the first photo of a product; for a person to look at. */
  fetchPhotos(
    ids: readonly (ProductId | VariantId)[],
    deadlineMs: number,
  ): Result<ReadonlyMap<ProductId | VariantId, string>>;
  /** All barcodes of each variant, the first of them first; `deadlineMs` and `stopCheck` as with `fetchSnapshot`. */
  fetchBarcodes(
    variants: readonly VariantId[],
    deadlineMs: number,
    stopCheck?: () => Problem | undefined,
  ): Result<ReadonlyMap<VariantId, readonly Barcode[]>>;
  /**
   * Fields that are kept apart from their items, as they are now; all items exist. Starts no wait that would pass the
   * deadline.
   */
  fetchApart(
    ids: readonly (ProductId | VariantId)[],
    keys: readonly FieldKey[],
    deadlineMs: number,
  ): Result<ReadonlyMap<string, StoreFields>>;
  readonly limits: StoreLimits;
  readonly catalog: CatalogReader;
  /** Pace at which the store takes batches; a preview estimates the time of a run with it. */
  pace(): Pace;
  /** Query cost points that a batch will be charged. Source: https://shopify.dev/docs/api/usage/limits */
  costOf(batch: Batch): number;
}

/** Reads that are likely to follow, so that they come with the shop: of what rows mean, or of facts that tell what columns mean. */
export type NextRead = { readonly needs: SnapshotNeeds } | { readonly facts: readonly FamilyFact[] };

/** Changes a store. */
interface StoreWriter {
  /** Number of these batches, counted from the first, that may be sent at once now; at least one. */
  waveSize(batches: readonly Batch[]): number;
  /**
   * Sends one wave, waiting first for the points it needs. Answers one outcome per batch, in order; a problem means
   * that nothing more should be sent.
   */
  apply(wave: readonly Batch[]): {
    readonly outcomes: readonly BatchOutcome[];
    readonly problem?: Problem;
  };
  readonly bulk: BulkLane;
}

/** A Shopify store, as far as a sync needs it. */
export interface Store extends StoreReader, StoreWriter {}
