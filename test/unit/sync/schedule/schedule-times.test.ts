import fc from 'fast-check';
import type { ScheduleTimes } from '../../../../src/answers/requests';
import { zoneOffsetMs } from '../../../../src/catalog/values/read-moment';
import { type BegunAt, dueGroups } from '../../../../src/sync/schedule/schedule-times';
import { sampled } from '../../../support/sampled';

const HOUR_MS = 3_600_000;
/** Zones whose clocks change at two, at midnight, by half an hour, and never. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

const dateIn = (timeZone: string, timeMs: number) =>
  new Date(timeMs + zoneOffsetMs(timeMs, timeZone)).toISOString().slice(0, 10);

test('a daily rhythm beside an hourly one begins once on every day, on those too on which the clocks change', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (timeZone, hour, minute) => {
        const times: ScheduleTimes = {
          rhythm: { every: 'hours', hours: 1 },
          groups: ['inventory'],
          further: [{ rhythm: { every: 'day', hour }, groups: ['prices'] }],
        };
        const startMs = Date.UTC(2027, 0, 1, 0, minute);
        let begunAt: BegunAt = {};
        const begun = new Map<string, number>();
        for (let nowMs = startMs; nowMs < startMs + 366 * 24 * HOUR_MS; nowMs += HOUR_MS) {
          const due = dueGroups(times, { nowMs, timeZone, begunAt, savedAtMs: startMs });
          if (!due.includes('prices')) continue;
          begunAt = { ...begunAt, prices: nowMs };
          const date = dateIn(timeZone, nowMs);
          begun.set(date, (begun.get(date) ?? 0) + 1);
        }
        expect([...begun].filter(([, count]) => count !== 1)).toEqual([]);
        expect(begun.size).toBeGreaterThanOrEqual(365);
      },
    ),
    {
      numRuns: sampled(6, 12),
      examples: [
        ['Europe/Berlin', 2, 10],
        ['America/Havana', 0, 30],
        ['Australia/Lord_Howe', 1, 45],
      ],
    },
  );
});
