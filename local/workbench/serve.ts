import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { leapMs, portOf, RefusedRequest, readBody, refuseForeign } from '../loopback';
import type { Bench } from './bench';
import { addOnPage, buildPage, type PageFiles } from './page-files';
import { drawnPhoto, FILES_PATH, photosToWorkbench } from './photos';
import type { ShopifyAct } from './shopify-act';
import { approve, PERMISSION_PATH, page, permissionPage, toWorkbench } from './shopify-page';

export interface ServedBench {
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  close(): Promise<void>;
}

interface Asked {
  readonly query: URLSearchParams;
  /** The body of a POST. */
  readonly body: string;
}

interface Page {
  readonly type: string;
  readonly text: string;
}

type Route = (asked: Asked) => Page;

/** Serves a bench on loopback; `port` 0 takes any that is free. */
export async function serveBench(bench: Bench, port: number): Promise<ServedBench> {
  const routes = routesOf(bench, await buildPage());
  const server = createServer((incoming, outgoing) => {
    answer(routes, portOf(server), incoming, outgoing).catch((error: Error) => {
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

function routesOf(bench: Bench, files: PageFiles): Readonly<Record<string, Route>> {
  const shown = (): Page => json(bench.view());
  /** Something that a person does; answers what they see then. */
  const deed =
    <Body>(act: (body: Body) => void): Route =>
    ({ body }) => {
      act(parse<Body>(body));
      return shown();
    };
  return {
    'GET /': () => html(files.html),
    'GET /workbench.js': () => ({ type: 'text/javascript', text: files.script }),
    'GET /workbench.css': () => ({ type: 'text/css', text: files.style }),
    'GET /sidebar': () => html(addOnPage(bench.sidebarHtml(), files)),
    'GET /dialog': () => html(addOnPage(bench.dialogHtml(), files)),
    'POST /close-dialog': deed(() => bench.closeDialog()),
    'GET /view': shown,
    'GET /store': () => json(bench.store.dump()),
    'POST /call': ({ body }) => {
      const { name, args } = parse<{ readonly name: string; readonly args: readonly unknown[] }>(body);
      const answered = JSON.stringify(bench.callFromSidebar(name, args));
      return { type: JSON_TYPE, text: photosToWorkbench(toWorkbench(answered, bench.store.shop)) };
    },
    'POST /menu': deed<{ readonly name: string }>(({ name }) => bench.chooseMenuItem(name)),
    'POST /cell': deed<{ sheetId: number; row: number; column: number; text: string }>((cell) =>
      bench.type(cell.sheetId, cell.row, cell.column, cell.text),
    ),
    'POST /selection': deed<{ sheetId: number; firstRow: number; lastRow: number }>((selected) =>
      bench.select(selected.sheetId, selected.firstRow, selected.lastRow),
    ),
    'POST /catalog': deed(() => bench.beginWithCatalog()),
    'POST /user': deed<{ readonly user: string }>(({ user }) => bench.sitDown(user)),
    'POST /act': deed<ShopifyAct>((act) => bench.actInShopify(act)),
    'POST /wait': deed<{ readonly ms: number }>(({ ms }) => bench.wait(leapMs(ms))),
    [`GET ${PERMISSION_PATH}`]: ({ query }) => html(permissionPage(bench.store.shop, query)),
    [`POST ${PERMISSION_PATH}`]: ({ body }) => {
      const approved = approve(bench.store, new URLSearchParams(body));
      return html(
        'refusal' in approved ? approved.refusal : bench.comeBack(Object.fromEntries(approved.callback)),
      );
    },
  };
}

function parse<Body>(body: string): Body {
  try {
    return JSON.parse(body) as Body;
  } catch {
    throw new RefusedRequest({ status: 400, reason: 'The body is not JSON.' });
  }
}

async function answer(
  routes: Readonly<Record<string, Route>>,
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
  const route = routes[`${incoming.method} ${url.pathname}`];
  const body = (await readBody(incoming, MOST_BYTES)).toString('utf8');
  if (!route) {
    outgoing.writeHead(404, { 'Content-Type': HTML_TYPE }).end(page('Nothing is here', ''));
    return;
  }
  const { type, text } = route({ query: url.searchParams, body });
  outgoing.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
}

/** A block of cells, or what a sidebar hands over; a page keeps no more. */
const MOST_BYTES = 5_000_000;

const HTML_TYPE = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const html = (text: string): Page => ({ type: HTML_TYPE, text });
const json = (value: unknown): Page => ({ type: JSON_TYPE, text: JSON.stringify(value) });
