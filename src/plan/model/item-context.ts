import type { DesiredVariant } from '../../catalog/building/desired';
import type { Referred } from '../../catalog/columns/cell-kind';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { TagsCommand } from '../../catalog/values/commands';
import type { VariantId } from '../../catalog/values/gid';
import type { Base } from './base';
import type { StoreLimits } from './batch';
import type { SyncPolicy } from './policy';
import type { ShopFacts, SkuOwner, StoreProduct, StoreSnapshot, StoreVariant } from './snapshot';
import type { PlanDraft } from './sync-plan';

export interface ItemContext extends ChangeContext {
  readonly limits: StoreLimits;
  readonly anchors: Anchors;
  /** The sentence for the rows of a tab whose Shopify IDs no longer fit, by its `sheetId`. */
  readonly unfit: ReadonlyMap<RowRef['sheetId'], string>;
  /** Variants that have a SKU in Shopify. */
  ownersOfSku(sku: string): readonly SkuOwner[];
  /** Rows that are refused, by `rowKey`. */
  readonly refused: ReadonlySet<string>;
  /** Lower-case handles of the sheet by SKU. */
  handlesOfSku(sku: string): ReadonlySet<string> | undefined;
  /** Rows of Prices and Inventory tabs that stand alone, by their handle in lower case. */
  rowsOfHandle(handle: string): readonly RowRef[];
  /** Whether a row of the sheet gives a variant another SKU than this one, or removes it. */
  losesSku(id: VariantId, sku: string): boolean;
}

export interface VariantPair {
  readonly row: DesiredVariant;
  readonly store: StoreVariant;
}

export interface OfProduct {
  readonly store: StoreProduct;
  /** Keys of images that new variants of it bring. */
  readonly brought: ReadonlySet<string>;
}

export interface ChangeContext {
  readonly shop: ShopFacts;
  readonly policy: SyncPolicy;
  /** Whether rows ask for an item of this handle, or this SKU, that Shopify does not have. */
  isCreated?(to: Referred, name: string): boolean;
  readonly base: Base;
  readonly snapshot: StoreSnapshot;
  readonly draft: PlanDraft;
  /** Keys of what a person decided in this run: conflicts and held changes. */
  readonly confirmed: ReadonlySet<string>;
  /** The row's own setting for combining its tags with the store's, where it has one. */
  readonly tagsCommand?: TagsCommand | undefined;
  /** Results that cells got in this execution, by the edit that asked for each: see `editKey`. */
  readonly counted?: ReadonlyMap<string, FieldValue>;
  /** Set where the item was created from these rows, so that differences are only how Shopify writes the values. */
  readonly adopts?: true;
  /** Whether cells without a person's edit take Shopify's value; in a column that is being filled, only the empty ones. */
  readonly refreshes?: Refreshing;
}

export interface Refreshing {
  readonly fills?: { readonly sheetId: number; readonly column: string };
}

export interface Anchor {
  readonly ref: RowRef;
  /** The bare number, of a variant or of a product. */
  readonly id: string;
}

/**
 * Content of each row's Shopify ID cell, by `rowKey`. It finds nothing: it only tells a renamed handle or option
 * from a new one, where the row's own words find nothing and the item was synced from here before.
 */
export type Anchors = ReadonlyMap<string, Anchor>;
