import type { FieldGroup } from '../../catalog/columns/column';
import type { RowRef } from '../../catalog/tab/row';
import type { SyncPolicy } from '../../plan/model/policy';
import type { ShopFacts } from '../../plan/model/snapshot';
import { fields, mapOf, maybe, readStored, text, time } from '../../ports/shape';
import { HOUR_MS } from '../../ports/system';
import type { Services } from '../ground/services';
import type { ReadCatalog } from '../tabs/read-catalog';

/** Times at which all rows of a tab were last compared with Shopify, by group; milliseconds since 1970. */
type TabTimes = Partial<Record<FieldGroup, number>>;

interface Compared {
  readonly shop: string;
  readonly tabs: Readonly<Record<string, TabTimes>>;
}

const KEY = 'compared';

const compared = fields<Compared>({
  shop: text(),
  tabs: mapOf(fields<TabTimes>({ products: maybe(time), inventory: maybe(time), prices: maybe(time) })),
});

/** Once a day, whichever hour of it Google picks for a schedule. */
const DUE_AFTER_MS = 20 * HOUR_MS;

interface Ran extends Pick<ReadCatalog, 'tabs'> {
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** Remembers that every row of these tabs was compared just now: one time for each tab and group, not for each row. */
export function noteCompared(
  { settings, settingsAtOnce, clock, tabs: ofSpreadsheet }: Services,
  { tabs, policy, shop }: Ran,
): void {
  const nowMs = clock.now();
  const times = Object.fromEntries(policy.groups.map((group) => [group, nowMs]));
  const before = load(settings, shop.domain);
  const own = new Set(tabs.map(({ sheetId }) => sheetId));
  const isElse = Object.keys(before).some((sheetId) => !own.has(Number(sheetId)));
  // Those that take no part now keep their times as long as they are there.
  const now = (isElse ? ofSpreadsheet.list() : tabs).flatMap(({ sheetId }) => {
    const known = own.has(sheetId) ? { ...before[sheetId], ...times } : before[sheetId];
    return known ? [[sheetId, known]] : [];
  });
  // Lost with a killed execution, it is only compared again.
  settingsAtOnce.saveAlong(KEY, JSON.stringify({ shop: shop.domain, tabs: Object.fromEntries(now) }));
}

/** Tells whether the last comparison of any tab is so old that a schedule makes a new one. */
export function isComparisonDue({ settings, clock }: Services, { tabs, policy, shop }: Ran): boolean {
  const times = load(settings, shop.domain);
  const dueMs = clock.now() - DUE_AFTER_MS;
  return tabs.some(({ sheetId }) => (oldest(times[sheetId], policy.groups) ?? 0) <= dueMs);
}

/** Message for the rows of a tab that were not compared with Shopify. */
export function describeCompared(
  { settings, spreadsheet }: Services,
  { policy, shop }: Ran,
): (ref: RowRef) => string {
  const times = load(settings, shop.domain);
  const timeZone = spreadsheet.timeZone();
  const sentences = new Map<number, string>();
  return ({ sheetId }) => {
    if (sheetId === null) return '';
    const known = sentences.get(sheetId);
    if (known !== undefined) return known;
    const atMs = oldest(times[sheetId], policy.groups);
    const sentence =
      atMs === undefined ? '' : `Last compared with Shopify on ${describeTime(atMs, timeZone)}.`;
    sentences.set(sheetId, sentence);
    return sentence;
  };
}

/** The last time at which all of a tab was compared in any of its groups. */
export function comparedAt(
  { settings }: Pick<Services, 'settings'>,
  sheetId: string,
  shop: string,
): number | undefined {
  const times = Object.values(load(settings, shop)[sheetId] ?? {});
  return times.length > 0 ? Math.max(...times) : undefined;
}

function oldest(times: TabTimes | undefined, groups: readonly FieldGroup[]): number | undefined {
  const known = groups.map((group) => times?.[group]);
  return known.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.min(a, b)));
}

/** `2026-11-28 at 09:00`; Swedish writes a date as the status column does. */
export function describeTime(atMs: number, timeZone: string): string {
  const two = '2-digit';
  const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two } as const;
  return new Date(atMs).toLocaleString('sv-SE', { ...parts, timeZone }).replace(' ', ' at ');
}

function load(settings: Services['settings'], shop: string): Compared['tabs'] {
  const saved = readStored(compared, settings.load(KEY));
  return saved?.shop === shop ? saved.tabs : {};
}
