import { drawNumber, type SeededRandom } from '../runtime/random';

/** Events to come; the seed orders those of one moment. */
export interface DueActions {
  plan(atMs: number, act: () => void): void;
  /** Time of the next event. */
  nextMs(): number | undefined;
  /** Takes the next thing off. */
  take(): (() => void) | undefined;
}

interface Entry {
  readonly atMs: number;
  readonly draw: number;
  readonly act: () => void;
}

export function createDueActions(random: SeededRandom): DueActions {
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
