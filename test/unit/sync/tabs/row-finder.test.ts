import fc from 'fast-check';
import { locator, type RowIdentities } from '../../../../src/sync/tabs/row-finder';

const identities = (rows: readonly string[], firstRow = 2): RowIdentities =>
  new Map(rows.map((identity, index) => [index + firstRow, identity]));

test('rows that were sorted are found where they stand now', () => {
  const places = locator(identities(['c', 'a', 'b']))([2, 3, 4], identities(['a', 'b', 'c']));
  expect([...places]).toEqual([
    [2, 3],
    [3, 4],
    [4, 2],
  ]);
});

test('an inserted row moves those below it', () => {
  expect(locator(identities(['a', 'new', 'b']))([3], identities(['a', 'b'])).get(3)).toBe(4);
});

test('a deleted row gets no answer, and its neighbours get their own', () => {
  const places = locator(identities(['a', 'c']))([2, 3, 4], identities(['a', 'b', 'c']));
  expect([...places]).toEqual([
    [2, 2],
    [4, 3],
  ]);
});

test('of several equal rows each stays the one it was, while there are as many', () => {
  const before = identities(['x', 'x', 'a']);
  expect(locator(identities(['a', 'x', 'x']))([3], before).get(3)).toBe(4);
  expect(locator(identities(['a', 'x']))([3], before).get(3)).toBeUndefined();
});

test('no answer ever ends up beside a row that means something else', () => {
  const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
  fc.assert(
    fc.property(rows, rows, (then, today) => {
      const [before, now] = [identities(then), identities(today)];
      const places = locator(now)([...before.keys()], before);
      for (const [row, place] of places) expect(now.get(place)).toBe(before.get(row));
      expect(new Set(places.values()).size).toBe(places.size);
    }),
  );
});
