import { ServiceException } from '../../../local/apps-script/runtime/exception';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { connectAndPreview, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Price'];
const file = (price: string) => csvOf([HEADER, ['hat', 'Hat', price], ['mug', 'Mug', '9.00']]);

const synced = openWorkbench();
synced.sync({ Products: file('5.00') });
const saved = synced.save();

function edited(options: Parameters<typeof openWorkbench>[0] = {}): Workbench {
  const bench = openWorkbench({ saved, ...options });
  bench.paste({ Products: file('5.50') });
  return bench;
}

const tab = (bench: Workbench) => bench.runtime.state.workbook.sheets[0]!;
const price = (bench: Workbench) => bench.store.dump().products[0]?.variants[0]?.price;
const problemOf = (bench: Workbench, name = 'startSync') => {
  const answered = bench.call<RunSummary | null>(name);
  return answered.ok ? answered.value?.problem : answered.problem;
};
const OWNER = ['boss@example.com'];
const column = (index: number) => ({ row: 1, column: index, rowCount: 100, columnCount: 1 });

describe('status columns that cannot be written', () => {
  test.each([4, 5, 6, 7])('stop a run before anything is sent: column %d is protected', (index) => {
    const bench = edited();
    tab(bench).protections.push({
      description: '',
      warningOnly: false,
      area: column(index),
      editors: OWNER,
    });
    expect(problemOf(bench)).toMatchObject({
      kind: 'protected',
      message: expect.stringContaining('“Products”'),
    });
    expect(price(bench)).toBe('5.00');
  });

  test('stop it too where the whole tab is protected and has no status columns yet', () => {
    const bench = openWorkbench();
    const sheetIds = bench.paste({ Products: file('5.00') });
    connectAndPreview(bench, sheetIds);
    tab(bench).protections.push({ description: '', warningOnly: false, area: null, editors: OWNER });
    expect(problemOf(bench)?.kind).toBe('protected');
    expect(bench.store.dump().products).toEqual([]);
  });

  test('stop an undo before anything is given back', () => {
    const bench = edited();
    bench.call('startSync');
    tab(bench).protections.push({ description: '', warningOnly: false, area: column(5), editors: OWNER });
    expect(problemOf(bench, 'syncNow')?.kind).toBe('protected');
    const runs = bench.call<readonly { readonly number: number }[]>('listRuns');
    const answered = bench.call('undoRun', { run: runs.ok ? runs.value[0]?.number : 0 });
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'protected' } });
    expect(price(bench)).toBe('5.50');
  });

  test.each([
    ['only warns', { warningOnly: true, area: column(4), editors: OWNER }],
    ['lets this person edit', { warningOnly: false, area: column(4), editors: ['owner@example.com'] }],
    ['is of other columns', { warningOnly: false, area: column(2), editors: OWNER }],
    ['keeps nobody out', { warningOnly: false, area: null }],
  ])('are written where the protection %s', (_, protection) => {
    const bench = edited();
    tab(bench).protections.push({ description: '', ...protection });
    expect(problemOf(bench)).toBeNull();
    expect(price(bench)).toBe('5.50');
  });
});

describe('what Google throws in the middle of a run', () => {
  test.each([
    ['Service Spreadsheets timed out while accessing document with id abc.', 'google-trouble'],
    ['Service error: Spreadsheets', 'google-trouble'],
    ['There are too many simultaneous invocations: Spreadsheets', 'busy'],
    ['Lock timeout: another process was holding the lock for too long.', 'busy'],
  ])(
    'is told in its own sentence wherever it comes, and the next run ends where it would have: %s',
    (text, kind) => {
      for (let nth = 5; nth < 320; nth += 23) {
        let passed = 0;
        let isArmed = false;
        const bench = edited({
          gate: () => {
            if (!isArmed) return;
            passed += 1;
            if (passed === nth) throw new ServiceException(text);
          },
        });
        isArmed = true;
        const problem = problemOf(bench);
        isArmed = false;
        if (problem) expect(problem.kind === 'network' ? kind : problem.kind).toBe(kind);
        bench.clock.advance(3 * 60_000);
        expect(problemOf(bench)).toBeNull();
        expect(price(bench)).toBe('5.50');
      }
    },
  );

  test('is told in its own sentence where the settings are full', () => {
    const bench = edited();
    for (let key = 0; key < 60; key += 1)
      bench.runtime.state.documentProperties[`filler-${key}`] = 'x'.repeat(8_600);
    expect(problemOf(bench)?.kind).toBe('storage-full');
    expect(price(bench)).toBe('5.00');
  });

  test('is told in its own sentence where the spreadsheet has no room left, before anything is sent', () => {
    const bench = openWorkbench();
    const sheetIds = bench.paste({ Products: file('5.00') });
    connectAndPreview(bench, sheetIds);
    const { sheets } = bench.runtime.state.workbook;
    const used = sheets.reduce((cells, { maxRows, maxColumns }) => cells + maxRows * maxColumns, 0);
    const preview = sheets.find(({ name }) => name === 'Sync preview')!;
    preview.maxRows += Math.floor((10_000_000 - used) / preview.maxColumns);
    expect(problemOf(bench)?.kind).toBe('sheet-full');
    expect(bench.store.dump().products).toEqual([]);
  });

  test('fails nothing where it comes from the cache, which may forget everything anyway', () => {
    for (const name of ['startSync', 'previewSync', 'getOverview', 'getProgress']) {
      const bench = edited({
        gate: ({ service }) => {
          if (/^Cache/.test(service)) throw new ServiceException('Argument too large: value');
        },
      });
      expect([name, problemOf(bench, name) ?? null]).toEqual([name, null]);
      expect(price(bench)).toBe(name === 'startSync' ? '5.50' : '5.00');
    }
  });

  test('is told as what it is where a person deletes a column meanwhile, wherever that comes', () => {
    for (let nth = 3; nth < 200; nth += 7) {
      let passed = 0;
      const bench: Workbench = edited({
        gate: () => {
          passed += 1;
          if (passed !== nth) return;
          for (const row of tab(bench).rows) row.splice(2);
          tab(bench).maxColumns = 2;
        },
      });
      passed = 0;
      const problem = problemOf(bench);
      if (problem && problem.kind !== 'no-tabs')
        expect(problem.message).toMatch(/columns of a tab were deleted/);
    }
  });
});
