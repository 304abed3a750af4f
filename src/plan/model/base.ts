import type { QuantityName } from '../../catalog/columns/column';
import type { FieldKey } from '../../catalog/columns/columns';
import type { InventoryItemId, LocationId, MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';

/**
 * A field when it was last in step: the sheet's value and the store's, in canonical form; '' is unset,
 * and a sheet that said nothing (a blank cell) is null.
 * Two values, because Shopify sanitises HTML, re-cases tags, normalises handles and writes "10.00": the sheet
 * changed when it differs from the first, the store when it differs from the second.
 */
export type Pair = readonly [sheet: string | null, store: string, kept?: Kept];

/**
 * Marks a pair of values that differ although Shopify writes the sheet's as it is: its own was kept, or another cell of
 * the sheet moved the level. `summed`: the cell's difference was added to another number than it was counted from. `unstocked`: the cell says so, and Shopify does not stock the item there. `taking`: the cell
 * said the one and is about to be written to say the other; saved before, so that a kill leaves nothing that looks edited.
 */
export type Kept = 'kept' | 'moved' | 'summed' | 'unstocked' | 'taking';

/** One quantity at one location; what is available needs no name, because nearly all are that. */
export type QuantityKey = LocationId | `on_hand@${LocationId}`;

export type GrowingStockPairs = Partial<Record<QuantityKey, Pair>>;
export type StockPairs = Readonly<GrowingStockPairs>;

/**
 * Facts of a level beyond its pair. `delta` is the number of the Adjust cell; null where a quantity was
 * set.
 */
export type StockNote =
  /**
   * Applied while the cell still holds its number, which is not applied again. Once it is emptied, the same number there
   * is a new one, but not to the execution that read the sheet before.
   */
  | { readonly kind: 'applied'; readonly delta: number; readonly isEmptied?: true }
  /** Sent and not answered within the day that Shopify remembers a request: nobody knows whether it counted. */
  | {
      readonly kind: 'unknown';
      readonly delta: number | null;
      /** The level that it would have made: where Shopify has it, it counted. */
      readonly wanted?: number | undefined;
    };

export type GrowingStockNotes = Partial<Record<QuantityKey, StockNote>>;
type StockNotes = Readonly<GrowingStockNotes>;

export function quantityKey(name: QuantityName, location: LocationId): QuantityKey {
  return name === 'available' ? location : `${name}@${location}`;
}

/** A value that nobody edited and that differed when it was last compared. */
export interface Difference {
  /** Text of its cell, in canonical form. */
  readonly sheet: string;
  /** Goes on with a sentence that begins with the name of the cell. */
  readonly words: string;
}

/** By `ValueKey`. */
export type Differences = Readonly<Record<string, Difference>>;

interface Compared {
  /** It was deleted from here: its names are free, and rows with its Shopify ID are told so. */
  readonly isDeleted?: true;
  readonly differs?: Differences;
  /** Its rows were told what no cell of theirs says: it is compared at each sync until there is nothing to tell. */
  readonly isOpen?: true;
}

export interface BaseProduct extends Compared {
  readonly kind: 'product';
  readonly id: ProductId;
  /** As the sheet and as the store write it. */
  readonly handle: Pair;
  readonly fields: Readonly<Partial<Record<FieldKey, Pair>>>;
  /** As Shopify has them, where rows name options. */
  readonly optionNames?: readonly string[];
  /** Media ids by the URL that the sheet gave; null where the id is not known and the URL is not to be sent. */
  readonly images: Readonly<Record<string, MediaId | null>>;
  /** Number of its first images that the sheet listed, in this order, when it was last compared. */
  readonly listed?: number;
  /** Their order in Shopify then, as places among them, where it was another. */
  readonly shopOrder?: readonly number[];
  /** Cells that say `[delete]` without an address, and whose image was removed. */
  readonly unnamedRemovals?: number;
  /** Images that an undo put back, while their cells still ask for their removal. */
  readonly restoredImages?: readonly MediaId[];
  /** Alt texts by URL. */
  readonly alts: Readonly<Record<string, Pair>>;
  /** Images that were sent and of which Shopify has not said that it has them. */
  readonly unseen?: readonly MediaId[];
  /** Handles by which rows meant it until another product got them in Shopify. */
  readonly formerHandles?: readonly string[];
}

export interface BaseVariant extends Compared {
  readonly kind: 'variant';
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly inventoryItemId: InventoryItemId;
  readonly sku: string;
  readonly optionValues: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldKey, Pair>>>;
  readonly stock: StockPairs;
  readonly stockNotes?: StockNotes;
  /** The handle by which rows named it, where no row told of its product. */
  readonly handle?: string;
  /** The URL that the sheet gave for the variant's image. */
  readonly image: string;
  /** One that was left alone, because nobody knows which image Shopify shows for the variant. */
  readonly leftImage?: string;
  /** Created by the add-on: at locations without a pair it had no stock. */
  readonly isOurs?: true;
  /** SKUs and option values (`S / Red`) that it had as the sheet has them, until Shopify gave it others; newest first. */
  readonly formerSkus?: readonly string[];
  readonly formerOptions?: readonly string[];
  /** Its option values as the sheet writes them, where Shopify keeps other capitals and the row was told. */
  readonly typedOptions?: string;
}

/**
 * A product that is being created: saved before it is sent. Found in the store on the next run, it is ours, however
 * Shopify wrote its fields; without this note it would look like somebody else's.
 */
export interface PendingCreation {
  readonly kind: 'creation';
  readonly handle: string;
  /** Takes the note back: Shopify refused the creation, or has no such product. One that appears later is not ours. */
  readonly isOver?: true;
}

/**
 * Values of one item that were undone while the sheet asks for others. The pairs keep them from being sent until their
 * cells are edited; this lets the rows say why, for as long as a pair is the one that undoing left.
 */
export interface UndoneValues {
  readonly kind: 'undone';
  readonly id: ProductId | VariantId;
  /** By value: the pair, and what changed from what to what, for a person. */
  readonly values: Readonly<Record<string, UndoneValue>>;
}

export interface UndoneValue {
  readonly pair: Pair;
  readonly change: string;
  /** It was left alone, because it had moved since: its item is read and compared at each run. */
  readonly isLeft?: true;
}

export type BaseRecord = BaseProduct | BaseVariant | PendingCreation | UndoneValues;

/** The memory of the last sync, by Shopify id and by the words that rows use. */
export interface Base {
  product(id: ProductId): BaseProduct | undefined;
  products(): readonly BaseProduct[];
  productByHandle(handle: string): BaseProduct | undefined;
  /** Whether a creation under this handle was sent and never answered. */
  isBeingCreated(handle: string): boolean;
  variant(id: VariantId): BaseVariant | undefined;
  variantsOf(productId: ProductId): readonly BaseVariant[];
  variantsBySku(sku: string): readonly BaseVariant[];
  variantsByHandle(handle: string): readonly BaseVariant[];
  /** By the id of the item. */
  undone(): ReadonlyMap<string, UndoneValues>;
  /** Items that had another name at the last sync, one that rows may still go by. */
  renamed(): readonly (BaseProduct | BaseVariant)[];
}

export interface GrowingBase extends Base {
  /** Remembers a record in place of the one with its id. */
  put(record: BaseRecord): void;
  records(): Iterable<BaseRecord>;
}

/** The base with these records in place of its own. */
export function baseWith(base: Base, records: ReadonlyMap<string, BaseRecord>): Base {
  return {
    ...base,
    product: (id) => (records.get(id) as BaseProduct | undefined) ?? base.product(id),
    variant: (id) => (records.get(id) as BaseVariant | undefined) ?? base.variant(id),
  };
}

/** One key per record: a later record with the same key takes its place. */
export function recordKey(record: BaseRecord): string {
  switch (record.kind) {
    case 'creation':
      return `creation:${nameKey(record.handle)}`;
    case 'undone':
      return `undone:${record.id}`;
    case 'product':
    case 'variant':
      return record.id;
  }
}
