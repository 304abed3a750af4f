import type { Workbench } from '../../support/workbench';
import { begin, call, FACTS, type Fact, saidOf, textsOf, type } from './facts-in-two-rows';

const [price, quantity] = ['a price', 'a quantity'].map((name) =>
  FACTS.find((fact) => fact.name.startsWith(name)),
) as [Fact, Fact];

/** Edited in both of its cells, and changed in Shopify. */
function disputed(...facts: readonly Fact[]) {
  const bench = begin();
  for (const fact of facts) {
    fact.move(bench, fact.theirs);
    type(bench, fact.cells, fact.mine);
  }
  const { run, conflicts } = call(bench, 'startSync');
  const keys = conflicts.shown.map(({ key }) => key);
  return { bench, keep: () => call(bench, 'resolveConflicts', { run, side: 'shopify', keys }) };
}

function protect(bench: Workbench): void {
  const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Prices')!;
  sheet.layers.formula = { ...sheet.layers.formula, 2: [[2, 2, '=10+1']] } as never;
}

describe('a value that two rows say', () => {
  test('is told on each of them when Shopify’s side is kept', () => {
    const { bench, keep } = disputed(price, quantity);
    keep();
    expect(saidOf(bench, price)[0]).toContain('Price 11.00 → 12.00, from Shopify.');
    expect(saidOf(bench, price)[1]).toBe('Up to date | Price 11.00 → 12.00, from Shopify.');
    expect(saidOf(bench, quantity)[1]).toBe('Up to date | Available 25 → 17, from Shopify.');
  });

  test('stays in both cells where one of them holds a formula, and each row says why', () => {
    const { bench, keep } = disputed(price);
    protect(bench);
    keep();
    expect(textsOf(bench, price)).toEqual(['11', '11']);
    expect(saidOf(bench, price)[0]).toContain('another cell that says it could not be changed');
    expect(saidOf(bench, price)[1]).toContain('it holds a formula');
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, totals: { error: 0 } });
  });

  test('stays in both cells where somebody edits one of them meanwhile', () => {
    const { bench, keep } = disputed(price);
    type(bench, price.cells.slice(1), '13');
    expect(() => keep()).toThrow();
    expect(textsOf(bench, price)).toEqual(['11', '13']);
  });
});
