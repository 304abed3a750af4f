import { createVirtualClock } from '../../../local/apps-script/runtime/clock';
import type { DumpedProduct, DumpedVariant } from '../../../local/store/dump';
import { createStore, fakeAccessToken } from '../../../local/store/embedded-store';
import type { EmbeddedStore, StoreOptions } from '../../../local/store/store-types';
import type { FamilyFacts } from '../../../src/catalog/columns/column';
import { factsNeeded } from '../../../src/catalog/tab/family-columns';
import { recogniseTab } from '../../../src/catalog/tab/layout';
import { batchPlan } from '../../../src/plan/batches/plan-batches';
import { keptOutcome, keptRecord } from '../../../src/plan/compare/kept-cells';
import { partitionCatalog } from '../../../src/plan/identity/in-step';
import { joinKnown } from '../../../src/plan/identity/join-known-rows';
import { snapshotNeeds } from '../../../src/plan/identity/snapshot-needs';
import type { GrowingBase } from '../../../src/plan/model/base';
import { buildBase } from '../../../src/plan/model/build-base';
import type { Anchor } from '../../../src/plan/model/item-context';
import { CAREFUL_POLICY, type SyncPolicy } from '../../../src/plan/model/policy';
import type { UndoEntry } from '../../../src/plan/model/replaced-value';
import { type RowOutcome, rowResult } from '../../../src/plan/model/row-outcome';
import type { ShopFacts } from '../../../src/plan/model/snapshot';
import type { SyncPlan } from '../../../src/plan/model/sync-plan';
import { planSync } from '../../../src/plan/plan-sync';
import { actionOutcomes } from '../../../src/plan/preview/foretell';
import { settle } from '../../../src/plan/settle/settle';
import { type LoggedRun, undoableRun } from '../../../src/plan/undo/logged-runs';
import { planUndo } from '../../../src/plan/undo/plan-undo';
import { settleUndo } from '../../../src/plan/undo/settle-undo';
import { undoNeeds } from '../../../src/plan/undo/undo-needs';
import { correctionsOf, replacedBy } from '../../../src/plan/undo/values-replaced-by';
import type { Http } from '../../../src/ports/http';
import { succeed } from '../../../src/ports/problem';
import type { Store } from '../../../src/ports/store';
import { lookUpMemory } from '../../../src/shopify/bulk/look-up-memory';
import { createAdminClient } from '../../../src/shopify/client/admin-client';
import { STORE_LIMITS } from '../../../src/shopify/client/limits';
import { shopifyStore } from '../../../src/shopify/shopify-store';
import { catalogOf, type TabRows } from '../catalog/catalog-of';

export type Tabs = Readonly<Record<string, TabRows>>;

/** A shop in memory and what was last synced with it: the flow from rows to outcomes, without a spreadsheet. */
export interface Shop {
  readonly embedded: EmbeddedStore;
  readonly base: GrowingBase;
  /** What the app sees of the shop; a test may change what it was granted. */
  readonly facts: { -readonly [Fact in keyof ShopFacts]: ShopFacts[Fact] };
  /** What stands in the Shopify ID cells, by `sheetId:row`. */
  readonly anchors: Map<string, Anchor>;
  /** Keys of what a person decided. */
  readonly confirmed: Set<string>;
  plan(tabs: Tabs, policy?: Partial<SyncPolicy>): SyncPlan;
  /** `tab:row` → `status message`. */
  preview(tabs: Tabs, policy?: Partial<SyncPolicy>): Record<string, string>;
  /** Stops after `mostBatches`, as a run does whose time is up; others act `meanwhile`, between plan and apply. */
  sync(
    tabs: Tabs,
    policy?: Partial<SyncPolicy>,
    mostBatches?: number,
    meanwhile?: () => void,
  ): Record<string, string>;
  /** Root fields of the mutations that `action` sends, in order. */
  mutationsOf(action: () => void): string[];
  product(handle: string): DumpedProduct;
  variant(handle: string, index?: number): DumpedVariant;
  /** A colleague or an app changes the store. */
  execute(query: string, variables?: Record<string, unknown>): Record<string, unknown>;
  /** Gives back what the `run`-th call of `sync` or `undo` replaced, counted from 1. */
  undo(tabs: Tabs, run: number, mostBatches?: number): Record<string, string>;
  forget(): void;
  /** Lets time pass in which nobody does anything. */
  pass(ms: number): void;
}

export function openShop(
  options: Partial<StoreOptions> = {},
  /** What Shopify would make of what it is sent, where the embedded store keeps it as it is. */
  rewrite: (body: string) => string = (body) => body,
): Shop {
  const clock = createVirtualClock(Date.UTC(2026, 10, 22, 12));
  const embedded = createStore({ now: clock.now, plan: 'plus', searchLagMs: 0, ...options });
  const sent: string[] = [];
  let keys = 0;
  let base = buildBase([]);
  const http: Http = {
    send: (requests) =>
      requests.map(({ method, url, headers, body = '' }) => {
        const mutation = /^mutation [^{]*\{\s*(\w+)/.exec(JSON.parse(body).query)?.[1];
        if (mutation) sent.push(mutation);
        const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
        const answer = embedded.send({
          method,
          url,
          body: rewrite(body),
          headers: { 'content-type': 'application/json', ...Object.fromEntries(lower) },
        });
        clock.advance(answer.tookMs);
        return 'failure' in answer ? { failure: answer.failure } : answer;
      }),
  };
  const newKey = () => {
    keys += 1;
    return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`;
  };
  const virtualClock = { now: clock.now, sleep: clock.advance };
  const client = createAdminClient({
    shop: embedded.shop,
    auth: { accessToken: () => succeed(fakeAccessToken), replaceToken: () => succeed(fakeAccessToken) },
    http,
    clock: virtualClock,
  });
  const settings = new Map<string, string>();
  const memory = lookUpMemory({
    seenBy: 'editors',
    load: (key) => settings.get(key),
    save: (key, value) => settings.set(key, value),
    remove: (key) => settings.delete(key),
  });
  const store = shopifyStore({ client, http, clock: virtualClock, memory }, newKey);
  const shop: Omit<Shop['facts'], 'families'> & { families?: FamilyFacts | undefined } = factsOf(store);

  const anchors = new Map<string, Anchor>();
  const confirmed = new Set<string>();

  const plan = (tabs: Tabs, policy: Partial<SyncPolicy> = {}): SyncPlan => {
    const settings = { ...CAREFUL_POLICY, ...policy };
    shop.families = familiesFor(tabs, store, shop.accessScopes);
    const desired = joinKnown(catalogOf(tabs, shop), { anchors, base });
    const partition = partitionCatalog(desired, base, settings, shop);
    const snapshot = store.fetchSnapshot(
      snapshotNeeds(partition.changed, { base, policy: settings, shop, anchors }),
      Number.POSITIVE_INFINITY,
    );
    if (!snapshot.ok) throw new Error(snapshot.problem.message);
    return planSync({
      limits: STORE_LIMITS,
      desired,
      partition,
      snapshot: snapshot.value,
      base,
      policy: settings,
      shop,
      anchors,
      confirmed,
    });
  };
  const log: LoggedRun[] = [];
  const apply = (
    { actions, outcomes, adopted, kept }: SyncPlan,
    mostBatches: number,
    settleBatch: typeof settle,
  ): RowOutcome[] => {
    for (const record of adopted) base.put(record);
    // Nothing here can be written to: Shopify's value is kept, and the row goes on saying so.
    for (const cell of kept) {
      const record = keptRecord(cell, 'left', base);
      if (record) base.put(record);
    }
    const left = kept.map((cell) => keptOutcome(cell, 'left'));
    const entries: UndoEntry[] = [];
    log.push({ run: log.length + 1, entries });
    const all = [...outcomes, ...left];
    const queue = batchPlan(actions, { newKey, limits: STORE_LIMITS });
    for (let count = 0; count < mostBatches; count += 1) {
      const batch = queue.shift();
      if (!batch) break;
      entries.push(...replacedBy(batch));
      const applied = store.apply([batch]);
      if (applied.problem) throw new Error(applied.problem.message);
      for (const outcome of applied.outcomes) {
        entries.push(...correctionsOf(outcome));
        const settled = settleBatch(outcome, base);
        for (const record of settled.records) base.put(record);
        all.push(...settled.outcomes);
        if (outcome.answer.kind === 'answered') queue.unshift(...outcome.answer.retry);
        queue.unshift(...batchPlan(settled.next, { newKey, limits: STORE_LIMITS }));
      }
    }
    return all;
  };
  const planUndoOf = (tabs: Tabs, run: number): SyncPlan => {
    const undoable = undoableRun(log.slice(run - 1));
    if (!undoable) throw new Error(`There was no run ${run}.`);
    const snapshot = store.fetchSnapshot(undoNeeds(undoable, { shop, base }), Number.POSITIVE_INFINITY);
    if (!snapshot.ok) throw new Error(snapshot.problem.message);
    const desired = catalogOf(tabs, shop);
    return planUndo({ undoable, desired, snapshot: snapshot.value, base, policy: CAREFUL_POLICY, shop });
  };
  return {
    embedded,
    facts: shop,
    get base() {
      return base;
    },
    anchors,
    confirmed,
    plan,
    preview(tabs, policy) {
      const { outcomes, actions } = plan(tabs, policy);
      return byRow(tabs, [...outcomes, ...actions.flatMap(actionOutcomes)]);
    },
    sync(tabs, policy, mostBatches = Number.POSITIVE_INFINITY, meanwhile = () => undefined) {
      let planned = plan(tabs, policy);
      meanwhile();
      const all = apply(planned, mostBatches, settle);
      if (planned.followsUp && mostBatches === Number.POSITIVE_INFINITY) {
        clock.advance(5_000);
        planned = plan(tabs, policy);
        all.push(...apply(planned, mostBatches, settle));
      }
      return byRow(tabs, all);
    },
    undo(tabs, run, mostBatches = Number.POSITIVE_INFINITY) {
      return byRow(tabs, apply(planUndoOf(tabs, run), mostBatches, settleUndo));
    },
    mutationsOf(action) {
      const before = sent.length;
      action();
      return sent.slice(before);
    },
    product(handle) {
      const found = embedded.dump().products.find((product) => product.handle === handle);
      if (!found) throw new Error(`The shop has no product “${handle}”.`);
      return found;
    },
    variant(handle, index = 0) {
      return this.product(handle).variants[index] as DumpedVariant;
    },
    execute(query, variables = {}) {
      const { data, errors } = embedded.execute({ query, variables });
      if (!data || errors) throw new Error(JSON.stringify(errors));
      return data as Record<string, unknown>;
    },
    pass: clock.advance,
    forget() {
      base = buildBase([]);
    },
  };
}

function factsOf(store: Store): ShopFacts {
  const facts = store.fetchShop();
  if (!facts.ok) throw new Error(facts.problem.message);
  return facts.value;
}

/** As a run reads them: where a tab has a column of which only the shop can tell. */
function familiesFor(tabs: Tabs, store: Store, granted: readonly string[]): FamilyFacts | undefined {
  const needed = Object.values(tabs).flatMap((rows) =>
    factsNeeded(recogniseTab(rows.map((row) => row.map(String)))),
  );
  const facts = store.fetchFamilies([...new Set(needed)], granted);
  return needed.length > 0 && facts.ok ? facts.value : undefined;
}

function byRow(tabs: Tabs, outcomes: readonly RowOutcome[]): Record<string, string> {
  const rows: Record<string, string> = {};
  for (const ref of catalogOf(tabs).rows) {
    const own = outcomes.filter(
      (outcome) => outcome.ref.sheetId === ref.sheetId && outcome.ref.row === ref.row,
    );
    const { status, message } = rowResult(ref, own);
    rows[`${ref.tab}:${ref.row}`] = message ? `${status} ${message}` : status;
  }
  return rows;
}
