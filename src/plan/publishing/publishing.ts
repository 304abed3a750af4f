import { lackedScopes } from '../../catalog/values/scope-uses';
import type { Pair } from '../model/base';
import type { Publishing } from '../model/snapshot';

/** Says why nothing can be published, ending in the next step; undefined where it can be. */
export function whyNotPublished(publishing: Publishing): string | undefined {
  switch (publishing.kind) {
    case 'possible':
      return undefined;
    case 'missing-scopes':
      return lackedScopes(publishing.scopes);
    case 'no-online-store':
      return 'the shop has no Online Store. Add that sales channel in Shopify admin.';
  }
}

/** The pair of a product that was just created: its Published cell has not been sent yet. */
export const NOT_YET_PUBLISHED: Pair = [null, 'false'];

/** A pair saved while the cell could not be sent was never compared with Shopify. */
export function wasCompared(pair: Pair | undefined): pair is Pair {
  return pair !== undefined && pair[1] !== '';
}

/**
 * Whether a Published cell is in step, so that its product need not be read. What cannot be followed is told once for
 * each value of the cell, and counts as in step from then on.
 */
export function isPublishingInStep(sheet: string, pair: Pair | undefined, publishing: Publishing): boolean {
  if (!pair) return false;
  const [said] = pair;
  return publishing.kind === 'possible'
    ? sheet === said && wasCompared(pair)
    : sheet === said || said === null;
}
