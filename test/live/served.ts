import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Probe } from '../../live/shopify/bench';
import type { Access, LiveOptions } from '../../live/shopify/options';
import { play } from '../../live/shopify/play';
import { SHOPIFY_PROBES } from '../../live/shopify/probes';
import { createStore } from '../../local/store/embedded-store';
import { usualApp } from '../../local/store/http/edge';
import { type ServedStore, serveStore } from '../../local/store/http/server/serve';
import { virtualClock } from '../../local/store/http/server/server-clock';
import { seedCatalog } from '../../local/store/seed-catalog';
import type { EmbeddedStore, StoreOptions } from '../../local/store/store-types';

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-'));
const served: ServedStore[] = [];
afterAll(async () => {
  for (const one of served) await one.close();
  rmSync(folder, { recursive: true, force: true });
});

export interface Live {
  readonly store: EmbeddedStore;
  readonly url: string;
  readonly outFile: string;
  /** Everything that was printed and written. */
  text(): string;
  answers(): readonly Answer[];
  play(change?: {
    readonly probes?: readonly Probe[];
    readonly signal?: AbortSignal;
    readonly options?: Partial<LiveOptions>;
  }): Promise<number>;
}

export interface Answer {
  readonly kind: 'run' | 'answer';
  readonly id: string;
  readonly outcome: string;
  readonly answer?: unknown;
  readonly reason?: string;
}

const app: Access = { kind: 'app', ...usualApp };

/** An embedded store with twelve products, served in process; pauses move its clock and nothing else. */
export async function openLive(options: Partial<StoreOptions> = {}): Promise<Live> {
  const clock = virtualClock(Date.UTC(2026, 10, 23));
  const store = createStore({
    now: clock.now,
    locations: ['Shop', 'Warehouse'],
    oldestApiVersion: '2026-01',
    ...options,
  });
  seedCatalog(store, { products: Array.from({ length: 12 }, (_, index) => ({ title: `Mug ${index}` })) });
  const { url } = await serve(store, clock);
  const outFile = path.join(folder, `answers-${served.length}.jsonl`);
  const printed: string[] = [];
  const written = () => readFileSync(outFile, 'utf8');
  return {
    store,
    url,
    outFile,
    text: () => `${printed.join('\n')}\n${written()}`,
    answers: () =>
      written()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Answer)
        .filter(({ kind }) => kind === 'answer'),
    play: ({ probes = SHOPIFY_PROBES, signal = new AbortController().signal, options: changed } = {}) =>
      play(
        {
          base: url,
          isEmbedded: true,
          version: '2026-10',
          access: app,
          outFile,
          isAnyPlanAllowed: false,
          ...changed,
        },
        {
          probes,
          signal,
          print: (line) => printed.push(line),
          pause: async (ms) => {
            signal.throwIfAborted();
            clock.advance(ms);
          },
        },
      ),
  };
}

async function serve(store: EmbeddedStore, clock: ReturnType<typeof virtualClock>): Promise<ServedStore> {
  const one = await serveStore(store, clock, 0);
  served.push(one);
  return one;
}
