import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { leapMs, portOf, RefusedRequest, readBody, refuseForeign } from '../../../loopback';
import type { EmbeddedStore } from '../../store-types';
import type { WireAnswer, WireRequest } from '../../wire';
import type { ServerClock } from './server-clock';
import { addressOf, fromServed, toServed } from './storage-hosts';

export interface ServedStore {
  /** `http://127.0.0.1:{port}`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a store on loopback; any Shopify client can be pointed at `url`. */
export async function serveStore(
  store: EmbeddedStore,
  clock: ServerClock,
  port: number,
): Promise<ServedStore> {
  let url = '';
  const server = createServer((incoming, outgoing) => {
    exchangeOver(store, clock, url, incoming, outgoing).catch((error: Error) => {
      const isRefused = error instanceof RefusedRequest;
      if (!isRefused) process.stderr.write(`${error.stack}\n`);
      const errors = isRefused ? error.message : `The embedded store failed: ${error.message}`;
      outgoing.writeHead(isRefused ? error.refusal.status : 500, {
        'Content-Type': 'application/json; charset=utf-8',
        ...(isRefused && { Connection: 'close' }),
      });
      outgoing.end(JSON.stringify({ errors }));
    });
  });
  await listen(server, port);
  url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function exchangeOver(
  store: EmbeddedStore,
  clock: ServerClock,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  refuseForeign(incoming, Number(new URL(origin).port));
  const body = await readBody(incoming, MOST_BYTES);
  const own = answerOwnPath(store, clock, incoming);
  if (own !== undefined) {
    outgoing.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(own));
    return;
  }
  const answer = store.send(wireRequest(store.shop, origin, incoming, body));
  await clock.pass(answer.tookMs);
  reply(answer, origin, outgoing);
}

/** Routes that no Shopify store has: its inside, and its clock. */
function answerOwnPath(store: EmbeddedStore, clock: ServerClock, incoming: IncomingMessage): unknown {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/_dump' && incoming.method === 'GET') return store.dump();
  if (pathname !== '/_clock') return undefined;
  if (incoming.method === 'POST') clock.advance(leapMs(searchParams.get('advanceMs')));
  return { nowMs: clock.now() };
}

function wireRequest(shop: string, origin: string, incoming: IncomingMessage, bytes: Buffer): WireRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const isUpload =
    /^multipart\/|octet-stream/.test(headers['content-type'] ?? '') || incoming.method === 'PUT';
  return {
    method: incoming.method as WireRequest['method'],
    url: addressOf(incoming.url ?? '/', shop),
    headers,
    body: isUpload ? bytes : fromServed(bytes.toString('utf8'), origin),
  };
}

function reply(answer: WireAnswer, origin: string, outgoing: ServerResponse): void {
  if ('failure' in answer) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(answer.status, { ...answer.headers }).end(toServed(answer.body, origin));
}

/** Above the largest file that the store takes for an upload, with its form around it. */
const MOST_BYTES = 110_000_000;
