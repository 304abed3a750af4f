import { type Decision, decide } from '../../../../src/plan/compare/decide';
import type { Pair } from '../../../../src/plan/model/base';
import type { Preference } from '../../../../src/plan/model/policy';

const ask = { onConflict: 'ask', onUnknownBase: 'ask' } as const;

/** sheet, store, what was last synced → decision; '' is unset. */
const table: readonly [string, string, Pair | undefined, Decision][] = [
  // The two agree, whatever was.
  ['a', 'a', undefined, 'same'],
  ['a', 'a', ['a', 'a'], 'same'],
  ['a', 'a', ['b', 'b'], 'same'],
  ['', '', ['b', 'b'], 'same'],
  // Nobody moved: Shopify writes what the sheet says in its own way.
  ['A', 'a', ['A', 'a'], 'same'],
  // The store moved alone.
  ['a', 'b', ['a', 'a'], 'drift'],
  ['a', '', ['a', 'a'], 'drift'],
  // The sheet moved alone.
  ['b', 'a', ['a', 'a'], 'send'],
  ['', 'a', ['a', 'a'], 'send'],
  ['b', '', [null, ''], 'send'],
  // Both moved apart.
  ['b', 'c', ['a', 'a'], 'conflict'],
  ['', 'c', ['a', 'a'], 'conflict'],
  ['b', 'c', [null, 'a'], 'conflict'],
  // Nobody knows.
  ['a', 'b', undefined, 'held'],
  ['', 'b', undefined, 'held'],
];

describe('one cell, three ways', () => {
  test.each(table)('sheet “%s”, store “%s”, last synced %j: %s', (sheet, store, base, decision) => {
    expect(decide(sheet, store, base, ask)).toBe(decision);
  });

  test.each([
    ['sheet', 'send'],
    ['shopify', 'keep'],
    ['ask', 'conflict'],
  ] as const)('a conflict with the choice “%s” is %s', (onConflict, decision) => {
    expect(decide('b', 'c', ['a', 'a'], { ...ask, onConflict })).toBe(decision);
  });

  test.each([
    ['sheet', 'send'],
    ['shopify', 'keep'],
    ['ask', 'held'],
  ] as const)('an unknown history with the choice “%s” is %s', (onUnknownBase, decision) => {
    expect(decide('b', 'c', undefined, { ...ask, onUnknownBase })).toBe(decision);
  });

  test('a choice speaks only where there is something to choose', () => {
    const sides: readonly Preference[] = ['ask', 'sheet', 'shopify'];
    for (const [sheet, store, base, decision] of table) {
      if (decision === 'conflict' || decision === 'held') continue;
      for (const onConflict of sides)
        for (const onUnknownBase of sides)
          expect(decide(sheet, store, base, { onConflict, onUnknownBase })).toBe(decision);
    }
  });
});
