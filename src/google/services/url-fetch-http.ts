import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../../ports/http';
import type { Problem, ProblemKind } from '../../ports/problem';
import { refusalOf, shortened, textOf } from './refusals';
import { countUrlFetches } from './usage-count';

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/**
 * One hung request must not use up the six minutes of an execution; Google's default is 360 seconds.
 * Source: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app
 */
const TIMEOUT_SECONDS = 60;

/** `timeoutSeconds` is newer than the published types. */
type OptionsWithTimeout = Options & { readonly timeoutSeconds: number };

export const urlFetchHttp: Http = {
  send(requests) {
    countUrlFetches(requests.length);
    try {
      return fetchInOrder(requests).map(answerOf);
    } catch (thrown) {
      // DNS and refused connections throw although exceptions are muted, and take the whole batch with them.
      const failed = failureOf(thrown);
      return requests.map(() => failed);
    }
  },
};

function fetchInOrder(requests: readonly HttpRequest[]): readonly Response[] {
  const [first, ...others] = requests;
  if (!first) return [];
  return others.length === 0
    ? [UrlFetchApp.fetch(first.url, optionsOf(first))]
    : UrlFetchApp.fetchAll(requests.map((request) => ({ url: request.url, ...optionsOf(request) })));
}

/** The texts come from people's reports, since Google lists them nowhere. Each is in the account's language. */
const TOO_FAST =
  /bandwidth|bande passante|ancho de banda|largura de banda|larghezza di banda|Bandbreite|bandbreedte|przepustowoś|帯域幅|带宽|頻寬|대역폭|rate of data transfer/i;
const NOT_LISTED = /not on the (URL|allow)|not allowed by the (URL|allow)|whitelist|urlFetchWhitelist/i;
const NETWORK = /\bDNS\b|unavailable|timed? ?out|connection|\bSSL\b|unexpected error|unreachable/i;

/** A limit or a missing permission of this user is not Shopify's fault, and trying again does not help. */
function failureOf(thrown: unknown): HttpFailure {
  const text = textOf(thrown);
  const failure = shortened(text);
  if (NOT_LISTED.test(text)) return { failure, problem: notListed(text) };
  if (TOO_FAST.test(failure)) return { failure, cause: 'too-fast' };
  const problem = refusalOf(thrown);
  if (problem && FINAL.includes(problem.kind)) return { failure, problem };
  return NETWORK.test(failure) ? { failure } : { failure, cause: 'unknown' };
}

const FINAL: readonly ProblemKind[] = ['not-allowed', 'quota'];

function notListed(text: string): Problem {
  const host = /https?:\/\/([^/\s]+)/.exec(text)?.[1];
  return {
    kind: 'not-allowed',
    message: `The script may not call ${host ?? 'this address'}: it is missing from the list in appsscript.json.`,
    nextStep: 'Paste the appsscript.json of the newest release over yours, and try again.',
  };
}

function optionsOf(request: HttpRequest): OptionsWithTimeout {
  return {
    method: request.method === 'GET' ? 'get' : 'post',
    headers: { ...request.headers },
    ...(request.contentType === undefined ? {} : { contentType: request.contentType }),
    ...(request.body === undefined ? {} : { payload: request.body }),
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: request.timeoutSeconds ?? TIMEOUT_SECONDS,
  };
}

function answerOf(response: Response): HttpAnswer {
  return {
    status: response.getResponseCode(),
    headers: Object.fromEntries(
      Object.entries(response.getHeaders()).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: response.getContentText(),
  };
}
