import { sampled } from '../../support/sampled';
import { DAY_MS, HOUR_MS, HOURLY, scheduled } from '../../support/scheduled-spreadsheet';

const BERLIN = 'Europe/Berlin';
const hourIn = (timeZone: string, timeMs: number) =>
  new Date(timeMs).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit' });

/** The clocks change 37 hours after the beginning. */
const DAYS = sampled(2, 4);

describe.each([
  ['into summer', Date.UTC(2027, 2, 26, 12)],
  ['out of summer', Date.UTC(2027, 9, 29, 12)],
])('across the change %s', (_, startMs) => {
  test('a daily sync keeps to its hour in the spreadsheet’s time zone, once a day', () => {
    const sheet = scheduled({ startMs, timeZone: BERLIN });
    sheet.save({ rhythm: { every: 'day', hour: 9 }, groups: ['prices'] });
    const hours: string[] = [];
    for (let day = 0; day < 5; day += 1) {
      expect(sheet.pass(DAY_MS)).toHaveLength(1);
      hours.push(hourIn(BERLIN, sheet.view()?.last?.atMs ?? 0));
      expect(sheet.view()).toMatchObject({ timeZone: BERLIN, trouble: null, nextAtMs: null });
    }
    expect(hours).toEqual(Array(5).fill('09'));
    expect(sheet.state.triggers).toHaveLength(1);
  });

  test('an hourly sync comes every hour, and nobody takes it for stopped', () => {
    const sheet = scheduled({ startMs, timeZone: BERLIN });
    sheet.save(HOURLY);
    const [trigger] = sheet.state.triggers;
    expect(sheet.pass(DAYS * DAY_MS).length).toBeGreaterThanOrEqual(24 * DAYS - 2);
    expect(sheet.view()?.trouble).toBeNull();
    expect(sheet.state.triggers).toEqual([expect.objectContaining({ id: trigger?.id })]);
  });
});

test('a spreadsheet that moves to another time zone takes its daily hour along', () => {
  const sheet = scheduled({ timeZone: BERLIN });
  sheet.save({ rhythm: { every: 'day', hour: 9 }, groups: ['prices'] });
  sheet.pass(DAY_MS);
  sheet.state.workbook.timeZone = 'America/New_York';
  sheet.view();
  sheet.pass(DAY_MS + HOUR_MS);
  expect(hourIn('America/New_York', sheet.view()?.last?.atMs ?? 0)).toBe('09');
  expect(sheet.state.triggers).toHaveLength(1);
});
