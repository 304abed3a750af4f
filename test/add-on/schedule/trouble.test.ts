import type { ServiceCall } from '../../../local/apps-script/runtime';
import { ServiceException } from '../../../local/apps-script/runtime/exception';
import { uninstallApp } from '../../../local/store/http/auth/apps';
import { usualApp } from '../../../local/store/http/edge';
import { APP, answerOfBusyShop } from '../../support/add-on';
import { DAY_MS, HOUR_MS, HOURLY, type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';

const EVERY_FOUR_HOURS = { ...HOURLY, rhythm: { every: 'hours', hours: 4 } };
const stateTab = (sheet: Scheduled) =>
  sheet.state.workbook.sheets.find(({ name }) => name === 'Sync to Shopify state')!;
const saysOf = (sheet: Scheduled) => sheet.view()?.last?.says;

describe('a run of the clock that cannot do anything says why', () => {
  test('nobody has synced by hand yet', () => {
    const sheet = scheduled({ isSynced: false });
    expect(sheet.save(HOURLY).ok).toBe(true);
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
    expect(saysOf(sheet)).toBe('skipped: A schedule needs one finished run by hand');
    sheet.call('startSync', {});
    sheet.price('12.00');
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('12.00');
  });

  test('another sync is running', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.state.documentLock.holder = 'a sync by hand';
    sheet.pass(2 * HOUR_MS);
    sheet.state.documentLock.holder = null;
    expect(saysOf(sheet)).toMatch(/^skipped: A sync of this spreadsheet is already running/);
  });

  test('no tab is ticked', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.call('chooseTabs', { sheetIds: [] });
    const mails = sheet.mails(sheet.pass(2 * HOUR_MS));
    expect(saysOf(sheet)).toBe('skipped: No tab is chosen for the sync');
    expect(mails).toEqual(['No tab is chosen for the sync. Open the sidebar and tick the tabs to sync.']);
  });

  test('the spreadsheet was put back to an older version', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    const older = JSON.stringify(stateTab(sheet).rows);
    sheet.price('11.00');
    sheet.pass(2 * HOUR_MS);
    stateTab(sheet).rows = JSON.parse(older);
    sheet.price('12.00');
    const mails = sheet.mails(sheet.pass(3 * HOUR_MS));
    expect(mails).toEqual([expect.stringMatching(/^This spreadsheet was put back to an older version/)]);
    expect(saysOf(sheet)).toMatch(/^skipped: This spreadsheet was put back to an older version/);
    expect(sheet.prices()[0]).toBe('11.00');
  });

  test('Google’s minutes of the day are spent', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    const spent = { sinceMs: sheet.clock.now(), urlFetchCalls: 0, propertyCalls: 0, clockMs: 89 * 60_000 };
    sheet.state.userProperties['owner@example.com']!['day-use'] = JSON.stringify(spent);
    sheet.price('11.00');
    expect(sheet.mails(sheet.pass(3 * HOUR_MS))).toEqual([]);
    expect(saysOf(sheet)).toMatch(/^skipped: Google allows this account 90 minutes of scheduled work a day/);
    sheet.pass(DAY_MS);
    expect(sheet.prices()[0]).toBe('11.00');
  });

  test('it does not see its spreadsheet', () => {
    const sheet = scheduled({ runtime: { triggersSeeSpreadsheet: false } });
    sheet.save(HOURLY);
    const mails = sheet.mails(sheet.pass(5 * HOUR_MS));
    expect(mails).toEqual([
      expect.stringMatching(/^Google did not let the scheduled sync open its spreadsheet\./),
    ]);
    expect(saysOf(sheet)).toBe('skipped: Google did not let the scheduled sync open its spreadsheet');
  });
});

describe('a person who is needed', () => {
  test('is called once a day while the app is gone, after everything is recorded, without a secret', () => {
    const sheet = scheduled({ typed: APP });
    sheet.save(EVERY_FOUR_HOURS);
    uninstallApp(sheet.shop.store.edge.apps, usualApp.clientId);
    const mails = sheet.mails(sheet.pass(3 * DAY_MS));
    expect(mails.length).toBeGreaterThanOrEqual(3);
    expect(mails.length).toBeLessThanOrEqual(4);
    expect(new Set(mails).size).toBe(1);
    expect(mails[0]).toMatch(/^The app is not installed in this store\. /);
    expect(mails[0]).not.toMatch(/shp|secret-/);
    expect(saysOf(sheet)).toBe('skipped: The app is not installed in this store');
    expect(sheet.lastRun()?.problem?.kind).toBe('unauthorized');
    sheet.shop.store.edge.apps.registered[0]!.installed = true;
    sheet.price('12.00');
    expect(sheet.mails(sheet.pass(5 * HOUR_MS))).toEqual([]);
    expect(sheet.prices()[0]).toBe('12.00');
  });

  test('is called when nothing has come to its end for a day, not at the first failure', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.pass(3 * HOUR_MS);
    sheet.shop.interfere = () => ({ failure: 'unknown-host', tookMs: 10 });
    expect(sheet.mails(sheet.pass(20 * HOUR_MS))).toEqual([]);
    const mails = sheet.mails(sheet.pass(8 * HOUR_MS));
    expect(mails).toEqual([
      expect.stringMatching(
        /^The scheduled sync has not come to its end for a day\. Shopify could not be reached/,
      ),
    ]);
    sheet.shop.interfere = () => undefined;
    sheet.price('12.00');
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('12.00');
  });

  test('is not called where each run of the schedule pauses and the clock ends it soon after', () => {
    // A published add-on has one trigger, so that the next run of the schedule ends what paused.
    const sheet = scheduled({ products: 100, runtime: { installed: 'bound' } });
    sheet.save({ ...HOURLY, rhythm: { every: 'day', hour: 2 } });
    const isSlow = { now: false };
    sheet.shop.interfere = (request) =>
      isSlow.now ? { ...answerOfBusyShop(sheet.shop, request), tookMs: 50_000 } : undefined;
    const mails: string[] = [];
    for (const price of ['11.00', '12.00', '13.00', '14.00', '15.00']) {
      isSlow.now = true;
      sheet.price(...Array<string>(20).fill(price), ...Array<string>(80).fill('10.00'));
      while (sheet.lastRun()?.outcome !== 'paused') mails.push(...sheet.mails(sheet.pass(HOUR_MS / 12)));
      expect(saysOf(sheet)).toMatch(/the rest follows$/);
      isSlow.now = false;
      mails.push(...sheet.mails(sheet.pass(3 * HOUR_MS)));
      expect(sheet.lastRun()?.outcome).toBe('finished');
      expect(saysOf(sheet)).toBe('20 rows updated');
    }
    expect(mails).toEqual([]);
  });

  test('is called when Google wants to be asked again, once a day, and it goes on afterwards', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.state.refusedScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    const mails = sheet.mails(sheet.pass(2 * DAY_MS));
    expect(mails.length).toBeGreaterThanOrEqual(2);
    expect(mails.length).toBeLessThanOrEqual(3);
    expect(mails[0]).toMatch(/^Google wants you to allow the script of this spreadsheet again/);
    sheet.state.refusedScopes = [];
    sheet.price('12.00');
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
    expect(sheet.prices()[0]).toBe('12.00');
  });

  test('is called once a day while the tab “Sync history” cannot be written, which the schedule says too', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.price('11.00');
    sheet.pass(2 * HOUR_MS);
    const tab = sheet.state.workbook.sheets.find(({ name }) => name === 'Sync history')!;
    tab.protections.push({ description: '', warningOnly: false, area: null, editors: ['boss@example.com'] });
    sheet.price('12.00');
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([
      expect.stringMatching(/^The tab “Sync history” could not be written; all else is done\./),
    ]);
    expect(sheet.prices()[0]).toBe('12.00');
    expect(saysOf(sheet)).toMatch(/\. The tab “Sync history” could not be written; all else is done\./);
    sheet.price('12.50');
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
  });

  test('is not asked to start a schedule that Google would not run', () => {
    const sheet = scheduled();
    sheet.state.refusedScopes = ['https://www.googleapis.com/auth/script.scriptapp'];
    expect(sheet.save(HOURLY)).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } });
    sheet.state.refusedScopes = [];
    expect(sheet.view()).toBeNull();
  });
});

describe('a run that paused', () => {
  const RAN_LONG = [...Array<string>(60).fill('11.00'), ...Array<string>(40).fill('10.00')];

  test.each([
    [
      'by the lock of another execution',
      (sheet: Scheduled) => {
        sheet.state.documentLock.holder = 'a preview';
      },
      (sheet: Scheduled) => {
        sheet.state.documentLock.holder = null;
      },
    ],
  ])('is gone on with later where the clock was kept from it %s', (_, keep, release) => {
    const sheet = scheduled({ products: 100, runtime: { installed: 'bound' } });
    sheet.price(...RAN_LONG);
    sheet.shop.interfere = (request) => ({ ...answerOfBusyShop(sheet.shop, request), tookMs: 50_000 });
    expect(sheet.call('startSync', {})).toMatchObject({ value: { outcome: 'paused', problem: null } });
    sheet.shop.interfere = () => undefined;
    keep(sheet);
    expect(sheet.pass(HOUR_MS / 12)).toHaveLength(1);
    release(sheet);
    sheet.pass(HOUR_MS);
    expect(sheet.lastRun()).toMatchObject({ outcome: 'finished', totals: { updated: 60 } });
  });
});

describe('a trigger', () => {
  test('that Google switched off is noticed by its age, said, and made anew by the next look into the sidebar', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.pass(3 * HOUR_MS);
    const dead = sheet.state.triggers[0]!;
    dead.nextAtMs = null;
    expect(sheet.pass(DAY_MS)).toEqual([]);
    expect(sheet.view('bob@example.com')?.trouble).toBe('stopped');
    expect(sheet.view()?.trouble).toBe('restarted');
    expect(sheet.state.triggers.map(({ id }) => id)).not.toContain(dead.id);
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
    sheet.price('12.00');
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('12.00');
    expect(sheet.view()?.trouble).toBeNull();
  });

  test('that is gone is made anew by the next sync by hand', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.state.triggers = [];
    sheet.run('syncNow');
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
    expect(sheet.pass(2 * HOUR_MS)).not.toHaveLength(0);
  });

  test('is tried for twice', () => {
    const refusals = refusing(1);
    const sheet = scheduled({ runtime: { gate: refusals.gate } });
    expect(sheet.save(HOURLY)).toMatchObject({ ok: true, value: { trouble: null } });
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
  });

  test('that Google refuses is said, and tried for again when the sidebar opens', () => {
    const refusals = refusing(2);
    const sheet = scheduled({ runtime: { gate: refusals.gate } });
    expect(sheet.save(HOURLY)).toMatchObject({ ok: false, problem: { kind: 'quota' } });
    expect(sheet.view('bob@example.com')?.trouble).toBe('refused');
    expect(sheet.view()?.trouble).toBeNull();
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
  });

  test('that no record speaks of removes itself, whoever calls its function', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    sheet.run('onScheduledSync', [], { kind: 'trigger' });
    sheet.run('onScheduledSync', [{ triggerUid: 'nobody knows it' }], { kind: 'trigger' });
    expect(sheet.triggersOf('owner@example.com')).toBe(1);
    expect(sheet.view()?.last).toBeNull();
  });
});

/** A Google that fails to make so many triggers. */
function refusing(count: number) {
  let left = count;
  return {
    gate({ service, method }: ServiceCall) {
      if (`${service}.${method}` !== 'ClockTriggerBuilder.create' || left === 0) return;
      left -= 1;
      throw new ServiceException('We’re sorry, a server error occurred. Please wait a bit and try again.');
    },
  };
}
