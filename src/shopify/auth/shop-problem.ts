import type { Problem } from '../../ports/problem';

const WHERE = 'Copy the address that ends in .myshopify.com from Shopify admin, Settings ▸ Domains.';

/**
 * Problem of the shop itself by the status of an answer; undefined where it says nothing about the shop.
 * Source: https://shopify.dev/docs/api/usage/response-codes
 */
export function shopProblem(status: number, shop: string): Problem | undefined {
  // Redirects are not followed: the next request would carry the token along.
  if (status >= 300 && status < 400) {
    return {
      kind: 'wrong-shop',
      message: `${shop} sends requests to another address, which does not get your access.`,
      nextStep: WHERE,
    };
  }
  return BY_STATUS[status]?.(shop);
}

const BY_STATUS: Readonly<Record<number, (shop: string) => Problem>> = {
  402: (shop) => ({
    kind: 'shop-frozen',
    message: `The store ${shop} is frozen by Shopify.`,
    nextStep: 'Settle the open bill in Shopify admin, then try again.',
  }),
  404: (shop) => ({ kind: 'wrong-shop', message: `There is no store at ${shop}.`, nextStep: WHERE }),
  423: (shop) => ({
    kind: 'shop-locked',
    message: `The store ${shop} is locked by Shopify.`,
    nextStep: 'Try again later; if it stays locked, ask Shopify support.',
  }),
};
/** Unknown texts may come from the network or from Google's limits: they are reported as Google's. */
