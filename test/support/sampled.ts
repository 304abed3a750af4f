/**
 * What takes long is played in part, and as a whole by `npm run test:full`: a sample of what is drawn, every so many of
 * the places to be killed at, some of a table's cases.
 */
const PLAYS_ALL = process.env.TESTS === 'full';

/** How many of a kind are played: in the suite, and in full. */
export function sampled<Value>(sample: Value, full: Value): Value {
  return PLAYS_ALL ? full : sample;
}

/**
 * At most `count` of the cases, at equal distances; all of them in full. `from`, from 0 to below 1, is the part of a
 * distance before the first one: with a part of its own, each of several samples of the same cases takes others.
 */
export function sampleOf<Case>(cases: readonly Case[], count: number, from = 0): readonly Case[] {
  if (PLAYS_ALL || cases.length <= count) return cases;
  return Array.from(
    { length: count },
    (_, index) => cases[Math.floor(((index + from) * cases.length) / count)] as Case,
  );
}

/**
 * A test that is long, and whose claim others of the suite show with less: played in full only. Elsewhere it is not there
 * at all, so that what is reported as skipped stays what this machine lacks.
 */
export function testInFull(name: string, run: jest.ProvidesCallback, timeoutMs?: number): void {
  if (PLAYS_ALL) test(name, run, timeoutMs);
}
