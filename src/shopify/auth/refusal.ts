import type { Problem } from '../../ports/problem';
import { shopProblem } from './shop-problem';
import type { Grant } from './token-endpoint';

const WHERE_CREDENTIALS =
  'Copy Client ID and Client secret again from the Dev Dashboard: your app ▸ Settings ▸ Credentials.';

/** Codes of the token endpoint, as seen; each in a merchant's words. */
const BY_CODE: Readonly<Record<string, Pick<Problem, 'message' | 'nextStep'>>> = {
  invalid_client: {
    message: 'Shopify does not know this client ID with this client secret.',
    nextStep: WHERE_CREDENTIALS,
  },
  application_cannot_be_found: {
    message: 'Shopify has no app with this client ID.',
    nextStep: WHERE_CREDENTIALS,
  },
  app_not_installed: {
    message: 'The app is not installed in this store.',
    nextStep: 'In the Dev Dashboard open the app, choose Install app and this store, then connect again.',
  },
  shop_not_permitted: {
    message: 'The app belongs to another organisation than this store.',
    nextStep:
      'Choose “An app that somebody else made” in the sidebar, or make the app in the store’s own organisation.',
  },
};

/** Sentences for a person when Shopify will not give a token. */
export function grantProblem(grant: Exclude<Grant, { kind: 'granted' }>, shop: string): Problem {
  if (grant.kind === 'not-sent') return grant.problem;
  if (grant.kind === 'unclear') {
    return {
      kind: 'network',
      message: `${grant.reason}.`,
      nextStep: 'Try again in a few minutes; nothing was lost.',
    };
  }
  const known = BY_CODE[grant.error];
  if (known) return { kind: 'unauthorized', ...known };
  return (
    shopProblem(grant.status, shop) ?? {
      kind: 'unauthorized',
      message: `Shopify refused the connection${grant.error ? ` (${grant.error})` : ''}.`,
      nextStep: 'Connect again in the sidebar; if that fails, check that the app is installed.',
    }
  );
}
