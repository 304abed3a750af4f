import type { RunView, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const tab = (...rows: readonly string[][]) => csvOf([['Handle', 'Title', 'SKU', 'Price'], ...rows]);
const skus = ({ store }: Workbench) =>
  store.dump().products.map(({ handle, variants }) => `${handle} ${variants.map(({ sku }) => sku).join()}`);

function ask<Value>(bench: Workbench, name: string, ...args: unknown[]): Value {
  const answered = bench.call<Value>(name, ...args);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

/** Each sheet synced in turn. */
function synced(...sheets: readonly string[]): {
  readonly bench: Workbench;
  readonly runs: readonly RunView[];
} {
  const bench = openWorkbench();
  for (const sheet of sheets) bench.sync({ Products: sheet });
  return { bench, runs: ask<readonly RunView[]>(bench, 'listRuns') };
}

describe('an undo that would give back a SKU', () => {
  test.each([
    [
      'to an item, while one that was created in the same run has it',
      [tab(['a', 'A', 'S1', '10']), tab(['a', 'A', 'S9', '10'], ['n', 'N', 'S1', '11'])],
      0,
      ['a S9', 'n S1'],
      '“n”',
    ],
    [
      'that a later run gave to another item',
      [
        tab(['a', 'A', 'S1', '10'], ['b', 'B', 'S2', '11']),
        tab(['a', 'A', 'S9', '10'], ['b', 'B', 'S2', '11']),
        tab(['a', 'A', 'S9', '10'], ['b', 'B', 'S1', '11']),
      ],
      1,
      ['a S9', 'b S1'],
      '“b”',
    ],
  ])('%s, holds it and names the other, until a person confirms', (_, sheets, at, standing, other) => {
    const { bench, runs } = synced(...sheets);
    const run = runs[at]!.number;
    const preview = ask<UndoSummary>(bench, 'undoRun', { run, preview: true });
    expect(preview.held).toMatchObject({
      count: 1,
      shown: [{ change: 'SKU S9 → S1', reason: expect.stringContaining(`${other} (Shopify ID`) }],
    });
    ask<UndoSummary>(bench, 'undoRun', { run });
    expect(skus(bench)).toEqual(standing);
    const keys = preview.held.shown.map(({ key }) => key);
    ask<UndoSummary>(bench, 'undoRun', { run, held: keys });
    expect(skus(bench)[0]).toBe('a S1');
  });

  test('back to two items that exchanged theirs holds nothing', () => {
    const { bench, runs } = synced(
      tab(['a', 'A', 'S1', '10'], ['b', 'B', 'S2', '11']),
      tab(['a', 'A', 'S2', '10'], ['b', 'B', 'S1', '11']),
    );
    expect(ask<UndoSummary>(bench, 'undoRun', { run: runs[0]!.number }).held.count).toBe(0);
    expect(skus(bench)).toEqual(['a S1', 'b S2']);
  });
});
