import type { Problem } from './problem';

/** One request. Redirects are never followed: a redirected request would carry the token somewhere else. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
  /** Whole seconds, where a slow answer is no answer; a minute where nothing is said. */
  readonly timeoutSeconds?: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Nothing came back: DNS, refused, timed out. A request may or may not have arrived. */
export interface HttpFailure {
  readonly failure: string;
  /** Google did not send the request, and sending it again would change nothing. */
  readonly problem?: Problem;
  /** `too-fast`: Google asks for a pause after too many requests. `unknown`: Google's text is none of the known ones. */
  readonly cause?: 'too-fast' | 'unknown';
}

export type HttpAnswer = HttpResponse | HttpFailure;

export interface Http {
  /** Sends all at once and answers in the order of the requests. */
  send(requests: readonly HttpRequest[]): readonly HttpAnswer[];
}

/** Unknown words may be about the network or about Google's limits, so they are quoted as Google's. */
export function failureReason({ failure, cause }: HttpFailure): string {
  switch (cause) {
    case 'too-fast':
      return 'Google asks the add-on to slow down';
    case 'unknown':
      return `Google did not get through to Shopify, and says: “${failure}”`;
    case undefined:
      return `Shopify could not be reached (${failure})`;
  }
}
