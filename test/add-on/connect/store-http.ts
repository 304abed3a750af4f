import type { VirtualClock } from '../../../local/apps-script/runtime/clock';
import type { EmbeddedStore } from '../../../local/store/store-types';
import type { Http, HttpAnswer, HttpRequest } from '../../../src/ports/http';

/** The embedded store behind the Http port, with a wire that a test can read and cut. */
export interface StoreHttp extends Http {
  readonly sent: readonly HttpRequest[];
  /** Answers instead of the store for as long as it gives something; undefined lets the request pass. */
  interfere: (request: HttpRequest) => HttpAnswer | undefined;
}

export function storeHttp(store: EmbeddedStore, clock: VirtualClock): StoreHttp {
  const sent: HttpRequest[] = [];
  return {
    sent,
    interfere: () => undefined,
    send(requests) {
      sent.push(...requests);
      let slowestMs = 0;
      const answers = requests.map((request) => {
        const instead = this.interfere(request);
        if (instead) return instead;
        const answer = store.send(onWire(request));
        slowestMs = Math.max(slowestMs, answer.tookMs);
        return 'failure' in answer
          ? { failure: answer.failure }
          : { status: answer.status, headers: lowerCased(answer.headers), body: answer.body };
      });
      clock.advance(slowestMs);
      return answers;
    },
  };
}

export function isTokenRequest({ url }: HttpRequest): boolean {
  return url.endsWith('/admin/oauth/access_token');
}

export const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function onWire({ method, url, headers, contentType, body }: HttpRequest) {
  const all = { ...headers, ...(contentType !== undefined && { 'content-type': contentType }) };
  return { method, url, headers: lowerCased(all), body: body ?? '' };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
