import { KINDS, type Kind } from './workloads';

/** How the rows get into the store. */
export const WAYS = ['add-on', 'row-by-row', 'official-client'] as const;
export type Way = (typeof WAYS)[number];

export interface Case {
  readonly way: Way;
  readonly kind: Kind;
  readonly rows: number;
}

export const SIZES = [100, 1_000, 10_000, 100_000] as const;

/** Both others send one request after the other, so that ten times the rows take ten times all of it. */
const MOST_ROWS_OF_OTHERS = 10_000;

export function casesOf(sizes: readonly number[], kinds: readonly Kind[] = KINDS): readonly Case[] {
  return kinds.flatMap((kind) =>
    sizes.flatMap((rows) =>
      WAYS.filter((way) => way === 'add-on' || rows <= MOST_ROWS_OF_OTHERS).map((way) => ({
        way,
        kind,
        rows,
      })),
    ),
  );
}
