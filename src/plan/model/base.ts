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
 * Marks a pair of values that differ although Shopify stores the sheet's value exactly: Shopify's own was kept, or another
 * cell of the sheet moved the level. `summed`: the cell's difference was added to another number than the one it was
 * computed from. `unstocked`: the cell says so, and Shopify does not stock the item there. `taking`: the cell had the first
 * value and is about to be overwritten with the second; saved before, so that a killed execution leaves nothing that looks
 * edited.
 */
export type Kept = 'kept' | 'moved' | 'summed' | 'unstocked' | 'taking';

/** One quantity at one location; `available` is left out of the key, because nearly all quantities are available ones. */
export type QuantityKey = LocationId | `on_hand@${LocationId}`;

export type GrowingStockPairs = Partial<Record<QuantityKey, Pair>>;
export type StockPairs = Readonly<GrowingStockPairs>;

/**
 * Facts of a level beyond its pair. `delta` is the number of the Adjust cell; null where a quantity was
 * set.
 */
export type StockNote =
  /**
   * Applied while the cell still holds its number, so the number is not applied again. Once the cell was emptied, the same
   * number is a new adjustment, but not for an execution that read the sheet before.
   */
  | { readonly kind: 'applied'; readonly delta: number; readonly isEmptied?: true }
  /** Sent and not answered within the day that Shopify remembers a request: nobody knows whether it counted. */
  | {
      readonly kind: 'unknown';
      readonly delta: number | null;
      /** The level that the change would have made: where Shopify has it, the change counted. */
      readonly wanted?: number | undefined;
      /** Set where the memory of the level is lost, and with it whether the number was added. */
      readonly isForgotten?: true | undefined;
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
  /** The message, to follow the name of the cell. */
  readonly words: string;
}

/** By `ValueKey`. */
export type Differences = Readonly<Record<string, Difference>>;

interface Compared {
  /** Deleted from here: its names are free, and rows with its Shopify ID are told so. */
  readonly isDeleted?: true;
  readonly differs?: Differences;
  /** Its rows have a message that follows from none of their cells: it is compared at each sync until there is none left. */
  readonly isOpen?: true;
}

export interface BaseProduct extends Compared {
  readonly kind: 'product';
  readonly id: ProductId;
  /** The handle, as the sheet and as the store write it. */
  readonly handle: Pair;
  readonly fields: Readonly<Partial<Record<FieldKey, Pair>>>;
  /** Option names as Shopify has them, where rows name options. */
  readonly optionNames?: readonly string[];
  /** Media IDs by the sheet's URL; null where the ID is not known and the URL is not to be sent. */
  readonly images: Readonly<Record<string, MediaId | null>>;
  /** How many of its first images the sheet listed, in this order, when it was last compared. */
  readonly listed?: number;
  /** Their order in Shopify at that time, as indexes among them, where it differed. */
  readonly shopOrder?: readonly number[];
  /** Number of cells with `[delete]` and no address whose image was removed. */
  readonly unnamedRemovals?: number;
  /** Images that an undo put back, while their cells still ask for their removal. */
  readonly restoredImages?: readonly MediaId[];
  /** Alt texts by URL. */
  readonly alts: Readonly<Record<string, Pair>>;
  /** Images that were sent and that Shopify has not confirmed yet. */
  readonly unseen?: readonly MediaId[];
  /** Handles by which rows meant it until Shopify gave them to another product. */
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
  /** The handle by which rows named it, where no row described its product. */
  readonly handle?: string;
  /** The sheet's URL of the variant's image. */
  readonly image: string;
  /** A URL that was left alone, because it is not known which image Shopify shows for the variant. */
  readonly leftImage?: string;
  /** Created by the add-on: at locations without a pair it had no stock. */
  readonly isOurs?: true;
  /** Former SKUs and option values (`S / Red`), as the sheet has them, that Shopify replaced; newest first. */
  readonly formerSkus?: readonly string[];
  readonly formerOptions?: readonly string[];
  /** Its option values as the sheet writes them, where Shopify uses other capitals and the row was told. */
  readonly typedOptions?: string;
}

/**
 * A product that is being created: saved before it is sent. Found in the store on the next run, it is ours, however
 * Shopify wrote its fields; without this note it would look like somebody else's.
 */
export interface PendingCreation {
  readonly kind: 'creation';
  readonly handle: string;
  /** Cancels the note: Shopify refused the creation, or has no such product. A product that appears later is not ours. */
  readonly isOver?: true;
}

/**
 * Values of one item that were undone while the sheet asks for others. The pairs prevent sending them until their cells are
 * edited; this record lets the rows say why, as long as the pair is the one that the undo left.
 */
export interface UndoneValues {
  readonly kind: 'undone';
  readonly id: ProductId | VariantId;
  /** By value: the pair, and a description of the change, for a person. */
  readonly values: Readonly<Record<string, UndoneValue>>;
}

export interface UndoneValue {
  readonly pair: Pair;
  readonly change: string;
  /** Left alone by the undo, because it had changed since: its item is read and compared at each run. */
  readonly isLeft?: true;
}

/** A bulk operation that was started, or is about to be, and of which nobody has recorded the answers. */
export interface OperationUnderWay {
  readonly kind: 'operation';
  /** A UUID, by which it is found in Shopify. */
  readonly mark: string;
  /** Its answers are recorded, or it never began. */
  readonly isOver?: true;
}

/** Mark of a memory that was lost: of an item that is not known, nobody knows whether anything was sent to it. */
export interface LostMemory {
  readonly kind: 'lost';
}

export type BaseRecord =
  | BaseProduct
  | BaseVariant
  | PendingCreation
  | UndoneValues
  | OperationUnderWay
  | LostMemory;

/** The memory of the last sync, by Shopify ID and by the names that rows use. */
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
  /** Items that had other names at the last sync, which rows may still use. */
  renamed(): readonly (BaseProduct | BaseVariant)[];
  /** Whether an earlier memory was lost. */
  wasLost(): boolean;
}

export interface GrowingBase extends Base {
  /** Remembers a record in place of the one with its id. */
  put(record: BaseRecord): void;
  records(): Iterable<BaseRecord>;
  /** Marks of bulk operations whose answers are not recorded. */
  operations(): ReadonlySet<string>;
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
    case 'operation':
      return `operation:${record.mark}`;
    case 'lost':
      return record.kind;
    case 'product':
    case 'variant':
      return record.id;
  }
}
