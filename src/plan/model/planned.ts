import { fieldOf } from '../../catalog/columns/columns';
import { distinctRows, type RowRef, rowKey, rowsSaying, type SaidInCells } from '../../catalog/tab/row';
import { fetchedAddress } from '../../catalog/values/image-address';
import type { FieldChange, NewVariant, VariantChange } from './action';

/** Amounts that a plan creates and changes, by kind, counted from its actions so that they match what is sent. */
export interface Planned {
  readonly create: PlannedNew;
  readonly change: PlannedChanges;
  readonly delete: PlannedDeletions;
  /** Products to publish on the Online Store, new ones among them, and products to unpublish. */
  readonly publish: number;
  readonly unpublish: number;
  /** Images that are taken off their products. */
  readonly remove: number;
  /** `8 products, 31 variants to create; 14 prices to change`; empty where there is nothing to send. */
  readonly words: string;
}

export interface PlannedNew {
  products: number;
  variants: number;
  stockLevels: number;
  images: number;
}

export interface PlannedDeletions {
  products: number;
  variants: number;
}

export interface PlannedChanges {
  /** Compare-at prices among them. */
  prices: number;
  stockLevels: number;
  otherFields: number;
  altTexts: number;
  imageOrders: number;
  variantImages: number;
  optionValues: number;
  options: number;
}

export function countFields(changes: readonly FieldChange[]) {
  const prices = changes.filter(({ key }) => fieldOf(key).group === 'prices').length;
  return { prices, otherFields: changes.length - prices };
}

/** An image that is asked for twice is uploaded once. */
export function countImages(urls: readonly string[]) {
  return { images: new Set(urls.map(fetchedAddress)).size };
}

export function countVariants(variants: readonly NewVariant[]) {
  const stockLevels = variants.flatMap(({ stock }) => stock).length;
  return { variants: variants.length, stockLevels };
}

/** Its own row, and rows of Prices and Inventory tabs whose cells belong to it. */
export function rowsOfNewVariant({ ref, changes, stock }: NewVariant): readonly RowRef[] {
  const own = rowKey(ref);
  const isOfOneRow = (said: SaidInCells) => !said.also && rowKey(said.ref) === own;
  // Most stand in one row, and are asked for it many times.
  if (stock.length === 0 && changes.every(isOfOneRow)) return [ref];
  const ofStock = stock.flatMap(({ cells }) => cells).map((cell) => cell.ref);
  return distinctRows([ref, ...changes.flatMap(rowsSaying), ...ofStock]);
}

/** The rows whose cells change it, which may be in another tab than the product. */
export function rowsOfVariantChange({ ref, changes, image }: VariantChange): readonly RowRef[] {
  return distinctRows([...changes.flatMap(rowsSaying), ...(image ? [ref] : [])]);
}
