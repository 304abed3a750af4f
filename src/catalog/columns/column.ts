import type { Catalogs, PriceListId } from '../markets/catalogs';
import type { QuantityColumn } from '../markets/headers';
import type { MetafieldDefinition } from '../metafields/definitions';
import type { Edit } from '../values/cell';
import type { PublicationId } from '../values/gid';
import type { ListedGroups, ShopGroup } from '../values/memberships';
import type { ScopeUse } from '../values/scope-uses';
import type { WeightUnit } from '../values/weight';
import type { CellKindName } from './cell-kinds';

/** The item that a column describes: the product, one variant, an image of the product, or a stock level. */
export type ColumnLevel = 'product' | 'variant' | 'image' | 'stock';

/** Shopify's names of quantities: units that can be sold, or all that lie on the shelf, including what orders took. */
export type QuantityName = 'available' | 'on_hand';

/**
 * One line of the column table. Code asks for these attributes and never compares a key with a word, so that a new
 * column needs no change elsewhere.
 */
export interface ColumnEntry {
  readonly key: string;
  /** Absent where the level decides: `inventory` of stock, otherwise `products`. */
  readonly group?: FieldGroup;
  readonly kind: CellKindName;
  /**
   * Header names, compared without case; the first is the one that we write. `<Location>` stands for a location's
   * name, any other word in angle brackets for any text.
   */
  readonly headers: readonly string[];
  /** Written to Shopify as a field of its own. Other columns identify a row, or are combined with their neighbours. */
  readonly isField?: true;
  /** The item that it identifies: a cell with another value means another item. */
  readonly identifies?: 'product' | 'variant' | 'option' | 'location' | 'catalog' | 'image';
  /** Asks for something to be done with the row, and holds no data of the item. */
  readonly isInstruction?: true;
  /** The quantity that its cells set. */
  readonly sets?: QuantityName;
  /** The quantity that its cells add to. */
  readonly adjusts?: QuantityName;
  /** The unit of its weights; absent where a column next to it names the unit. */
  readonly unit?: WeightUnit;
  /** Only a row that names its product can use it, although it describes a variant. */
  readonly needsProduct?: true;
  /** Gains and losses of the sheet are merged into the value in Shopify, so that the two never conflict. */
  readonly mergesWithStore?: true;
  /** Accepts edits that are calculated from Shopify's value. */
  readonly edits?: Edit['kind'];
  /** Typed as a name; Shopify keeps an ID that is looked up. */
  readonly resolvedBy?: 'taxonomy';
  /** Lists groups of the shop in which the product is, by their names. */
  readonly lists?: ListedGroups;
  /** Facts of the shop without which it is left alone. */
  readonly needs?: FamilyFact;
  /** The kind of change that writes it to an existing product; absent where the item's own update does. */
  readonly writtenBy?:
    | 'tags'
    | 'publishing'
    | 'channels'
    | 'values'
    | 'price-list'
    | 'quantities'
    | 'catalog'
    | 'option-order';
  /** Index of the product's option whose values it puts in order; read where a tab has its column. */
  readonly orders?: 0 | 1 | 2;
  /** The use of access scopes that it may need beyond those of its group. */
  readonly uses?: ScopeUse;
  /** Read by a query of its own, where a tab has its column. */
  readonly isReadApart?: true;
  /** The fields of a price and of its compare-at price, and the price list that they belong to, if any. */
  readonly soldAt?: {
    readonly list?: PriceListId;
    readonly price: string;
    readonly compareAt: string;
  };
  /** All quantity fields of the same price list, this one included, and the price field next to them. */
  readonly orderedAs?: QuantityFields;
  /** Its meaning for the catalog that its row names; a tab whose rows name no catalog has no such column. */
  readonly ofCatalog?: QuantityColumn;
  /** The publication that it belongs to, where that is not the Online Store's. */
  readonly publication?: PublicationId;
  /** Decides whether customers see an item, or can buy it. */
  readonly decidesSale?: true;
  /** No two items should have the same value. */
  readonly isUnique?: true;
  /** Exports write the field several times over: the name that comes first in `headers` and the dialects' counts. */
  readonly repeats?: true;
  /** 0 means none, which Shopify would keep as a value of 0. */
  readonly zeroClears?: true;
  /** Shopify takes it when the item is created, and never changes it. */
  readonly isFixed?: true;
  /** Why it is read and never sent; completes a sentence. */
  readonly whyShown?: string;
  /** Shopify has no empty value for it, so `[clear]` is refused. */
  readonly required?: true;
  /** `[clear]` empties it in Shopify, as it does with a field that is not required. */
  readonly canClear?: true;
}

export type QuantityFields = { readonly list: PriceListId; readonly price: string } & {
  readonly [Column in QuantityColumn]: string;
};

/** Meaning of columns of families in a shop; each part is read where a ticked tab has a column that needs it. */
export interface FamilyFacts {
  readonly collections?: readonly ShopGroup[];
  readonly channels?: readonly ShopGroup[];
  readonly definitions?: readonly MetafieldDefinition[];
  readonly catalogs?: Catalogs;
  /** The access scopes that the app was given. */
  readonly granted?: readonly string[];
}

export type FamilyFact = Exclude<keyof FamilyFacts, 'granted'>;

export type FieldGroup = 'products' | 'inventory' | 'prices';

export type TabKind = FieldGroup;
