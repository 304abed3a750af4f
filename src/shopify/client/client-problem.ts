import { type Problem, SYNC_LATER } from '../../ports/problem';
import { shopProblem } from '../auth/shop-problem';
import type { Classified } from './classify';
import { API_VERSION } from './graphql';

type Failed = Exclude<Classified, { kind: 'answered' }>;

/** The problem that a person reads when an answer stops a run. */
export function problemOf(failed: Failed, shop: string): Problem {
  switch (failed.kind) {
    case 'throttled':
      return {
        kind: 'throttled',
        message:
          failed.by === 'Google'
            ? 'Google asks the add-on to slow down; much data went through your account lately.'
            : 'Shopify asks to slow down; other apps may be using the store at the same time.',
        nextStep: 'Wait a few minutes and sync again; what is done is not sent twice.',
      };
    case 'unclear':
      return {
        kind: 'network',
        message: `${failed.reason}.`,
        nextStep: SYNC_LATER,
      };
    case 'unauthorized':
      return {
        kind: 'unauthorized',
        message: 'Shopify no longer accepts the access token.',
        nextStep: 'Open the sidebar and connect again.',
      };
    case 'not-sent':
      return failed.problem;
    case 'outdated':
      return {
        kind: 'outdated',
        message: `This copy of the add-on speaks version ${API_VERSION} of Shopify’s API, which Shopify has retired.`,
        nextStep: 'Install the newest release over it, then sync again. Nothing is sent until then.',
      };
    case 'connection-ended':
      return {
        kind: 'connection-ended',
        message: 'Shopify no longer accepts tokens that never expire, such as the one of this connection.',
        nextStep:
          'Connect again with a client ID and a client secret: choose “An app of my own” in the sidebar. That token is renewed by itself.',
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
  if (status === 403) {
    return {
      kind: 'missing-scope',
      message: `Shopify refused the request.${asSentence(reason)}`,
      nextStep: 'Check the app and its access scopes in Shopify, then connect again.',
    };
  }
  return (
    shopProblem(status, shop) ?? {
      kind: 'store-error',
      message: `Shopify answered with status ${status}.${asSentence(reason)}`,
      nextStep: 'Sync again later. If it happens every time, report it with this status.',
    }
  );
}

/** Shopify's words with an end, because a sentence of ours follows. */
function asSentence(words: string): string {
  return words
    .trim()
    .replace(/^.*[^.!?]$/s, '$&.')
    .replace(/^(?=.)/s, ' ');
}
