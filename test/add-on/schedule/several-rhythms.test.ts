import { DAY_MS, HOUR_MS, type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';

/** A Monday. */
const MONDAY_NOON_MS = Date.UTC(2027, 0, 4, 12);
const HOURLY_STOCK = { rhythm: { every: 'hours', hours: 1 }, groups: ['inventory'] } as const;
const NIGHTLY_PRICES = { rhythm: { every: 'day', hour: 2 }, groups: ['prices'] } as const;

const open = (timeZone = 'Etc/UTC') => scheduled({ startMs: MONDAY_NOON_MS, timeZone });

/** Lets hours pass one by one; the hours of the day, in UTC, after which the price stood in the store. */
function hourOfArrival(sheet: Scheduled, price: string, hours: number): number | undefined {
  for (let passed = 0; passed < hours; passed += 1) {
    sheet.pass(HOUR_MS);
    if (sheet.prices()[0] === price) return new Date(sheet.clock.now()).getUTCHours();
  }
  return undefined;
}

describe('a schedule of several rhythms', () => {
  test('sends each group at its own time, with one trigger, for a published add-on may have no second one', () => {
    const sheet = open();
    expect(sheet.save({ ...HOURLY_STOCK, further: [NIGHTLY_PRICES] })).toMatchObject({
      ok: true,
      value: { ...HOURLY_STOCK, further: [NIGHTLY_PRICES] },
    });
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
    sheet.price('11.00');
    expect(hourOfArrival(sheet, '11.00', 24)).toBe(3);
    sheet.price('12.00');
    expect(hourOfArrival(sheet, '12.00', 24)).toBe(3);
  });

  test('sends what was chosen for the night not before the next one, though the hour has just begun', () => {
    const sheet = open();
    sheet.save(HOURLY_STOCK);
    sheet.pass(2 * HOUR_MS);
    const rhythm = { every: 'day', hour: new Date(sheet.clock.now()).getUTCHours() };
    sheet.save({ ...HOURLY_STOCK, further: [{ rhythm, groups: ['prices'] }] });
    sheet.price('11.00');
    sheet.pass(20 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('10.00');
    sheet.pass(6 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('11.00');
  });

  test('sends the prices of the night in the hours after, where another sync stood in their way', () => {
    const sheet = open();
    sheet.save({ ...HOURLY_STOCK, further: [NIGHTLY_PRICES] });
    sheet.price('11.00');
    sheet.pass(13 * HOUR_MS + HOUR_MS / 2);
    sheet.state.documentLock.holder = 'a sync by hand';
    sheet.pass(1.5 * HOUR_MS);
    sheet.state.documentLock.holder = null;
    expect(sheet.prices()[0]).toBe('10.00');
    sheet.pass(1.5 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('11.00');
  });

  test('tells when it comes next, and what it last did rather than that nothing was due', () => {
    const sheet = open();
    const everySixHours = { rhythm: { every: 'hours', hours: 6 }, groups: ['prices'] } as const;
    sheet.save({ ...everySixHours, further: [{ ...NIGHTLY_PRICES, groups: ['inventory'] }] });
    sheet.price('11.00');
    sheet.pass(3.5 * HOUR_MS);
    const view = sheet.view();
    expect(view?.last?.says).toBe('1 row updated');
    expect(view?.nextAtMs).toBeGreaterThan(sheet.clock.now() + 2 * HOUR_MS);
    expect(view?.nextAtMs).toBeLessThan(sheet.clock.now() + 5 * HOUR_MS);
    const next = view?.nextAtMs ?? 0;
    sheet.price('12.00');
    sheet.pass(next - sheet.clock.now() - HOUR_MS / 2);
    expect(sheet.prices()[0]).toBe('11.00');
    sheet.pass(HOUR_MS);
    expect(sheet.prices()[0]).toBe('12.00');
    expect(sheet.view()?.trouble).toBeNull();
  });

  test.each([
    ['a group in two rhythms', { ...HOURLY_STOCK, further: [{ ...NIGHTLY_PRICES, groups: ['inventory'] }] }],
    ['a second rhythm of nothing', { ...HOURLY_STOCK, further: [{ ...NIGHTLY_PRICES, groups: [] }] }],
    ['a second rhythm that is none', { ...HOURLY_STOCK, further: [{ groups: ['prices'] }] }],
    ['days that are none', { ...HOURLY_STOCK, days: 'mondays' }],
    ['quiet hours all day', { ...HOURLY_STOCK, quiet: { from: 3, to: 3 } }],
    ['quiet hours beyond the day', { ...HOURLY_STOCK, quiet: { from: 3, to: 25 } }],
    ['an hour within the quiet hours', { ...NIGHTLY_PRICES, quiet: { from: 22, to: 6 } }],
    [
      'a second rhythm within the quiet hours',
      { ...HOURLY_STOCK, further: [NIGHTLY_PRICES], quiet: { from: 1, to: 3 } },
    ],
    ['something else than a list', { ...HOURLY_STOCK, further: 'prices' }],
  ])('%s is refused with what to do, and nothing is started', (_what, wanted) => {
    const sheet = open();
    expect(sheet.save(wanted)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(sheet.state.triggers).toEqual([]);
    expect(sheet.view()).toBeNull();
  });
});

describe('days of the week', () => {
  test('leave out Saturday and Sunday, by the calendar of the spreadsheet', () => {
    // In Kiritimati it is Saturday from Friday 10:00 UTC on.
    const sheet = open('Pacific/Kiritimati');
    sheet.save({ rhythm: { every: 'hours', hours: 1 }, groups: ['prices'], days: 'weekdays' });
    sheet.pass(3 * DAY_MS + 22.5 * HOUR_MS);
    sheet.price('11.00');
    sheet.pass(DAY_MS);
    expect(new Date(sheet.clock.now()).getUTCDay()).toBe(6);
    expect(sheet.prices()[0]).toBe('10.00');
    expect(sheet.view()?.trouble).toBeNull();
    expect(hourOfArrival(sheet, '11.00', 48)).toBeLessThanOrEqual(11);
    expect(new Date(sheet.clock.now()).getUTCDay()).toBe(0);
  });

  test('a daily run of weekdays comes on Monday, and nobody is called over the weekend', () => {
    const sheet = open();
    sheet.save({ ...NIGHTLY_PRICES, days: 'weekdays' });
    sheet.pass(4 * DAY_MS);
    sheet.price('11.00');
    expect(sheet.mails(sheet.pass(2.5 * DAY_MS))).toEqual([]);
    expect(sheet.prices()[0]).toBe('10.00');
    expect(sheet.view()?.trouble).toBeNull();
    sheet.pass(DAY_MS / 2);
    expect(sheet.prices()[0]).toBe('11.00');
  });
});

describe('quiet hours', () => {
  test('let no run begin, over midnight too, and the next one comes when they end', () => {
    const sheet = open();
    sheet.save({ rhythm: { every: 'hours', hours: 1 }, groups: ['prices'], quiet: { from: 22, to: 6 } });
    sheet.pass(10.5 * HOUR_MS);
    sheet.price('11.00');
    expect(sheet.view()?.nextAtMs).toBeGreaterThanOrEqual(Date.UTC(2027, 0, 5, 6));
    expect(sheet.view()?.nextAtMs).toBeLessThanOrEqual(Date.UTC(2027, 0, 5, 7));
    expect([6, 7]).toContain(hourOfArrival(sheet, '11.00', 24));
  });

  test('postpone a rhythm of many hours to their end, and not to the next time of that rhythm', () => {
    const sheet = open();
    sheet.save({ rhythm: { every: 'hours', hours: 12 }, groups: ['prices'], quiet: { from: 20, to: 4 } });
    sheet.pass(2.5 * HOUR_MS);
    sheet.price('11.00');
    expect([4, 5]).toContain(hourOfArrival(sheet, '11.00', 24));
  });

  test('do not stop a run that was begun before', () => {
    const sheet = open();
    sheet.save({ rhythm: { every: 'hours', hours: 1 }, groups: ['prices'], quiet: { from: 22, to: 6 } });
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
    sheet.pass(30 * HOUR_MS);
    expect(sheet.view()?.last?.says).toBe('nothing had changed');
    expect(sheet.view()?.trouble).toBeNull();
  });
});

test('a schedule that an earlier release saved goes on as it was', () => {
  const sheet = open();
  sheet.save({ rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] });
  const stored = JSON.parse(sheet.state.documentProperties.schedule ?? 'null');
  expect(stored).toMatchObject({ rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] });
  const { savedAtMs: _since, ...earlier } = stored;
  sheet.state.documentProperties.schedule = JSON.stringify(earlier);
  sheet.price('11.00');
  sheet.pass(2 * HOUR_MS);
  expect(sheet.prices()[0]).toBe('11.00');
});
