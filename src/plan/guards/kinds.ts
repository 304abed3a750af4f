import type { PieceKind } from '../model/piece';

export const MONEY: readonly PieceKind[] = ['price', 'compareAtPrice', 'cost'];

/** Columns by which customers see an item, or buy it, at all. */
export const VISIBILITY: readonly PieceKind[] = ['status', 'published', 'tracked'];

/** Columns in which no two items should say the same. */
export const IDENTIFYING: readonly PieceKind[] = ['sku', 'barcode', 'title', 'handle'];

/** In these nearly every value is one of two or three, so that it tells nothing of where it came from. */
export const COMMON: readonly PieceKind[] = [
  'status',
  'published',
  'tracked',
  'taxable',
  'inventoryPolicy',
  'requiresShipping',
  'adjustment',
];

export const NUMBERS: readonly PieceKind[] = ['price', 'compareAtPrice', 'cost', 'stock', 'weight'];
