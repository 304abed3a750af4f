import type { ServiceCall } from '../apps-script/runtime';

/** Subjects of a script's calls to Google, in the order of the table. */
export const TALKS = [
  'properties',
  'cache',
  'locks',
  'look-ups',
  'reads',
  'writes',
  'layout',
  'flushes',
] as const;
export type Talk = (typeof TALKS)[number];

/** Seconds on the virtual clock, by whom they were spent on. */
interface Shares {
  readonly google: number;
  /** From a request to its answer; of a wave the slowest. */
  readonly shopify: number;
  /** Slept, until Shopify gives out points or a bulk operation is done. */
  readonly waiting: number;
}

/** Use of time by the executions of a run. */
export interface Talked {
  readonly calls: Readonly<Record<Talk, number>>;
  readonly shares: Shares;
  /** From the click to the first row that says what became of it; undefined where none had to. */
  readonly firstRowSeconds: number | undefined;
  /** From the click to the first count that the sidebar can show. */
  readonly firstProgressSeconds: number | undefined;
}

export interface CallMeter {
  /** To be called at each service call, before it takes its time. */
  readonly look: (call: ServiceCall) => void;
  /** Ends what went on since the last call. */
  readonly end: () => void;
  talked(): Talked;
}

const DONE = /^(Created|Updated|Up to date|No change to send)$/;

/** Tells from outside what the service calls of a run were for and how long they took, where computing is free. */
export function callMeter(now: () => number): CallMeter {
  const calls = Object.fromEntries(TALKS.map((talk) => [talk, 0])) as Record<Talk, number>;
  const spent = { google: 0, shopify: 0, waiting: 0 };
  const startedMs = now();
  let firstRowSeconds: number | undefined;
  let firstProgressSeconds: number | undefined;
  let last: ServiceCall | undefined;
  let lastMs = startedMs;
  const end = () => {
    const tookMs = now() - lastMs;
    lastMs = now();
    if (!last) return;
    const seconds = tookMs / 1000;
    const atSeconds = (lastMs - startedMs) / 1000;
    if (last.service === 'UrlFetchApp') spent.shopify += seconds;
    else if (last.service === 'Utilities' && last.method === 'sleep') spent.waiting += seconds;
    else {
      spent.google += seconds;
      // What takes no time only hands out an object.
      if (tookMs > 0) calls[talkOf(last)] += 1;
    }
    if (saysWhatBecame(last)) firstRowSeconds ??= atSeconds;
    if (showsProgress(last)) firstProgressSeconds ??= atSeconds;
    last = undefined;
  };
  return {
    end,
    look(call) {
      end();
      last = call;
    },
    talked: () => ({ calls, shares: spent, firstRowSeconds, firstProgressSeconds }),
  };
}

function talkOf({ service, method }: ServiceCall): Talk {
  switch (service) {
    case 'Properties':
      return 'properties';
    case 'Cache':
      return 'cache';
    case 'Lock':
    case 'LockService':
      return 'locks';
    case 'Range':
    case 'RangeList':
      if (method.startsWith('get')) return 'reads';
      return /^set(Value|Values|RichTextValues|Formulas)$|^clear/.test(method) ? 'writes' : 'layout';
    default:
      if (method === 'flush') return 'flushes';
      return method.startsWith('get') ? 'look-ups' : 'layout';
  }
}

function saysWhatBecame({ method, args }: ServiceCall): boolean {
  if (method !== 'setValues') return false;
  const [rows] = args as readonly [readonly (readonly unknown[])[]];
  return rows.some((cells) => cells.some((cell) => DONE.test(String(cell))));
}

function showsProgress({ service, method, args }: ServiceCall): boolean {
  return (
    service === 'Cache' && method === 'put' && args[0] === 'progress' && /"total":[1-9]/.test(String(args[1]))
  );
}
