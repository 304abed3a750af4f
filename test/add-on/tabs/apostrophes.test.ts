import type { Overview } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { call, keysOf } from '../../support/deciding';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

/** Titles of which a spreadsheet may make something else. */
const TITLES = [
  '=1+1',
  '+1 free',
  '-20% Mug',
  '-5',
  "'90s tee",
  "''Best'' mug",
  '@home',
  '00417',
  '1E5',
  '3/5',
  '28.11.2026',
  '2026-11-28',
  'TRUE',
  '5%',
];

const HEADER = ['Handle', 'Title', 'Price', 'Vendor'];
const fileOf = (titles: readonly string[]) =>
  csvOf([HEADER, ...titles.map((title, row) => [`item-${row}`, title, '10.00', 'Acme'])]);
const PLAIN = TITLES.map((_, row) => `Item ${row}`);

const titlesIn = ({ store }: Workbench) =>
  [...store.dump().products]
    .sort((a, b) => Number(a.handle.slice(5)) - Number(b.handle.slice(5)))
    .map(({ title }) => title);

const cellsIn = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets
    .find(({ name }) => name === 'Products')!
    .rows.slice(1)
    .map((row) => row[1]);

/** Somebody else in Shopify. */
function rename({ store }: Workbench, titles: readonly string[]): void {
  for (const product of store.dump().products) {
    const title = titles[Number(product.handle.slice(5))];
    const { errors } = store.execute({
      query:
        'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
      variables: { product: { id: product.id, title } },
    });
    expect(errors).toBeUndefined();
  }
}

function putBack(bench: Workbench, request: object): OldValues {
  const answer = bench.call<OldValues>('putBack', request);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const sendsNothing = (bench: Workbench) => {
  expect(call(bench, 'startSync', { confirmed: true })).toMatchObject({ outcome: 'finished', sent: 0 });
  expect(call(bench, 'previewSync').totals).toMatchObject({ conflict: 0, error: 0, skipped: 0, updated: 0 });
};

describe.each(['taken-off', 'kept'] as const)(
  'where apostrophes in plain text are %s',
  (apostrophesInPlainText) => {
    const options: BenchOptions = { runtime: { apostrophesInPlainText } };

    test('Shopify’s titles stand in the sheet as they are, once a person keeps them, and nothing is sent afterwards', () => {
      const bench = openWorkbench(options);
      bench.sync({ Products: fileOf(PLAIN) });
      rename(bench, TITLES);
      const sheetIds = bench.paste({ Products: fileOf(PLAIN.map((title) => `My ${title}`)) });
      bench.drive(sheetIds);
      const { run, conflicts } = call(bench, 'startSync');
      expect(conflicts.shown).toHaveLength(TITLES.length);
      call(bench, 'resolveConflicts', { side: 'shopify', run, keys: keysOf(conflicts) });
      expect(cellsIn(bench)).toEqual(TITLES);
      sendsNothing(bench);
      expect(titlesIn(bench)).toEqual(TITLES);
    });

    test('the old titles are put back into the sheet after an undo as they were, and nothing is sent afterwards', () => {
      const bench = openWorkbench(options);
      bench.sync({ Products: fileOf(TITLES) });
      expect(titlesIn(bench)).toEqual(TITLES);
      bench.sync({ Products: fileOf(PLAIN) });
      const answer = bench.call<Overview>('getOverview');
      const run = answer.ok ? answer.value.lastRun?.run : undefined;
      const { held } = call(bench, 'undoRun', { run, preview: true });
      const undone = call(bench, 'undoRun', { run, ...(held.count > 0 && { held: keysOf(held) }) });
      expect(titlesIn(bench)).toEqual(TITLES);
      const old = putBack(bench, { undo: undone.run });
      expect(old.shown).toHaveLength(TITLES.length);
      expect(putBack(bench, { undo: undone.run, keys: keysOf(old) })).toMatchObject({
        written: TITLES.length,
      });
      expect(cellsIn(bench)).toEqual(TITLES);
      sendsNothing(bench);
      expect(titlesIn(bench)).toEqual(TITLES);
    });
  },
);

test('an apostrophe that stayed in front of a title is never sent', () => {
  const bench = openWorkbench();
  const marked = ["'-20% Mug", "'=1+1", "'+1 free", "'@home"];
  const meant = marked.map((title) => title.slice(1));
  bench.sync({ Products: fileOf(marked) });
  expect(titlesIn(bench)).toEqual(meant);
  const report = bench.sync({ Products: fileOf(meant) });
  expect(Object.values(saidOf(report))).toEqual(meant.map(() => expect.stringMatching(/^not-compared/)));
});
