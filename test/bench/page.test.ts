import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { casesOf } from '../../local/bench/cases';
import { chart } from '../../local/bench/chart';
import { floorSeconds } from '../../local/bench/floor';
import { page } from '../../local/bench/page';
import { type Benchmarks, type Result, withResults } from '../../local/bench/results';

const docs = path.resolve(__dirname, '../../docs');
const kept = (name: string) => readFileSync(path.join(docs, name), 'utf8');

const result = (more: Partial<Result>): Result => ({
  way: 'add-on',
  kind: 'prices',
  rows: 100,
  outcome: 'finished',
  rowsDone: 100,
  requests: 12,
  byOperation: { shop: 1 },
  throttled: 0,
  points: 3_000,
  seconds: 61,
  executions: 1,
  longestExecutionSeconds: 61,
  cpuSeconds: 0.25,
  memory: { mostMb: 9, stayedMb: 4 },
  peakMb: 200,
  ...more,
});
const benchmarks = (...results: readonly Result[]): Benchmarks => ({
  date: '2026-11-23',
  machine: 'a machine',
  bundle: { codeKb: 250, codeGzipKb: 80, sidebarKb: 60, parseMs: 9, loadMs: 4 },
  computing: [],
  results,
});

describe('the page of the benchmark', () => {
  test('is what its JSON file says', () => {
    if (!existsSync(path.join(docs, 'benchmarks.json'))) throw new Error('Run npm run bench -- --write.');
    const measured = JSON.parse(kept('benchmarks.json')) as Benchmarks;
    expect(kept('benchmarks.md')).toBe(page(measured));
    expect(kept('benchmarks.svg')).toBe(chart(measured.results));
  });

  test('has a line for each case, with its floor', () => {
    expect(page(benchmarks(result({ rows: 1_000 })))).toContain(
      '| 1,000 | changed prices | **this add-on** | 12 | 3,000 | 0 | 61.0 s | 80.0 s | 1 | 0.3 s | 9 MB (4 stay) |',
    );
  });

  test('says what was not finished, and why', () => {
    const stuck = result({ outcome: 'paused', rowsDone: 40, problem: 'Shopify could not be reached.' });
    expect(page(benchmarks(stuck))).toContain('paused with 40 rows done. Shopify could not be reached.');
  });
});

describe('what was measured', () => {
  test('takes the place of what was measured of the same case before, in the order of the page', () => {
    const before = benchmarks(result({ kind: 'stock' }), result({ rows: 1_000 }), result({ requests: 99 }));
    const after = withResults(before, benchmarks(result({ requests: 12 })));
    expect(after.results.map(({ kind, rows, requests }) => [kind, rows, requests])).toEqual([
      ['prices', 100, 12],
      ['prices', 1_000, 12],
      ['stock', 100, 12],
    ]);
  });

  test('stands against what the fewest mutations would wait for on a standard plan, from a full bucket', () => {
    const floors = (['prices', 'stock', 'creates', 'no-change'] as const).map((kind) =>
      floorSeconds({ kind, rows: 10_000 }),
    );
    expect(floors).toEqual([980, 0, 980, 0]);
    expect(floorSeconds({ kind: 'stock', rows: 100_000 })).toBe(20);
  });

  test('is of all three ways, but for sizes that the others only repeat', () => {
    expect(casesOf([10_000], ['stock']).map(({ way }) => way)).toEqual([
      'add-on',
      'row-by-row',
      'official-client',
    ]);
    expect(casesOf([100_000], ['stock']).map(({ way }) => way)).toEqual(['add-on']);
  });
});
