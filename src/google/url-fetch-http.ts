import type { Http, HttpAnswer, HttpRequest } from '../ports/http';
import { maskTokens } from '../ports/mask-tokens';
import { countUrlFetches } from './usage-count';

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/**
 * One hung request must not eat the six minutes of an execution; the default is 360.
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
      const failure = reasonOf(String((thrown as { message?: unknown }).message ?? thrown));
      return requests.map(() => ({ failure }));
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

/** Google adds the address, which tells a merchant nothing. */
function reasonOf(message: string): string {
  return maskTokens(message.replace(/:? https?:\/\/\S+/g, ''));
}

function optionsOf(request: HttpRequest): OptionsWithTimeout {
  return {
    method: request.method === 'GET' ? 'get' : 'post',
    headers: { ...request.headers },
    ...(request.contentType === undefined ? {} : { contentType: request.contentType }),
    ...(request.body === undefined ? {} : { payload: request.body }),
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: TIMEOUT_SECONDS,
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
