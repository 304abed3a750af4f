import fc from 'fast-check';
import { afterMoves, fewestMoves } from '../../../../src/plan/media/moves';

const RUNS = { numRuns: Number(process.env.RUNS ?? 300) };

/** The length of a longest part of both orders, by the slow way that needs no idea. */
function common(one: readonly number[], other: readonly number[]): number {
  const places = other.flatMap((item) => (one.includes(item) ? one.indexOf(item) : []));
  const longest = places.map(() => 1);
  places.forEach((place, at) => {
    for (let earlier = 0; earlier < at; earlier++)
      if ((places[earlier] as number) < place)
        longest[at] = Math.max(longest[at] as number, (longest[earlier] as number) + 1);
  });
  return Math.max(0, ...longest);
}

const order = fc.uniqueArray(fc.nat(30), { maxLength: 12 });

describe('moving images', () => {
  test('brings any order into any other, by the fewest moves that there are', () => {
    fc.assert(
      fc.property(
        order.chain((now) => fc.tuple(fc.constant(now), fc.shuffledSubarray(now, { minLength: now.length }))),
        ([now, wanted]) => {
          const moves = fewestMoves(now, wanted);
          expect(afterMoves(now, moves)).toEqual(wanted);
          expect(moves).toHaveLength(now.length - common(now, wanted));
        },
      ),
      RUNS,
    );
  });

  test('leaves images that the sheet does not name in their order, and passes over those that are gone', () => {
    fc.assert(
      fc.property(
        order.chain((now) => fc.tuple(fc.constant(now), fc.shuffledSubarray([...now, 91, 92]))),
        ([now, wanted]) => {
          const after = afterMoves(now, fewestMoves(now, wanted));
          const named = wanted.filter((id) => now.includes(id));
          expect(after.filter((id) => named.includes(id))).toEqual(named);
          expect(after.filter((id) => !named.includes(id))).toEqual(now.filter((id) => !named.includes(id)));
          expect(fewestMoves(now, wanted)).toHaveLength(named.length - common(now, named));
        },
      ),
      RUNS,
    );
  });

  test.each([
    ['moves one image to the front', [1, 2, 3, 4], [4, 1, 2, 3], [{ id: 4, to: 0 }]],
    ['moves one image to the end', [1, 2, 3, 4], [2, 3, 4, 1], [{ id: 1, to: 3 }]],
    ['moves nothing where nothing differs', [1, 2, 3], [1, 2, 3], []],
    ['leaves one that is not named in front', [9, 1, 2], [2, 1], [{ id: 2, to: 1 }]],
  ])('%s', (_, now, wanted, moves) => {
    expect(fewestMoves(now, wanted)).toEqual(moves);
  });
});
