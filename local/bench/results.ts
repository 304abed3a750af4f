import type { Bundle } from './bundle';
import { type Case, WAYS } from './cases';
import type { Measured } from './measured';
import type { RowsFigures } from './rows';
import { KINDS } from './workloads';

export interface Result extends Case, Measured {}

/** Content of `docs/benchmarks.json`. */
export interface Benchmarks {
  /** Day of the last measurement, for example `2026-11-23`. */
  readonly date: string;
  readonly machine: string;
  readonly bundle: Bundle;
  /** Parsing and planning alone; empty where only some cases were measured. */
  readonly computing: readonly RowsFigures[];
  readonly results: readonly Result[];
  /** The add-on as it was once, which its results of now stand next to. */
  readonly before?: { readonly date: string; readonly results: readonly Result[] };
}

/** New results stand in place of old ones for the same case; the rest stays. */
export function withResults(kept: Benchmarks | undefined, measured: Benchmarks): Benchmarks {
  const byCase = new Map([...(kept?.results ?? []), ...measured.results].map((each) => [keyOf(each), each]));
  const order = ({ way, kind, rows }: Case) => KINDS.indexOf(kind) * 1e9 + rows * 10 + WAYS.indexOf(way);
  const before = measured.before ?? kept?.before;
  const computing = measured.computing.length > 0 ? measured.computing : (kept?.computing ?? []);
  return {
    ...measured,
    computing,
    results: [...byCase.values()].sort((a, b) => order(a) - order(b)),
    ...(before && { before }),
  };
}

/** Earlier figures, which new ones stand next to. */
export function asBefore({ date, results }: Benchmarks): NonNullable<Benchmarks['before']> {
  return { date, results: results.filter(({ way }) => way === 'add-on') };
}

export const keyOf = ({ way, kind, rows }: Case): string => `${kind} ${rows} ${way}`;
