import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedStore } from '../embedded-store';
import type { WireAnswer, WireRequest } from '../wire';
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
    exchangeOver(store, clock, url, incoming, outgoing).catch((bug: Error) => {
      process.stderr.write(`${bug.stack}\n`);
      outgoing.writeHead(500, { 'Content-Type': 'application/json; charset=utf-8' });
      outgoing.end(JSON.stringify({ errors: `The embedded store failed: ${bug.message}` }));
    });
  });
  await listen(server, port);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
  const body = await readBody(incoming);
  const own = answerOwnPath(store, clock, incoming);
  if (own !== undefined) {
    outgoing.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(own));
    return;
  }
  const answer = store.send(wireRequest(store.shop, origin, incoming, body));
  await clock.pass(answer.tookMs);
  reply(answer, origin, outgoing);
}

/** What no Shopify store has: its inside, and its clock. */
function answerOwnPath(store: EmbeddedStore, clock: ServerClock, incoming: IncomingMessage): unknown {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/_dump' && incoming.method === 'GET') return store.dump();
  if (pathname !== '/_clock') return undefined;
  if (incoming.method === 'POST') clock.advance(Number(searchParams.get('advanceMs')) || 0);
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

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
