import { KilledError } from '../../../local/apps-script/runtime/exception';
import type { PullView } from '../../../src/answers/pull';
import { answered, sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { writeStore } from '../tabs/exports/written-store';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const written = openConnected();
writeStore(written.store);
written.clock.advance(60_000);
const saved = written.save();
const begin = (options: BenchOptions = {}): Workbench => openWorkbench({ saved, ...options });

const tabsOf = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);

const start = (bench: Workbench, more: object = {}) =>
  bench.call<PullView>('startPull', choiceOf('csv', more));

/** Ends at the n-th call that changes something once the tab is begun to be made. */
function killedAt(call: number): { readonly bench: Workbench; isKilled(): boolean } {
  let calls = -1;
  let isKilled = false;
  const bench = begin({
    gate: ({ method }) => {
      if (isKilled) return;
      if (method === 'insertSheet' && calls < 0) calls = 0;
      if (calls < 0) return;
      if (calls === call) {
        isKilled = true;
        throw new KilledError('Google ended the execution');
      }
      calls += 1;
    },
  });
  bench.runtime.run('startPull', [choiceOf('csv')], { kind: 'sidebar' });
  return { bench, isKilled: () => isKilled };
}

describe('a tab that Google made before the execution was ended', () => {
  test('is taken by the next pull, in place of a second one: at whichever call it ended', () => {
    let kills = 0;
    for (let call = 0; ; call += sampled(7, 1)) {
      const { bench, isKilled } = killedAt(call);
      if (!isKilled() || call > 60) break;
      kills += 1;
      const went = bench.call<PullView>('continuePull');
      const view = went.ok ? went.value : answered(start(bench));
      expect([call, view.outcome, tabsOf(bench).filter((name) => name.startsWith('Products'))]).toEqual([
        call,
        'finished',
        ['Products'],
      ]);
      expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
    }
    expect(kills).toBeGreaterThan(4);
  });

  test('is not answered for by an earlier pull: at whichever call it ended', () => {
    const first = begin();
    const earlier = pull(first, choiceOf('csv', { filter: { vendor: 'Acme' } })).tab;
    const after = first.save();
    let kills = 0;
    for (let call = 0; call <= 60; call += sampled(9, 1)) {
      let calls = 0;
      let isKilled = false;
      const bench = openWorkbench({
        saved: after,
        gate: ({ method }) => {
          if (isKilled) return;
          if (method === 'insertSheet' || calls > 0) calls += 1;
          if (calls <= call + 1) return;
          isKilled = true;
          throw new KilledError('Google ended the execution');
        },
      });
      bench.runtime.run('startPull', [choiceOf('csv')], { kind: 'sidebar' });
      if (!isKilled) break;
      kills += 1;
      const went = bench.call<PullView>('continuePull');
      expect([call, went.ok && went.value.tab === earlier]).toEqual([call, false]);
    }
    expect(kills).toBeGreaterThan(2);
  });

  test('is left alone where a person has written into it since', () => {
    const isMade = (bench: Workbench) => tabsOf(bench).includes('Products');
    let call = 0;
    let { bench } = killedAt(call);
    for (; !isMade(bench) && call < 40; call += 1) bench = killedAt(call).bench;
    const name = 'Products';
    sheetOf(bench, name).rows[0] = ['My own list'];
    expect(answered(start(bench)).tab).toBe('Products 2');
    expect(sheetOf(bench, name).rows[0]).toEqual(['My own list']);
  });
});

/** Paused by a quota that is used up. */
function paused(): { readonly bench: Workbench; readonly view: PullView } {
  const bench = begin();
  const user = Object.keys(bench.runtime.state.quotas)[0] ?? '';
  const properties = bench.runtime.state.userProperties[user] ?? {};
  const use = { ...{ propertyCalls: 0, clockMs: 0 }, sinceMs: bench.clock.now(), urlFetchCalls: 18_999 };
  properties['day-use'] = JSON.stringify(use);
  const view = answered(start(bench));
  expect(view.outcome).toBe('paused');
  bench.clock.advance(25 * 3_600_000);
  return { bench, view };
}

describe('a second pull, while the first is not finished,', () => {
  test('is refused with the name of the tab, and the first is still gone on with', () => {
    const { bench, view } = paused();
    expect(start(bench)).toMatchObject({
      problem: { message: expect.stringContaining(`“${view.tab}” is not finished`) },
    });
    expect(tabsOf(bench).filter((name) => name.startsWith('Products'))).toEqual(['Products']);
    expect(bench.call('continuePull')).toMatchObject({ ok: true, value: { outcome: 'finished', rows: 5 } });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });

  test('begins where the tab of the first was deleted', () => {
    const { bench, view } = paused();
    const { workbook } = bench.runtime.state;
    workbook.sheets.splice(workbook.sheets.indexOf(sheetOf(bench, view.tab)), 1);
    expect(start(bench)).toMatchObject({ ok: true, value: { outcome: 'finished', rows: 5 } });
  });

  test('of which the tab was renamed goes on there', () => {
    const { bench, view } = paused();
    sheetOf(bench, view.tab).name = 'My catalog';
    expect(bench.call('continuePull')).toMatchObject({
      value: { outcome: 'finished', tab: 'My catalog', rows: 5 },
    });
  });
});

describe('the tab in front of the person', () => {
  function inFront(bench: Workbench, name: string): void {
    bench.runtime.state.workbook.activeSheetId = sheetOf(bench, name).id;
  }
  const HERE = { into: 'this-tab' } as const;

  test('is filled where it is empty, keeps its name, and its old formats change nothing', () => {
    const bench = begin();
    bench.paste({ Catalog: 'x\n' });
    const sheet = sheetOf(bench, 'Catalog');
    sheet.rows.length = 0;
    inFront(bench, 'Catalog');
    expect(bench.call('estimatePull', choiceOf('csv', HERE))).toMatchObject({
      value: { into: 'Into “Catalog”, which is empty.' },
    });
    expect(answered(start(bench, HERE))).toMatchObject({ outcome: 'finished', tab: 'Catalog', rows: 5 });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });

  test.each([
    ['formats', 'which is empty'],
    ['writes', 'which is empty'],
    ['formats', 'which was got before'],
    ['writes', 'which was got before'],
  ] as const)('is named where it is a table of Google’s that refuses %s, %s', (refuses, state) => {
    const bench = begin();
    bench.paste({ Catalog: 'x\n' });
    const isEmpty = state === 'which is empty';
    const tab = isEmpty ? 'Catalog' : pull(bench, choiceOf('csv', { filter: { vendor: 'Acme' } })).tab;
    const sheet = sheetOf(bench, tab);
    if (isEmpty) sheet.rows.length = 0;
    sheet.tables = [{ area: { row: 1, column: 1, rowCount: 1_000, columnCount: 80 }, refuses }];
    inFront(bench, tab);
    const went = start(bench, HERE);
    const problem = went.ok ? went.value.problem : went.problem;
    expect(problem?.message).toMatch(new RegExp(`^“${tab}”: A table .* does not let the add-on write`));
    expect(problem?.nextStep).toMatch(/Revert to unformatted data/);
  });

  test('goes on below its rows where it was got before, and they stay as they are', () => {
    const bench = begin();
    const { tab } = pull(bench, choiceOf('csv', { filter: { vendor: 'Acme' } }));
    const sheet = sheetOf(bench, tab);
    const title = sheet.rows[0]?.indexOf('Title') ?? -1;
    (sheet.rows[1] ?? [])[title] = 'Edited';
    const before = JSON.stringify(sheet.rows);
    inFront(bench, tab);
    const { into } = answered(bench.call<{ into: string }>('estimatePull', choiceOf('csv', HERE)));
    expect(into).toBe(
      `Into “${tab}”: the rows that are there stay as they are, and products that it lacks are added at the end.`,
    );
    expect(answered(start(bench, HERE))).toMatchObject({ outcome: 'finished', tab, products: 2 });
    expect(JSON.stringify(sheet.rows.slice(0, JSON.parse(before).length))).toBe(before);
    expect(previewOf(bench).upToDate).toBe(4);
    expect(tabsOf(bench).filter((name) => name.startsWith('Products'))).toEqual([tab]);
  });

  test.each<[string, string, RegExp]>([
    ['holds something else', 'to do\n', /holds something that did not come from Shopify.*empty one/],
    ['has a header row alone', 'Handle,Title\n', /holds something that did not come from Shopify/],
  ])('is refused where it %s, and nothing in it is changed', (_, text, sentence) => {
    const bench = begin();
    bench.paste({ Mine: text });
    inFront(bench, 'Mine');
    const before = JSON.stringify(sheetOf(bench, 'Mine').rows);
    for (const answer of [bench.call('estimatePull', choiceOf('csv', HERE)), start(bench, HERE)]) {
      if (answer.ok) throw new Error('Nothing was refused.');
      expect(`${answer.problem.message} ${answer.problem.nextStep}`).toMatch(sentence);
    }
    expect(JSON.stringify(sheetOf(bench, 'Mine').rows)).toBe(before);
  });

  test('is refused where it was got with other columns', () => {
    const bench = begin();
    const { tab } = pull(bench, choiceOf('prices'));
    inFront(bench, tab);
    expect(start(bench, HERE)).toMatchObject({
      problem: { message: expect.stringMatching(/has other columns/) },
    });
  });

  test('is refused where it is the add-on’s own', () => {
    const bench = begin();
    pull(bench, choiceOf('prices'));
    bench.call('previewSync');
    inFront(bench, 'Sync preview');
    expect(start(bench, HERE)).toMatchObject({ problem: { message: expect.stringMatching(/add-on’s own/) } });
  });
});
