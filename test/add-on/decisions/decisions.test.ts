import {
  begin,
  call,
  grid,
  history,
  inShopify,
  inStore,
  keysOf,
  lastRunOf,
  mutationsSent,
  said,
  type,
  undo,
} from '../../support/deciding';
import type { Workbench } from '../../support/workbench';

describe('a page that is opened after a run', () => {
  test('is told how many changes wait and given nothing that could send one of them', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    const live = call(bench, 'startSync');
    expect(live.held.shown).toMatchObject([{ tab: 'Products', row: 2, change: 'Price 20.00 → 2.00' }]);
    expect(lastRunOf(bench)).toMatchObject({
      held: { count: 1, shown: [], more: [] },
      conflicts: { count: 1, shown: [], more: [] },
    });
  });
});

describe('a request that names nothing that was shown', () => {
  const named = (bench: Workbench) => {
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    return call(bench, 'startSync');
  };

  test.each([
    ['nothing at all', undefined],
    ['null', null],
    ['no keys', {}],
    ['an empty list', { keys: [] }],
    ['the digest of an earlier release', { held: 'abc' }],
    ['a group, as in an earlier release', { prices: 'sheet' }],
    ['a word in place of the list', { keys: 'all' }],
    ['keys that are no texts', { keys: [1, null, {}] }],
    ['a key of nobody', { keys: ['gid://shopify/ProductVariant/1|price|20.00|2.00'] }],
    ['a run that is no number', { run: 'last', keys: ['x'] }],
  ])('is refused and nothing is written: %s', (_, request) => {
    const bench = begin();
    const { run } = named(bench);
    const [before, sheet] = [bench.store.dump(), structuredClone(grid(bench))];
    const runs = JSON.stringify(bench.runtime.state.documentProperties);
    for (const name of ['confirmHeld', 'refuseHeld', 'resolveConflicts'])
      for (const more of [{}, { side: 'sheet' }, { side: 'shopify' }, { run, side: 'add' }])
        expect(
          bench.call(name, request && typeof request === 'object' ? { ...more, ...request } : request),
        ).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(bench.store.dump()).toEqual(before);
    expect(grid(bench)).toEqual(sheet);
    expect(JSON.stringify(bench.runtime.state.documentProperties)).toBe(runs);
  });

  test('is refused whole where one of its keys was never shown, or is of another kind of question', () => {
    const bench = begin();
    const { run, held, conflicts } = named(bench);
    const sent = mutationsSent(bench);
    const sheet = structuredClone(grid(bench));
    for (const keys of [
      [...keysOf(held), 'another'],
      [...keysOf(held), ...keysOf(conflicts)],
    ])
      expect(bench.call('confirmHeld', { run, keys })).toMatchObject({ ok: false });
    for (const side of ['sheet', 'shopify', 'all', undefined])
      expect(bench.call('resolveConflicts', { run, side, keys: keysOf(held) })).toMatchObject({ ok: false });
    expect(bench.call('resolveConflicts', { run, side: 'add', keys: keysOf(conflicts) })).toMatchObject({
      ok: false,
    });
    expect([mutationsSent(bench), grid(bench)]).toEqual([sent, sheet]);
  });

  test('is refused where a value changed since, in the sheet or in Shopify', () => {
    const bench = begin();
    const { run, held, conflicts } = named(bench);
    type(bench, 'mug', { price: '2.50' });
    inShopify(bench, 'cup', { vendor: 'Others' });
    const answers = [
      bench.call('confirmHeld', { run, keys: keysOf(held) }),
      bench.call('refuseHeld', { run, keys: keysOf(held) }),
      bench.call('resolveConflicts', { run, side: 'sheet', keys: keysOf(conflicts) }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({
        ok: false,
        problem: { message: 'Some of these cells changed again since you saw them.' },
      });
    expect(inStore(bench, 'mug').price).toBe('20.00');
    expect(inStore(bench, 'cup').vendor).toBe('Others');
  });
});

describe('a decision in a preview', () => {
  /** One held price, one conflict, two plain changes of which one stands in a row with the held price. */
  function previewed() {
    const bench = begin();
    type(bench, 'jug', { price: '21.00' });
    const before = call(bench, 'startSync');
    type(bench, 'mug', { price: '2.00', title: 'A big mug' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    type(bench, 'pot', { price: '22.00' });
    return { bench, before, preview: call(bench, 'previewSync') };
  }

  test.each([
    ['confirmHeld', undefined],
    ['resolveConflicts', 'sheet'],
  ] as const)('sends just what was chosen, as a run with its own line and undo (%s)', (name, side) => {
    const { bench, before, preview } = previewed();
    const lines = history(bench);
    const keys = keysOf(side ? preview.conflicts : preview.held);
    const done = call(bench, name, { run: preview.run, keys, ...(side && { side }) });
    expect(done).toMatchObject({ outcome: 'finished', sent: 1, totals: { updated: 1 } });
    expect(inStore(bench, 'mug')).toMatchObject(
      side ? { price: '20.00', title: 'A mug' } : { price: '2.00', title: 'A mug' },
    );
    expect(inStore(bench, 'cup').vendor).toBe(side ? 'Mine' : 'Theirs');
    expect(inStore(bench, 'pot').price).toBe('20.00');
    expect(done.run).toBeGreaterThan(before.run ?? 0);
    expect(history(bench)).toMatchObject([{ number: done.run, totals: { updated: 1 } }, ...lines]);
    undo(bench, done.run);
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').vendor]).toEqual(['20.00', 'Theirs']);
    expect(inStore(bench, 'jug').price).toBe('21.00');
  });

  test('leaves what stands beside the rows that it does not send, and tells a row that it sends in part', () => {
    const { bench, preview } = previewed();
    const beside = said(bench, 'pot');
    const done = call(bench, 'confirmHeld', { keys: keysOf(preview.held) });
    expect(said(bench, 'pot')).toBe(beside);
    expect(said(bench, 'mug')).toBe(
      'Updated: Price 20.00 → 2.00. What else changed in this row was not sent: choose Sync now.',
    );
    expect(said(bench, 'cup')).toMatch(/^Changed in both: Vendor/);
    // The row of which nothing was said is counted as one that was not compared.
    expect(done.totals).toMatchObject({ updated: 1, conflict: 1, 'not-compared': 1 });
    expect(done.conflicts.count).toBe(1);
    const rest = call(bench, 'startSync');
    expect(rest.totals).toMatchObject({ updated: 2, conflict: 1 });
    expect([inStore(bench, 'mug').title, inStore(bench, 'pot').price]).toEqual(['A big mug', '22.00']);
  });

  test('is followed in its own panel by another one, which goes on with that run', () => {
    const { bench, preview } = previewed();
    const lines = history(bench).length;
    const one = call(bench, 'confirmHeld', { keys: keysOf(preview.held) });
    const two = call(bench, 'resolveConflicts', { run: one.run, side: 'sheet', keys: keysOf(one.conflicts) });
    expect(two.run).toBe(one.run);
    expect(history(bench)).toHaveLength(lines + 1);
    expect(history(bench)[0]).toMatchObject({ number: one.run, totals: { updated: 2 } });
    undo(bench, one.run);
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').vendor]).toEqual(['20.00', 'Theirs']);
  });
});

describe('a decision in the panel of a run', () => {
  test('goes on with that run, and leaves out what was typed since', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    type(bench, 'pot', { price: '22.00' });
    const confirmed = call(bench, 'confirmHeld', { run: ran.run, keys: keysOf(ran.held) });
    expect(confirmed).toMatchObject({ run: ran.run, held: { count: 0 }, totals: { updated: 2 } });
    expect([inStore(bench, 'mug').price, inStore(bench, 'pot').price]).toEqual(['2.00', '20.00']);
    expect(history(bench)[0]).toMatchObject({ number: ran.run, totals: { updated: 2 } });
  });

  test('is a run of its own once another run came after it, whose line stays as it was', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    type(bench, 'pot', { price: '22.00' });
    call(bench, 'startSync');
    const lines = history(bench);
    const confirmed = call(bench, 'confirmHeld', { run: ran.run, keys: keysOf(ran.held) });
    expect(inStore(bench, 'mug').price).toBe('2.00');
    expect(history(bench)).toMatchObject([{ number: confirmed.run, totals: { updated: 1 } }, ...lines]);
  });

  test('never goes on with an undo', () => {
    const bench = begin();
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    const undone = call(bench, 'undoRun', { run: ran.run });
    type(bench, 'mug', { price: '2.00' });
    const { held } = call(bench, 'previewSync');
    const lines = history(bench);
    const confirmed = call(bench, 'confirmHeld', { run: undone.run, keys: keysOf(held) });
    expect(history(bench)).toMatchObject([{ number: confirmed.run, undoes: null }, ...lines]);
  });
});
