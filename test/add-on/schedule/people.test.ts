import { OWNER, TOKEN } from '../../support/add-on';
import {
  COLLEAGUE,
  DAY_MS,
  HOUR_MS,
  HOURLY,
  type Scheduled,
  scheduled,
} from '../../support/scheduled-spreadsheet';

/** Anna has an hourly schedule; Bob is connected too. */
function shared(): Scheduled {
  const sheet = scheduled({ typed: { ...TOKEN, connectedBy: 'Anna' } });
  sheet.connect({ ...TOKEN, connectedBy: 'Bob' }, COLLEAGUE);
  sheet.save(HOURLY);
  return sheet;
}

const idsOf = (sheet: Scheduled) => sheet.state.triggers.map(({ id }) => id);

describe('whoever starts a schedule', () => {
  test('owns it, and everyone sees whose it is and when it comes next', () => {
    const sheet = shared();
    sheet.pass(2 * HOUR_MS);
    const seen = sheet.view(COLLEAGUE);
    expect(seen).toMatchObject({ owner: 'Anna', isMine: false, groups: ['inventory', 'prices'] });
    expect(seen).toEqual({ ...sheet.view(OWNER), isMine: false, asOfMs: seen?.asOfMs });
    expect(seen?.nextAtMs).toBeGreaterThan(sheet.clock.now());
    expect(JSON.stringify(seen)).not.toContain(OWNER);
  });

  test('changes it without a new trigger where the rhythm stays, and with one where it does not', () => {
    const sheet = shared();
    const before = idsOf(sheet);
    expect(sheet.save({ ...HOURLY, groups: ['prices'] })).toMatchObject({ value: { groups: ['prices'] } });
    expect(idsOf(sheet)).toEqual(before);
    sheet.save({ ...HOURLY, rhythm: { every: 'hours', hours: 6 } });
    expect(idsOf(sheet)).not.toEqual(before);
    expect(sheet.triggersOf(OWNER)).toBe(1);
  });

  test('ends it, and nothing comes any more', () => {
    const sheet = shared();
    expect(sheet.save(null)).toEqual({ ok: true, value: null });
    expect(sheet.view()).toBeNull();
    expect(sheet.pass(DAY_MS)).toEqual([]);
  });

  test('ends it by disconnecting', () => {
    const sheet = shared();
    sheet.call('disconnect', {});
    expect(sheet.view()).toBeNull();
    expect(sheet.triggersOf(OWNER)).toBe(0);
  });

  test('needs a connection', () => {
    const sheet = scheduled();
    sheet.call('disconnect', {});
    expect(sheet.save(HOURLY)).toMatchObject({ ok: false, problem: { kind: 'not-connected' } });
    expect(sheet.state.triggers).toEqual([]);
  });

  test.each([
    [{ rhythm: { every: 'hours', hours: 3 }, groups: ['prices'] }],
    [{ rhythm: { every: 'minutes', hours: 1 }, groups: ['prices'] }],
    [{ rhythm: { every: 'day', hour: 24 }, groups: ['prices'] }],
    [{ rhythm: { every: 'hours', hours: 1 }, groups: [] }],
    [{ rhythm: { every: 'hours', hours: 1 }, groups: ['everything'] }],
    [{}],
  ])('is told that %j is no schedule', (wanted) => {
    const sheet = scheduled();
    expect(sheet.save(wanted)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(sheet.state.triggers).toEqual([]);
  });
});

describe('a colleague', () => {
  test('neither changes nor ends what is not theirs', () => {
    const sheet = shared();
    for (const wanted of [HOURLY, null]) {
      expect(sheet.save(wanted, COLLEAGUE)).toMatchObject({
        ok: false,
        problem: { message: 'Anna already has a schedule for this spreadsheet.' },
      });
    }
    expect(sheet.view()).toMatchObject({ owner: 'Anna', isMine: true });
    expect(sheet.triggersOf(COLLEAGUE)).toBe(0);
  });

  test('takes it over; the trigger of the first removes itself and does nothing', () => {
    const sheet = shared();
    const annas = idsOf(sheet);
    expect(sheet.takeOver(COLLEAGUE)).toMatchObject({ value: { owner: 'Bob', isMine: true } });
    expect([sheet.triggersOf(OWNER), sheet.triggersOf(COLLEAGUE)]).toEqual([1, 1]);
    sheet.price('12.00');
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
    expect(idsOf(sheet).filter((id) => annas.includes(id))).toEqual([]);
    expect([sheet.triggersOf(OWNER), sheet.triggersOf(COLLEAGUE)]).toEqual([0, 1]);
    expect(sheet.prices()[0]).toBe('12.00');
    expect(sheet.view()).toMatchObject({ owner: 'Bob', isMine: false });
  });

  test('hears nothing of the first one’s trouble with Google', () => {
    const sheet = shared();
    sheet.takeOver(COLLEAGUE);
    const [annas] = sheet.state.triggers;
    sheet.state.refusedScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    const run = sheet.run('onScheduledSync', [{ triggerUid: annas?.id }], { user: OWNER, kind: 'trigger' });
    sheet.state.refusedScopes = [];
    expect(run.outcome).toBe('returned');
    expect(sheet.view(COLLEAGUE)?.last).toBeNull();
  });

  test('loses it again to whoever takes it back', () => {
    const sheet = shared();
    sheet.takeOver(COLLEAGUE);
    sheet.takeOver(OWNER);
    sheet.pass(2 * HOUR_MS);
    expect(sheet.view()).toMatchObject({ owner: 'Anna', isMine: true });
    expect([sheet.triggersOf(OWNER), sheet.triggersOf(COLLEAGUE)]).toEqual([1, 0]);
  });

  test('finds nothing to take over once it has ended', () => {
    const sheet = shared();
    sheet.save(null);
    expect(sheet.takeOver(COLLEAGUE)).toMatchObject({
      problem: { message: 'There is no schedule any more.' },
    });
  });
});

test('a copied spreadsheet is not scheduled, and a trigger that came along removes itself', () => {
  const sheet = shared();
  Object.assign(sheet.state.workbook, { id: 'a-copy' });
  for (const trigger of sheet.state.triggers) trigger.documentId = 'a-copy';
  expect(sheet.view()).toBeNull();
  const requests = sheet.shop.requests.length;
  expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
  expect(sheet.state.triggers).toEqual([]);
  expect(sheet.shop.requests).toHaveLength(requests);
});
