import { anything, fields, listOf, oneOf, type Shape, text, whole } from '../../src/ports/shape';
import { limits } from '../apps-script/limits/limits';
import { leapMs, RefusedRequest } from '../loopback';
import { type Bench, USERS } from './bench';
import { addOnPage, type PageFiles } from './page-files';
import { photosToWorkbench } from './photos';
import { shopifyAct } from './shopify-act';
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
    <Body>(shape: Shape<Body>, act: (body: Body) => void): Route =>
    ({ body }) => {
      act(parse(shape, body));
      return shown();
    };
  return {
    'GET /': () => html(files.html),
    'GET /workbench.js': () => ({ type: 'text/javascript', text: files.script }),
    'GET /workbench.css': () => ({ type: 'text/css', text: files.style }),
    'GET /sidebar': () => html(addOnPage(bench.sidebarHtml(), files)),
    'GET /dialog': () => html(addOnPage(bench.dialogHtml(), files)),
    'POST /close-dialog': action(anything, () => bench.closeDialog()),
    'GET /view': shown,
    'GET /store': () => json(bench.store.dump()),
    'POST /call': ({ body }) => {
      const { name, args } = parse(call, body);
      const answered = JSON.stringify(bench.callFromSidebar(name, args));
      return { type: JSON_TYPE, text: photosToWorkbench(toWorkbench(answered, bench.store.shop)) };
    },
    'POST /menu': action(fields<{ readonly name: string }>({ name: text() }), ({ name }) =>
      bench.chooseMenuItem(name),
    ),
    'POST /cell': action(typedCell, (cell) => bench.type(cell.sheetId, cell.row, cell.column, cell.text)),
    'POST /paste': action(pastedBlock, (block) =>
      bench.paste(block.sheetId, block.row, block.column, block.texts),
    ),
    'POST /undo': action(anything, () => bench.undo()),
    'POST /redo': action(anything, () => bench.redo()),
    'POST /tab': action(anything, () => bench.addTab()),
    'POST /rows': action(insertedRows, (rows) => bench.insertRows(rows.sheetId, rows.afterRow, rows.count)),
    'POST /all-rows': action(fields<{ readonly sheetId: number }>({ sheetId: whole() }), ({ sheetId }) =>
      bench.showAllRows(sheetId),
    ),
    'POST /selection': action(selectedRows, (selected) =>
      bench.select(selected.sheetId, selected.firstRow, selected.lastRow),
    ),
    'POST /catalog': action(anything, () => bench.beginWithCatalog()),
    'POST /user': action(fields<{ readonly user: string }>({ user: oneOf<string>(...USERS) }), ({ user }) =>
      bench.sitDown(user),
    ),
    'POST /act': action(shopifyAct, (act) => bench.actInShopify(act)),
    'POST /wait': action(fields<{ readonly ms: unknown }>({ ms: anything }), ({ ms }) =>
      bench.wait(leapMs(ms)),
    ),
    [`GET ${PERMISSION_PATH}`]: ({ query }) => html(permissionPage(bench.store.shop, query)),
    [`POST ${PERMISSION_PATH}`]: ({ body }) => {
      const approved = approve(bench.store, new URLSearchParams(body));
      return html(
        'refusal' in approved ? approved.refusal : bench.comeBack(Object.fromEntries(approved.callback)),
      );
    },
  };
}

const row = whole(1, limits.workbook.cells);
const place = { sheetId: whole(), row, column: whole(1, limits.workbook.columns) };
const content = text(limits.workbook.charactersPerCell);
const typedCell = fields<{ sheetId: number; row: number; column: number; text: string }>({
  ...place,
  text: content,
});
const pastedBlock = fields<{
  sheetId: number;
  row: number;
  column: number;
  texts: readonly (readonly string[])[];
}>({ ...place, texts: listOf(listOf(content)) });
const insertedRows = fields<{ sheetId: number; afterRow: number; count: number }>({
  sheetId: whole(),
  afterRow: whole(0, limits.workbook.cells),
  count: row,
});
const selectedRows = fields<{ sheetId: number; firstRow: number; lastRow: number }>({
  sheetId: whole(),
  firstRow: row,
  lastRow: row,
});
const call = fields<{ readonly name: string; readonly args: readonly unknown[] }>({
  name: text(),
  args: listOf(anything),
});

/** The body of a request, which nothing is done by where it has another form: any page of this machine may send one. */
function parse<Body>(shape: Shape<Body>, body: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new RefusedRequest({ status: 400, reason: 'The body is not JSON.' });
  }
  if (shape(value)) return value;
  throw new RefusedRequest({ status: 400, reason: 'The body is not what this address takes.' });
}

const HTML_TYPE = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const html = (text: string): Page => ({ type: HTML_TYPE, text });
const json = (value: unknown): Page => ({ type: JSON_TYPE, text: JSON.stringify(value) });
