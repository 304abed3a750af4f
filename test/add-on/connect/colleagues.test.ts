import type { Answer, Overview } from '../../../src/answers/answers';
import type { EditsView, RunRequest } from '../../../src/answers/colleagues';
import { csvOf } from '../../support/csv';
import { COLLEAGUE, DAY_MS, HOURLY, type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';
import { openWorkbench } from '../../support/workbench';

const OWNER = 'owner@example.com';

const edits = (sheet: Scheduled, user = COLLEAGUE) => {
  const answered: Answer<EditsView> = sheet.call('viewEdits', undefined, user);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
};
const notes = (sheet: Scheduled, user = OWNER) => {
  const answered: Answer<Overview> = sheet.call('getOverview', undefined, user);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value.requests;
};
const ask = (sheet: Scheduled, says: string, from = 'Bob'): Answer<readonly RunRequest[]> =>
  sheet.call('askForRun', { from, says }, COLLEAGUE);

describe('a colleague without access', () => {
  test('sees what the next run would send, by product, with the value of the last sync', () => {
    const sheet = scheduled();
    sheet.price('12.50');
    const sent = sheet.shop.requests.length;
    expect(edits(sheet)).toMatchObject({
      edited: { count: 1, shown: [{ row: 2, name: expect.stringContaining('SKU-1') }] },
      problems: { count: 0 },
    });
    expect(edits(sheet).edited.shown[0]?.says).toBe('Price 10.00 → 12.50');
    expect(sheet.shop.requests).toHaveLength(sent);
  });

  test('sees each edit at the row of its own tab, also where another tab tells of the product', () => {
    const bench = openWorkbench();
    const files = (price: string, quantity: string) => ({
      Products: csvOf([
        ['Handle', 'Title', 'SKU', 'Inventory tracker'],
        ['mug', 'Mug', 'M-1', 'shopify'],
      ]),
      Prices: csvOf([
        ['SKU', 'Price'],
        ['M-1', price],
      ]),
      Inventory: csvOf([
        ['SKU', 'Location', 'Available'],
        ['M-1', 'Shop location', quantity],
      ]),
    });
    bench.sync(files('10', '4'));
    bench.call('chooseTabs', { sheetIds: bench.paste(files('12.50', '5')) });
    const seen = bench.call<EditsView>('viewEdits');
    expect(seen.ok && seen.value.edited.shown.map(({ tab, says }) => `${tab}: ${says}`)).toEqual([
      'Prices: Price 10.00 → 12.50',
      'Inventory: Available · Shop location 4 → 5',
    ]);
  });

  test('sees nothing to send right after a sync', () => {
    expect(edits(scheduled())).toEqual({
      edited: { count: 0, shown: [] },
      problems: { count: 0, shown: [] },
    });
  });

  test('sees what no run can read, with the reason', () => {
    const sheet = scheduled();
    sheet.price('twelve');
    expect(edits(sheet)).toMatchObject({
      edited: { count: 0 },
      problems: { count: 1, shown: [{ row: 2, says: expect.stringContaining('twelve') }] },
    });
  });

  test('changes nothing by looking: not the sheet, not the memory, not the store', () => {
    const sheet = scheduled();
    sheet.price('12.50');
    const before = JSON.stringify([sheet.state.workbook, sheet.state.documentProperties, sheet.prices()]);
    edits(sheet);
    expect(JSON.stringify([sheet.state.workbook, sheet.state.documentProperties, sheet.prices()])).toBe(
      before,
    );
  });

  test('asks for a sync, which the one with access sees when the sidebar opens', () => {
    const sheet = scheduled();
    expect(ask(sheet, 'The new prices are in.')).toMatchObject({ ok: true });
    expect(notes(sheet)).toMatchObject([{ from: 'Bob', says: 'The new prices are in.' }]);
  });

  test.each([
    ['a sync by hand', (sheet: Scheduled) => void sheet.call('startSync', {})],
    [
      'the schedule',
      (sheet: Scheduled) => {
        sheet.save({ ...HOURLY, groups: ['products', 'inventory', 'prices'] });
        sheet.pass(DAY_MS / 4);
      },
    ],
    ['a click that it is read', (sheet: Scheduled) => void sheet.call('endRequests')],
  ])('is no longer asking after %s', (_what, act) => {
    const sheet = scheduled();
    ask(sheet, '');
    sheet.clock.advance(1_000);
    act(sheet);
    expect(notes(sheet)).toEqual([]);
    sheet.call('startSync', { groups: ['inventory'] });
    expect(notes(sheet)).toEqual([]);
  });

  test.each([
    [
      'a run that did not come to its end',
      (sheet: Scheduled) => {
        sheet.shop.interfere = () => ({ failure: 'unknown-host', tookMs: 10 });
        sheet.call('startSync', {});
        sheet.shop.interfere = () => undefined;
      },
    ],
    [
      'a run of the stock alone',
      (sheet: Scheduled) => void sheet.call('startSync', { groups: ['inventory'] }),
    ],
    [
      'an undo',
      (sheet: Scheduled) => {
        const [last] = (sheet.call('listRuns') as { value: { number: number }[] }).value;
        expect(sheet.call('undoRun', { run: last?.number })).toMatchObject({ ok: true });
      },
    ],
  ])('is still asking after %s', (_what, act) => {
    const sheet = scheduled();
    sheet.price('12.00');
    sheet.call('startSync', {});
    sheet.clock.advance(1_000);
    ask(sheet, '');
    sheet.clock.advance(1_000);
    act(sheet);
    expect(notes(sheet)).toHaveLength(1);
  });

  test('is not told from a memory that a newer version of the add-on wrote', () => {
    const sheet = scheduled();
    sheet.state.documentProperties['memory-version'] = '999';
    expect(sheet.call('viewEdits', undefined, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'outdated' },
    });
  });

  test('cannot take a note away, and five notes are the most that stand', () => {
    const sheet = scheduled();
    for (let count = 1; count <= 7; count += 1) ask(sheet, `Note ${count}`);
    expect(sheet.call('endRequests', undefined, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'not-connected' },
    });
    expect(notes(sheet).map(({ says }) => says)).toEqual(['Note 3', 'Note 4', 'Note 5', 'Note 6', 'Note 7']);
  });

  test.each([
    [null],
    ['now'],
    [{ from: 'Bob' }],
    [{ from: 'B'.repeat(61), says: '' }],
    [{ from: 'Bob', says: 'x'.repeat(201) }],
  ])('is told that %j is no note, and none is left', (wanted) => {
    const sheet = scheduled();
    expect(sheet.call('askForRun', wanted, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input' },
    });
    expect(notes(sheet)).toEqual([]);
  });

  test('is told where no tab is chosen', () => {
    const sheet = scheduled();
    sheet.call('chooseTabs', { sheetIds: [] });
    expect(sheet.call('viewEdits', undefined, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'no-tabs', nextStep: 'Ask whoever is connected to tick the tabs in the sidebar.' },
    });
  });

  test('of a spreadsheet that nobody connected is told to connect it', () => {
    const sheet = scheduled();
    sheet.call('disconnect', {});
    expect(sheet.call('viewEdits', undefined, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'not-connected' },
    });
  });
});

describe.each([
  ['startSync', {}],
  ['continueSync', undefined],
  ['syncNow', undefined],
  ['syncPrices', undefined],
  ['applyPreview', { preview: 'none' }],
])('a colleague without access who asks for %s', (name, request) => {
  test('leaves the run of somebody else that is paused as it is', () => {
    const sheet = scheduled();
    sheet.price('12.50');
    sheet.shop.interfere = () => ({ failure: 'unknown-host', tookMs: 10 });
    sheet.call('startSync', {});
    const paused = sheet.lastRun();
    expect(paused?.outcome).toBe('paused');
    sheet.clock.advance(DAY_MS / 2);
    expect(sheet.call(name, request, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'not-connected' },
    });
    expect(sheet.lastRun()).toEqual(paused);
    sheet.shop.interfere = () => undefined;
    expect(sheet.call('continueSync')).toMatchObject({ ok: true, value: { outcome: 'finished', sent: 1 } });
    expect(sheet.prices()[0]).toBe('12.50');
  });
});

test('what an earlier release told the spreadsheet of its store is completed when the owner looks', () => {
  const sheet = scheduled();
  const told = JSON.parse(sheet.state.documentProperties.connection ?? '{}');
  const { currencyCode, locations, ...earlier } = told;
  expect([currencyCode, locations]).not.toContain(undefined);
  sheet.state.documentProperties.connection = JSON.stringify(earlier);
  notes(sheet);
  expect(JSON.parse(sheet.state.documentProperties.connection ?? '{}')).toEqual(told);
});
