import { type ChatServices, createChatServices, SLACK_ADDRESS } from '../apps-script/chats/chat-services';
import {
  createRuntime,
  createVirtualClock,
  newRuntimeState,
  type Runtime,
  type RuntimeState,
  type ServiceCall,
  type Sheet,
} from '../apps-script/runtime';
import { ServiceException } from '../apps-script/runtime/exception';
import { type ScriptRunAnswer, scriptRun } from '../apps-script/runtime/script-run';
import { scriptId } from '../apps-script/services/script-app';
import type { SavedSession } from '../cli/session';
import { createStore, fakeAccessToken } from '../store/embedded-store';
import { usualApp } from '../store/http/edge';
import type { EmbeddedStore, StoreOptions } from '../store/store-types';
import type { WireAnswer, WireRequest } from '../store/wire';
import { beginWithCatalog } from './begin-with-catalog';
import { createEdits } from './grid/edits';
import { computeFormulas } from './grid/formulas';
import { showTab } from './grid/show-tab';
import { addTab, insertRows, showAllRows } from './grid/tabs';
import { openSpreadsheet } from './open-spreadsheet';
import { doInShopify, type ShopifyAct } from './shopify-act';
import type { ShownDialog, WorkbenchView } from './view';
import { describeWait } from './wait';

const REDIRECT_URI = `https://script.google.com/macros/d/${scriptId}/usercallback`;

/** The owner of the spreadsheet and somebody who may edit it. */
export const USERS = ['owner@example.com', 'colleague@example.com'] as const;

export interface BenchOptions {
  /** The built add-on. */
  readonly distDir: string;
  /** Its CSV files become tabs. */
  readonly spreadsheetDir: string;
  /** A spreadsheet and a store to go on with, in place of that folder. */
  readonly saved?: SavedSession;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly store?: Omit<StoreOptions, 'now'>;
  /** Called before each service call of the script: others may act meanwhile. */
  readonly meanwhile?: (call: ServiceCall) => void;
  /** Language of the person's Google account, such as `de`; English where it is left out. */
  readonly userLocale?: string;
}

/** A spreadsheet with the add-on, the store behind it, and the person at the keyboard. */
export interface Bench {
  readonly runtime: Runtime;
  readonly store: EmbeddedStore;
  readonly chats: ChatServices;
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
  /** A block of cells from the clipboard, its top left corner at the cell. */
  paste(sheetId: number, row: number, column: number, texts: readonly (readonly string[])[]): void;
  undo(): void;
  redo(): void;
  addTab(): void;
  insertRows(sheetId: number, afterRow: number, count: number): void;
  showAllRows(sheetId: number): void;
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
  /** JSON-safe; what `npm start -- --state` keeps too. */
  save(): SavedSession;
}

export function createBench(options: BenchOptions): Bench {
  const { saved } = options;
  const clock = createVirtualClock(Math.max(options.startMs, saved?.nowMs ?? 0));
  const store = createStore({
    shop: 'embedded-store.myshopify.com',
    currencyCode: 'EUR',
    redirectUrls: [REDIRECT_URI],
    ...options.store,
    ...(saved && { saved: saved.store }),
    now: clock.now,
  });
  const state = saved
    ? withoutLocks(saved.runtime)
    : newRuntimeState(openSpreadsheet(options.spreadsheetDir));
  const { workbook } = state;
  const edits = createEdits(workbook, clock.now);
  const chats = createChatServices();
  let requests = 0;
  let user: string = USERS[0];
  let closed = 0;
  let sidebarOpened = 0;
  let news = { says: '', toasts: 0 };
  const toasts = () => bench.runtime.interface.toasts;
  const tell = (says: string) => {
    news = { says, toasts: toasts().length };
  };
  /** Changes a tab as a person does; the formulas follow. */
  const edit = (sheetId: number, act: (sheet: Sheet) => string | undefined) => {
    const sheet = workbook.sheets.find(({ id }) => id === sheetId);
    const says = sheet && orRefusal(() => act(sheet));
    if (says) tell(says);
    computeFormulas(workbook);
  };
  const bench: Bench = {
    store,
    chats,
    interfere: () => undefined,
    runtime: createRuntime({
      state,
      distDir: options.distDir,
      clock,
      ...(options.userLocale && { userLocale: options.userLocale }),
      gate: (call) => {
        const { service, method, args } = call;
        options.meanwhile?.(call);
        // Google keeps the log of an execution; here a bug should not have to be looked for.
        if (service === 'console' && method === 'error') process.stderr.write(`${args.join(' ')}\n`);
      },
      send: (request) => {
        requests += 1;
        return bench.interfere(request) ?? chats.send(request) ?? store.send(request);
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
      inFront: workbook.activeSheetId,
      tabs: workbook.sheets.filter(({ hidden }) => !hidden).map((sheet) => showTab(workbook, sheet)),
      news: toasts().length > news.toasts ? (toasts().at(-1)?.message ?? '') : news.says,
      requests,
      told: chats.messages,
      currency: store.state.shop.currencyCode,
      credentials: { shop: store.shop, accessToken: fakeAccessToken, ...usualApp, chat: SLACK_ADDRESS },
    }),
    callFromSidebar: (functionName, args) => {
      tell('');
      const answer = scriptRun(bench.runtime, functionName, args, user);
      computeFormulas(workbook);
      return answer;
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
    type: (sheetId, row, column, text) => bench.paste(sheetId, row, column, [[text]]),
    paste: (sheetId, row, column, texts) =>
      edit(sheetId, (sheet) => void edits.type(sheet, { row, column }, texts)),
    undo: () => edit(workbook.activeSheetId, () => edits.undo()),
    redo: () => edit(workbook.activeSheetId, () => edits.redo()),
    addTab: () => {
      const says = orRefusal(() => void addTab(workbook));
      if (says) tell(says);
    },
    insertRows: (sheetId, afterRow, count) =>
      edit(sheetId, (sheet) => void insertRows(workbook, sheet, afterRow, count)),
    showAllRows: (sheetId) => edit(sheetId, (sheet) => void showAllRows(sheet)),
    select: (sheetId, firstRow, lastRow) => {
      if (lastRow < firstRow || !workbook.sheets.some(({ id }) => id === sheetId)) return;
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
    save: () => ({
      format: 'sync-to-shopify-local-1',
      nowMs: clock.now(),
      runtime: state,
      store: store.save(),
    }),
  };
  bench.runtime.open({ user });
  return bench;
}

/** Does it, or answers the sentence with which Sheets would refuse it. */
function orRefusal(act: () => string | undefined): string | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof ServiceException) return error.message;
    throw error;
  }
}

const DIALOG = { width: 600, height: 400 } as const;

function shownDialog(dialogs: Runtime['interface']['dialogs'], closed: number): ShownDialog | null {
  const last = dialogs.at(-1);
  if (!last || dialogs.length <= closed) return null;
  const { title, width = DIALOG.width, height = DIALOG.height, modal } = last;
  return { number: dialogs.length, title, width, height, modal };
}

/** Executions that held a lock ended when the state was saved. */
function withoutLocks(state: RuntimeState): RuntimeState {
  for (const lock of [state.documentLock, state.scriptLock, ...Object.values(state.userLocks)])
    lock.holder = null;
  return state;
}

/** The content of the HtmlOutput that the add-on answered. */
function htmlOf(output: unknown): string {
  return (output as { readonly self: { readonly content: string } }).self.content;
}
