import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createRuntime,
  createVirtualClock,
  newRuntimeState,
  newWorkbook,
  type RuntimeOptions,
  type RuntimeState,
  type ServiceCall,
} from '../../local/apps-script/runtime';
import { type Driven, drive } from '../../local/cli/drive';
import { type CliOptions, parseOptions, tabName } from '../../local/cli/options';
import { buildReport, type Report } from '../../local/cli/report';
import { createRequestCounter } from '../../local/cli/request-counter';
import type { Session } from '../../local/cli/session';
import { importFiles } from '../../local/cli/tabs';
import { createStore, fakeAccessToken } from '../../local/store/embedded-store';
import type { SavedEmbeddedStore, StoreOptions } from '../../local/store/store-types';
import type { WireAnswer, WireRequest } from '../../local/store/wire';
import type { Answer } from '../../src/answers/answers';
import { builtFolder } from './built-once';
import { INSTALLED } from './installed';

/** The add-on as it is pushed to Apps Script, a spreadsheet and a store, on one virtual clock. */
export interface Workbench extends Session {
  /** Everything that went over the wire, in both directions. */
  readonly wire: readonly string[];
  /** Puts each text into the tab of its name, as a person pastes a file, and syncs them as the command does. */
  sync(files: Readonly<Record<string, string>>, ...args: readonly string[]): Report;
  paste(files: Readonly<Record<string, string>>, ...args: readonly string[]): number[];
  /** Answer of a sidebar call. */
  call<Value>(name: string, ...args: unknown[]): Answer<Value>;
  /** Syncs what stands in the tabs. */
  drive(sheetIds: readonly number[], ...args: readonly string[]): Driven;
  /** As JSON, to begin another bench where this one stands. */
  save(): string;
}

export interface BenchOptions {
  readonly store?: Partial<StoreOptions>;
  readonly gate?: (call: ServiceCall) => void;
  readonly locale?: string;
  /** Behaviour of Google. */
  readonly runtime?: Omit<Partial<RuntimeOptions>, 'state' | 'clock' | 'send' | 'gate'>;
  /** Answer in place of the store's own. */
  readonly answering?: (request: WireRequest, answer: WireAnswer) => WireAnswer;
  /** From `save()`. */
  readonly saved?: string;
}

/** JSON that `save()` writes. */
export interface SavedBench {
  readonly nowMs: number;
  readonly runtime: RuntimeState;
  readonly store: SavedEmbeddedStore;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'workbench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

export function openWorkbench(options: BenchOptions = {}): Workbench {
  const { store: storeOptions, gate, locale, saved, answering = (_, answer) => answer } = options;
  const before = saved === undefined ? undefined : (JSON.parse(saved) as SavedBench);
  const startedAtMs = before?.nowMs ?? Date.UTC(2026, 10, 22, 12);
  const clock = createVirtualClock(startedAtMs);
  const store = createStore({ now: clock.now, ...(before && { saved: before.store }), ...storeOptions });
  const state = before?.runtime ?? newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] }));
  if (locale !== undefined) state.workbook.locale = locale;
  const wire: string[] = [];
  const requests = createRequestCounter((request: WireRequest): WireAnswer => {
    const answer = answering(request, store.send(request));
    wire.push(String(request.body), 'failure' in answer ? answer.failure : answer.body);
    return answer;
  });
  const runtime = createRuntime({
    state,
    distDir: builtFolder(),
    send: requests.send,
    clock,
    installed: INSTALLED,
    ...(gate && { gate }),
    ...options.runtime,
  });
  const imported = { changes: new Map(), counted: new Map() };
  const session: Session = { runtime, store, clock, requests, startedAtMs, imported };

  const paste = (texts: Readonly<Record<string, string>>, ...args: readonly string[]): number[] => {
    const options = optionsOf(args);
    const year = new Date(clock.now()).getUTCFullYear();
    const conversion = options.convert
      ? { kind: 'convert' as const, locale: state.workbook.locale, year }
      : { kind: 'text' as const };
    return importFiles(state.workbook, Object.entries(texts).map(writeCsv), conversion);
  };
  return {
    ...session,
    wire,
    paste,
    sync(texts, ...args) {
      const options = optionsOf(args);
      if (options.locale !== undefined) state.workbook.locale = options.locale;
      const sheetIds = paste(texts, ...args);
      const driven = drive(session, sheetIds, options);
      // The report shares its counts with the counter, which goes on counting.
      return structuredClone(buildReport(session, driven, sheetIds, options, 0));
    },
    drive: (sheetIds, ...args) => drive(session, sheetIds, optionsOf(args)),
    call<Value>(name: string, ...args: unknown[]) {
      const result = runtime.run(name, args, { kind: 'sidebar' });
      if (result.outcome !== 'returned') throw new Error(`${name} ${result.outcome}`);
      return JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
    },
    save: () =>
      JSON.stringify({ nowMs: clock.now(), runtime: state, store: store.save() } satisfies SavedBench),
  };
}

/** Connects the pasted tabs by a token and previews them, as a person does before their first sync. */
export function connectAndPreview(bench: Workbench, sheetIds: readonly number[]): void {
  bench.call('saveConnection', {
    method: 'permanent-token',
    shop: bench.store.shop,
    accessToken: fakeAccessToken,
  });
  bench.call('chooseTabs', { sheetIds });
  bench.call('previewSync');
}

/** `tab:row` → `status message`, of all tabs. */
export function saidOf({ tabs }: Report): Record<string, string> {
  return Object.fromEntries(
    tabs.flatMap(({ name, rows }) =>
      rows.map(({ row, status, message }) => [`${name}:${row}`, message ? `${status} ${message}` : status]),
    ),
  );
}

/** Requests of each mutation that a report counts beyond an earlier one. */
export function mutationsIn(report: Report, before?: Report): Record<string, number> {
  const earlier = before?.requests.byOperation ?? {};
  return Object.fromEntries(
    Object.entries(report.requests.byOperation)
      .map(([name, count]) => [name, count - (earlier[name] ?? 0)] as const)
      .filter(
        ([name, count]) =>
          count > 0 &&
          /^(product[A-Z]\w*(Set|Update|Create|Media)|productSet|productUpdate|tags|inventory(Set|Act))/.test(
            name,
          ),
      ),
  );
}

/** In a test somebody says yes to what is held, unless the test says `--hold`. */
function optionsOf(args: readonly string[]): CliOptions {
  const options = parseOptions(args.includes('--hold') ? args : ['--confirm-held', ...args]);
  if (options === 'help') throw new Error('A test asks for no help.');
  return options;
}

/** A file is named after its tab. */
function writeCsv([tab, text]: readonly [string, string]): string {
  files += 1;
  const own = path.join(folder, String(files));
  mkdirSync(own);
  const file = path.join(own, `${tab}.csv`);
  if (tabName(file) !== tab) throw new Error(`“${tab}” is no name of a tab.`);
  writeFileSync(file, text);
  return file;
}
