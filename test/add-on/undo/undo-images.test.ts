import type { RunView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';

const tab = (image: string) =>
  csvOf([
    ['Handle', 'Title', 'Price', 'Image Src'],
    ['hat', 'Hat', '5.00', image],
  ]);

test('a run that only added an image is in the history, and its undo says that the image stays', () => {
  const bench = openWorkbench();
  bench.sync({ Products: tab('') });
  bench.sync({ Products: tab('https://shop.example/hat.jpg') });
  bench.sync({ Products: tab('https://shop.example/hat.jpg') });
  const runs = bench.call<readonly RunView[]>('listRuns');
  if (!runs.ok) throw new Error(runs.problem.message);
  expect(runs.value.map(({ totals }) => [totals.created, totals.updated])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(bench.call('undoRun', { run: runs.value[0]!.number, preview: true })).toMatchObject({
    ok: false,
    problem: { nextStep: expect.stringContaining('An image that it added stays') },
  });
});

test('a run that only changed the image of a variant is in the history, and its undo says that it stays', () => {
  const bench = openWorkbench();
  const tab = (image: string) =>
    csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price', 'Variant Image'],
      ['hat', 'Hat', 'Size', 'S', '5.00', image],
      ['hat', '', '', 'M', '5.00', ''],
    ]);
  bench.sync({ Products: tab('https://shop.example/a.jpg') });
  bench.sync({ Products: tab('https://shop.example/b.jpg') });
  const runs = bench.call<readonly RunView[]>('listRuns');
  if (!runs.ok) throw new Error(runs.problem.message);
  expect(runs.value.map(({ totals }) => [totals.created, totals.updated])).toEqual([
    [0, 1],
    [2, 0],
  ]);
  expect(bench.call('undoRun', { run: runs.value[0]!.number, preview: true })).toMatchObject({
    ok: false,
    problem: {
      nextStep: expect.stringContaining('So does the changed image of a variant: type the old address'),
    },
  });
  expect(bench.store.dump().products[0]?.variants).toHaveLength(2);
});
