import { setTimeout as wait } from 'node:timers/promises';
import { at, listAt } from '../question';
import type { Mask } from '../secrets';

/** An answer over HTTP, parsed where it is JSON. */
export interface Answered {
  readonly status: number;
  readonly ms: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface AskOptions {
  readonly version?: string;
  readonly token?: string;
}

/** The Admin API of one store. Every other host, such as that of a bulk file, is asked without the token. */
export interface Admin {
  ask(document: string, variables?: object, options?: AskOptions): Promise<Answered>;
  requestToken(fields: Readonly<Record<string, string>>): Promise<Answered>;
  fetchFile(url: string, init?: RequestInit): Promise<Answered & { readonly text: string }>;
  useToken(token: string): void;
  token(): string;
}

export interface AdminOptions {
  /** `https://my-store.myshopify.com`, or the address of an embedded store. */
  readonly base: string;
  readonly version: string;
  readonly mask: Mask;
  /** Asked before each request; what has been sent is always waited for, so that nothing is made unseen. */
  readonly beforeEach?: () => void;
  readonly token?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const THROTTLE_WAIT_MS = 2000;
const ATTEMPTS = 4;

export function openAdmin(options: AdminOptions): Admin {
  const { base, version, mask, beforeEach, timeoutMs } = options;
  let token = options.token ?? '';
  async function send(url: string, init: RequestInit): Promise<Answered & { readonly text: string }> {
    beforeEach?.();
    const began = Date.now();
    const signal = AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS);
    const answer = await fetch(url, { redirect: 'manual', ...init, signal });
    const text = await answer.text();
    return {
      status: answer.status,
      ms: Date.now() - began,
      headers: Object.fromEntries(answer.headers),
      body: parsed(text),
      text,
    };
  }
  async function ask(document: string, variables: object = {}, options: AskOptions = {}): Promise<Answered> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(`${base}/admin/api/${options.version ?? version}/graphql.json`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-Shopify-Access-Token': options.token ?? token,
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const isThrottled = answer.status === 429 || errorCodes(answer).includes('THROTTLED');
      if (!isThrottled || attempt === ATTEMPTS) return answer;
      await wait(THROTTLE_WAIT_MS);
    }
  }
  return {
    ask,
    requestToken: (fields) =>
      send(`${base}/admin/oauth/access_token`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(fields),
      }),
    fetchFile: (url, init = {}) => send(url, init),
    token: () => token,
    useToken: (granted) => {
      mask.learn(granted);
      token = granted;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.slice(0, 400);
  }
}

/** The codes of an answer's errors on the top level. */
export function errorCodes({ body }: Answered): readonly string[] {
  return listAt(body, 'errors').map((error) => String(at(error, 'extensions.code') ?? at(error, 'message')));
}

/** Refusals of a mutation, on the top level and in its own `userErrors`; empty where it was done. */
export function refusalsOf(answer: Answered, mutation: string): string[] {
  const payload = at(answer.body, `data.${mutation}`);
  const own = listAt(payload, 'userErrors').map((error) => String(at(error, 'code') ?? at(error, 'message')));
  const all = [...errorCodes(answer), ...own];
  return all.length === 0 && (payload === undefined || payload === null)
    ? [`HTTP ${answer.status} without an answer`]
    : all;
}
