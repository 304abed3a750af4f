import { leapMs, RefusedRequest } from '../loopback';
import type { Bench } from './bench';
import { addOnPage, type PageFiles } from './page-files';
import { photosToWorkbench } from './photos';
import type { ShopifyAct } from './shopify-act';
import { approve, PERMISSION_PATH, permissionPage, toWorkbench } from './shopify-page';

/** A request of the page, as it crosses threads. */
export interface Asked {
  /** As in `GET /view`. */
  readonly route: string;
  /** Text after the question mark. */
  readonly query: string;
  /** The body of a POST. */
  readonly body: string;
}

/** Answer with status 200. */
export interface Page {
  readonly type: string;
  readonly text: string;
}

type Route = (asked: { readonly query: URLSearchParams; readonly body: string }) => Page;

/** Answers one request after the other; undefined where nothing has that address. */
export function answersOf(bench: Bench, files: PageFiles): (asked: Asked) => Page | undefined {
  const routes = routesOf(bench, files);
  return ({ route, query, body }) => routes[route]?.({ query: new URLSearchParams(query), body });
}

function routesOf(bench: Bench, files: PageFiles): Readonly<Record<string, Route>> {
  const shown = (): Page => json(bench.view());
  /** Something that a person does; answers what they see then. */
  const action =
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
    'POST /close-dialog': action(() => bench.closeDialog()),
    'GET /view': shown,
    'GET /store': () => json(bench.store.dump()),
    'POST /call': ({ body }) => {
      const { name, args } = parse<{ readonly name: string; readonly args: readonly unknown[] }>(body);
      const answered = JSON.stringify(bench.callFromSidebar(name, args));
      return { type: JSON_TYPE, text: photosToWorkbench(toWorkbench(answered, bench.store.shop)) };
    },
    'POST /menu': action<{ readonly name: string }>(({ name }) => bench.chooseMenuItem(name)),
    'POST /cell': action<{ sheetId: number; row: number; column: number; text: string }>((cell) =>
      bench.type(cell.sheetId, cell.row, cell.column, cell.text),
    ),
    'POST /paste': action<{ sheetId: number; row: number; column: number; texts: string[][] }>((block) =>
      bench.paste(block.sheetId, block.row, block.column, block.texts),
    ),
    'POST /undo': action(() => bench.undo()),
    'POST /redo': action(() => bench.redo()),
    'POST /tab': action(() => bench.addTab()),
    'POST /rows': action<{ sheetId: number; afterRow: number; count: number }>((rows) =>
      bench.insertRows(rows.sheetId, rows.afterRow, rows.count),
    ),
    'POST /all-rows': action<{ readonly sheetId: number }>(({ sheetId }) => bench.showAllRows(sheetId)),
    'POST /selection': action<{ sheetId: number; firstRow: number; lastRow: number }>((selected) =>
      bench.select(selected.sheetId, selected.firstRow, selected.lastRow),
    ),
    'POST /catalog': action(() => bench.beginWithCatalog()),
    'POST /user': action<{ readonly user: string }>(({ user }) => bench.sitDown(user)),
    'POST /act': action<ShopifyAct>((act) => bench.actInShopify(act)),
    'POST /wait': action<{ readonly ms: number }>(({ ms }) => bench.wait(leapMs(ms))),
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

const HTML_TYPE = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const html = (text: string): Page => ({ type: HTML_TYPE, text });
const json = (value: unknown): Page => ({ type: JSON_TYPE, text: JSON.stringify(value) });
