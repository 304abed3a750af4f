import { createVirtualClock, KilledError } from '../../../local/apps-script/runtime';
import { onSheet, project, startMs } from './script-project';

describe('the realm of a script', () => {
  test('holds the language and the services of Apps Script, and nothing of Node or a browser', () => {
    const names = [
      ...[
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'fetch',
        'URL',
        'URLSearchParams',
        'TextEncoder',
        'atob',
      ],
      ...[
        'btoa',
        'crypto',
        'structuredClone',
        'performance',
        'process',
        'Buffer',
        'require',
        'module',
        'global',
      ],
      ...['window', 'document', 'navigator', 'AbortController', 'Event', 'Blob', 'FormData', '__dirname'],
    ];
    const types = project().evaluate(
      `return ${JSON.stringify(names)}.map((name) => typeof globalThis[name])`,
    );
    expect(types).toEqual(names.map(() => 'undefined'));
  });

  test('gives no way out through what services answer', () => {
    const values = [
      'SpreadsheetApp.getUi',
      'sheet.getDataRange().getValues()',
      'new Date()',
      'ScriptApp.AuthMode.FULL',
    ];
    for (const value of values) {
      const reach = onSheet(`return ${value}.constructor.constructor === Function`);
      expect(project().evaluate(reach)).toBe(true);
    }
  });

  test('makes no code from texts, as nobody knows whether Google does', () => {
    expect(() => project().evaluate(`return new Function('return 1')()`)).toThrow(
      'Code generation from strings',
    );
  });

  test('draws the same random numbers from the same seed', () => {
    const draw = () => project().evaluate('return [Math.random(), Math.random()]') as number[];
    const [first = 0, second = 0] = draw();
    expect(draw()).toEqual([first, second]);
    expect([first >= 0, first < 1, first !== second]).toEqual([true, true, true]);
  });

  test('is fresh in every execution', () => {
    const script = project({ code: 'var count = 0; class Once {} const fixed = 1;' });
    expect([script.evaluate('return ++count'), script.evaluate('return ++count')]).toEqual([1, 1]);
  });

  test('makes dates, arrays and errors of its own', () => {
    const body = onSheet(`
      sheet.getRange(1, 1).setValue(new Date(2026, 0, 2));
      const values = sheet.getDataRange().getValues();
      let error;
      try { sheet.getRange(0, 1); } catch (caught) { error = caught; }
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date,
        error instanceof Error, String(error)];`);
    expect(project().evaluate(body)).toEqual([
      true,
      true,
      true,
      true,
      'Exception: The starting row of the range is too small.',
    ]);
  });

  test('says of what it does not have that it is not implemented', () => {
    const script = project();
    expect(() => script.evaluate('SpreadsheetApp.getFoo()')).toThrow(
      'SpreadsheetApp.getFoo is not implemented in the local Apps Script runtime',
    );
    expect(() => script.evaluate(onSheet('sheet.getRange(1, 1).getBanding()'))).toThrow(
      'Range.getBanding is not',
    );
    expect(() => script.evaluate('MailApp.sendEmail()')).toThrow('MailApp.sendEmail is not implemented');
    expect(() => script.evaluate('SpreadsheetApp.mine = 1')).toThrow('Cannot set mine of SpreadsheetApp');
  });
});

describe('the Date of a script', () => {
  test('follows the virtual clock', () => {
    const script = project({ clock: createVirtualClock(startMs) });
    expect(script.evaluate('return [Date.now(), new Date().toISOString(), +new Date()]')).toEqual([
      startMs,
      '2026-11-22T12:00:00.000Z',
      startMs,
    ]);
    expect(script.evaluate('Utilities.sleep(1500); return Date.now()')).toBe(startMs + 1500);
  });

  test('tells local time in the time zone of the manifest', () => {
    const script = project({ manifest: { timeZone: 'America/New_York' } });
    const body = `const date = new Date(2026, 6, 4, 9, 30);
      return [date.toISOString(), date.getHours(), date.getTimezoneOffset(), date.toString(), date.getDay(),
        new Date('2026-01-31T08:00:00').toISOString(), new Date('2026-01-31').toISOString(),
        new Date('2026-01-31T08:00:00+02:00').toISOString(), String(new Date(NaN))]`;
    expect(script.evaluate(body)).toEqual([
      '2026-07-04T13:30:00.000Z',
      9,
      240,
      'Sat Jul 04 2026 09:30:00 GMT-0400 (America/New_York)',
      6,
      '2026-01-31T13:00:00.000Z',
      '2026-01-31T00:00:00.000Z',
      '2026-01-31T06:00:00.000Z',
      'Invalid Date',
    ]);
  });

  test('sets local parts across daylight saving', () => {
    const script = project({ manifest: { timeZone: 'Europe/Berlin' } });
    const body = `const date = new Date(2026, 2, 28, 12); date.setDate(29); return [date.toISOString(), date.getHours()]`;
    expect(script.evaluate(body)).toEqual(['2026-03-29T10:00:00.000Z', 12]);
  });
});

describe('an execution', () => {
  test('answers the value, the log, the virtual time and the calls', () => {
    const result = project().execute(
      onSheet(`
      console.log('rows: %s', sheet.getLastRow()); Logger.log({ a: 1 });
      Utilities.sleep(2000); return { list: [1, undefined] }`),
    );
    expect(result).toMatchObject({ outcome: 'returned', value: { list: [1, undefined] }, tookMs: 2060 });
    expect(result.logs.map(({ message }) => message)).toEqual(['rows: 0', '{ a: 1 }']);
    expect(result.calls).toMatchObject({ 'Sheet.getLastRow': 1, 'Utilities.sleep': 1 });
  });

  test('answers what was thrown', () => {
    const result = project().execute(`throw new TypeError('no')`);
    expect(result).toMatchObject({ outcome: 'threw', error: { name: 'TypeError', message: 'no' } });
  });

  test('answers what was thrown while the bundle was loading', () => {
    const script = project({ code: `throw new Error('at load');` });
    expect(script.execute('return 1')).toMatchObject({ outcome: 'threw', error: { message: 'at load' } });
  });

  test('of a function that is not at top level fails', () => {
    const script = project({ code: 'const arrow = () => 1;' });
    expect(script.run('arrow')).toMatchObject({ error: { message: 'Script function not found: arrow' } });
    expect(script.run('SpreadsheetApp')).toMatchObject({ error: { message: /not found/ } });
  });

  test('is killed at six minutes, whatever it catches', () => {
    const script = project();
    const result = script.execute(
      onSheet(`
      for (let turn = 0; turn < 100; turn += 1) {
        try { Utilities.sleep(60000); } catch (error) { try { sheet.getRange(1, 1).setValue('late'); } catch (again) {} }
        finally { try { PropertiesService.getScriptProperties().setProperty('late', 'yes'); } catch (again) {} }
      }`),
    );
    expect(result).toMatchObject({
      outcome: 'killed',
      reason: 'Exceeded maximum execution time',
      tookMs: 360_000,
    });
    expect(script.state.workbook.sheets[0]?.rows).toEqual([]);
    // Written before the end only.
    expect(script.state.scriptProperties).toEqual({ late: 'yes' });
  });

  test('of a simple trigger is killed at thirty seconds', () => {
    const result = project().execute('Utilities.sleep(31000)', { kind: 'simple-trigger' });
    expect(result).toMatchObject({ outcome: 'killed', tookMs: 30_000 });
  });

  test('counts computing only where it was asked to', () => {
    const body = 'let sum = 0; for (let index = 0; index < 3e6; index += 1) sum += index; return sum';
    expect(project().execute(body).tookMs).toBe(0);
    expect(project({ computing: 'measured' }).execute(body).tookMs).toBeGreaterThan(0);
  });
});

describe('the gate', () => {
  test('sees every service call before it runs', () => {
    const calls: string[] = [];
    const script = project({ gate: ({ service, method }) => calls.push(`${service}.${method}`) });
    script.evaluate(onSheet('sheet.getRange(1, 1).setValue(1)'));
    expect(calls).toEqual([
      'SpreadsheetApp.getActiveSpreadsheet',
      'Spreadsheet.getSheets',
      'Sheet.getRange',
      'Range.setValue',
    ]);
  });

  test('kills for good: nothing the script does afterwards has an effect', () => {
    const script = project({
      gate: ({ method }) => {
        if (method === 'setValue') throw new KilledError('struck');
      },
    });
    const result = script.execute(
      onSheet(`
      try { sheet.getRange(1, 1).setValue(1); } catch (error) {}
      try { sheet.getRange(2, 1).setValues([[2]]); } finally { return 'done'; }`),
    );
    expect(result).toMatchObject({ outcome: 'killed', reason: 'struck' });
    expect(script.state.workbook.sheets[0]?.rows).toEqual([]);
  });

  test('may run another execution of the same spreadsheet in between', () => {
    let nested: unknown;
    const script = project({
      gate: ({ method, execution }) => {
        if (method === 'getLastRow' && execution === 'execution-1') {
          nested = script.evaluate(onSheet(`sheet.appendRow(['nested']); return sheet.getLastRow()`));
        }
      },
    });
    expect(script.evaluate(onSheet('return sheet.getLastRow()'))).toBe(1);
    expect(nested).toBe(1);
  });
});

describe('the state of a runtime', () => {
  test('goes on where it stopped after it was saved as JSON', () => {
    const first = project();
    first.evaluate(
      onSheet(`sheet.appendRow(['007', new Date(0), true, '=A1']); sheet.getRange('A1').setNote('n');
      PropertiesService.getUserProperties().setProperty('a', 1); CacheService.getUserCache().put('b', 2);
      ScriptApp.newTrigger('test').timeBased().everyHours(2).create();`),
    );
    const second = project({ state: JSON.parse(JSON.stringify(first.state)) });
    expect(second.state).toEqual(first.state);
    const read = onSheet(`const range = sheet.getDataRange();
      return [range.getDisplayValues(), range.getFormulas(), range.getNotes(), CacheService.getUserCache().get('b')]`);
    expect(second.evaluate(read)).toEqual(first.evaluate(read));
  });
});
