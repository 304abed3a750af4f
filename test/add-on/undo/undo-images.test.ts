import type { Answer, RunView, UndoSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { files, imageAt, mug } from '../../support/images-of-mug';
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
    problem: {
      message: expect.stringMatching(/^Run \d+ changed images alone: Image hat\.jpg\.$/),
      nextStep: expect.stringContaining('An image that it added stays'),
    },
  });
});

test('a run that only gave a variant its first image is in the history, and its undo says that it stays', () => {
  const bench = openWorkbench();
  const tab = (image: string) =>
    csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price', 'Variant Image'],
      ['hat', 'Hat', 'Size', 'S', '5.00', image],
      ['hat', '', '', 'M', '5.00', ''],
    ]);
  bench.sync({ Products: tab('') });
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
      message: expect.stringMatching(/^Run \d+ changed images alone: Variant image b\.jpg\.$/),
      nextStep: expect.stringContaining(
        'So does the image of a variant that showed none before: type [clear]',
      ),
    },
  });
  expect(bench.store.dump().products[0]?.variants).toHaveLength(2);
});

test.each([
  ['an image was put between them', ['a', 'new', 'c'], 'abc+new'],
  ['they changed places', ['c', 'a'], 'abc'],
])('an undo puts images that the sheet does not list back to their places too, where %s', (_, cells, was) => {
  const bench = openWorkbench();
  for (const names of [['a', 'b', 'c'], ['a', 'c'], cells]) {
    bench.sync(mug(...names.map(imageAt)));
    bench.clock.advance(60_000);
  }
  const order = () => files(bench).map((file) => file.replace('.jpg', ''));
  expect(order().filter((name) => cells.includes(name))).toEqual(cells);
  const runs = bench.call<readonly RunView[]>('listRuns');
  expect(bench.call('undoRun', { run: runs.ok && runs.value[0]?.number })).toMatchObject({ ok: true });
  expect(order().join('').replace('new', '+new')).toBe(was);
});

describe('a run that changed a price and images', () => {
  const SITE = 'https://shop.example';
  const sheet = (price: string, images: readonly string[], variant: string) =>
    csvOf([
      ['Handle', 'Title', 'Price', 'Image Src', 'Variant Image'],
      ['hat', 'Hat', price, `${SITE}/a.jpg`, variant],
      ...images.map((image) => ['hat', '', '', image, '']),
    ]);
  const changed = () => {
    const bench = openWorkbench();
    bench.sync({ Products: sheet('5.00', [], `${SITE}/a.jpg`) });
    bench.clock.advance(60_000);
    bench.sync({ Products: sheet('5.50', [`${SITE}/b.jpg`, `${SITE}/c.jpg`], `${SITE}/b.jpg`) });
    const runs = bench.call<readonly RunView[]>('listRuns');
    return { bench, run: runs.ok ? runs.value[0]?.number : undefined };
  };
  const rowsOf = (answer: Answer<UndoSummary>) =>
    answer.ok
      ? answer.value.rows.shown.map(({ row, message }) => `${row} ${message}`)
      : [answer.problem.message];

  test('says in the preview of its undo and on the rows which images stay, and gives the price back', () => {
    const { bench, run } = changed();
    for (const preview of [true, false]) {
      const said = rowsOf(bench.call<UndoSummary>('undoRun', { run, ...(preview && { preview }) })).join(' ');
      expect(said).toContain('5.50 → 5.00');
      expect(said).toContain('Variant image: a.jpg');
      expect(said).toContain('Image b.jpg stays. Remove it in Shopify admin.');
      // The variant brought b.jpg, so that it is named once.
      expect(said).toContain('Image c.jpg stays. Remove it in Shopify admin.');
    }
    const [product] = bench.store.dump().products;
    expect(product?.variants[0]?.price).toBe('5.00');
    expect(product?.media).toHaveLength(3);
  });

  test('says it of rows that are gone by now, too', () => {
    const { bench, run } = changed();
    bench.paste({ Products: sheet('5.50', [], `${SITE}/a.jpg`) });
    const said = rowsOf(bench.call<UndoSummary>('undoRun', { run, preview: true })).join(' ');
    expect(said).toContain('Image c.jpg stays.');
  });
});
