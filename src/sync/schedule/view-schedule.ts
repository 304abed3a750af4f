import type { ScheduleView } from '../../answers/answers';
import type { Services } from '../ground/services';
import { loadLastScheduled } from './last-scheduled-run';
import { intervalMs, isOverdue, isOwn, loadSchedule } from './schedule';

/** Shows everyone who edits the spreadsheet its schedule; null where it has none. */
export function viewSchedule(services: Services): ScheduleView | null {
  const schedule = loadSchedule(services);
  if (!schedule) return null;
  const { rhythm, groups, owner, triggerId, sinceMs } = schedule;
  const ticks = loadLastScheduled(services);
  const nowMs = services.clock.now();
  const lastMs = ticks?.atMs ?? 0;
  const nextMs = rhythm.every === 'hours' ? lastMs + intervalMs(rhythm) : 0;
  return {
    rhythm,
    groups,
    owner: owner.name,
    isMine: isOwn(services, schedule),
    timeZone: services.spreadsheet.timeZone(),
    asOfMs: nowMs,
    last: ticks ? { atMs: ticks.atMs, says: ticks.says } : null,
    nextAtMs: nextMs > nowMs && lastMs >= sinceMs ? nextMs : null,
    trouble:
      triggerId === ''
        ? 'refused'
        : isOverdue(schedule, lastMs, nowMs)
          ? 'stopped'
          : ticks && isOverdue({ ...schedule, sinceMs: 0 }, lastMs, sinceMs)
            ? 'restarted'
            : null,
  };
}
