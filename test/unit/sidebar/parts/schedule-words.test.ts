import {
  describeNext,
  describeRhythm,
  describeTimeZone,
  scheduleLines,
} from '../../../../src/sidebar/parts/schedule-words';
import { SCHEDULE } from '../fixtures';

const at = (hour: number, minute = 0, day = 22) => Date.UTC(2026, 10, day, hour, minute);
const shown = (timeMs: number, options: Intl.DateTimeFormatOptions = {}) =>
  new Date(timeMs).toLocaleString(undefined, {
    timeZone: 'Etc/UTC',
    hour: '2-digit',
    minute: '2-digit',
    ...options,
  });
/** As they are read, one after the other. */
const describeSchedule = (view: typeof SCHEDULE) => scheduleLines(view).join(' ');
const BETWEEN = `between ${shown(at(9))} and ${shown(at(10))}`;
const DAILY = { ...SCHEDULE, rhythm: { every: 'day', hour: 9 }, nextAtMs: null } as const;

describe('a schedule in words', () => {
  test('says how often, what, what it did last and when it comes next', () => {
    expect(describeSchedule(SCHEDULE)).toBe(
      `Every hour: prices and inventory. Last: ${shown(at(14, 2))}, 3 rows updated. Next: about ${shown(at(15))}.`,
    );
  });

  test('names the day where it is another', () => {
    expect(describeSchedule({ ...SCHEDULE, asOfMs: at(1, 0, 23) })).toContain(
      `Last: ${shown(at(14, 2), { day: 'numeric', month: 'short' })}`,
    );
  });

  test('tells times in the spreadsheet’s time zone, and names it where the reader’s is another', () => {
    const tokyo = { ...SCHEDULE, timeZone: 'Asia/Tokyo' };
    expect(describeSchedule(tokyo)).toContain(`Last: ${shown(at(23, 2))}`);
    expect(describeTimeZone(tokyo)).toBe('Times are those of the spreadsheet: Asia/Tokyo.');
    const own = { ...SCHEDULE, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    expect(describeTimeZone(own)).toBe('');
  });

  test('goes by the reader’s clock where the browser does not know the time zone', () => {
    expect(() => describeSchedule({ ...SCHEDULE, timeZone: 'Mars/Olympus' })).not.toThrow();
  });

  test('promises no minute before Google has picked one', () => {
    const fresh = { ...SCHEDULE, last: null, nextAtMs: null };
    expect(describeSchedule(fresh)).toBe('Every hour: prices and inventory. Next: within 2 hours.');
    expect(describeNext({ ...fresh, rhythm: { every: 'hours', hours: 6 } })).toBe('within 7 hours');
  });

  test('promises nothing of a trigger that does not run', () => {
    expect(describeSchedule({ ...SCHEDULE, trouble: 'stopped' })).not.toContain('Next');
  });

  test.each([
    [at(7), null, `today ${BETWEEN}`],
    [at(9, 10), null, 'within the hour'],
    [at(9, 50), at(9, 20), `tomorrow ${BETWEEN}`],
    [at(9, 10), at(9, 20, 21), 'within the hour'],
    [at(12), at(9, 20), `tomorrow ${BETWEEN}`],
  ])('at %d after a run at %s, a daily one comes next %s', (asOfMs, lastMs, next) => {
    const last = lastMs === null ? null : { atMs: lastMs, says: 'nothing had changed' };
    expect(describeNext({ ...DAILY, asOfMs, last })).toBe(next);
  });

  test('tells each rhythm with what follows it, its days, and the quiet hours', () => {
    const several = {
      ...SCHEDULE,
      days: 'weekdays',
      further: [{ rhythm: { every: 'day', hour: 2 }, groups: ['products'] }],
      quiet: { from: 22, to: 6 },
    } as const;
    expect(scheduleLines(several).slice(0, 3)).toEqual([
      'Every hour, Monday to Friday: prices and inventory.',
      `Daily between ${shown(at(2))} and ${shown(at(3))}: products.`,
      `No run from ${shown(at(22))} to ${shown(at(6))}.`,
    ]);
    expect(describeNext({ ...several, nextAtMs: null })).toBe('known after the first hour');
  });

  // 22 November 2026 is a Sunday.
  test.each([
    ['weekdays', at(7), `tomorrow ${BETWEEN}`],
    ['weekdays', at(7, 0, 21), `Monday ${BETWEEN}`],
    ['weekdays', at(9, 10, 20), 'within the hour'],
    ['weekdays', at(12, 0, 20), `Monday ${BETWEEN}`],
    ['weekend', at(7), `today ${BETWEEN}`],
    ['weekend', at(12), `Saturday ${BETWEEN}`],
  ] as const)('a daily one of the %s comes at %d next %s', (days, asOfMs, next) => {
    expect(describeNext({ ...DAILY, days, asOfMs, last: null })).toBe(next);
  });

  test('of two daily ones the sooner is told', () => {
    const further = [{ rhythm: { every: 'day', hour: 9 }, groups: ['products'] }] as const;
    const late = { ...DAILY, rhythm: { every: 'day', hour: 20 }, further, last: null } as const;
    expect(describeNext({ ...late, asOfMs: at(7) })).toBe(`today ${BETWEEN}`);
    expect(describeNext({ ...late, asOfMs: at(12) })).toContain('today');
    expect(describeNext({ ...late, asOfMs: at(21) })).toBe(`tomorrow ${BETWEEN}`);
  });

  test('tells midnight’s hour', () => {
    expect(describeRhythm({ every: 'day', hour: 23 })).toBe(
      `Daily between ${shown(at(23))} and ${shown(at(0))}`,
    );
  });
});
