import type { Problem } from './problem';

/** One request. Redirects are never followed: a redirected request would carry the token somewhere else. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
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
  /** Google did not send the request at all, and sending it again changes nothing. */
  readonly problem?: Problem;
  /** `too-fast`: Google asks for a pause, so much went through lately. `unknown`: the words are Google's, and no known ones. */
  readonly cause?: 'too-fast' | 'unknown';
}

export type HttpAnswer = HttpResponse | HttpFailure;

export interface Http {
  /** Sends all at once and answers in the order of the requests. */
  send(requests: readonly HttpRequest[]): readonly HttpAnswer[];
}

/** Words that nobody knows may be of the network or of Google's limits: they are said as Google's. */
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
