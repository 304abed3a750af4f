/**
 * `google.script.run` as a page has it: values of JSON only, errors that keep nothing but their message, ten calls at
 * once. Source: https://developers.google.com/apps-script/guides/html/reference/run
 */
type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  readonly onSuccess?: Handler;
  readonly onFailure?: Handler;
  readonly userObject?: unknown;
}

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } };

const CALLS_AT_ONCE = 10;
const waiting: (() => Promise<void>)[] = [];
let running = 0;

function runner(handlers: Handlers): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'withSuccessHandler') return (onSuccess: Handler) => runner({ ...handlers, onSuccess });
        if (name === 'withFailureHandler') return (onFailure: Handler) => runner({ ...handlers, onFailure });
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
        // Google offers no function whose name ends so.
        if (typeof name !== 'string' || name.endsWith('_')) return undefined;
        return (...args: unknown[]) => begin(name, args, handlers);
      },
    },
  );
}

function begin(name: string, args: readonly unknown[], handlers: Handlers): void {
  const illegal = args.findIndex((value) => !isLegal(value));
  if (illegal >= 0) throw new TypeError(`Failed due to illegal value in property: ${illegal}`);
  waiting.push(() => call(name, args, handlers));
  startNext();
}

function startNext(): void {
  if (running >= CALLS_AT_ONCE) return;
  const next = waiting.shift();
  if (!next) return;
  running += 1;
  void next().finally(() => {
    running -= 1;
    startNext();
  });
}

async function call(name: string, args: readonly unknown[], handlers: Handlers): Promise<void> {
  const answer = await ask(name, args);
  window.parent.postMessage('called', window.location.origin);
  if (answer.ok) {
    handlers.onSuccess?.(answer.value, handlers.userObject);
    return;
  }
  const error = new Error(answer.error.message);
  error.name = answer.error.name;
  if (handlers.onFailure) handlers.onFailure(error, handlers.userObject);
  else console.error(error);
}

async function ask(name: string, args: readonly unknown[]): Promise<Answer> {
  try {
    const response = await fetch('/call', { method: 'POST', body: JSON.stringify({ name, args }) });
    return (await response.json()) as Answer;
  } catch {
    return {
      ok: false,
      error: { name: 'NetworkError', message: 'NetworkError: Connection failure due to HTTP 0' },
    };
  }
}

/** Numbers, booleans, texts, null, and plain arrays and objects of these. */
function isLegal(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !Array.isArray(value)) return false;
  return Object.values(value).every(isLegal);
}

/** Closes the dialog in which the page stands. */
const closeDialog = () => window.parent.postMessage('close', window.location.origin);

Object.assign(window, {
  google: { script: { run: runner({}), host: { close: closeDialog, editor: { focus: () => undefined } } } },
});
