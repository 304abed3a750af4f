import type { RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { fail, type Result, succeed } from '../../ports/problem';
import { deadlineOf, refuseSpentClock } from '../ground/daily-allowance';
import type { Services, WritingServices } from '../ground/services';
import { loadSettings } from '../ground/settings';
import { pullByClock } from '../pull/by-clock';
import { refreshTabs } from '../refresh/run-refresh';
import { takeContinuation } from '../run/continuation-trigger';
import { answer, runAlone } from '../run/run-alone';
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
 * Shopify gets the time that is left. Answers the one sentence that the owner has to read, once everything is recorded;
 * undefined where nobody is needed, or the owner was called today.
 *
 * @param triggerId of the trigger that fired
 */
export function scheduledSync(services: WritingServices, triggerId: string): string | undefined {
  const deadlineMs = deadlineOf(services, 'clock');
  const unable = whyUnable(services);
  if (unable)
    return isCalledBy(triggerId, services, recordedSchedule(services))
      ? record(services, services.clock.now(), unable)
      : undefined;
  if (takeContinuation(services, triggerId)) {
    answer(services, () =>
      runAlone(services, () => refuseSpentClock(services) ?? continueByClock(services) ?? succeed(null)),
    );
    pullByClock(services, deadlineMs);
    return undefined;
  }
  const schedule = loadSchedule(services);
  if (!isCalledBy(triggerId, services, schedule)) {
    services.triggers.remove(triggerId);
    return undefined;
  }
  const startedAtMs = services.clock.now();
  const due = dueNow(services, schedule);
  const did = answer(services, () => runAlone(services, () => runOf(services, due)));
  const ran = did.ok ? did.value.ran : due.length > 0 ? did : undefined;
  if (!ran) noteIdleCall(services, startedAtMs);
  const isFinished = ran?.ok && ran.value.outcome === 'finished';
  const refreshed = isFinished ? refreshAfter(services, deadlineMs, { schedule, due }) : '';
  const begun = did.ok ? did.value.begun : [];
  const sentence = ran && record(services, startedAtMs, ran, { schedule, refreshed, begun });
  pullByClock(services, deadlineMs);
  return sentence;
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
): string {
  const { refreshOnSchedule = [] } = loadSettings(services.settings);
  const later = rhythmsOf(schedule)
    .flatMap(({ groups }) => groups)
    .filter((group) => !due.includes(group));
  const groups = refreshOnSchedule.filter((group) => !later.includes(group));
  if (groups.length === 0 || services.clock.now() >= deadlineMs) return '';
  const refreshed = answer(services, () =>
    runAlone(services, () => refreshTabs(services, { groups }, { by: 'clock', deadlineMs })),
  );
  return refreshed.ok ? refreshed.value.words : `Not refreshed: ${refreshed.problem.message}`;
}

interface Recorded {
  readonly schedule: Schedule | undefined;
  /** How the refresh after it ended, for a person. */
  readonly refreshed: string;
  readonly begun: readonly FieldGroup[];
}

function record(
  services: Services,
  atMs: number,
  ran: Result<RunSummary>,
  { schedule, refreshed, begun }: Recorded = { schedule: undefined, refreshed: '', begun: [] },
): string | undefined {
  const nowMs = services.clock.now();
  const before = loadLastScheduled(services);
  const isFinished = ran.ok && ran.value.outcome === 'finished';
  const finishedAtMs = isFinished ? nowMs : (before?.finishedAtMs ?? 0);
  const ended = ran.ok ? describeRun(ran.value) : `skipped: ${withoutStop(ran.problem.message)}`;
  const says = [ended, withoutStop(refreshed)].filter(Boolean).join('; ');
  const call = callFor(ran, { schedule, finishedAtMs, nowMs });
  const told = calledToday(before, nowMs);
  const isNews = call !== undefined && told[call.reason] === undefined;
  saveLastScheduled(services, {
    atMs,
    says,
    finishedAtMs,
    begunAt: { ...before?.begunAt, ...Object.fromEntries(begun.map((group) => [group, atMs])) },
    told: isNews ? { ...told, [call.reason]: nowMs } : told,
  });
  return isNews ? call.sentence : undefined;
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
