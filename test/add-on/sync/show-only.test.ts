import type { PreviewSummary, RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { answered, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Status'];

function withErrors(userLocale = 'en'): { readonly bench: Workbench; readonly first: PreviewSummary } {
  const bench = openWorkbench({ runtime: { userLocale } });
  const file = (price: string, status = 'draft') =>
    csvOf([
      HEADER,
      ['mug', 'كوب 🫖', 'M-1', price, 'draft'],
      ['cup', 'Cup', 'C-1', price === '5' ? '5' : 'free', 'draft'],
      ['jug', 'Jug', 'J-1', '7', status],
      ['pot', 'Pot', 'P-1', '8', 'draft'],
    ]);
  bench.sync({ Products: file('5') });
  bench.paste({ Products: file('cheap', 'gone').replace('Pot,P-1,8', 'Pot,P-1,9') });
  return { bench, first: answered(bench.call<PreviewSummary>('previewSync')) };
}

/** Rows that a filter leaves in sight, by their cells in these columns. */
const inSight = (bench: Workbench, tab: string) => {
  const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === tab);
  const criteria = Object.entries(sheet?.filter?.criteria ?? {}).map(
    ([column, text]) => [Number(column), JSON.parse(text)] as const,
  );
  const from = sheet?.filter?.area.row ?? 0;
  return (sheet?.rows ?? []).slice(from).filter((cells) =>
    criteria.every(([column, { hiddenValues, condition }]) => {
      const shown = String(cells[column - 1] ?? '');
      return !hiddenValues.includes(shown) && (!condition || shown.includes(condition.values[0]));
    }),
  );
};

test('errors are named by their product and grouped by cause, in a preview and after the run', () => {
  const { bench, first } = withErrors();
  const grouped = (summary: Pick<RunSummary, 'errors'>) =>
    summary.errors?.map(({ cause, count, rows }) => [cause, count, rows.map(({ name }) => name)]);
  const expected = [
    [expect.stringMatching(/^Price “…”/), 2, ['كوب 🫖 (M-1)', 'Cup (C-1)']],
    [expect.stringMatching(/^Status “gone”/), 1, ['Jug (J-1)']],
  ];
  expect(grouped(first)).toEqual(expected);
  expect(grouped(sync(bench))).toEqual(expected);
  // A page that is opened later knows the number alone.
  expect(bench.call('getOverview')).toMatchObject({ value: { lastRun: { totals: { error: 3 } } } });
});

test('Show only these leaves the rows of one cause in sight: in the tab of a preview, and in the tabs after a run', () => {
  const { bench, first } = withErrors();
  const cause = first.errors?.[0]?.cause;
  bench.call('filterProblems', { only: { status: 'error', cause, inPreview: true } });
  expect(inSight(bench, 'Sync preview').map((cells) => cells[1])).toEqual(['كوب 🫖', 'Cup']);
  bench.call('startSync', {});
  bench.call('filterProblems', { only: { status: 'error', cause, inPreview: false } });
  expect(inSight(bench, 'Products').map((cells) => cells[0])).toEqual(['mug', 'cup']);
  bench.call('filterProblems', { only: { status: 'error', inPreview: false } });
  expect(inSight(bench, 'Products').map((cells) => cells[0])).toEqual(['mug', 'cup', 'jug']);
  bench.call('filterProblems', { onlyProblems: false });
  const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
  expect(sheet?.filter).toBeNull();
});

test.each(['de', 'ja'])(
  'Show only these finds the rows in a sheet that is written in %s, and still does where its language was changed meanwhile',
  (locale) => {
    const { bench, first } = withErrors(locale);
    const cause = first.errors?.[0]?.cause;
    const only = (inPreview: boolean) =>
      bench.call('filterProblems', { only: { status: 'error', cause, inPreview } });
    const expectFound = (tab: string, column: number) =>
      expect(inSight(bench, tab).map((cells) => cells[column])).toEqual(
        tab === 'Products' ? ['mug', 'cup'] : ['كوب 🫖', 'Cup'],
      );
    only(true);
    expectFound('Sync preview', 1);
    const settings = bench.call<{ readonly settings: object }>('getOverview');
    if (!settings.ok) throw new Error('no overview');
    const change = (language: string) => bench.call('saveSettings', { ...settings.value.settings, language });
    change('fr');
    only(true);
    expectFound('Sync preview', 1);
    change(locale);
    bench.call('startSync', {});
    for (const language of [locale, 'fr', 'en']) {
      change(language);
      only(false);
      expectFound('Products', 0);
    }
  },
);
