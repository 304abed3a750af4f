import fc from 'fast-check';
import type { Kept, Pair } from '../../../../src/plan/model/base';
import { decideRefresh } from '../../../../src/plan/refresh/decide-refresh';

const A = 'a';
const B = 'b';
const C = 'c';

/** Cell now, the pair, Shopify now: all that there is, but for names. */
const TABLE: readonly (readonly [
  sheet: string | null,
  pair: Pair | undefined,
  store: string,
  decision: ReturnType<typeof decideRefresh>,
])[] = [
  [A, undefined, A, 'same'],
  [A, undefined, B, 'unknown'],
  [null, undefined, '', 'same'],
  [null, undefined, A, 'empty'],
  [A, [A, A], A, 'same'],
  [A, [A, A], B, 'take'],
  [A, [A, A], '', 'take'],
  [B, [A, A], B, 'same'],
  [B, [A, A], A, 'edited'],
  [B, [A, A], C, 'conflict'],
  [B, [A, A], '', 'conflict'],
  ['', [A, A], A, 'edited'],
  ['', [A, A], B, 'conflict'],
  [null, [A, A], A, 'empty'],
  [null, [A, A], B, 'empty'],
  [null, [null, ''], A, 'take'],
  [null, [null, A], A, 'empty'],
  [null, [null, A], B, 'empty'],
  [A, [null, ''], B, 'conflict'],
  [A, [null, B], B, 'edited'],
  [A, [A, B], B, 'apart'],
  [A, [A, B], C, 'apart'],
  [A, [A, B, 'kept'], B, 'apart'],
  [A, [A, B, 'kept'], C, 'apart'],
  [A, [A, B, 'moved'], B, 'take'],
  [A, [A, B, 'moved'], C, 'take'],
  [A, [A, B, 'summed'], B, 'take'],
  [A, [A, B, 'summed'], C, 'take'],
  [B, [A, B, 'summed'], B, 'same'],
  [C, [A, B, 'summed'], B, 'edited'],
  [C, [A, B, 'summed'], A, 'conflict'],
  [A, [A, B, 'taking'], B, 'take'],
  [A, [A, B, 'taking'], C, 'take'],
  [B, [A, B, 'taking'], A, 'take'],
  [B, [A, B, 'taking'], C, 'take'],
  [C, [A, B, 'taking'], B, 'conflict'],
  [C, [A, B, 'taking'], A, 'conflict'],
  [null, [A, '', 'taking'], B, 'take'],
  [null, [A, B, 'taking'], B, 'empty'],
  [null, [null, B, 'taking'], B, 'take'],
];

const decided = (sheet: string | null, pair: Pair | undefined, store: string) =>
  decideRefresh({ sheet, store, pair, wereEqual: pair !== undefined && (pair[0] ?? '') === pair[1] });

describe('whether a cell takes what Shopify has', () => {
  test.each(TABLE)('cell %p, pair %p, Shopify %p: %s', (sheet, pair, store, decision) => {
    expect(decided(sheet, pair, store)).toBe(decision);
  });

  const word = fc.constantFrom('', A, B, C);
  const cell = fc.option(word, { nil: null });
  const mark = fc.constantFrom<(Kept | undefined)[]>(undefined, 'kept', 'moved', 'unstocked', 'taking');
  const pair = fc.option(
    fc
      .tuple(cell, word, mark)
      .map(([sheet, store, kept]): Pair => (kept ? [sheet, store, kept] : [sheet, store])),
    { nil: undefined },
  );

  test('an edited cell is never taken, and neither is one of which nothing is known', () => {
    fc.assert(
      fc.property(cell, pair, word, (sheet, known, store) => {
        const isWritten = known?.[2] === 'taking' && (sheet ?? '') === known[1];
        if (known && (sheet === known[0] || isWritten)) return;
        expect(decided(sheet, known, store)).not.toBe('take');
      }),
    );
  });

  test('a cell that is in step takes whatever Shopify has, and is the same after', () => {
    fc.assert(
      fc.property(cell, word, (sheet, store) => {
        const before: Pair = [sheet, sheet ?? ''];
        const decision = decided(sheet, before, store);
        expect(decision).toBe((sheet ?? '') === store ? 'same' : 'take');
        expect(decided(store || null, [store || null, store], store)).toBe('same');
      }),
    );
  });

  test('every state has one answer', () => {
    fc.assert(
      fc.property(cell, pair, word, fc.boolean(), (sheet, known, store, wereEqual) => {
        expect(decideRefresh({ sheet, store, pair: known, wereEqual })).toMatch(
          /^(same|take|apart|edited|conflict|unknown|empty)$/,
        );
      }),
    );
  });
});
