import fc from 'fast-check';
import { OWNER, TOKEN } from '../../support/add-on';
import { sampled } from '../../support/sampled';
import { COLLEAGUE, HOUR_MS, HOURLY, type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';

/** Two spreadsheets of one person in a published add-on, whose triggers Google lists together. */
function two(): readonly [Scheduled, Scheduled] {
  const one = scheduled({ runtime: { installed: 'addon' } });
  return [one, scheduled({ beside: one, runtime: { installed: 'addon' } })];
}

/** Lets both live on; which of them the clock woke. */
function wokenIn(hours: number, ...sheets: readonly Scheduled[]): readonly boolean[] {
  const before = sheets.map((sheet) => sheet.view()?.last?.atMs);
  for (let hour = 0; hour < hours; hour += 1) for (const sheet of sheets) sheet.pass(HOUR_MS / sheets.length);
  return sheets.map((sheet, index) => sheet.view()?.last?.atMs !== before[index]);
}

test('each spreadsheet of a person has a schedule of its own', () => {
  const [one, other] = two();
  one.save(HOURLY);
  other.save(HOURLY);
  expect(one.triggersOf(OWNER)).toBe(2);
  expect(wokenIn(3, one, other)).toEqual([true, true]);
});

test('changing, opening and ending one leaves the other as it is', () => {
  const [one, other] = two();
  one.save(HOURLY);
  other.save(HOURLY);
  one.save({ ...HOURLY, rhythm: { every: 'hours', hours: 2 } });
  other.view();
  expect(one.triggersOf(OWNER)).toBe(2);
  one.save(null);
  expect(one.triggersOf(OWNER)).toBe(1);
  expect(wokenIn(3, one, other)).toEqual([false, true]);
});

test('one that Google switched off is started again, and nothing of the other is', () => {
  const [one, other] = two();
  one.save(HOURLY);
  other.save(HOURLY);
  const kept = other.state.triggers.find(({ documentId }) => documentId === 'spreadsheet-2')?.id;
  for (const trigger of one.state.triggers)
    if (trigger.documentId === 'spreadsheet-1') trigger.nextAtMs = null;
  for (let hours = 0; hours < 6; hours += 1) other.pass(HOUR_MS);
  one.view();
  expect(one.triggersOf(OWNER)).toBe(2);
  expect(other.state.triggers.some(({ id }) => id === kept)).toBe(true);
  expect(wokenIn(3, one, other)).toEqual([true, true]);
});

test('disconnecting one leaves the other its schedule and its access', () => {
  const [one, other] = two();
  one.save(HOURLY);
  other.save(HOURLY);
  one.call('disconnect', null);
  expect(one.triggersOf(OWNER)).toBe(1);
  other.price('11.00', '10.00', '10.00');
  expect(wokenIn(3, other)).toEqual([true]);
  expect(other.prices()[0]).toBe('11.00');
});

test('a trigger that no record speaks of is removed, because nobody would ever end it', () => {
  const [one] = two();
  one.save(HOURLY);
  const [trigger] = one.state.triggers;
  one.state.userProperties[OWNER] = Object.fromEntries(
    Object.entries(one.state.userProperties[OWNER] ?? {}).filter(([key]) => key !== 'triggers'),
  );
  one.save({ ...HOURLY, rhythm: { every: 'hours', hours: 2 } });
  expect(one.state.triggers.map(({ id }) => id)).not.toContain(trigger?.id);
  expect(one.triggersOf(OWNER)).toBe(1);
});

const triggersIn = (sheet: Scheduled) => {
  const { triggers, workbook } = sheet.state;
  return triggers.filter(({ documentId }) => documentId === workbook.id);
};

test('who takes a schedule back from a colleague has one trigger for it, and keeps the other spreadsheet’s', () => {
  const [one, other] = two();
  one.save(HOURLY);
  other.save(HOURLY);
  const kept = triggersIn(other);
  one.connect({ ...TOKEN, connectedBy: 'Bob' }, COLLEAGUE);
  expect(one.takeOver(COLLEAGUE)).toMatchObject({ ok: true });
  expect(one.takeOver()).toMatchObject({ ok: true });
  expect(triggersIn(one).filter(({ user }) => user === OWNER)).toHaveLength(1);
  expect(kept).toHaveLength(1);
  expect(triggersIn(other)).toEqual(kept);
});

const act = fc.record({
  place: fc.constantFrom(0, 1),
  what: fc.constantFrom('hourly', 'six-hourly', 'off', 'open', 'pass', 'switched off'),
});

test('whatever a person does in two spreadsheets, each has the trigger of its own schedule and no other', () => {
  const both = two();
  fc.assert(
    fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
      for (const { place, what } of acts) {
        const sheet = both[place]!;
        if (what === 'hourly') sheet.save(HOURLY);
        if (what === 'six-hourly') sheet.save({ ...HOURLY, rhythm: { every: 'hours', hours: 6 } });
        if (what === 'off') sheet.save(null);
        if (what === 'open') sheet.view();
        if (what === 'pass') for (const each of both) each.pass(2 * HOUR_MS);
        if (what === 'switched off') for (const trigger of triggersIn(sheet)) trigger.nextAtMs = null;
        for (const each of both) expect(triggersIn(each)).toHaveLength(each.view() ? 1 : 0);
      }
    }),
    { numRuns: sampled(3, 100) },
  );
});
