import type { Replayed } from './replay-sequences';

export const misses = (replayed: readonly Replayed[]): Replayed[] =>
  replayed.filter(({ differences }) => differences.length > 0);

export const shareOf = (replayed: readonly Replayed[]): number =>
  1 - misses(replayed).length / replayed.length;

/** `P of N exchanges match`, then every miss with the first thing that differs. */
export function share(replayed: readonly Replayed[]): string {
  const missed = misses(replayed);
  const lines = missed.map(({ where, differences }) => `  ${where}: ${differences[0]?.path}`);
  return [`${replayed.length - missed.length} of ${replayed.length} exchanges match`, ...lines].join('\n');
}

/** Says it once, without the frame that a test's console.log gets. */
export const tell = (text: string): boolean => process.stdout.write(`${text}\n`);
