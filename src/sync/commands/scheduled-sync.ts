import type { RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { fail, type Result, succeed } from '../../ports/problem';
import { type ClockRun, tellChat } from '../chat/tell-run';
import { deadlineOf, refuseSpentClock } from '../ground/daily-allowance';
import type { Services, WritingServices } from '../ground/services';
import { loadSettings } from '../ground/settings';
import { pullByClock } from '../pull/by-clock';
import { refreshTabs } from '../refresh/run-refresh';
import { armContinuation, takeContinuation } from '../run/continuation-trigger';
import { answer, runAlone } from '../run/run-alone';
import { loadRun } from '../run/run-record';
import {
  calledToday,
  describeRun,
  loadLastScheduled,
  saveLastScheduled,
  withoutStop,
} from '../schedule/last-scheduled-run';
import { isOwn, isTriggerOf, loadSchedule, recordedSchedule, type Schedule } from '../schedule/schedule';
import { dueGroups, rhythmsOf } from '../schedule/schedule-times';
import { callFor } from './needs-owner';
import { continueByClock, startRun } from './start-run';

/**
 * Runs what Google's clock starts: the schedule's sync, or the rest of a paused run; a tab that is being filled from
 * Shopify gets the time that is left, and the user's chat is told last. Answers the one sentence that the owner has to
 * read, once everything is recorded; undefined where nobody is needed, or the owner was called today.
 *
 * @param triggerId of the trigger that fired
 */
export function scheduledSync(services: WritingServices, triggerId: string): string | undefined {
  const startedAtMs = services.clock.now();
  const deadlineMs = deadlineOf(services, 'clock');
  const unable = whyUnable(services);
  const schedule = unable ? recordedSchedule(services) : loadSchedule(services);
  const goesOn = !unable && takeContinuation(services, triggerId);
  const isOurs = isCalledBy(triggerId, services, schedule);
  if (!goesOn && !isOurs) {
    if (!unable) services.triggers.remove(triggerId);
    return undefined;
  }
  const did = unable
    ? record(services, startedAtMs, unable)
    : runByClock(services, deadlineMs, isOurs ? schedule : undefined);
  if (!unable) pullByClock(services, deadlineMs);
  const spreadsheetId = schedule?.spreadsheetId ?? services.spreadsheet.id();
  if (did) tellChat(services, did, { spreadsheetId, isOpen: !unable, startedAtMs });
  return did?.mail;
}

interface Did extends ClockRun {
  /** The sentence that the owner is mailed. */
  readonly mail?: string | undefined;
}

/**
 * Runs what is due, or without a schedule the rest of a paused run: whom that needs is mailed by the schedule's next call.
 */
function runByClock(
  services: WritingServices,
  deadlineMs: number,
  schedule: Schedule | undefined,
): Did | undefined {
  const startedAtMs = services.clock.now();
  const due = schedule ? dueNow(services, schedule) : [];
  const did = answer(services, () => runAlone(services, () => runOf(services, due)));
  const ran = did.ok ? did.value.ran : due.length > 0 ? did : undefined;
  if (!schedule) {
    const went = did.ok ? ran : did;
    // Another execution kept it from the rest of a run, and this trigger fires only once.
    if (went && !went.ok && went.problem.kind === 'busy')
      armContinuation(services, { work: 'run', goesOn: true, hasMoved: false });
    return ran && goneOn(services, ran);
  }
  if (!ran) noteIdleCall(services, startedAtMs);
  const isFinished = ran?.ok && ran.value.outcome === 'finished';
  const refreshed = isFinished ? refreshAfter(services, deadlineMs, { schedule, due }) : NOT_REFRESHED;
  const begun = did.ok ? did.value.begun : [];
  return ran && record(services, startedAtMs, ran, { schedule, refreshed, begun });
}

/** Tells what the rest of a run did; of one that the schedule began, its line and its end are brought up to date. */
function goneOn(services: Services, ran: Result<RunSummary>): Did {
  const did = didOf(ran);
  const before = loadLastScheduled(services);
  if (before && ran.ok && loadRun(services.settings)?.startedBy.by === 'clock') {
    const isFinished = ran.value.outcome === 'finished';
    const finishedAtMs = isFinished ? services.clock.now() : before.finishedAtMs;
    saveLastScheduled(services, { ...before, says: did.says, finishedAtMs });
  }
  return { ...did, call: callFor(ran) };
}

/** Properties are read without any permission, the spreadsheet is not: a trigger of a published add-on fires regardless. */
function whyUnable({ triggers, spreadsheet }: Services): Result<never> | undefined {
  const permission = triggers.permission();
  if (permission.kind === 'required') return notAllowed(permission.url);
  return spreadsheet.isOpen() ? undefined : NO_SPREADSHEET;
}

/** Tells whether the schedule's own trigger fired; one that was taken over, or came along with a copy, is nobody's. */
function isCalledBy(
  triggerId: string,
  services: Services,
  schedule: Schedule | undefined,
): schedule is Schedule {
  return schedule !== undefined && isOwn(services, schedule) && isTriggerOf(schedule, triggerId);
}

function dueNow(services: Services, schedule: Schedule): readonly FieldGroup[] {
  return dueGroups(schedule, {
    nowMs: services.clock.now(),
    timeZone: services.spreadsheet.timeZone(),
    begunAt: loadLastScheduled(services)?.begunAt ?? {},
    savedAtMs: schedule.savedAtMs ?? schedule.sinceMs,
  });
}

/** Result of one call by the schedule. */
interface CalledRun {
  /** Undefined where nothing was cut off, and no group's time has come. */
  readonly ran: Result<RunSummary> | undefined;
  /** Groups with which a new run began; none where an earlier one was continued. */
  readonly begun: readonly FieldGroup[];
}

/** Continues first what was cut off: its rows wait longest, and a person may have confirmed what it sends. */
function runOf(services: WritingServices, due: readonly FieldGroup[]): Result<CalledRun> {
  const isDue = due.length > 0;
  const spent = refuseSpentClock(services);
  if (spent) return succeed({ ran: isDue ? spent : undefined, begun: [] });
  const continued = continueByClock(services);
  if (continued || !isDue) return succeed({ ran: continued, begun: [] });
  const ran = startRun(services, { groups: due }, 'clock');
  return succeed({ ran, begun: ran.ok ? due : [] });
}

/**
 * Refreshes in the time that the sync left; what does not fit comes after the next sync. A group with a rhythm of its
 * own is refreshed at its own time.
 */
function refreshAfter(
  services: WritingServices,
  deadlineMs: number,
  { schedule, due }: { readonly schedule: Schedule; readonly due: readonly FieldGroup[] },
): Refreshed {
  const { refreshOnSchedule = [] } = loadSettings(services.settings);
  const later = rhythmsOf(schedule)
    .flatMap(({ groups }) => groups)
    .filter((group) => !due.includes(group));
  const groups = refreshOnSchedule.filter((group) => !later.includes(group));
  if (groups.length === 0 || services.clock.now() >= deadlineMs) return NOT_REFRESHED;
  const refreshed = answer(services, () =>
    runAlone(services, () => refreshTabs(services, { groups }, { by: 'clock', deadlineMs })),
  );
  if (!refreshed.ok) return { words: `Not refreshed: ${refreshed.problem.message}`, hasWritten: false };
  const { words, cells, added } = refreshed.value;
  return { words, hasWritten: cells + added > 0 };
}

/** How the refresh after a sync ended. */
interface Refreshed {
  /** For a person; empty where there was none. */
  readonly words: string;
  readonly hasWritten: boolean;
}

const NOT_REFRESHED: Refreshed = { words: '', hasWritten: false };

interface Recorded {
  readonly schedule: Schedule;
  readonly refreshed: Refreshed;
  readonly begun: readonly FieldGroup[];
}

function record(
  services: Services,
  atMs: number,
  ran: Result<RunSummary>,
  { schedule, refreshed, begun = [] }: Partial<Recorded> = {},
): Did {
  const nowMs = services.clock.now();
  const before = loadLastScheduled(services);
  const isFinished = ran.ok && ran.value.outcome === 'finished';
  const finishedAtMs = isFinished ? nowMs : (before?.finishedAtMs ?? 0);
  const did = didOf(ran, refreshed);
  const call = callFor(ran, schedule && { schedule, finishedAtMs, nowMs });
  const told = calledToday(before?.told, nowMs, isFinished);
  const isNews = call !== undefined && told[call.reason] === undefined;
  saveLastScheduled(services, {
    atMs,
    says: did.says,
    finishedAtMs,
    begunAt: { ...before?.begunAt, ...Object.fromEntries(begun.map((group) => [group, atMs])) },
    told: isNews ? { ...told, [call.reason]: nowMs } : told,
  });
  return { ...did, call, mail: isNews ? call.sentence : undefined };
}

function didOf(ran: Result<RunSummary>, refreshed = NOT_REFRESHED): Omit<ClockRun, 'call'> {
  const ended = ran.ok ? describeRun(ran.value) : `skipped: ${withoutStop(ran.problem.message)}`;
  const says = [ended, withoutStop(refreshed.words)].filter(Boolean).join('; ');
  return { ran, says, hasRefreshed: refreshed.hasWritten };
}

/** Tells that the trigger is alive; what is shown stays what the clock last did. */
function noteIdleCall(services: Services, atMs: number): void {
  const before = loadLastScheduled(services);
  saveLastScheduled(services, {
    says: '',
    finishedAtMs: 0,
    told: {},
    ...before,
    atMs,
    didAtMs: before?.didAtMs ?? before?.atMs,
  });
}

function notAllowed(url: string): Result<never> {
  return fail(
    'not-allowed',
    'Google wants you to allow the script of this spreadsheet again before its schedule can go on.',
    url
      ? `Open ${url} and tick every box that Google shows.`
      : 'Open the spreadsheet, choose any item of the menu Sync to Shopify, and allow what Google asks for.',
  );
}

const NO_SPREADSHEET = fail(
  'not-allowed',
  'Google did not let the scheduled sync open its spreadsheet.',
  'Sync by hand with Sync to Shopify ▸ Sync now, and report this.',
);
