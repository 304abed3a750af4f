import type { RefreshedValues, RefreshLine } from '../../../src/answers/refresh';
import type { OldValues } from '../../../src/answers/waiting';
import type { Workbench } from '../../support/workbench';
import { answered, begin, call, FACTS, type Fact, lastRun, textsOf, type } from './facts-in-two-rows';

const QUIET = { error: 0, conflict: 0, skipped: 0, differs: 0 };

/** Every cell says it, and neither the next sync nor emptying one of the cells sends the other value. */
function expectsInStep(bench: Workbench, fact: Fact, text: string): void {
  expect(new Set(textsOf(bench, fact).map(sorted))).toEqual(new Set([sorted(text)]));
  const dump = JSON.stringify(bench.store.dump());
  expect(call(bench, 'startSync')).toMatchObject({ sent: 0, totals: QUIET });
  expect(call(bench, 'previewSync').totals).toMatchObject({ ...QUIET, updated: 0 });
  type(bench, fact.cells.slice(0, 1), '');
  expect(call(bench, 'startSync').sent).toBe(0);
  expect(JSON.stringify(bench.store.dump())).toBe(dump);
}

const sorted = (text: string) => text.split(', ').sort().join(', ');
const TABLE = FACTS.map((fact) => [fact.name, fact] as const);
/** What others tag never conflicts. */
const DISPUTABLE = TABLE.filter(([name]) => !name.startsWith('tags'));

describe.each(DISPUTABLE)('%s, changed on both sides,', (_, fact) => {
  test('takes Shopify’s value in all cells when a person keeps that side', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    type(bench, fact.cells, fact.mine);
    const { run, conflicts } = call(bench, 'startSync');
    expect(conflicts.count).toBe(1);
    call(bench, 'resolveConflicts', { run, side: 'shopify', keys: conflicts.shown.map(({ key }) => key) });
    expectsInStep(bench, fact, fact.theirs);
  });

  test('takes it in all cells where the settings keep that side for good', () => {
    const bench = begin();
    answered(bench, 'saveSettings', {
      onConflict: { products: 'shopify', inventory: 'shopify', prices: 'shopify' },
    });
    fact.move(bench, fact.theirs);
    type(bench, fact.cells, fact.mine);
    call(bench, 'startSync');
    expectsInStep(bench, fact, fact.theirs);
  });
});

describe.each(TABLE)('%s', (_, fact) => {
  test('gets its old value back in all cells after an undo', () => {
    const bench = begin();
    type(bench, fact.cells, fact.mine);
    const { run } = call(bench, 'startSync');
    expect(fact.inStore(bench)).toBe(fact.mine);
    call(bench, 'undoRun', { run });
    expect(fact.inStore(bench)).toBe(sorted(fact.old));
    const undo = lastRun(bench);
    const { shown } = answered<OldValues>(bench, 'putBack', { undo });
    expect(shown).toHaveLength(fact.cells.length);
    const keys = [...new Set(shown.map(({ key }) => key))];
    answered(bench, 'putBack', { undo, keys });
    expectsInStep(bench, fact, fact.old);
  });

  test('is refreshed in all cells, and given back to all of them', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    bench.clock.advance(60_000);
    answered(bench, 'refreshTabs');
    expect(textsOf(bench, fact).map(sorted)).toEqual(fact.cells.map(() => sorted(fact.theirs)));
    const [{ number: refresh } = { number: 0 }] = answered<RefreshLine[]>(bench, 'listRefreshes');
    const { shown } = answered<RefreshedValues>(bench, 'giveBackRefresh', { refresh });
    expect(shown).toHaveLength(fact.cells.length);
    const keys = shown.map(({ key }) => key);
    expect(answered<RefreshedValues>(bench, 'giveBackRefresh', { refresh, keys })).toMatchObject({
      count: 0,
      written: fact.cells.length,
    });
    expect(textsOf(bench, fact).map(sorted)).toEqual(fact.cells.map(() => sorted(fact.old)));
    const dump = JSON.stringify(bench.store.dump());
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, totals: { error: 0 } });
    type(bench, fact.cells.slice(0, 1), '');
    expect(call(bench, 'startSync').sent).toBe(0);
    expect(JSON.stringify(bench.store.dump())).toBe(dump);
  });
});
