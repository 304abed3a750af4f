import { drawNumber, type SeededRandom } from '../runtime/random';

/** What is to happen, and when; of what falls on one moment, the seed says what comes first. */
export interface Agenda {
  plan(atMs: number, act: () => void): void;
  /** When the next thing is due. */
  nextMs(): number | undefined;
  /** Takes the next thing off. */
  take(): (() => void) | undefined;
}

interface Entry {
  readonly atMs: number;
  readonly draw: number;
  readonly act: () => void;
}

export function createAgenda(random: SeededRandom): Agenda {
  const entries: Entry[] = [];
  const isBefore = (one: Entry, other: Entry) =>
    one.atMs === other.atMs ? one.draw < other.draw : one.atMs < other.atMs;
  return {
    plan: (atMs, act) => {
      const entry = { atMs, draw: drawNumber(random), act };
      const index = entries.findIndex((other) => isBefore(entry, other));
      entries.splice(index < 0 ? entries.length : index, 0, entry);
    },
    nextMs: () => entries[0]?.atMs,
    take: () => entries.shift()?.act,
  };
}
