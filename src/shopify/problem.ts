import type { Problem } from '../ports/problem';
import type { Classified } from './classify';

type Failed = Exclude<Classified, { kind: 'answered' }>;

/** What a person is told when an answer stops a run. */
export function problemOf(failed: Failed, shop: string): Problem {
  switch (failed.kind) {
    case 'throttled':
      return {
        kind: 'throttled',
        message: 'Shopify asks to slow down, because other apps are using the store at the same time.',
        nextStep: 'Wait a few minutes and sync again; what is done is not sent twice.',
      };
    case 'unsettled':
      return {
        kind: 'network',
        message: `Shopify could not be reached (${failed.reason}).`,
        nextStep: 'Sync again in a few minutes; what is done is not sent twice.',
      };
    case 'unauthorized':
      return {
        kind: 'unauthorized',
        message: 'Shopify no longer accepts the access token.',
        nextStep: 'Open the sidebar and connect again.',
      };
    case 'missing-scope':
      return {
        kind: 'missing-scope',
        message: `The app in Shopify lacks an access scope: ${failed.requiredAccess}`,
        nextStep:
          'Add the scope to the app in Shopify, install it again, and test the connection in the sidebar.',
      };
    case 'refused':
      return refusal(failed.status, failed.reason, shop);
  }
}

function refusal(status: number, reason: string, shop: string): Problem {
  switch (status) {
    case 402:
      return {
        kind: 'shop-frozen',
        message: `The store ${shop} is frozen by Shopify.`,
        nextStep: 'Settle the open bill in Shopify admin, then sync again.',
      };
    case 403:
      return {
        kind: 'missing-scope',
        message: `Shopify refused the request. ${reason}`.trim(),
        nextStep: 'Check the app and its access scopes in Shopify, then connect again.',
      };
    case 404:
      return {
        kind: 'wrong-shop',
        message: `There is no store at ${shop}.`,
        nextStep: 'Copy the address that ends in .myshopify.com from Shopify admin, Settings ▸ Domains.',
      };
    case 423:
      return {
        kind: 'shop-locked',
        message: `The store ${shop} is locked by Shopify.`,
        nextStep: 'Try again later; if it stays locked, ask Shopify support.',
      };
    default:
      return {
        kind: 'store-error',
        message: `Shopify answered with status ${status}. ${reason}`.trim(),
        nextStep: 'Sync again later. If it happens every time, report it with this status.',
      };
  }
}
