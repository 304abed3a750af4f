/**
 * Requests and answers between a client and the embedded store. Synchronous, because Apps Script's
 * `UrlFetchApp` is: time passes by adding `tookMs` to the virtual clock, never by waiting.
 */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, https. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or bytes for an upload. */
  readonly body: string | Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  /** Names as Shopify spells them, for example `X-Request-Id`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Duration of the exchange on the virtual clock. */
  readonly tookMs: number;
}

/** The exchange ended without an answer; the request may or may not have taken effect. */
export interface WireFailure {
  readonly failure: 'timeout' | 'connection-refused' | 'unknown-host';
  readonly tookMs: number;
}

export type WireAnswer = WireResponse | WireFailure;
