import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadSession } from '../../local/cli/session';
import { RefusedRequest } from '../../local/loopback';
import { answersOf } from '../../local/workbench/answers';
import { createBench } from '../../local/workbench/bench';
import { ROOT } from '../bundle/built';
import { builtFolder } from '../support/built-once';

const bench = createBench({
  distDir: builtFolder(),
  spreadsheetDir: path.join(ROOT, 'examples'),
  startMs: Date.UTC(2026, 10, 22, 12),
});
const answer = answersOf(bench, { html: '', script: '', style: '', scriptRun: '' });
const post = (at: string, body: string) => answer({ route: `POST ${at}`, query: '', body });

const CELL = { sheetId: 0, row: 3, column: 1, text: 'a' };
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  '/cell': [
    ...[
      { ...CELL, row: 0 },
      { ...CELL, row: 1.5 },
      { ...CELL, row: '2', column: '1' },
      { ...CELL, row: 1e9 },
    ],
    ...[
      { ...CELL, column: 30_000 },
      { ...CELL, text: 5 },
      { ...CELL, text: null },
      { ...CELL, sheetId: 'x' },
    ],
    { ...CELL, text: 'x'.repeat(50_001) },
  ],
  '/paste': [null, 'abc', [1], [[1, null, {}]], ['abc'], { length: 1e9 }].map((texts) => ({
    ...CELL,
    texts,
  })),
  '/rows': [
    { sheetId: 0 },
    { sheetId: 0, afterRow: -5, count: 1 },
    ...[-3, 0, 0.5, 1e9].map((count) => ({ sheetId: 0, afterRow: 1, count })),
  ],
  '/selection': [{ sheetId: 0, firstRow: -1, lastRow: 'x' }],
  '/all-rows': [{ sheetId: 'x' }],
  '/user': [{ user: 5 }, { user: '' }, { user: 'stranger@example.com' }, { user: '__proto__' }],
  '/menu': [{ name: 5 }],
  '/call': [
    { name: 'getOverview' },
    { name: 'getOverview', args: 5 },
    { name: 5, args: [] },
    { name: 'startSync', args: null },
  ],
  '/act': [{ kind: 'order' }, { kind: 'price', variantId: 5, price: 5 }, { kind: 'other' }],
  '/wait': [{ ms: -1 }, { ms: 'x' }, { ms: 1.5 }],
};
const CASES = Object.entries(WRONG).flatMap(([at, bodies]) =>
  [...bodies.map((body) => JSON.stringify(body)), 'null', '5', '[]', '{}', 'no JSON'].map(
    (body) => [at, body.slice(0, 60), body] as const,
  ),
);

test.each(CASES)(
  'the workbench refuses what is sent to %s as %s, and nothing of it is done',
  (at, _, body) => {
    const before = JSON.stringify(bench.view());
    expect(() => post(at, body)).toThrow(RefusedRequest);
    expect(JSON.stringify(bench.view())).toBe(before);
  },
);

test('a tab that would be too large is told as Sheets tells it, and the page goes on', () => {
  const page = post('/cell', JSON.stringify({ ...CELL, row: 9_000_000 }));
  expect(page?.text).toContain('10000000 cells');
  expect(bench.view().tabs[0]?.cells.length).toBeLessThan(100);
});

test('a selection in a tab that is gone selects nothing', () => {
  const { activeSheetId } = bench.runtime.state.workbook;
  post('/selection', JSON.stringify({ sheetId: 999, firstRow: 1, lastRow: 2 }));
  expect(bench.runtime.state.workbook.activeSheetId).toBe(activeSheetId);
});

describe('a file of --state', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'damaged-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'state.json');
  const saved = () => JSON.parse(JSON.stringify(bench.save()));

  test('is gone on with as it was saved', () => {
    writeFileSync(file, JSON.stringify(saved()));
    expect(loadSession(file)?.nowMs).toBe(bench.save().nowMs);
  });

  test.each<[string, (state: ReturnType<typeof saved>) => unknown]>([
    ['no store', (state) => delete state.store],
    ['an empty store', (state) => Object.assign(state, { store: {} })],
    ['no spreadsheet', (state) => delete state.runtime.workbook],
    ['a tab without rows', (state) => delete state.runtime.workbook.sheets[0].rows],
    ['no settings', (state) => Object.assign(state.runtime, { documentProperties: null })],
    ['no time', (state) => Object.assign(state, { nowMs: 'x' })],
    ['a time that no calendar has', (state) => Object.assign(state, { nowMs: 1e18 })],
  ])('with %s is told to be damaged, in one sentence', (_, damage) => {
    const state = saved();
    damage(state);
    writeFileSync(file, JSON.stringify(state));
    expect(() => loadSession(file)).toThrow(
      /is damaged, and nothing was done\. Choose another name for --state\.$/,
    );
  });

  test.each(['', 'null', '[]', '{"format":"other"}', JSON.stringify(saved()).slice(0, 500)])(
    'that holds %s was not saved here',
    (text) => {
      writeFileSync(file, text);
      expect(() => loadSession(file)).toThrow('was not saved by this command');
    },
  );
});
