import { NO_ROWS } from '../../../../src/catalog/tab/status-block';
import { calledToday, describeRun } from '../../../../src/sync/schedule/last-scheduled-run';
import { NO_NETWORK, summaryOf } from '../../sidebar/fixtures';

const NOTHING = { ...NO_ROWS, unchanged: 7 };

describe('what became of a run of the clock', () => {
  test.each([
    [summaryOf({ totals: NOTHING, sent: 0 }), 'nothing had changed'],
    [summaryOf({ totals: NOTHING, sent: 0, keptStock: 1 }), '1 stock cell brought up to date'],
    [summaryOf({ totals: { ...NOTHING, updated: 1 } }), '1 row updated'],
    [summaryOf({ totals: { ...NOTHING, created: 2, skipped: 1 } }), '2 rows created, 1 row held'],
    [
      summaryOf({ totals: { ...NOTHING, updated: 3 }, outcome: 'paused' }),
      '3 rows updated, the rest follows',
    ],
    [summaryOf({ totals: NOTHING, outcome: 'paused', sent: 0 }), 'not finished yet, the rest follows'],
    [
      summaryOf({ totals: NOTHING, outcome: 'failed', sent: 0, problem: NO_NETWORK.problem }),
      'skipped: Shopify could not be reached',
    ],
    [
      summaryOf({ totals: { ...NOTHING, updated: 3 }, outcome: 'paused', problem: NO_NETWORK.problem }),
      '3 rows updated, Shopify could not be reached',
    ],
  ])('is said in a few words', (summary, words) => {
    expect(describeRun(summary)).toBe(words);
  });
});

test('a person is called once a day for each reason', () => {
  const hourMs = 3_600_000;
  const ticks = { atMs: 0, says: '', finishedAtMs: 0, told: { held: 0, unauthorized: 20 * hourMs } };
  expect(Object.keys(calledToday(ticks.told, 23 * hourMs))).toEqual(['held', 'unauthorized']);
  expect(Object.keys(calledToday(ticks.told, 24 * hourMs))).toEqual(['unauthorized']);
  expect(calledToday(undefined, 0)).toEqual({});
});

test('a run that came to its end mends every reason but what is held and what could not be written', () => {
  const told = { held: 0, unwritten: 0, '1 0 2': 0, unauthorized: 0, 'no-tabs': 0, stale: 0 };
  expect(Object.keys(calledToday(told, 1, true)).sort()).toEqual(['1 0 2', 'held', 'unwritten']);
});
