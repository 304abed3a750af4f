import type { Answer } from '../../../src/answers/answers';
import type { PullView } from '../../../src/answers/pull';
import type { RefreshView } from '../../../src/answers/refresh';
import { answered, sheetOf } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { moveVariant } from '../refresh/moving';
import { writeStore } from '../tabs/exports/written-store';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const written = openConnected({ store: { locations: ['Main', 'Shop'] } });
writeStore(written.store);
written.clock.advance(60_000);
const saved = written.save();

const OWNER = ['boss@example.com'];
const sheetsOf = ({ runtime }: Workbench) => runtime.state.workbook.sheets;

/** Does something to the spreadsheet or the store right after the products were found, before any row is written. */
function harmed(harm: (bench: Workbench) => void): Workbench {
  let isDone = false;
  const options: BenchOptions = {
    answering: (request, answer) => {
      if (!isDone && String(request.body).includes('FoundProducts')) {
        isDone = true;
        harm(bench);
      }
      return answer;
    },
  };
  const bench: Workbench = openWorkbench({ saved, ...options });
  return bench;
}

const start = (bench: Workbench) => bench.call<PullView>('startPull', choiceOf('csv'));

function said(answer: Answer<{ readonly problem: { message: string; nextStep: string } | null }>): string {
  const problem = answer.ok ? answer.value.problem : answer.problem;
  return problem ? `${problem.message} ${problem.nextStep}` : '';
}

function protect(bench: Workbench): void {
  const sheet = sheetOf(bench, 'Products');
  const area = { row: 1, column: 3, rowCount: 1_000, columnCount: 1 };
  sheet.protections.push({ description: '', warningOnly: false, area, editors: OWNER });
}

function remove(bench: Workbench): void {
  const sheets = sheetsOf(bench);
  sheets.splice(sheets.indexOf(sheetOf(bench, 'Products')), 1);
}

describe('while a tab is being filled', () => {
  test('a protected range in it ends the filling with the name of the tab; freed, it is gone on with, each row once', () => {
    const bench = harmed(protect);
    const answer = start(bench);
    expect(said(answer)).toMatch(/“Products”.*protected/);
    sheetOf(bench, 'Products').protections.length = 0;
    expect(bench.call('continuePull')).toMatchObject({ value: { outcome: 'finished', rows: 5 } });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });

  test('the tab is deleted: it says so, ticks nothing, and another may begin', () => {
    const bench = harmed(remove);
    expect(said(start(bench))).toMatch(/gone.*Choose Get from Shopify again/);
    expect(bench.call('getOverview')).toMatchObject({ value: { tabs: [{ ticked: false }] } });
    expect(start(bench)).toMatchObject({ value: { outcome: 'finished', rows: 5 } });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });

  test('the tab is renamed: it is filled, ticked and told by its new name', () => {
    const bench = harmed((each) => {
      sheetOf(each, 'Products').name = 'Catalog';
    });
    expect(start(bench)).toMatchObject({ value: { outcome: 'finished', tab: 'Catalog', rows: 5 } });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });

  test('a location is renamed: the quantities stand below the name that was asked for, and are not mixed up', () => {
    const bench = harmed((each) => {
      for (const location of each.store.state.locations.all())
        if (location.name === 'Shop') Object.assign(location, { name: 'Store' });
    });
    expect(start(bench)).toMatchObject({ value: { outcome: 'finished' } });
    const before = bench.store.dump();
    bench.call('previewSync');
    bench.call('startSync', {});
    expect(bench.store.dump()).toEqual(before);
  });

  test('a product is deleted after it was read: its rows say that it is gone, and it is not made again', () => {
    const bench = openWorkbench({ saved });
    pull(bench, choiceOf('csv'));
    const [product] = bench.store.state.products.all();
    bench.store.execute({
      query: 'mutation ($id: ID!) { productDelete(input: { id: $id }) { deletedProductId } }',
      variables: { id: product?.id },
    });
    const before = bench.store.dump();
    expect(previewOf(bench).others).toEqual([
      expect.stringMatching(/2 Changed in both/),
      ...[3, 4].map((row) => expect.stringMatching(new RegExp(`${row} Changed in both`))),
    ]);
    bench.call('startSync', {});
    expect(bench.store.dump()).toEqual(before);
  });
});

describe('a refresh', () => {
  test('of a tab with two columns for one field writes neither, and its rows say why', () => {
    const bench = openWorkbench({ saved });
    const { tab } = pull(bench, choiceOf('prices'));
    const sheet = sheetOf(bench, tab);
    const price = sheet.rows[0]?.indexOf('Price') ?? -1;
    sheet.rows.forEach((row) => {
      row.push(row[price] ?? '');
    });
    const before = JSON.stringify(sheet.rows.map((row) => row.slice(0, 5)));
    moveVariant(bench, 'linen-shirt', 0, { price: '91.50' });
    const answer = bench.call<RefreshView>('refreshTabs', null);
    expect(JSON.stringify(sheet.rows.map((row) => row.slice(0, 5)))).toBe(before);
    expect(said(answer) || sheet.rows[1]?.join(' ')).toMatch(/Price/);
  });

  test('is refused while a run of the same spreadsheet is at work', () => {
    let answer: Answer<unknown> | undefined;
    const bench: Workbench = openWorkbench({
      saved,
      answering: (request, reply) => {
        if (String(request.body).includes('mutation') && !answer) {
          answer = { ok: true, value: null };
          answer = bench.call('refreshTabs', null);
        }
        return reply;
      },
    });
    const { tab } = pull(bench, choiceOf('prices'));
    const sheet = sheetOf(bench, tab);
    const price = sheet.rows[0]?.indexOf('Price') ?? -1;
    (sheet.rows[1] ?? [])[price] = 86;
    bench.call('previewSync');
    answered(bench.call('startSync', {}));
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'busy' } });
  });

  test('of a tab whose location was renamed in Shopify writes no quantity, and says which column it means', () => {
    const bench = openWorkbench({ saved });
    const { tab } = pull(bench, choiceOf('csv'));
    const before = JSON.stringify(sheetOf(bench, tab).rows);
    for (const location of bench.store.state.locations.all())
      if (location.name === 'Shop') Object.assign(location, { name: 'Store' });
    const answer = bench.call<RefreshView>('refreshTabs', null);
    const width = JSON.parse(before)[0].length;
    expect(JSON.stringify(sheetOf(bench, tab).rows.map((row) => row.slice(0, width)))).toBe(before);
    expect(answer.ok ? answer.value.words : answer.problem.message).toMatch(/Shop/);
  });
});
