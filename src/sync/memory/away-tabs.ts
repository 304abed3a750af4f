import { fields, listOf, mapOf, maybe, readStored, text, time, whole } from '../../ports/shape';
import type { Services } from '../ground/services';
import { comparedAt } from './compared';

/** A stretch of the memory's revisions in which a tab took no part: after `from`, up to `to`. */
export interface Absence {
  readonly from: number;
  /** Missing while it still takes no part. */
  readonly to?: number | undefined;
  /** When the tab was last compared; milliseconds since 1970. */
  readonly inStepMs?: number | undefined;
}

interface Attendance {
  readonly shop: string;
  /** Absences of each tab that once took part, by `sheetId`. */
  readonly tabs: Readonly<Record<string, readonly Absence[]>>;
}

const KEY = 'attendance';
/** Of a tab that comes and goes the last ones count. */
const MOST_ABSENCES = 5;

const attendance = fields<Attendance>({
  shop: text(),
  tabs: mapOf(listOf(fields<Absence>({ from: whole(), to: maybe(whole()), inStepMs: maybe(time) }))),
});

interface Here {
  readonly shop: string;
  readonly revision: number;
}

/** Notes which tabs take part now. A tab may be unticked, hidden, or without a header row that says what it is. */
export function noteAttendance(
  services: Services,
  present: readonly number[],
  { shop, revision }: Here,
): Attendance['tabs'] {
  const before = load(services, shop);
  const isPresent = new Set(present.map(String));
  const all = new Set([...Object.keys(before), ...isPresent]);
  const tabs = Object.fromEntries(
    [...all].map((sheetId): [string, readonly Absence[]] => {
      const absences = before[sheetId] ?? [];
      const last = absences[absences.length - 1];
      const isAway = last !== undefined && last.to === undefined;
      if (isPresent.has(sheetId) !== isAway) return [sheetId, absences];
      const earlier = absences.slice(-MOST_ABSENCES + 1);
      if (!isAway)
        return [sheetId, [...earlier, { from: revision, inStepMs: comparedAt(services, sheetId, shop) }]];
      const over = last.from === revision ? [] : [{ ...last, to: revision }];
      return [sheetId, [...absences.slice(0, -1), ...over]];
    }),
  );
  if (JSON.stringify(tabs) !== JSON.stringify(before))
    services.settings.save(KEY, JSON.stringify({ shop, tabs } satisfies Attendance));
  return tabs;
}

export function isAnyAway(services: Pick<Services, 'settings'>, shop: string): boolean {
  return Object.values(load(services, shop)).some((absences) => {
    const last = absences[absences.length - 1];
    return last !== undefined && last.to === undefined;
  });
}

function load({ settings }: Pick<Services, 'settings'>, shop: string): Attendance['tabs'] {
  const saved = readStored(attendance, settings.load(KEY));
  return saved?.shop === shop ? saved.tabs : {};
}
