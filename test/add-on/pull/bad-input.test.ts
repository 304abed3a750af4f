import { newSheet } from '../../../local/apps-script/workbook/workbook';
import type { Answer } from '../../../src/answers/answers';
import type { PullChoice, PullView } from '../../../src/answers/pull';
import type { CatalogFilter } from '../../../src/ports/catalog-reader';
import { foreseenRows } from '../../support/foreseen';
import { sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { writeStore } from '../tabs/exports/written-store';
import { choiceOf, estimate, openConnected, previewOf, pull } from './pulling';

function openFilled(locations: readonly string[] = ['Main'], options: object = {}): Workbench {
  const bench = openConnected({ store: { locations: [...locations] }, ...options });
  writeStore(bench.store);
  bench.clock.advance(60_000);
  return bench;
}

const tabsOf = ({ runtime }: Workbench) => runtime.state.workbook.sheets.map(({ name }) => name);

function problemOf(answer: Answer<unknown>): string {
  if (answer.ok) throw new Error('Nothing was refused.');
  return `${answer.problem.message} ${answer.problem.nextStep}`;
}

function handlesGot(bench: Workbench, filter: CatalogFilter): readonly unknown[] {
  const { tab } = pull(bench, choiceOf('csv', { filter }));
  const handles = sheetOf(bench, tab)
    .rows.slice(1)
    .map(([handle]) => handle);
  return [...new Set(handles)];
}

describe('a filter', () => {
  test.each<[CatalogFilter, readonly string[]]>([
    [{}, ['linen-shirt', 'mug®-blau', 'sample']],
    [{ status: 'active' }, ['linen-shirt']],
    [{ vendor: 'Acme' }, ['linen-shirt']],
    [{ productType: 'Shirts' }, ['linen-shirt']],
    [{ tag: 'summer' }, ['linen-shirt', 'sample']],
    [{ tag: 'summer', status: 'archived' }, ['sample']],
    [{ isOutOfStock: true }, ['linen-shirt', 'sample']],
    [{ changedSince: '2026-11-01' }, ['linen-shirt', 'mug®-blau', 'sample']],
    [{ handles: ['sample', 'nothing'] }, ['sample']],
    [{ skus: ['00123', 'MUG'] }, ['linen-shirt', 'mug®-blau']],
    [{ search: 'status:draft OR status:archived', vendor: 'embedded-store' }, ['mug®-blau', 'sample']],
  ])('%j gets what it says and nothing else', (filter, handles) => {
    expect(handlesGot(openFilled(), filter)).toEqual(handles);
  });

  const REFUSED: readonly (readonly [CatalogFilter, RegExp])[] = [
    [{ search: 'statuss:active' }, /“statuss”.*Correct the filter/],
    [{ search: 'status:active colour:red' }, /“colour”.*Correct the filter/],
    [{ search: 'status:alive' }, /“status”.*alive.*Correct the filter/],
    [{ vendor: 'Nobody' }, /finds no product.*another filter/],
    [{ collection: 'Winter' }, /no collection called “Winter”.*name/],
    [{ category: 'Hats > Tall' }, /no category called “Hats > Tall”.*name/],
    [{ handles: Array.from({ length: 251 }, (_, index) => `h-${index}`) }, /More than 250.*fewer/],
    [{ handles: Array.from({ length: 200 }, (_, index) => `${index}-${'h'.repeat(60)}`) }, /too long.*fewer/],
  ];

  test.each(
    REFUSED.map(([filter, sentence]) => [JSON.stringify(filter).slice(0, 60), filter, sentence] as const),
  )('%s is refused with a sentence, and makes no tab', (_, filter, sentence) => {
    const bench = openFilled();
    const before = tabsOf(bench);
    expect(problemOf(estimate(bench, choiceOf('csv', { filter })))).toMatch(sentence);
    expect(problemOf(bench.call('startPull', choiceOf('csv', { filter })))).toMatch(sentence);
    expect(tabsOf(bench)).toEqual(before);
  });

  test.each([
    ['no choice at all', null],
    ['a form that there is not', { form: 'xlsx', packs: [], filter: {} }],
    ['a pack that there is not', { form: 'csv', packs: ['everything'], filter: {} }],
    ['a day that is none', { form: 'csv', packs: [], filter: { changedSince: 'yesterday' } }],
  ])('that is none, %s, is refused', (_, choice) => {
    const bench = openFilled();
    expect(problemOf(bench.call('startPull', choice as PullChoice))).toMatch(/does not know/);
  });

  test('may be the handles, or else the SKUs, of the selected rows', () => {
    const bench = openFilled();
    const [sheetId = 0] = bench.paste({ Mine: 'SKU,Price\nMUG,9\n00123,9\nLS-S,9\n' });
    const { workbook } = bench.runtime.state;
    workbook.activeSheetId = sheetId;
    workbook.selection = [{ row: 2, column: 1, rowCount: 1, columnCount: 2 }];
    const { tab } = pull(bench, choiceOf('prices', { onlySelected: true }));
    expect(sheetOf(bench, tab).rows.map(([sku]) => sku)).toEqual(['SKU', 'MUG']);
    workbook.activeSheetId = workbook.sheets.find(({ name }) => name === 'Notes')?.id ?? 0;
    expect(problemOf(estimate(bench, choiceOf('prices', { onlySelected: true })))).toMatch(/name no product/);
  });
});

describe('a spreadsheet', () => {
  test('without room for so many cells is told the number before, and no tab is made', () => {
    const bench = openFilled();
    const { workbook } = bench.runtime.state;
    const full = newSheet({ id: 77, name: 'Full' });
    full.maxRows = 999_000;
    full.maxColumns = 10;
    workbook.sheets.push(full);
    const before = tabsOf(bench);
    const sentence = problemOf(bench.call('startPull', choiceOf('csv')));
    expect(sentence).toMatch(/would take 38,0\d\d cells.*room for [\d,]+ more: Google allows 10,000,000/);
    expect(tabsOf(bench)).toEqual(before);
  });

  test('whose tab was deleted, or had its columns moved, while it was filled is told so and not written', () => {
    for (const harm of ['delete', 'move'] as const) {
      const bench = openFilled();
      const view = stopped(bench);
      const { workbook } = bench.runtime.state;
      const sheet = sheetOf(bench, view.tab);
      if (harm === 'delete') workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
      else for (const cells of sheet.rows) cells.reverse();
      const rows = JSON.stringify(sheet.rows);
      const went = bench.call<PullView>('continuePull');
      expect(went).toMatchObject({ ok: true, value: { outcome: 'failed' } });
      expect(JSON.stringify(sheet.rows)).toBe(rows);
    }
  });
});

/** Stopped before its first block. */
function stopped(bench: Workbench): PullView {
  const { settings } = { settings: bench.runtime.state.documentProperties };
  const first = bench.call<PullView>('startPull', choiceOf('csv'));
  if (!first.ok) throw new Error(first.problem.message);
  const pull = JSON.parse(settings.pull ?? '{}');
  const sheet = sheetOf(bench, first.value.tab);
  sheet.rows.length = 1;
  settings.pull = JSON.stringify({
    ...pull,
    ...{ products: 0, rows: 0, state: { kind: 'stopped', problem: null } },
  });
  return first.value;
}

describe('a store', () => {
  test('in which a location was renamed while it was read: filling ends with a sentence', () => {
    const bench = openFilled(['Main', 'Shop']);
    const { tab } = stopped(bench);
    for (const location of bench.store.state.locations.all())
      if (location.name === 'Shop') Object.assign(location, { name: 'Store' });
    const went = bench.call<PullView>('continuePull');
    expect(went).toMatchObject({ ok: true, value: { outcome: 'failed', tab } });
    expect(sheetOf(bench, tab).rows).toHaveLength(1);
  });

  test('with a product that is deleted between finding and reading it: it is left out, and nothing is asked', () => {
    let isDeleted = false;
    const bench: Workbench = openFilled(['Main'], {
      answering: (request: { readonly body?: unknown }, answer: unknown) => {
        if (String(request.body).includes('FoundProducts') && !isDeleted) {
          isDeleted = true;
          const [product] = bench.store.state.products.all();
          bench.store.execute({
            query: 'mutation ($id: ID!) { productDelete(input: { id: $id }) { deletedProductId } }',
            variables: { id: product?.id },
          });
        }
        return answer;
      },
    });
    const view = pull(bench, choiceOf('csv'));
    expect([isDeleted, view.outcome, view.products]).toEqual([true, 'finished', 2]);
    expect(previewOf(bench)).toEqual({ upToDate: 2, others: [] });
  });

  test('that changes after it was read: what is edited then is asked about, and all else is said', () => {
    const bench = openFilled();
    const { tab } = pull(bench, choiceOf('prices'));
    const [product] = bench.store.state.products.all();
    bench.store.execute({
      query: `mutation ($id: ID!, $v: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $id, variants: $v) { userErrors { message } } }`,
      variables: { id: product?.id, v: [{ id: product?.variantIds[0], price: '99.00' }] },
    });
    const sheet = sheetOf(bench, tab);
    const price = sheet.rows[0]?.indexOf('Price') ?? -1;
    expect(previewOf(bench).others).toEqual([expect.stringMatching(/Differs.*Shopify has 99\.00/)]);
    (sheet.rows[1] ?? [])[price] = 86;
    expect(previewOf(bench).others).toEqual([expect.stringMatching(/Changed in both/)]);
  });
});

describe('a quota that is used up in the middle', () => {
  test('pauses it with a sentence; the next day it ends with each row once', () => {
    const bench = openFilled();
    const user = Object.keys(bench.runtime.state.quotas)[0] ?? '';
    const properties = bench.runtime.state.userProperties[user] ?? {};
    const use = { ...{ propertyCalls: 0, clockMs: 0 }, sinceMs: bench.clock.now(), urlFetchCalls: 18_999 };
    properties['day-use'] = JSON.stringify(use);
    const paused = bench.call<PullView>('startPull', choiceOf('csv'));
    expect(paused).toMatchObject({ ok: true, value: { outcome: 'paused', problem: { kind: 'quota' } } });
    expect(bench.call('getOverview')).toMatchObject({ value: { pull: { outcome: 'paused' } } });
    bench.clock.advance(25 * 3_600_000);
    const went = bench.call<PullView>('continuePull');
    expect(went).toMatchObject({ ok: true, value: { outcome: 'finished', rows: 5, products: 3 } });
    expect(bench.call('getOverview')).toMatchObject({ value: { pull: null } });
    expect(previewOf(bench)).toEqual({ upToDate: 5, others: [] });
  });
});

describe('what was got and is edited then', () => {
  test('is sent, without a question, and a changed handle makes no second product', () => {
    const bench = openFilled();
    const { tab } = pull(bench, choiceOf('csv'));
    const sheet = sheetOf(bench, tab);
    const at = (name: string) => sheet.rows[0]?.indexOf(name) ?? -1;
    (sheet.rows[1] ?? [])[at('Title')] = 'Cotton shirt';
    (sheet.rows[2] ?? [])[at('Price')] = 86;
    (sheet.rows[4] ?? [])[at('URL handle')] = 'blue-mug';
    const { others } = previewOf(bench);
    expect(others.filter((line) => !line.includes('Not in the sheet'))).toEqual([
      expect.stringMatching(/2 To update.*Linen shirt → Cotton shirt/),
      expect.stringMatching(/3 To update.*85\.10 → 86/),
      expect.stringMatching(/5 (Error|Changed in both)/),
    ]);
    bench.call('startSync', {});
    expect(bench.store.dump().products.map(({ title }) => title)).toEqual([
      'Cotton shirt',
      'Mug, 帽子 & co',
      'Sample',
    ]);
  });

  test('beside the word for what no cell can hold is an error, and the word alone is never sent', () => {
    const bench = openFilled();
    const long = 'z'.repeat(50_001);
    const [product] = bench.store.state.products.all();
    bench.store.execute({
      query: 'mutation ($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }',
      variables: { p: { id: product?.id, descriptionHtml: long } },
    });
    const view = pull(bench, choiceOf('csv'));
    const sheet = sheetOf(bench, view.tab);
    const description = sheet.rows[0]?.indexOf('Description') ?? -1;
    expect([view.unshown, sheet.rows[1]?.[description]]).toEqual([1, '[only in Shopify]']);
    expect(foreseenRows(bench)[0]?.slice(2).join(' ')).toMatch(
      /Up to date .*Description stays as Shopify has it/,
    );
    (sheet.rows[1] ?? [])[description] = '[only in Shopify] and more';
    expect(previewOf(bench).others[0]).toMatch(/Error.*never sent. Type the whole/);
    bench.call('startSync', {});
    expect(bench.store.dump().products[0]).toMatchObject({ descriptionHtml: long });
  });
});
