import type { StoreState } from '../../shop/state/store-state';
import type { Row } from '../../shop/state/table';
import { type IndexedValue, indexed } from './indexed-value';
import type { SearchFields } from './search-fields';
import type { SearchIndex, SearchLag } from './search-index-type';
import { derivedRecords, type SearchedTable, searchedFields } from './searched-records';

/** Realistic, not measured: recorded searches do not yet find what was written a moment before. */
export const usualSearchLag: SearchLag = { ownMs: 2_000, derivedMs: 5_000 };

type Part = 'own' | 'derived';
type Offered = ReadonlyMap<string, readonly IndexedValue[]>;

/** Values of a record before it changed; `null`: it did not exist. */
interface Stale {
  readonly offered: Offered | null;
  readonly untilMs: number;
}

const partOf = (isDerived: true | undefined): Part => (isDerived ? 'derived' : 'own');

/** Watches every write of a state. */
export function createSearchIndex(state: StoreState, lag: SearchLag, startsAtMs: number): SearchIndex {
  const current: Readonly<Record<Part, Map<string, Map<string, readonly IndexedValue[]>>>> = {
    own: new Map(),
    derived: new Map(),
  };
  const stale: Readonly<Record<Part, Map<string, Stale>>> = { own: new Map(), derived: new Map() };
  const lagMs: Readonly<Record<Part, number>> = { own: lag.ownMs, derived: lag.derivedMs };

  const currentValues = <R extends Row>(
    fields: SearchFields<R>,
    row: R,
    name: string,
    nowMs: number,
  ): readonly IndexedValue[] => {
    const field = fields[name];
    if (!field) return [];
    if (field.isLive) return field.values(row, state, nowMs).map((value) => indexed(field, value));
    const part = current[partOf(field.isDerived)];
    const known = part.get(row.id) ?? new Map<string, readonly IndexedValue[]>();
    part.set(row.id, known);
    const values = known.get(name) ?? field.values(row, state, nowMs).map((value) => indexed(field, value));
    known.set(name, values);
    return values;
  };

  const hold = (fields: SearchFields<Row>, part: Part, id: string, row: Row | undefined): void => {
    const isStale = (stale[part].get(id)?.untilMs ?? 0) > index.writesAtMs;
    if (isStale || lagMs[part] === 0) return;
    const names = Object.keys(fields).filter((name) => partOf(fields[name]?.isDerived) === part);
    const offered =
      row && new Map(names.map((name) => [name, currentValues(fields, row, name, index.writesAtMs)]));
    stale[part].set(id, { offered: offered ?? null, untilMs: index.writesAtMs + lagMs[part] });
  };

  /** Holds what a record offers now, before that changes. Records that searches find at once are not held. */
  const keepOld = (part: Part, table: SearchedTable, id: string, row: Row | undefined): void => {
    const fields = searchedFields[table] as SearchFields<Row> | undefined;
    if (fields) hold(fields, part, id, row);
    current[part].delete(id);
  };

  const staleAt = (part: Part, id: string, nowMs: number): Stale | undefined => {
    const known = stale[part].get(id);
    if (known && known.untilMs <= nowMs) stale[part].delete(id);
    return known && known.untilMs > nowMs ? known : undefined;
  };

  state.beforeWrite = (table, id, row) => {
    const before = state[table].get(id);
    keepOld('own', table, id, before);
    if (!before) keepOld('derived', table, id, undefined);
    const known = row ?? before;
    for (const found of known ? derivedRecords(table, known, state) : []) {
      keepOld('derived', found.table, found.row.id, found.row);
    }
  };

  const index: SearchIndex = {
    writesAtMs: startsAtMs,
    look(fields, row, atMs) {
      const old = { own: staleAt('own', row.id, atMs), derived: staleAt('derived', row.id, atMs) };
      if (old.own?.offered === null) return undefined;
      return (name) => {
        const field = fields[name];
        const part = field?.isLive ? undefined : old[partOf(field?.isDerived)];
        return part ? (part.offered?.get(name) ?? []) : currentValues(fields, row, name, atMs);
      };
    },
    catchUp() {
      stale.own.clear();
      stale.derived.clear();
    },
  };
  return index;
}
