import type { ScheduleView } from '../../answers/answers';
import type { Services } from '../ground/services';
import { loadLastScheduled } from './last-scheduled-run';
import { isOverdue, isOwn, loadSchedule, timesOf } from './schedule';
import { nextDueMs } from './schedule-times';

/** Shows everyone who edits the spreadsheet its schedule; null where it has none. */
export function viewSchedule(services: Services): ScheduleView | null {
  const schedule = loadSchedule(services);
  if (!schedule) return null;
  const { owner, triggerId, sinceMs, savedAtMs = sinceMs } = schedule;
  const last = loadLastScheduled(services);
  const nowMs = services.clock.now();
  const lastMs = last?.atMs ?? 0;
  const timeZone = services.spreadsheet.timeZone();
  const at = { nowMs, timeZone, savedAtMs, begunAt: last?.begunAt ?? {} };
  return {
    ...timesOf(schedule),
    owner: owner.name,
    isMine: isOwn(services, schedule),
    timeZone,
    asOfMs: nowMs,
    last: last?.says ? { atMs: last.didAtMs ?? lastMs, says: last.says } : null,
    nextAtMs: lastMs >= sinceMs ? (nextDueMs(schedule, at, lastMs) ?? null) : null,
    trouble:
      triggerId === ''
        ? 'refused'
        : isOverdue(schedule, lastMs, nowMs)
          ? 'stopped'
          : last && isOverdue({ ...schedule, sinceMs: 0 }, lastMs, sinceMs)
            ? 'restarted'
            : null,
  };
}
