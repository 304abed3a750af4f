import { project, startMs } from './script-project';

const hourMs = 3_600_000;
const code = `function onScheduledSync(event) {
  PropertiesService.getScriptProperties().setProperty('event', JSON.stringify(event)); }
  function slow() { Utilities.sleep(300000); }`;
const everyHour = `ScriptApp.newTrigger('onScheduledSync').timeBased().everyHours(1).create()`;

describe('a time-driven trigger', () => {
  test('runs in every hour, within its window, as the user who made it', () => {
    const script = project({ code });
    script.evaluate(everyHour, { user: 'ada@example.com' });
    const results = script.advanceTo(startMs + 5 * hourMs);
    expect(results.length).toBeGreaterThanOrEqual(4);
    expect(results.every(({ outcome }) => outcome === 'returned')).toBe(true);
    expect(script.clock.now()).toBe(startMs + 5 * hourMs);
    const [trigger] = script.state.triggers;
    expect(JSON.parse(script.state.scriptProperties.event ?? '')).toMatchObject({
      authMode: 'FULL',
      triggerUid: trigger?.id,
      timezone: 'Etc/UTC',
      year: 2026,
    });
  });

  test('of a day runs within its hour in its time zone, across daylight saving', () => {
    const script = project({ code });
    script.evaluate(
      `ScriptApp.newTrigger('onScheduledSync').timeBased().everyDays(1).atHour(9).inTimezone('Europe/Berlin').create()`,
    );
    script.clock.advance(Date.UTC(2027, 2, 25) - startMs);
    const hours: (string | undefined)[] = [];
    for (let day = 0; day < 6; day += 1) {
      script.advanceTo(script.nextTriggerMs() ?? 0);
      hours.push(
        new Date(script.clock.now()).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }).slice(0, 2),
      );
    }
    expect(new Set(hours.slice(1))).toEqual(new Set(['09']));
  });

  test('runs once after a while, then stays in the list until it is deleted', () => {
    const script = project({ code });
    script.evaluate(`ScriptApp.newTrigger('onScheduledSync').timeBased().after(60000).create()`);
    expect(script.advanceTo(startMs + hourMs)).toHaveLength(1);
    expect(script.advanceTo(startMs + 9 * hourMs)).toHaveLength(0);
    const left = script.evaluate(`const [trigger] = ScriptApp.getProjectTriggers();
      const about = [trigger.getHandlerFunction(), String(trigger.getEventType()), trigger.getUniqueId().length];
      ScriptApp.deleteTrigger(trigger); return [about, ScriptApp.getProjectTriggers().length]`);
    expect(left).toEqual([['onScheduledSync', 'CLOCK', 19], 0]);
  });

  test('is seen and deleted by its own user alone', () => {
    const script = project({ code });
    script.evaluate(everyHour, { user: 'ada@example.com' });
    const count = 'return ScriptApp.getProjectTriggers().length';
    expect([
      script.evaluate(count, { user: 'bob@example.com' }),
      script.evaluate(count, { user: 'ada@example.com' }),
    ]).toEqual([0, 1]);
  });

  test('of a published add-on is one per user, and hourly at most', () => {
    const script = project({ code, installed: 'addon' });
    expect(() =>
      script.evaluate(`ScriptApp.newTrigger('onScheduledSync').timeBased().everyMinutes(30).create()`),
    ).toThrow('Exception: The recurrence interval for an Add-on trigger must be at least one hour.');
    script.evaluate(everyHour);
    expect(() =>
      script.evaluate(`ScriptApp.newTrigger('onScheduledSync').timeBased().after(1000).create()`),
    ).toThrow(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    script.evaluate(everyHour, { user: 'bob@example.com' });
  });

  test('of a bound script is one of twenty', () => {
    const script = project({ code });
    for (let count = 0; count < 20; count += 1) script.evaluate(everyHour);
    expect(() => script.evaluate(everyHour)).toThrow('This script has too many triggers.');
  });

  test('sees no user interface, and the spreadsheet only where Google would show it', () => {
    const body = 'return SpreadsheetApp.getActiveSpreadsheet() === null';
    expect(project().evaluate(body, { kind: 'trigger' })).toBe(false);
    expect(project({ triggersSeeSpreadsheet: false }).evaluate(body, { kind: 'trigger' })).toBe(true);
    expect(() => project().evaluate('SpreadsheetApp.getUi()', { kind: 'trigger' })).toThrow(
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('runs no more when the day’s ninety minutes are spent, and again the next day', () => {
    const script = project({ code });
    script.evaluate(`ScriptApp.newTrigger('slow').timeBased().everyMinutes(5).create()`);
    const results = script.advanceTo(startMs + 12 * hourMs);
    const spent = results.filter(({ outcome }) => outcome === 'returned').length;
    expect(spent).toBe(18);
    expect(results.at(-1)).toMatchObject({
      error: { message: 'Service using too much computer time for one day.' },
    });
    expect(script.advanceTo(startMs + 26 * hourMs).some(({ outcome }) => outcome === 'returned')).toBe(true);
  });
});

describe('a state token', () => {
  test('brings the callback its arguments, for its user, until it expires', () => {
    const script = project({ code: `function back(event) { return event.parameter; }` });
    const token = script.evaluate(
      `return ScriptApp.newStateToken().withMethod('back').withArgument('shop', 'a').withTimeout(600).createToken()`,
    );
    const query = { state: String(token), code: 'c' };
    expect(script.followCallback(query, 'owner@example.com')).toMatchObject({
      value: { state: token, code: 'c', shop: 'a' },
    });
    expect(() => script.followCallback(query, 'bob@example.com')).toThrow('state token is invalid');
    script.clock.advance(600_000);
    expect(() => script.followCallback(query, 'owner@example.com')).toThrow('state token is invalid');
    expect(() => script.evaluate('ScriptApp.newStateToken().withTimeout(3601)')).toThrow(
      'cannot exceed 3600 seconds',
    );
  });
});
