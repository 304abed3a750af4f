import { type ChatServices, createChatServices } from '../../local/apps-script/chats/chat-services';
import {
  createRuntime,
  createVirtualClock,
  newRuntimeState,
  newSheet,
  newWorkbook,
  type Runtime,
  type RuntimeOptions,
  type VirtualClock,
} from '../../local/apps-script/runtime';
import { scriptRun } from '../../local/apps-script/runtime/script-run';
import { createStore, fakeAccessToken } from '../../local/store/embedded-store';
import { usualApp } from '../../local/store/http/edge';
import type { EmbeddedStore, StoreOptions } from '../../local/store/store-types';
import type { WireAnswer, WireRequest } from '../../local/store/wire';
import type { Answer } from '../../src/answers/answers';
import type { TypedCredentials } from '../../src/answers/requests';
import { START_MS } from '../add-on/connect/ways';
import { builtFolder } from './built-once';
import { INSTALLED } from './installed';

export const SHOP = 'embedded-store.myshopify.com';
const CALLBACK = 'https://script.google.com/macros/d/local-script/usercallback';

export const TOKEN: TypedCredentials = {
  method: 'permanent-token',
  shop: SHOP,
  accessToken: fakeAccessToken,
};
export const APP: TypedCredentials = { method: 'client-credentials', shop: SHOP, ...usualApp };
export const OFFLINE: TypedCredentials = { method: 'authorization-code', shop: SHOP, ...usualApp };

/** The store's own answer where others leave little of the shop's limit: changes of ten products at once. */
export function answerOfBusyShop({ store }: Shopify, request: WireRequest): WireAnswer {
  const answer = store.send(request);
  if ('failure' in answer || !answer.body.includes('"throttleStatus"')) return answer;
  const said = JSON.parse(answer.body);
  said.extensions.cost.throttleStatus = { maximumAvailable: 1000, currentlyAvailable: 100, restoreRate: 50 };
  return { ...answer, body: JSON.stringify(said) };
}

export interface Shopify {
  /** The chats, which are reached over the same wire. */
  readonly chats: ChatServices;
  readonly clock: VirtualClock;
  readonly store: EmbeddedStore;
  readonly requests: WireRequest[];
  /** Answers instead of the store where it gives something. */
  interfere: (request: WireRequest) => WireAnswer | undefined;
  send(request: WireRequest): WireAnswer;
}

export function shopify(options: Partial<StoreOptions> = {}): Shopify {
  const clock = createVirtualClock(START_MS);
  const store = createStore({ now: clock.now, redirectUrls: [CALLBACK], ...options });
  const requests: WireRequest[] = [];
  const chats = createChatServices();
  return {
    clock,
    store,
    requests,
    chats,
    interfere: () => undefined,
    send(request) {
      requests.push(request);
      return this.interfere(request) ?? chats.send(request) ?? store.send(request);
    },
  };
}

export interface Spreadsheet extends Runtime {
  /** Calls an entry point as the sidebar does. */
  call<Value>(name: string, argument?: unknown, user?: string): Answer<Value>;
  /** Connects; in the third way through Shopify's permission page. Answers what the sidebar is answered last. */
  connect(typed: TypedCredentials, user?: string): Answer<unknown>;
  /** Types prices, from the second row on. */
  price(...prices: readonly string[]): void;
}

export const OWNER = 'owner@example.com';

/** A spreadsheet with one tab of prices, whose add-on reaches this Shopify. */
export function spreadsheet(
  { clock, ...shop }: Shopify,
  options: {
    readonly id?: string;
    /** Another spreadsheet of the same published add-on. */
    readonly sharedWith?: Runtime;
    readonly installed?: RuntimeOptions['installed'];
    readonly gate?: RuntimeOptions['gate'];
    /** Of the Google account of whoever opens it; English where it is left out. */
    readonly userLocale?: string;
  } = {},
  wire: Pick<Shopify, 'send'> = shop,
): Spreadsheet {
  const sheet = newSheet({ id: 7, name: 'Prices' });
  sheet.rows = [['SKU', 'Price']];
  const state = newRuntimeState(newWorkbook({ id: options.id ?? 'spreadsheet-1', sheets: [sheet] }));
  const shared = options.sharedWith?.state;
  // What belongs to the user and the add-on, not to the file.
  if (shared) {
    const { userProperties, userLocks, userCaches, scriptProperties, scriptCache, scriptLock } = shared;
    const ofScript = { scriptProperties, scriptCache, scriptLock, triggers: shared.triggers };
    Object.assign(state, { userProperties, userLocks, userCaches, quotas: shared.quotas, ...ofScript });
  }
  const runtime = createRuntime({
    state,
    distDir: builtFolder(),
    clock,
    send: (request) => wire.send(request),
    installed: options.installed ?? (shared ? 'addon' : INSTALLED),
    ...(options.gate && { gate: options.gate }),
    ...(options.userLocale && { userLocale: options.userLocale }),
  });
  const call: Spreadsheet['call'] = (name, argument, user = OWNER) => {
    const answered = scriptRun(runtime, name, argument === undefined ? [] : [argument], user);
    if (!answered.ok) throw new Error(answered.error.message);
    return answered.value as Answer<never>;
  };
  return {
    ...runtime,
    call,
    connect(typed, user = OWNER) {
      if (typed.method !== 'authorization-code') return call('saveConnection', typed, user);
      const started = call<{ readonly url: string }>('startAuthorization', typed, user);
      if (!started.ok) return started;
      follow(runtime, wire, started.value.url, user);
      // The sidebar waits for what the page brings.
      return call('getOverview', undefined, user);
    },
    price(...prices) {
      sheet.rows = [['SKU', 'Price'], ...prices.map((price, index) => [`SKU-${index + 1}`, price])];
    },
  };
}

/** Opens the permission page, where the merchant approves at once, and comes back. */
function follow(runtime: Runtime, wire: Pick<Shopify, 'send'>, url: string, user: string): void {
  const approved = wire.send({ method: 'GET', url, headers: {}, body: '' });
  const location = 'failure' in approved ? undefined : approved.headers.Location;
  if (location === undefined) throw new Error('Shopify did not send the merchant back.');
  const back = runtime.followCallback(Object.fromEntries(new URL(location).searchParams), user);
  if (back.outcome !== 'returned') throw new Error('The way back did not reach the script.');
}
