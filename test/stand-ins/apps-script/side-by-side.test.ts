import fc from 'fast-check';
import { createVirtualClock, KilledError, type RuntimeOptions } from '../../../local/apps-script/runtime';
import { sampled } from '../../support/sampled';
import { type Project, project, startMs } from './script-project';

const CODE = `
  const sheetOf = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  const properties = () => PropertiesService.getDocumentProperties();
  function count(name) {
    const before = Number(properties().getProperty(name));
    properties().setProperty(name, before + 1);
    return before + 1;
  }
  function countAlone(name) {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(30000)) return 'gave up';
    Utilities.sleep(2000);
    const counted = count(name);
    lock.releaseLock();
    return counted;
  }
  function waitFor(ms) { LockService.getDocumentLock().waitLock(ms); }
  function append(text, times) {
    for (let time = 0; time < times; time += 1) sheetOf().appendRow([text, time, Math.random()]);
    return sheetOf().getLastRow();
  }
  function clean() {
    try { append('kept', 100); } catch (error) { append('caught', 1); }
    finally { properties().setProperty('cleaned', 'yes'); }
  }
  function cling() { for (;;) try { Utilities.sleep(10); } catch (error) { Logger.log(error.message); } }
  function compute(sleepMs) {
    LockService.getDocumentLock().waitLock(0);
    Utilities.sleep(sleepMs);
    for (;;);
  }
  function values(given) {
    const sheet = sheetOf();
    sheet.getRange(1, 1, 1, 3).setValues([[given.when, 'text', 7]]);
    const row = sheet.getRange(1, 1, 1, 3).getValues()[0];
    let refused;
    try { sheet.getRange(0, 1); } catch (error) { refused = [error instanceof Error, String(error)]; }
    return [row, row[0] instanceof Date, row instanceof Array, sheet.setName('New') === sheet, refused,
      SpreadsheetApp.WrapStrategy.WRAP === SpreadsheetApp.WrapStrategy.WRAP];
  }
  function remember(text) {
    PropertiesService.getUserProperties().setProperty('mine', text);
    Utilities.sleep(500);
    return [PropertiesService.getUserProperties().getProperty('mine'), count('both')];
  }
  function request() { return [Date.now(), UrlFetchApp.fetch('https://a.myshopify.com/admin/').getContentText()]; }
  function schedule() { ScriptApp.newTrigger('count').timeBased().after(1000).create(); Utilities.sleep(5000); }
  function answer() { return { when: new Date(), nothing: undefined, act: () => 1 }; }`;

const open = (options: Partial<RuntimeOptions> = {}): Project => project({ code: CODE, ...options });
const valuesOf = (results: readonly object[]) =>
  results.map((result) => (result as { value?: unknown }).value);

describe('executions side by side', () => {
  test('answer what they answer alone, dates, errors and members included', () => {
    const [alone, beside] = [open(), open()];
    const args = [{ when: new Date(startMs) }];
    const both = beside.sideBySide(1);
    both.start('values', { args });
    both.start('answer');
    const { execution: _, computed: __, ...result } = alone.run('values', args);
    const [second, first] = both.run();
    expect(first).toMatchObject(result);
    expect(second).toMatchObject({ outcome: 'returned', value: { when: expect.any(Date) } });
  });

  test('overlap: one reads before the other has written', () => {
    const script = open();
    const both = script.sideBySide(1);
    both.start('count', { args: ['n'] });
    both.start('count', { args: ['n'], afterMs: 20 });
    both.start('count', { args: ['n'], afterMs: 500 });
    expect(valuesOf(both.run())).toEqual([1, 1, 2]);
  });

  test('wait for each other’s locks, and not beyond their time', () => {
    const script = open();
    const all = script.sideBySide(1);
    for (const afterMs of [0, 10, 20]) all.start('countAlone', { args: ['n'], afterMs });
    all.start('waitFor', { args: [1000], afterMs: 30 });
    const results = all.run();
    expect(results[0]).toMatchObject({
      outcome: 'threw',
      error: { name: 'Exception', message: /^Lock timeout/ },
      tookMs: 1030,
    });
    expect(valuesOf(results.slice(1))).toEqual([1, 2, 3]);
    expect(script.state.documentLock.holder).toBeNull();
  });

  test('of two editors share the document and keep their own properties', () => {
    const script = open();
    const both = script.sideBySide(1);
    both.start('remember', { args: ['a'], user: 'ann@example.com' });
    both.start('remember', { args: ['b'], user: 'bob@example.com', afterMs: 20 });
    expect(valuesOf(both.run())).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(script.state.userProperties).toMatchObject({
      'ann@example.com': { mine: 'a' },
      'bob@example.com': { mine: 'b' },
    });
  });

  test('send their requests in the order of time, each at its own', () => {
    const clock = createVirtualClock(startMs);
    const sent: number[] = [];
    const send: RuntimeOptions['send'] = () => {
      sent.push(clock.now() - startMs);
      return {
        status: 200,
        headers: {},
        body: `answer ${sent.length}`,
        tookMs: sent.length === 1 ? 900 : 100,
      };
    };
    const both = open({ clock, send }).sideBySide(1);
    both.start('request');
    both.start('request', { afterMs: 300 });
    const results = both.run();
    expect(sent).toEqual([0, 300]);
    expect(results.map(({ tookMs }) => tookMs)).toEqual([100, 900]);
    expect(valuesOf(results)).toEqual([
      [startMs + 300, 'answer 2'],
      [startMs, 'answer 1'],
    ]);
  });

  test('include triggers that fall due meanwhile, two at once as well', () => {
    const script = open();
    const both = script.sideBySide(1);
    both.start('schedule');
    both.start('schedule');
    both.later(2000, () => {
      for (const trigger of script.state.triggers) trigger.nextAtMs = startMs + 3000;
    });
    const results = both.run();
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('returned'));
    expect(script.state.documentProperties).toEqual({ '[object Object]': '1' });
    expect(script.state.quotas['owner@example.com']?.triggerRuntimeMs).toBe(160);
  });

  test('may start others as they end, and a person may act in between', () => {
    const script = open();
    const both = script.sideBySide(1);
    both.start('append', { args: ['a', 2], ended: () => both.start('append', { args: ['b', 1] }) });
    both.later(100, () => script.state.workbook.sheets[0]?.rows.push(['typed']));
    expect(valuesOf(both.run())).toEqual([3, 4]);
    expect(script.state.workbook.sheets[0]?.rows.map(([text]) => text)).toEqual(['a', 'typed', 'a', 'b']);
  });
});

describe('an execution beside others', () => {
  test('that is killed at a call leaves its locks, and runs neither catch nor finally', () => {
    let calls = 0;
    const script = open({
      gate: ({ execution }) => {
        if (execution === 'execution-1') calls += 1;
        if (calls === 20) throw new KilledError('struck');
      },
    });
    const both = script.sideBySide(1);
    both.start('clean');
    both.start('count', { args: ['n'], afterMs: 100 });
    const results = both.run();
    expect(results.map(({ outcome }) => outcome)).toEqual(['returned', 'killed']);
    expect(script.state.documentProperties).toEqual({ n: '1' });
    expect(new Set(script.state.workbook.sheets[0]?.rows.map(([text]) => text))).toEqual(new Set(['kept']));
  });

  test('that is killed and catches whatever its calls throw is ended all the same', () => {
    const both = open().sideBySide(1);
    both.start('cling');
    both.later(1000, () => both.kill('execution-1', 'struck'));
    both.start('count', { args: ['n'], afterMs: 2000 });
    expect(both.run()).toMatchObject([{ outcome: 'killed', tookMs: 1000, logs: [] }, { value: 1 }]);
  });

  test('can be killed in the middle of a sleep, and who waits for its lock gets it', () => {
    const script = open();
    const both = script.sideBySide(1);
    both.start('countAlone', { args: ['n'] });
    both.start('countAlone', { args: ['n'], afterMs: 10 });
    both.later(1000, () => both.kill('execution-1', 'struck'));
    expect(both.run()).toMatchObject([
      { outcome: 'killed', reason: 'struck', tookMs: 1000 },
      { outcome: 'returned', value: 1 },
    ]);
  });

  test('is killed at six minutes while it only computes', () => {
    const script = open({ computing: 'measured' });
    const both = script.sideBySide(1);
    both.start('compute', { args: [359_900] });
    both.start('waitFor', { args: [30_000], afterMs: 340_000 });
    const [killed, other] = both.run();
    expect(killed).toMatchObject({ outcome: 'killed', reason: 'Exceeded maximum execution time' });
    expect(Math.round(killed?.tookMs ?? 0)).toBe(360_000);
    expect(other).toMatchObject({ outcome: 'returned' });
  });

  test('costs what its computing is set to', () => {
    const both = open({ computing: { perCallMs: 3 } }).sideBySide(1);
    both.start('count', { args: ['n'] });
    // Four service calls, the last computing up to its end, and two properties of 40 ms.
    expect(both.run()).toMatchObject([{ tookMs: 5 * 3 + 80 }]);
  });
});

describe('a seed', () => {
  /** Three executions, of which one is killed; every call with its moment, and what is left of it. */
  function play(seed: number, killedAt: number): unknown {
    const clock = createVirtualClock(startMs);
    const log: string[] = [];
    const script = open({
      clock,
      computing: { perCallMs: 1 },
      gate: ({ execution, service, method }) => {
        log.push(`${clock.now()} ${execution} ${service}.${method}`);
        if (log.length === killedAt) throw new KilledError('struck');
      },
    });
    const all = script.sideBySide(seed);
    all.start('append', { args: ['a', 4] });
    all.start('append', { args: ['b', 4] });
    all.start('countAlone', { args: ['n'] });
    // What is computed takes another time at each run.
    const results = all.run().map(({ computed: _, ...result }) => result);
    return JSON.parse(JSON.stringify({ results, log, state: script.state }));
  }

  test('repeats every call at its moment, a kill included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 60 }), (seed, killedAt) => {
        expect(play(seed, killedAt)).toEqual(play(seed, killedAt));
      }),
      { numRuns: sampled(4, 100) },
    );
  });

  test('decides what comes first', () => {
    const first = Array.from({ length: 8 }, (_, seed) => JSON.stringify(play(seed, 1000)));
    expect(new Set(first).size).toBeGreaterThan(4);
  });
});
