import { createRandom } from '../../random';
import { gidNumber } from '../state/ids';
import type { BreakOff, BulkOperationType } from './bulk-operation';

/** `gzip-stored`: a part of the file cannot be unpacked by whoever asks for a range of it. */
export type BulkFiles = 'readable' | 'unreachable' | 'gzip-stored';

/** Duration and failures of bulk operations. */
export interface BulkOptions {
  /** Default `readable`. How Shopify stores its files, and whether a script reaches them, is not settled by any page. */
  readonly files?: BulkFiles;
  /** Lines of a bulk mutation; Shopify promises no speed. */
  readonly mutationRowsPerSecond?: number;
  /** Objects of a bulk query. Recorded: 1,459 products within two seconds of creation. */
  readonly queryRowsPerSecond?: number;
  /** Operations that break off in the middle: the first one ever started is number 1. */
  readonly breakOffs?: readonly (BreakOff & { readonly operation: number })[];
}

const usualRowsPerSecond: Readonly<Record<BulkOperationType, number>> = { MUTATION: 40, QUERY: 1_500 };

export const rowsPerSecond = (options: BulkOptions, type: BulkOperationType): number =>
  (type === 'MUTATION' ? options.mutationRowsPerSecond : options.queryRowsPerSecond) ??
  usualRowsPerSecond[type];

/** Between half a second and one and a half, chosen by the operation's number: it stays CREATED that long. */
export const startDelayMs = (id: string): number => 500 + Math.floor(createRandom(seedOf(id))() * 1_000);

/** A cancelation takes "a short delay" (schema). */
export const cancelTakesMs = 2_000;

/** https://shopify.dev/docs/api/usage/bulk-operations/imports and …/queries. */
export const longestRunMs: Readonly<Record<BulkOperationType, number>> = {
  MUTATION: 24 * 60 * 60 * 1000,
  QUERY: 10 * 24 * 60 * 60 * 1000,
};

/** "The URL expires 7 days after the operation completes" (schema). */
export const outputKeptMs = 7 * 24 * 60 * 60 * 1000;

/** Lines that run side by side, and therefore end in any order. */
const sideBySide = 8;

/** The line that is done as number `index`; every line comes once. */
export function lineDoneAs(id: string, index: number, lineCount: number): number {
  const first = index - (index % sideBySide);
  const lines = Array.from(
    { length: Math.min(sideBySide, lineCount - first) },
    (_, offset) => first + offset,
  );
  const random = createRandom(seedOf(id) + first);
  for (let last = lines.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [lines[last], lines[other]] = [lines[other] ?? first, lines[last] ?? first];
  }
  return lines[index - first] ?? index;
}

export const seedOf = (id: string): number => Number(gidNumber(id)) % 2 ** 31;
