import type { QuantityName } from '../columns/column';
import type { FieldKey } from '../columns/columns';
import type { ParsedTab, RowNote } from '../reading/parsed-row';
import type { Place, RowIssue, RowRef } from '../tab/row';
import type { Cell, FieldValue } from '../values/cell';
import type { Command, TagsCommand } from '../values/commands';
import type { ProductId, VariantId } from '../values/gid';
import type { NameHeaders } from './name-headers';

/** The request of the spreadsheet to the store: rows grouped into products, and variants that stand alone. */
export interface DesiredCatalog {
  readonly products: readonly DesiredProduct[];
  /** Rows of Prices and Inventory tabs, which name a variant without its product. */
  readonly variants: readonly DesiredVariant[];
  readonly issues: readonly RowIssue[];
  /** Rows that are left alone because they ask for it, or because their tab looks broken as a whole. */
  readonly skipped: readonly RowIssue[];
  /** Rows in error, each by itself and without its errors: see `rowsInError`. */
  readonly inError?: readonly RowInError[];
  /** Messages for rows, in addition to their changes. */
  readonly notes?: readonly RowNote[];
  /** Every row that holds anything, in the order of the sheet. Each ends in one status. */
  readonly rows: readonly RowRef[];
  /** Columns of the cells that name an item, by `sheetId`. */
  readonly headers?: ReadonlyMap<number | null, NameHeaders>;
}

/** A row in error as a tab of its own. */
export interface RowInError extends ParsedTab {
  /** Whether its tab hears from it what it says of its product. */
  readonly speaks: boolean;
}

/** A cell with the place it stands in, so that every message can point there. */
export interface DesiredValue<Value = FieldValue> {
  readonly cell: Cell<Value>;
  readonly ref: RowRef;
  /** The header as the sheet has it. */
  readonly column: string;
  /** Other cells for the same field, whatever their values. */
  readonly also?: readonly DesiredValue<Value>[];
}

export type DesiredFields = Readonly<Partial<Record<FieldKey, DesiredValue>>>;

export interface DesiredProduct {
  readonly productId: ProductId | undefined;
  /**
   * Matrixify's sheets are moved between shops: where Shopify does not know an ID, the row is found by its handle and
   * option values.
   */
  readonly isIdHint: boolean;
  /** As typed; Shopify may store it differently. */
  readonly handle: string | undefined;
  /** The cells that give the handle, and those that give the ID. */
  readonly handleCells?: readonly Place[];
  readonly idCells?: readonly Place[];
  /** The row that carries the product's fields. */
  readonly ref: RowRef;
  readonly rows: readonly RowRef[];
  /** Rows that could not be read; a new product with one of them is not created. */
  readonly badRows: readonly RowRef[];
  readonly fields: DesiredFields;
  /** NEW only creates and UPDATE only updates; MERGE does what is needed. */
  readonly command: Exclude<Command, 'IGNORE' | 'DELETE'>;
  /** Undefined where the tags are merged with what was last synced. */
  readonly tagsCommand: TagsCommand | undefined;
  /** The cell that asks to delete it, whatever its variants say. */
  readonly deletes?: AskingCell | undefined;
  /** In order; empty for a product with only the default variant or a tab without option columns. */
  readonly optionNames: readonly string[];
  /** The cells that give them, each with its index in `optionNames`. */
  readonly optionNameCells?: readonly (Place & { readonly index: number })[];
  readonly variants: readonly DesiredVariant[];
  readonly images: readonly DesiredImage[];
  /** Images to remove from the product; only a cell with the word for it removes one. */
  readonly removals?: readonly DesiredRemoval[];
  readonly refused?: Refused;
  /** Rows of several tabs that are joined in it, each with its handle. */
  readonly byHandle?: readonly ByHandle[];
  /** True where its rows name it differently and contradict each other: they have the issues, and nothing of it is sent. */
  readonly isDisputed: boolean;
}

/** A cell that asks to delete an item, with the others that ask for the same. */
export interface AskingCell extends Place {
  readonly also?: readonly AskingCell[];
}

export interface ByHandle {
  readonly ref: RowRef;
  readonly handle: string;
  /** In a row with an ID, the handle is a field like any other. */
  readonly productId: ProductId | undefined;
}

export interface DesiredVariant {
  readonly ref: RowRef;
  /** All rows that speak of it: `ref`, and those of other tabs or other locations. */
  readonly rows: readonly RowRef[];
  /** The product's handle, where the variant's row stands alone and names it. */
  readonly handle: string | undefined;
  /** UPDATE never creates it. */
  readonly command: Exclude<Command, 'IGNORE' | 'DELETE'>;
  readonly variantId: VariantId | undefined;
  /** As in `DesiredProduct`. */
  readonly isIdHint: boolean;
  readonly sku: string | undefined;
  /** In the order of the product's option names; undefined where the tab names no options. */
  readonly optionValues: readonly string[] | undefined;
  readonly fields: DesiredFields;
  readonly stock: readonly DesiredStock[];
  readonly adjustments: readonly DesiredAdjustment[];
  readonly imageUrl: DesiredValue<string> | undefined;
  /** Doubts about the names that it would be created with. */
  readonly doubts?: readonly string[];
  /** The cell that asks to delete it. */
  readonly deletes?: AskingCell | undefined;
  readonly refused?: Refused;
  /** The rows that were joined into it, as they stood: each goes by a name of its own. */
  readonly joined?: readonly DesiredVariant[];
}

export interface DesiredStock {
  readonly ref: RowRef;
  readonly column: string;
  readonly name: QuantityName;
  /** By name; undefined means the location that the shop has alone or that the user chose. */
  readonly location: string | undefined;
  readonly quantity: Cell<number>;
  /** Other cells for the same quantity. */
  readonly also?: readonly DesiredStock[];
}

/** Cells of refused rows: a row that contradicts one of them is refused as well. */
export interface Refused {
  readonly fields: DesiredFields;
  readonly stock: readonly DesiredStock[];
}

/** A cell that adds to the current quantity, once; never mixed with cells that set the quantity. */
export interface DesiredAdjustment extends Pick<DesiredStock, 'ref' | 'column' | 'name' | 'location'> {
  readonly delta: Cell<number>;
}

export interface DesiredRemoval {
  readonly ref: RowRef;
  readonly column: string;
  /** Absent where the cell holds the removal word in place of an address. */
  readonly url?: string;
  /** Header of the command that asks for it; absent where the address's own cell does. */
  readonly command?: string;
}

export interface DesiredImage {
  readonly ref: RowRef;
  readonly url: string;
  readonly alt: Cell<string>;
  /** False for an image that only a variant names: it has no place in the product's list of images. */
  readonly isListed: boolean;
  /** Value of its position cell, where that has one. */
  readonly position?: number;
  readonly columns: ImageColumns;
  /** Cells of other rows and tabs that name it too. */
  readonly also?: readonly DesiredImage[];
}

/** Headers of the row of an image; where it has no cell for its place or text, that of its address. */
export interface ImageColumns {
  readonly image: string;
  readonly alt: string;
  readonly place: string;
}
