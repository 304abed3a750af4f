import { productSeenAt } from '../../../local/store/shop/rules/url-redirects';
import type { RunView, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

/** So many mugs, and a tab in which each is named by its ID and gets the handle that is said. */
function openMugs(count: number, options: BenchOptions = {}) {
  const bench = openWorkbench(options);
  const names = Array.from({ length: count }, (_, index) => `mug-${index}`);
  bench.sync({ Products: csvOf([['Handle', 'Title', 'SKU'], ...names.map((name) => [name, name, name])]) });
  const idOf = new Map(
    bench.store.dump().products.map(({ handle, id }) => [handle, id.replace(/^.*\//, '')]),
  );
  const ids = names.map((name) => idOf.get(name));
  const named = (handles: readonly string[]) => ({
    Renamed: csvOf([
      ['Product ID', 'Handle', 'Title'],
      ...handles.map((handle, index) => [ids[index] ?? '', handle, names[index] ?? '']),
    ]),
  });
  bench.sync(named(names));
  return { bench, names, rename: (handles: readonly string[]) => bench.sync(named(handles)) };
}

const handlesOf = ({ store }: Workbench) => store.dump().products.map(({ handle }) => handle);
const seenAt = ({ store }: Workbench, handle: string) =>
  productSeenAt(store.state, `/products/${handle}`)?.title;

function undoLast(bench: Workbench): void {
  const runs = bench.call<readonly RunView[]>('listRuns');
  const run = runs.ok ? runs.value[0]?.number : undefined;
  expect(bench.call<UndoSummary>('undoRun', { run })).toMatchObject({ ok: true });
}

describe('a product that gets another handle', () => {
  test('is still found under its old address', () => {
    const { bench, rename } = openMugs(1);
    const report = rename(['cup']);
    expect(saidOf(report)['Renamed:2']).toMatch(/^updated Handle mug-0 → cup/);
    expect(handlesOf(bench)).toEqual(['cup']);
    expect([seenAt(bench, 'mug-0'), seenAt(bench, 'cup')]).toEqual(['mug-0', 'mug-0']);
  });

  test('is found under both once the rename is undone', () => {
    const { bench, rename } = openMugs(1);
    rename(['cup']);
    undoLast(bench);
    expect(handlesOf(bench)).toEqual(['mug-0']);
    expect([seenAt(bench, 'mug-0'), seenAt(bench, 'cup')]).toEqual(['mug-0', 'mug-0']);
  });

  test('makes no redirect where only its title changes', () => {
    const { bench } = openMugs(1);
    bench.sync({
      Products: csvOf([
        ['Handle', 'Title'],
        ['mug-0', 'New'],
      ]),
    });
    expect(bench.store.state.urlRedirects.all()).toEqual([]);
  });

  test('is found under its old address where many are renamed in bulk', () => {
    const small = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
    const { bench, names, rename } = openMugs(60, {
      answering: (_, answer) =>
        'failure' in answer
          ? answer
          : { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, small) },
    });
    const report = rename(names.map((name) => name.replace('mug', 'cup')));
    expect(report.requests.byOperation.bulkOperationRunMutation).toBeGreaterThan(0);
    expect(handlesOf(bench).every((handle) => handle.startsWith('cup-'))).toBe(true);
    for (const name of names) expect(seenAt(bench, name)).toBe(name);
  });
});
