import { KilledError } from '../../../local/apps-script/runtime';
import type { RunSummary, RunView, UndoSummary } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Tags', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'];
const products = (...rows: readonly (readonly string[])[]) => csvOf([HEADER, ...rows]);
const BEFORE = products(
  ['hat', 'Hat', 'a, b', 'H-1', '5.00', 'shopify', '3'],
  ['cap', 'Cap', '', 'C-1', '6.00', 'shopify', '4'],
);
const AFTER = products(
  ['hat', 'Top hat', 'b, c', 'H-1', '5.50', 'shopify', '7'],
  ['cap', 'Cap', '', 'C-1', '6.60', 'shopify', '4'],
  ['new', 'New', '', 'N-1', '1.00', 'shopify', '1'],
);

const first = openWorkbench();
first.sync({ Products: BEFORE });
const beforeDump = first.store.dump();
first.sync({ Products: AFTER });
const saved = first.save();
const begin = (options: BenchOptions = {}): Workbench => openWorkbench({ saved, ...options });

function runsOf(bench: Workbench): readonly RunView[] {
  const answered = bench.call<readonly RunView[]>('listRuns');
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

function undo(bench: Workbench, request: object): UndoSummary {
  const answered = bench.call<UndoSummary>('undoRun', request);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

function lastRun(bench: Workbench): number {
  return runsOf(bench)[0]?.number ?? 0;
}

/** The store without what the second run created. */
function seen(bench: Workbench) {
  const { products: all, ...dump } = bench.store.dump();
  return { ...dump, products: all.filter(({ handle }) => handle !== 'new') };
}

function mutationsSent({ wire }: Workbench): number {
  return wire.filter((text) => text.startsWith('{"query":"mutation')).length;
}

describe('the history', () => {
  test('lists the runs that changed something, newest first', () => {
    const bench = begin();
    bench.sync({ Products: AFTER });
    const runs = runsOf(bench);
    expect(runs.map(({ totals }) => totals)).toMatchObject([
      { created: 1, updated: 2 },
      { created: 2, updated: 0 },
    ]);
    expect(runs[0]).toMatchObject({
      undoes: null,
      groups: ['products', 'inventory', 'prices'],
      canBeUndone: true,
    });
  });

  test('has a line for each of them in a tab of its own, which is not proposed for the sync', () => {
    const bench = begin();
    bench.clock.advance(3_600_000);
    bench.sync({ Products: AFTER });
    const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync history');
    const [top, , ...lines] = tab?.rows ?? [];
    expect(top?.[0]).toBe('Last checked');
    expect(lines.map((line) => [line[2], line[5], line[6]])).toEqual([
      ['Sync', 1, 2],
      ['Sync', 2, 0],
    ]);
    const overview = bench.call<{ readonly tabs: readonly { readonly name: string }[] }>('getOverview');
    expect(overview.ok && overview.value.tabs.map(({ name }) => name)).toEqual(['Products']);
  });

  test('counts what an undo gave back as updated, and what it left alone as held', () => {
    const bench = begin();
    const cap = bench.store.dump().products.find(({ handle }) => handle === 'cap');
    bench.store.execute({
      query: `mutation ($product: ID!, $variant: ID!) {
        productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: "9.00" }]) { userErrors { message } }
      }`,
      variables: { product: cap?.id, variant: cap?.variants[0]?.id },
    });
    undo(bench, { run: lastRun(bench) });
    expect(runsOf(bench)[0]?.totals).toMatchObject({ updated: 1, skipped: 1 });
    const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync history');
    expect(tab?.rows[2]?.slice(5, 8)).toEqual([0, 1, 1]);
  });

  test('no longer offers a run after 30 days', () => {
    const bench = begin();
    bench.clock.advance(30 * 24 * 3_600_000 + 1);
    expect(runsOf(bench)[0]?.canBeUndone).toBe(false);
  });
});

describe('undoing a run', () => {
  test('shows beforehand what it would do, and does nothing yet', () => {
    const bench = begin();
    const sent = mutationsSent(bench);
    const shown = undo(bench, { run: lastRun(bench), preview: true });
    expect(shown).toMatchObject({ outcome: 'finished', created: 1, rows: { count: 2 } });
    expect(shown.rows.shown).toMatchObject([
      { tab: 'Products', row: 2, name: 'Top hat (H-1)', status: 'updated' },
      { tab: 'Products', row: 3, name: 'Cap (C-1)', status: 'updated', message: 'Price 6.60 → 6.00.' },
    ]);
    expect(mutationsSent(bench)).toBe(sent);
  });

  test('gives the old values back, leaves what was created, and says so on the rows', () => {
    const bench = begin();
    const done = undo(bench, { run: lastRun(bench) });
    expect(done).toMatchObject({
      outcome: 'finished',
      totals: { updated: 2, skipped: 0, error: 0 },
      created: 1,
    });
    expect(seen(bench)).toEqual(beforeDump);
    expect(bench.store.dump().products).toHaveLength(3);
    expect(runsOf(bench)[0]).toMatchObject({ undoes: lastRun(first) });
  });

  test('holds them until their cells are edited', () => {
    const bench = begin();
    undo(bench, { run: lastRun(bench) });
    const again = saidOf(bench.sync({ Products: AFTER }));
    expect(again['Products:3']).toBe('skipped Undone: Price 6.60 → 6.00. Edit the cell to send it again.');
    expect(again['Products:4']).toMatch(/^not-compared/);
    expect(seen(bench)).toEqual(beforeDump);
    const edited = saidOf(bench.sync({ Products: AFTER.replace('6.60', '6.10') }));
    expect(edited['Products:3']).toBe('updated Price 6.00 → 6.10.');
    expect(edited['Products:2']).toMatch(/^skipped Undone: /);
  });

  test('sends nothing when it is asked for again', () => {
    const bench = begin();
    const run = lastRun(bench);
    undo(bench, { run });
    const sent = mutationsSent(bench);
    expect(undo(bench, { run })).toMatchObject({ outcome: 'finished', sent: 0 });
    expect(mutationsSent(bench)).toBe(sent);
  });

  test('finds the rows again that stand elsewhere by now, and puts no answer beside a stranger', () => {
    const bench = begin();
    const sheet = bench.runtime.state.workbook.sheets[0]!;
    const [header, hat, cap, created] = sheet.rows;
    sheet.rows = [header!, created!, cap!];
    const done = undo(bench, { run: lastRun(bench) });
    expect(done.rows.shown.map(({ row }) => row).sort()).toEqual([2, 3]);
    expect(seen(bench)).toEqual(beforeDump);
    sheet.rows = [...sheet.rows, hat!];
    bench.call('startSync');
    const said = sheet.rows.slice(2).map((row) => row.slice(HEADER.length, HEADER.length + 2).join(' '));
    expect(said).toEqual([
      expect.stringMatching(/^Held Undone: Price/),
      expect.stringMatching(/^Held Undone: /),
    ]);
    expect(seen(bench)).toEqual(beforeDump);
  });

  test('says of a run that is not known that nothing is kept of it', () => {
    expect(begin().call('undoRun', { run: 99 })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input', message: 'Nothing is kept of run 99.' },
    });
  });

  test('holds what looks like a mistake until exactly that is confirmed', () => {
    const bench = openWorkbench();
    bench.sync({ Products: BEFORE });
    const before = bench.store.dump();
    const cheap = BEFORE.replace('5.00', '1.00').replace('6.00', '1.20');
    bench.sync({ Products: cheap });
    const run = lastRun(bench);
    const { held } = undo(bench, { run, preview: true });
    expect(held.count).toBe(2);
    expect(undo(bench, { run }).held.count).toBe(2);
    expect(bench.store.dump()).not.toEqual(before);
    for (const other of [['another'], [], 'another', [held.shown[0]?.key, 'another']])
      expect(bench.call('undoRun', { run, held: other })).toMatchObject({ ok: false });
    expect(undo(bench, { run, held: held.shown.map(({ key }) => key) })).toMatchObject({
      outcome: 'finished',
    });
    expect(bench.store.dump()).toEqual(before);
  });
});

describe('the old values of a run that was undone', () => {
  /** What may be put back into the sheet, or was. */
  function putBack(bench: Workbench, request: object): OldValues {
    const answered = bench.call<OldValues>('putBack', request);
    if (!answered.ok) throw new Error(answered.problem.message);
    return answered.value;
  }
  const rows = (bench: Workbench) => bench.runtime.state.workbook.sheets[0]!.rows;
  const own = (bench: Workbench) => rows(bench).map((row) => row.slice(0, HEADER.length).map(String));
  const keysOf = ({ shown }: OldValues) => shown.map(({ key }) => key);

  function undone(): { readonly bench: Workbench; readonly number: number } {
    const bench = begin();
    undo(bench, { run: lastRun(bench) });
    return { bench, number: lastRun(bench) };
  }

  test('are shown cell by cell before anything is written', () => {
    const { bench, number } = undone();
    const before = own(bench);
    expect(putBack(bench, { undo: number })).toMatchObject({
      count: 5,
      written: 0,
      shown: [
        { row: 2, column: 'Title', sheet: 'Top hat', old: 'Hat' },
        { row: 2, column: 'Price', sheet: '5.50', old: '5.00' },
        { row: 2, column: 'Inventory quantity', sheet: '7', old: '3' },
        { row: 2, column: 'Tags', sheet: 'b, c', old: 'b, a' },
        { row: 3, column: 'Price', sheet: '6.60', old: '6.00' },
      ],
    });
    expect(own(bench)).toEqual(before);
  });

  test('are put back into their cells, so that the rows are no longer held and nothing is left to send', () => {
    const { bench, number } = undone();
    const done = putBack(bench, { undo: number, keys: keysOf(putBack(bench, { undo: number })) });
    expect(done).toMatchObject({ count: 0, written: 5 });
    expect(own(bench).slice(1)).toEqual([
      ['hat', 'Hat', 'b, a', 'H-1', '5', 'shopify', '3'],
      ['cap', 'Cap', '', 'C-1', '6', 'shopify', '4'],
      ['new', 'New', '', 'N-1', '1.00', 'shopify', '1'],
    ]);
    expect(rows(bench)[2]?.slice(7, 9)).toEqual(['No change to send', 'Price 6.60 → 6.00, from Shopify.']);
    expect(runsOf(bench)[0]).toMatchObject({ number, putBack: 5 });
    const line = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync history')?.rows[2];
    expect(line?.[2]).toMatch(/^Undo of run \d+, 5 old values put back into the sheet$/);
    const sent = mutationsSent(bench);
    const next = bench.call<RunSummary>('startSync');
    expect(next).toMatchObject({ value: { sent: 0, totals: { skipped: 0, 'not-compared': 3 } } });
    expect(mutationsSent(bench)).toBe(sent);
    expect(putBack(bench, { undo: number }).count).toBe(0);
  });

  test('spare a cell that was edited since, one with a formula, and those that were not chosen', () => {
    const { bench, number } = undone();
    const shown = putBack(bench, { undo: number });
    rows(bench)[1]![1] = 'My hat';
    const sheet = bench.runtime.state.workbook.sheets[0]!;
    sheet.layers.formula = { ...sheet.layers.formula, 5: [[2, 2, '=5+0.5']] } as never;
    expect(bench.call('putBack', { undo: number, keys: keysOf(shown) })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input' },
    });
    const [price, , , ofCap] = putBack(bench, { undo: number }).shown;
    const done = putBack(bench, { undo: number, keys: [price?.key, ofCap?.key] });
    expect(done).toMatchObject({ written: 1, count: 3 });
    expect(own(bench)[1]).toEqual(['hat', 'My hat', 'b, c', 'H-1', '5.50', 'shopify', '7']);
    expect(own(bench)[2]?.[4]).toBe('6');
    expect(rows(bench)[1]?.[7]).toBe('Held');
    const said = bench.call<RunSummary>('startSync');
    expect(said).toMatchObject({ value: { totals: { updated: 0, skipped: 1 } } });
    expect(bench.store.dump().products.find(({ handle }) => handle === 'hat')?.title).toBe('My hat');
  });

  test.each([
    undefined,
    null,
    {},
    { undo: 'last' },
    { undo: 1 },
    { undo: 99 },
    { undo: 3, keys: [] },
    { undo: 3, keys: 'all' },
    { undo: 3, keys: ['gid://shopify/Product/1|title|a|b'] },
  ])('are not written for a request that names none of them (%j)', (request) => {
    const { bench } = undone();
    const before = own(bench);
    expect(bench.call('putBack', request)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(own(bench)).toEqual(before);
  });

  test('are put back where somebody changed Shopify after the undo, and the row says what both have', () => {
    const { bench, number } = undone();
    const cap = bench.store.dump().products.find(({ handle }) => handle === 'cap');
    bench.store.execute({
      query: `mutation ($product: ID!, $variant: ID!) {
        productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: "9.00" }]) { userErrors { message } }
      }`,
      variables: { product: cap?.id, variant: cap?.variants[0]?.id },
    });
    putBack(bench, { undo: number, keys: keysOf(putBack(bench, { undo: number })) });
    expect(own(bench)[2]?.[4]).toBe('6');
    expect(bench.call('startSync')).toMatchObject({ value: { sent: 0, conflicts: { count: 0 } } });
    expect(foreseenRows(bench)[1]?.slice(2)).toEqual(['Differs', 'Price: Shopify has 9.00, the sheet 6.00.']);
  });
});

/** Odd, so that every other one is continued. */
const STRIDE = sampled(23, 1);

describe('an undo that is killed', () => {
  function countCalls(): number {
    let calls = 0;
    let isArmed = false;
    const bench = begin({
      gate: () => {
        if (isArmed) calls += 1;
      },
    });
    const run = lastRun(bench);
    isArmed = true;
    undo(bench, { run });
    return calls;
  }

  test('at any service call ends the same, whether it is continued or asked for again', () => {
    const differing: number[] = [];
    const calls = countCalls();
    for (let nth = 1; nth <= calls; nth += STRIDE) {
      let passed = 0;
      let isArmed = false;
      const bench = begin({
        gate: () => {
          if (!isArmed) return;
          passed += 1;
          if (passed === nth) throw new KilledError('Killed by the test');
        },
      });
      const run = lastRun(bench);
      isArmed = true;
      bench.runtime.run('undoRun', [{ run }], { kind: 'sidebar' });
      isArmed = false;
      bench.clock.advance(60_000);
      // Before the undo was begun there is nothing to continue, and a person asks for it again.
      const last: unknown = JSON.parse(bench.runtime.state.documentProperties.run ?? '{}');
      const isBegun = (last as { readonly undoes?: number }).undoes === run;
      if (nth % 2 === 0 && isBegun) bench.call('continueSync');
      else undo(bench, { run });
      const isSame = JSON.stringify(seen(bench)) === JSON.stringify(beforeDump);
      const sent = mutationsSent(bench);
      const said = saidOf(bench.sync({ Products: AFTER }));
      const isHeld = /Undone: Price 6\.60 → 6\.00/.test(said['Products:3'] ?? '');
      if (!isSame || !isHeld || mutationsSent(bench) !== sent) differing.push(nth);
    }
    expect(differing).toEqual([]);
  });
});

test('an undo that takes longer than Google lets one execution pauses, and is continued as a sync is', () => {
  const rows = (price: string) =>
    products(
      ...Array.from({ length: 290 }, (_, index) => [
        `p-${index}`,
        `P ${index}`,
        '',
        `S-${index}`,
        price,
        '',
        '',
      ]),
    );
  const bench = openWorkbench();
  bench.sync({ Products: rows('5.00') });
  const before = bench.store.dump();
  bench.sync({ Products: rows('6.00') });
  const run = lastRun(bench);
  bench.store.edge.latencyMs = 55_000;
  let outcome: string = undo(bench, { run }).outcome;
  expect(outcome).toBe('paused');
  for (let again = 0; again < 20 && outcome === 'paused'; again += 1) {
    const answered = bench.call<UndoSummary>('continueSync');
    outcome = answered.ok ? answered.value.outcome : answered.problem.message;
  }
  expect(outcome).toBe('finished');
  expect(bench.store.dump()).toEqual(before);
  expect(runsOf(bench).map(({ undoes }) => undoes)).toEqual([run, null, null]);
  expect(runsOf(bench)[0]?.totals).toMatchObject({ updated: 290, skipped: 0 });
});

test('a sync that was killed at any moment can be undone, as far as it got', () => {
  const synced = openWorkbench();
  synced.sync({ Products: BEFORE });
  const fresh = synced.save();
  const differing: number[] = [];
  for (let nth = 1; ; nth += 2 * STRIDE + 1) {
    let passed = 0;
    let isArmed = false;
    const bench = openWorkbench({
      saved: fresh,
      gate: () => {
        if (!isArmed) return;
        passed += 1;
        if (passed === nth) throw new KilledError('Killed by the test');
      },
    });
    const earlier = lastRun(bench);
    bench.paste({ Products: AFTER });
    isArmed = true;
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    isArmed = false;
    bench.clock.advance(60_000);
    const run = lastRun(bench);
    // Killed before anything was saved, it has replaced nothing.
    if (run > earlier) bench.call('undoRun', { run });
    if (JSON.stringify(seen(bench)) !== JSON.stringify(beforeDump)) differing.push(nth);
    if (passed < nth) break;
  }
  expect(differing).toEqual([]);
});
