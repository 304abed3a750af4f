import { createRuntime, type ExecutionResult, type RuntimeOptions } from '../../local/apps-script/runtime';
import { scriptRun } from '../../local/apps-script/runtime/script-run';
import { seedCatalog } from '../../local/store/seed-catalog';
import type { Answer, Overview, RunSummary, ScheduleView } from '../../src/answers/answers';
import type { TypedCredentials } from '../../src/answers/requests';
import { OWNER, type Shopify, type Spreadsheet, shopify, spreadsheet, TOKEN } from './add-on';
import { builtFolder } from './built-once';
import { INSTALLED } from './installed';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const COLLEAGUE = 'bob@example.com';
export const HOURLY = { rhythm: { every: 'hours', hours: 1 }, groups: ['inventory', 'prices'] } as const;

/** A spreadsheet of prices that was synced once by hand, on a clock that tests turn. */
export interface Scheduled extends Spreadsheet {
  readonly shop: Shopify;
  /** Lets time pass; what Google's clock started meanwhile. */
  pass(ms: number): readonly ExecutionResult[];
  /** Mails of Google to the owner about failures. */
  mails(results: readonly ExecutionResult[]): readonly string[];
  save(wanted: unknown, user?: string): Answer<ScheduleView | null>;
  takeOver(user?: string): Answer<ScheduleView | null>;
  view(user?: string): ScheduleView | null;
  lastRun(): RunSummary | null;
  triggersOf(user: string): number;
  prices(): readonly string[];
}

export interface ScheduledOptions {
  readonly products?: number;
  readonly typed?: TypedCredentials;
  readonly startMs?: number;
  readonly timeZone?: string;
  /** False leaves out the sync by hand that a schedule needs. */
  readonly isSynced?: boolean;
  readonly runtime?: Partial<RuntimeOptions>;
  /** Another spreadsheet of the same people, in one published add-on, with the same store. */
  readonly beside?: Scheduled;
}

export function scheduled(options: ScheduledOptions = {}): Scheduled {
  const { products = 3, typed = TOKEN, isSynced = true } = options;
  const { beside } = options;
  const shop = beside?.shop ?? shopify();
  if (options.startMs) shop.clock.advance(options.startMs - shop.clock.now());
  const names = Array.from({ length: products }, (_, index) => `SKU-${index + 1}`);
  if (!beside)
    seedCatalog(shop.store, {
      products: names.map((sku) => ({
        title: sku,
        handle: sku.toLowerCase(),
        variants: [{ sku, price: '10.00' }],
      })),
    });
  const sheet = spreadsheet(shop, beside ? { id: 'spreadsheet-2', sharedWith: beside } : {}, shop);
  sheet.state.workbook.timeZone = options.timeZone ?? 'Etc/UTC';
  const runtime = createRuntime({
    state: sheet.state,
    distDir: builtFolder(),
    clock: shop.clock,
    send: (request) => shop.send(request),
    installed: beside ? 'addon' : INSTALLED,
    ...options.runtime,
  });
  const call: Spreadsheet['call'] = (name, argument, user = OWNER) => {
    const answered = scriptRun(runtime, name, argument === undefined ? [] : [argument], user);
    if (!answered.ok) throw new Error(answered.error.message);
    return answered.value as Answer<never>;
  };
  sheet.connect(typed);
  call('chooseTabs', { sheetIds: [7] });
  sheet.price(...names.map(() => '10.00'));
  call('previewSync');
  if (isSynced) call('startSync', {});
  const overview = (user?: string) => {
    const answered = call<Overview>('getOverview', undefined, user);
    if (!answered.ok) throw new Error(answered.problem.message);
    return answered.value;
  };
  return {
    ...sheet,
    ...runtime,
    call,
    shop,
    pass: (ms) => runtime.advanceTo(shop.clock.now() + ms),
    mails: (results) =>
      results.flatMap((result) => (result.outcome === 'threw' ? [result.error.message] : [])),
    save: (wanted, user) => call('saveSchedule', wanted, user),
    takeOver: (user) => call('takeOverSchedule', undefined, user),
    view: (user) => overview(user).schedule,
    lastRun: () => overview().lastRun,
    triggersOf: (user) => runtime.state.triggers.filter((trigger) => trigger.user === user).length,
    prices: () => shop.store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => price)),
  };
}
