import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf, RefusedRequest, readBody, refuseForeign } from '../loopback';
import { type Asked, answersOf, type Page } from './answers';
import type { Bench } from './bench';
import { buildPage } from './page-files';
import { drawnPhoto, FILES_PATH } from './photos';
import { page } from './shopify-page';

export interface ServedBench {
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers a request of the page, at once or from another thread. */
type Answerer = (asked: Asked) => Page | undefined | Promise<Page | undefined>;

/** Serves a bench on loopback from this thread; `port` 0 takes any that is free. */
export async function serveBench(bench: Bench, port: number): Promise<ServedBench> {
  return serveAnswers(answersOf(bench, await buildPage()), port);
}

/** Serves what something else answers. */
export async function serveAnswers(answerer: Answerer, port: number): Promise<ServedBench> {
  const server = createServer((incoming, outgoing) => {
    answer(answerer, portOf(server), incoming, outgoing).catch((error: Error) => {
      if (error instanceof RefusedRequest) {
        outgoing.writeHead(error.refusal.status, { Connection: 'close' }).end(error.refusal.reason);
        return;
      }
      process.stderr.write(`${error.stack}\n`);
      outgoing.writeHead(500).end(error.message);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  answerer: Answerer,
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  refuseForeign(incoming, port);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  if (incoming.method === 'GET' && url.pathname.startsWith(FILES_PATH)) {
    outgoing.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(drawnPhoto(url.pathname));
    return;
  }
  const body = (await readBody(incoming, MOST_BYTES)).toString('utf8');
  const found = await answerer({
    route: `${incoming.method} ${url.pathname}`,
    query: url.searchParams.toString(),
    body,
  });
  if (!found) {
    outgoing.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page('Nothing is here', ''));
    return;
  }
  outgoing.writeHead(200, { 'Content-Type': found.type, 'Cache-Control': 'no-store' }).end(found.text);
}

/** A block of cells, or what a sidebar hands over; a page keeps no more. */
const MOST_BYTES = 5_000_000;
