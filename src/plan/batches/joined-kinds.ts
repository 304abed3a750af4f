import type { Batch } from '../model/batch';

/**
 * The most batches of one item in a document. It takes one and a half seconds; of 20 nearly three, of 50 more than six, and
 * ten documents go side by side. The limit of 1,000 points is far off.
 */
export const JOINED_MOST = 10;

/** Of batches of 250 prices or quantities: that many more would keep a request open for longer than Google waits. */
const JOINED_LISTS = 5;

/**
 * Kinds of which several batches travel as fields of one document, and how many at most. Shopify works through them in turn
 * and charges for all at once. What creates something is left out, because an answer that is lost would leave too much
 * unknown.
 */
const JOINED: { readonly [Kind in Batch['kind']]?: number } = {
  'update-product': JOINED_MOST,
  'add-tags': JOINED_MOST,
  'remove-tags': JOINED_MOST,
  publish: JOINED_MOST,
  'join-channels': JOINED_MOST,
  'leave-channels': JOINED_MOST,
  unpublish: JOINED_MOST,
  'update-alt-text': JOINED_MOST,
  'update-variants': JOINED_MOST,
  'set-list-price': JOINED_LISTS,
  'set-quantities': JOINED_LISTS,
  'clear-quantities': JOINED_LISTS,
};

export function isJoined(kind: Batch['kind']): boolean {
  return JOINED[kind] !== undefined;
}

/** The most batches of a kind that one document takes. */
export function mostJoined(kind: Batch['kind']): number {
  return JOINED[kind] ?? 1;
}
