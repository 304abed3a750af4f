import { createRuntime, createVirtualClock, newRuntimeState, type Runtime } from '../apps-script/runtime';
import { typeInto } from '../apps-script/runtime/person';
import { type ScriptRunAnswer, scriptRun } from '../apps-script/runtime/script-run';
import { scriptId } from '../apps-script/services/script-app';
import { createStore, fakeAccessToken } from '../store/embedded-store';
import { usualApp } from '../store/http/edge';
import type { EmbeddedStore, StoreOptions } from '../store/store-types';
import type { WireAnswer, WireRequest } from '../store/wire';
import { beginWithCatalog } from './begin-with-catalog';
import { openSpreadsheet } from './open-spreadsheet';
import { doInShopify, type ShopifyAct } from './shopify-act';
import { showTab } from './show-tab';
import type { ShownDialog, WorkbenchView } from './view';
import { describeWait } from './wait';

const REDIRECT_URI = `https://script.google.com/macros/d/${scriptId}/usercallback`;

/** The owner of the spreadsheet and somebody who may edit it. */
const USERS = ['owner@example.com', 'colleague@example.com'] as const;

export interface BenchOptions {
  /** The built add-on. */
  readonly distDir: string;
  /** Its CSV files become tabs. */
  readonly spreadsheetDir: string;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly store?: Omit<StoreOptions, 'now'>;
}

/** A spreadsheet with the add-on, the store behind it, and the person at the keyboard. */
export interface Bench {
  readonly runtime: Runtime;
  readonly store: EmbeddedStore;
  /** Answers instead of the store for as long as it gives something. */
  interfere: (request: WireRequest) => WireAnswer | undefined;
  view(): WorkbenchView;
  /** The page in the sidebar, as the script gave it. */
  sidebarHtml(): string;
  /** The page in the dialog in front. */
  dialogHtml(): string;
  closeDialog(): void;
  /** A call of the sidebar. */
  callFromSidebar(functionName: string, args: readonly unknown[]): ScriptRunAnswer;
  chooseMenuItem(functionName: string): void;
  /** Row and column count from 1. */
  type(sheetId: number, row: number, column: number, text: string): void;
  /** Rows count from 1. */
  select(sheetId: number, firstRow: number, lastRow: number): void;
  sitDown(user: string): void;
  /** Lets time pass, and runs what falls due meanwhile. */
  wait(ms: number): void;
  /** A store with a catalog, and a spreadsheet with nothing in it. */
  beginWithCatalog(): void;
  /** Acts of customers and other people in the store. */
  actInShopify(act: ShopifyAct): void;
  /** Comes back from Shopify's permission page; answers the page that the add-on shows. */
  comeBack(query: Readonly<Record<string, string>>): string;
}

export function createBench(options: BenchOptions): Bench {
  const clock = createVirtualClock(options.startMs);
  const store = createStore({
    shop: 'embedded-store.myshopify.com',
    currencyCode: 'EUR',
    redirectUrls: [REDIRECT_URI],
    ...options.store,
    now: clock.now,
  });
  const workbook = openSpreadsheet(options.spreadsheetDir);
  let requests = 0;
  let user: string = USERS[0];
  let closed = 0;
  let sidebarOpened = 0;
  let news = { says: '', toasts: 0 };
  const toasts = () => bench.runtime.interface.toasts;
  const tell = (says: string) => {
    news = { says, toasts: toasts().length };
  };
  const bench: Bench = {
    store,
    interfere: () => undefined,
    runtime: createRuntime({
      state: newRuntimeState(workbook),
      distDir: options.distDir,
      clock,
      gate: ({ service, method, args }) => {
        // Google keeps the log of an execution; here a bug should not have to be looked for.
        if (service === 'console' && method === 'error') process.stderr.write(`${args.join(' ')}\n`);
      },
      send: (request) => {
        requests += 1;
        return bench.interfere(request) ?? store.send(request);
      },
    }),
    view: () => ({
      spreadsheet: workbook.name,
      nowMs: clock.now(),
      user,
      users: USERS,
      menus: Object.values(bench.runtime.interface.menus),
      isSidebarOpen: bench.runtime.interface.sidebar !== null,
      sidebarOpened,
      dialog: shownDialog(bench.runtime.interface.dialogs, closed),
      tabs: workbook.sheets.filter(({ hidden }) => !hidden).map((sheet) => showTab(workbook, sheet)),
      news: toasts().length > news.toasts ? (toasts().at(-1)?.message ?? '') : news.says,
      requests,
      credentials: { shop: store.shop, accessToken: fakeAccessToken, ...usualApp },
    }),
    callFromSidebar: (functionName, args) => {
      tell('');
      return scriptRun(bench.runtime, functionName, args, user);
    },
    chooseMenuItem: (functionName) => {
      tell('');
      const before = bench.runtime.interface.sidebar;
      bench.runtime.run(functionName, [], { kind: 'menu', user });
      if (bench.runtime.interface.sidebar !== before) sidebarOpened += 1;
    },
    sidebarHtml: () => bench.runtime.interface.sidebar?.html ?? '',
    dialogHtml: () => bench.runtime.interface.dialogs.at(-1)?.html ?? '',
    closeDialog: () => {
      closed = bench.runtime.interface.dialogs.length;
    },
    type: (sheetId, row, column, text) => {
      const sheet = workbook.sheets.find(({ id }) => id === sheetId);
      if (sheet) typeInto(workbook, sheet, { row, column }, text, clock.now());
    },
    select: (sheetId, firstRow, lastRow) => {
      const rowCount = lastRow - firstRow + 1;
      workbook.activeSheetId = sheetId;
      workbook.selection = [{ row: firstRow, column: 1, rowCount, columnCount: 1 }];
    },
    sitDown: (next) => {
      user = next;
      bench.runtime.open({ user });
    },
    wait: (ms) => {
      const executions = bench.runtime.advanceTo(clock.now() + ms);
      const nextMs = bench.runtime.nextTriggerMs();
      tell(describeWait(executions, nextMs === undefined ? undefined : nextMs - clock.now()));
    },
    beginWithCatalog: () => beginWithCatalog(store, workbook),
    actInShopify: (act) => tell(doInShopify(store, act)),
    comeBack: (query) => {
      const { outcome, ...end } = bench.runtime.followCallback(query, user);
      return outcome === 'returned' && 'value' in end ? htmlOf(end.value) : 'The add-on did not answer.';
    },
  };
  bench.runtime.open({ user });
  return bench;
}

const DIALOG = { width: 600, height: 400 } as const;

function shownDialog(dialogs: Runtime['interface']['dialogs'], closed: number): ShownDialog | null {
  const last = dialogs.at(-1);
  if (!last || dialogs.length <= closed) return null;
  const { title, width = DIALOG.width, height = DIALOG.height, modal } = last;
  return { number: dialogs.length, title, width, height, modal };
}

/** The content of the HtmlOutput that the add-on answered. */
function htmlOf(output: unknown): string {
  return (output as { readonly self: { readonly content: string } }).self.content;
}
