/** Shopify's ids grow by 32,768 within a shop (recorded: 51359169610034, 51359169642802, 51359169675570). */
export const stepBetweenIds = 32_768;

export const gid = (type: string, number: number | string): string => `gid://shopify/${type}/${number}`;

/** `gid://shopify/InventoryLevel/5?inventory_item_id=7` → `5`; anything else → ''. */
export const gidNumber = (id: string): string => /^gid:\/\/[^/]+\/[^/]+\/([^?]+)/.exec(id)?.[1] ?? '';

/** `gid://shopify/Product/1` → `Product`. */
export const gidType = (id: string): string => /^gid:\/\/[^/]+\/([^/]+)\//.exec(id)?.[1] ?? '';

export interface IdCounter {
  /** The number of the next id; one counter serves every type, so no two records share a number. */
  next(): number;
  /** For save(). */
  readonly last: number;
}

export function createIdCounter(start: number): IdCounter {
  let last = start;
  return {
    next() {
      last += stepBetweenIds;
      return last;
    },
    get last() {
      return last;
    },
  };
}

/** A first id of Shopify's size; the seed moves it, so that no test learns an id by heart. */
export const firstId = (seed: number): number => 10_000_000_000_000 + (Math.abs(seed) % 9_973) * 1_048_576;
