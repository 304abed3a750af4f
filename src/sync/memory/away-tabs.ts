import { fields, flag, listOf, mapOf, maybe, readStored, text, time, whole } from '../../ports/shape';
import { DAY_MS } from '../../ports/system';
import type { Services } from '../ground/services';
import { comparedAt } from './compared';

/** A stretch of the memory's revisions in which a tab took no part: after `from`, up to `to`. */
export interface Absence {
  readonly from: number;
  /** Missing while it still takes no part. */
  readonly to?: number | undefined;
  /** When the tab was last compared; milliseconds since 1970. */
  readonly inStepMs?: number | undefined;
  /** When it was first missed. */
  readonly sinceMs?: number | undefined;
  /** Set where moves are no longer noted for it, or were not: for a tab that is deleted, or was away for long. */
  readonly isUnnoted?: boolean | undefined;
}

interface AwayTabs {
  readonly shop: string;
  /** Absences of each tab that once took part, by `sheetId`. */
  readonly tabs: Readonly<Record<string, readonly Absence[]>>;
}

const KEY = 'attendance';
/** The most absences of one tab; the last ones count. */
const MOST_ABSENCES = 5;
const NOTED_MS = 30 * DAY_MS;
/** The most tabs that take no part; the last ones count, because a setting holds 9 kB. */
const MOST_TABS = 60;

const awayTabs = fields<AwayTabs>({
  shop: text(),
  tabs: mapOf(
    listOf(
      fields<Absence>({
        from: whole(),
        to: maybe(whole()),
        inStepMs: maybe(time),
        sinceMs: maybe(time),
        isUnnoted: maybe(flag),
      }),
    ),
  ),
});

interface Here {
  readonly shop: string;
  readonly revision: number;
}

const isOpen = (absence: Absence | undefined): absence is Absence =>
  absence !== undefined && absence.to === undefined;

/** Notes which tabs take part now. A tab may be unticked, hidden, or without a header row that says what it is. */
export function noteAwayTabs(
  services: Services,
  present: readonly number[],
  { shop, revision }: Here,
): AwayTabs['tabs'] {
  const before = load(services, shop);
  const isPresent = new Set(present.map(String));
  const nowMs = services.clock.now();
  const all = new Set([...Object.keys(before), ...isPresent]);
  // Google is asked for its tabs only where one takes no part.
  const isSomeAway = [...all].some((sheetId) => !isPresent.has(sheetId));
  const isThere = new Set(isSomeAway ? services.tabs.list().map((tab) => String(tab.sheetId)) : []);
  const absencesOf = (sheetId: string): readonly Absence[] => {
    const absences = before[sheetId] ?? [];
    const last = absences[absences.length - 1];
    if (isPresent.has(sheetId)) {
      if (!isOpen(last)) return absences;
      const over = last.from === revision ? [] : [{ ...last, to: revision }];
      return [...absences.slice(0, -1), ...over];
    }
    const open = isOpen(last)
      ? last
      : { from: revision, inStepMs: comparedAt(services, sheetId, shop), sinceMs: nowMs };
    const earlier = isOpen(last) ? absences.slice(0, -1) : absences.slice(-MOST_ABSENCES + 1);
    return [...earlier, isThere.has(sheetId) && !isLong(open, nowMs) ? open : { ...open, isUnnoted: true }];
  };
  const tabs = Object.fromEntries(
    [...all]
      .map((sheetId) => [sheetId, absencesOf(sheetId)] as const)
      .sort(([, one], [, other]) => awayFrom(other) - awayFrom(one))
      .slice(0, Math.max(MOST_TABS, present.length)),
  );
  save(services, { shop, tabs }, before);
  return tabs;
}

function isLong({ sinceMs, inStepMs }: Absence, nowMs: number): boolean {
  return nowMs - (sinceMs ?? inStepMs ?? nowMs) > NOTED_MS;
}

/** Present tabs first, then those that went away last. */
function awayFrom(absences: readonly Absence[]): number {
  const last = absences[absences.length - 1];
  return isOpen(last) ? last.from : Number.POSITIVE_INFINITY;
}

/** Every row of these tabs was read, so what nobody noted while they were away has become a question by now. */
export function closeUnnoted(services: Services, shop: string, read: readonly number[]): void {
  const before = load(services, shop);
  const isRead = new Set(read.map(String));
  const tabs = Object.entries(before).map(([sheetId, absences]) => [
    sheetId,
    isRead.has(sheetId) ? absences.filter(({ to, isUnnoted }) => to === undefined || !isUnnoted) : absences,
  ]);
  save(services, { shop, tabs: Object.fromEntries(tabs) }, before);
}

function save({ settings }: Services, now: AwayTabs, before: AwayTabs['tabs']): void {
  if (JSON.stringify(now.tabs) !== JSON.stringify(before)) settings.save(KEY, JSON.stringify(now));
}

/** Whether moved values are to be noted for any tab. */
export function isAnyAway(services: Pick<Services, 'settings' | 'clock'>, shop: string): boolean {
  return Object.values(load(services, shop)).some((absences) => {
    const last = absences[absences.length - 1];
    return isOpen(last) && !last.isUnnoted && !isLong(last, services.clock.now());
  });
}

function load({ settings }: Pick<Services, 'settings'>, shop: string): AwayTabs['tabs'] {
  const saved = readStored(awayTabs, settings.load(KEY));
  return saved?.shop === shop ? saved.tabs : {};
}
