import { anything, fields, listOf, mapOf, text, time, whole } from '../../src/ports/shape';
import {
  createRuntime,
  createVirtualClock,
  newRuntimeState,
  newWorkbook,
  type Runtime,
  type RuntimeState,
  type VirtualClock,
} from '../apps-script/runtime';
import { createStore, fakeAccessToken } from '../store/embedded-store';
import { useTaxonomy } from '../store/shop/taxonomy/categories';
import type { EmbeddedStore, SavedEmbeddedStore } from '../store/store-types';
import type { ImportedChange } from './counted-changes';
import { readIfThere, readInput, writeOutput } from './files';
import { type CliOptions, UsageError } from './options';
import { createRequestCounter, type RequestCounter } from './request-counter';
import type { Imported } from './tabs';

/** One spreadsheet, the store that it is connected to, and the clock that they share. */
export interface Session {
  readonly runtime: Runtime;
  readonly store: EmbeddedStore;
  readonly clock: VirtualClock;
  readonly requests: RequestCounter;
  readonly startedAtMs: number;
  readonly imported: Imported;
}

/** A spreadsheet and its store between two commands; the workbench keeps the same. */
export interface SavedSession {
  readonly format: 'sync-to-shopify-local-1';
  readonly nowMs: number;
  readonly runtime: RuntimeState;
  readonly store: SavedEmbeddedStore;
  /** By the name of the tab; absent in states that were saved before it was kept. */
  readonly changes?: readonly (readonly [tab: string, changes: readonly ImportedChange[]])[];
}

export function openSession(options: CliOptions, distDir: string, onCall: () => void): Session {
  if (options.taxonomyFile !== undefined) loadTaxonomy(options.taxonomyFile);
  const saved = options.stateFile === undefined ? undefined : loadSession(options.stateFile);
  const startedAtMs = Math.max(Date.now(), saved?.nowMs ?? 0);
  const clock = createVirtualClock(startedAtMs);
  const store = createStore({
    now: clock.now,
    ...(saved && { saved: saved.store }),
    ...(options.locations && { locations: options.locations }),
  });
  const state = saved?.runtime ?? newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] }));
  if (options.locale !== undefined) state.workbook.locale = options.locale;
  const requests = createRequestCounter(store.send);
  const runtime = createRuntime({ state, distDir, send: requests.send, clock, gate: onCall });
  const imported = { changes: new Map(saved?.changes), counted: new Map() };
  return { runtime, store, clock, requests, startedAtMs, imported };
}

function loadTaxonomy(file: string): void {
  const text = new TextDecoder().decode(readInput(file));
  try {
    useTaxonomy(text);
  } catch (error) {
    throw new UsageError(`${file} is no list of categories: ${(error as Error).message}.`);
  }
}

export function saveSession(
  file: string,
  { runtime, store, clock, imported }: Pick<Session, 'runtime' | 'store' | 'clock' | 'imported'>,
): void {
  const saved: SavedSession = {
    format: 'sync-to-shopify-local-1',
    nowMs: clock.now(),
    runtime: runtime.state,
    store: store.save(),
    changes: [...imported.changes],
  };
  writeOutput(file, JSON.stringify(saved));
}

/** A file that is not there yet is a first run. */
export function loadSession(file: string): SavedSession | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const saved = parseJson(text);
  if (saved?.format !== 'sync-to-shopify-local-1')
    throw new UsageError(`${file} was not saved by this command. Choose another name for --state.`);
  if (!isWhole(saved))
    throw new UsageError(`${file} is damaged, and nothing was done. Choose another name for --state.`);
  return saved;
}

const hasRows = fields<Record<'rows' | 'maxRows', unknown>>({ rows: listOf(anything), maxRows: whole() });
const workbook = fields<Record<'sheets', unknown>>({ sheets: listOf(hasRows) });
const kept = mapOf(text(Number.POSITIVE_INFINITY));

/** Whether a saved session has at least what both begin with: somebody may have edited it, or a disk cut it off. */
const isWhole = fields<Record<'nowMs' | 'runtime' | 'store', unknown>>({
  nowMs: time,
  runtime: fields<Record<'workbook' | 'documentProperties', unknown>>({ workbook, documentProperties: kept }),
  store: fields<Record<'tables', unknown>>({ tables: mapOf(listOf(anything)) }),
}) as (saved: unknown) => boolean;

function parseJson(text: string): SavedSession | undefined {
  try {
    return JSON.parse(text) as SavedSession;
  } catch {
    return undefined;
  }
}

/** Connects as a person would through the sidebar. */
export const CREDENTIALS = { accessToken: fakeAccessToken };
