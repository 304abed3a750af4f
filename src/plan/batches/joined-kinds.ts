import type { Batch } from '../model/batch';

/**
 * Kinds of which several batches travel as fields of one document. Shopify works through them in turn and charges for all
 * at once. What creates something is left out, because an answer that is lost would leave too much unknown.
 */
const JOINED: ReadonlySet<Batch['kind']> = new Set([
  'update-product',
  'add-tags',
  'remove-tags',
  'publish',
  'join-channels',
  'leave-channels',
  'unpublish',
  'update-alt-text',
  'update-variants',
] as const);

export function isJoined(kind: Batch['kind']): boolean {
  return JOINED.has(kind);
}

/**
 * The most of one document. It takes one and a half seconds; of 20 nearly three, of 50 more than six, and ten documents go
 * side by side. The limit of 1,000 points is far off.
 */
export const JOINED_MOST = 10;
