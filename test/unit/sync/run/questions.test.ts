import type { HeldChange } from '../../../../src/plan/model/sync-plan';
import { unlisted, viewHeld } from '../../../../src/sync/run/questions';

const change = (index: number): HeldChange => ({
  key: `key ${index}`,
  ref: { sheetId: 1, tab: 'Prices', row: index + 2 },
  change: 'Price 20.00 → 2.00',
  reason: 'it goes down by 90 %',
});

const nameOf = ({ row }: HeldChange['ref']) => `Row ${row}`;

describe('what waits for a person', () => {
  const held = viewHeld(
    Array.from({ length: 1_204 }, (_, index) => change(index)),
    nameOf,
  );

  test('is shown one by one, and a page holds the keys of all of it, so that “all” is what it was told', () => {
    expect(held.count).toBe(1_204);
    expect([held.shown.length, held.more.length]).toEqual([1_000, 204]);
    expect(new Set([...held.shown.map(({ key }) => key), ...held.more]).size).toBe(1_204);
    expect(held.shown[0]).toEqual({
      key: 'key 0',
      sheetId: 1,
      tab: 'Prices',
      row: 2,
      change: 'Price 20.00 → 2.00',
      reason: 'it goes down by 90 %',
      cause: 'it goes down by 90 %',
      name: 'Row 2',
    });
  });

  test('names the cause that it shares with others, the most frequent first', () => {
    const reasons = ['it goes below 0', 'it goes down by 90 %', 'it goes down by 95 %'];
    const { shown } = viewHeld(
      reasons.map((reason, index) => ({ ...change(index), reason })),
      nameOf,
    );
    expect(shown.map(({ cause, reason }) => [cause, reason])).toEqual([
      ['it goes down by … %', 'it goes down by 90 %'],
      ['it goes down by … %', 'it goes down by 95 %'],
      ['it goes below 0', 'it goes below 0'],
    ]);
  });

  test('is only a number to a page that did not see it', () => {
    expect(unlisted(held)).toEqual({ count: 1_204, shown: [], more: [] });
  });

  test('has nothing to be confirmed that the clock held for its number alone: a preview shows it, to be sent', () => {
    const crowded = { ...change(1), key: 'clock|1:3|word' };
    expect(viewHeld([change(0), crowded], nameOf)).toMatchObject({
      count: 2,
      shown: [{ key: 'key 0' }],
      more: [],
    });
  });
});
