/** A seeded generator whose whole state is one number, so that a saved runtime goes on where it stopped. */
export interface SeededRandom {
  /** 32 bits; changes with every draw. */
  seed: number;
}

/** The next number in [0, 1): mulberry32, small and good enough for jitter and identifiers. */
export function drawNumber(random: SeededRandom): number {
  random.seed = (random.seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(random.seed ^ (random.seed >>> 15), 1 | random.seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

/** A whole number in [from, below). */
export function drawInteger(random: SeededRandom, from: number, below: number): number {
  return from + Math.floor(drawNumber(random) * (below - from));
}

/** A version 4 UUID. */
export function drawUuid(random: SeededRandom): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = drawInteger(random, 0, 16);
    return (letter === 'x' ? digit : 8 + (digit % 4)).toString(16);
  });
}

/** Digits such as Google's trigger and sheet ids. */
export function drawDigits(random: SeededRandom, length: number): string {
  return Array.from({ length }, (_, index) => drawInteger(random, index === 0 ? 1 : 0, 10)).join('');
}
