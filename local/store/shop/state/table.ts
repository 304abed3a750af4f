/** A record of the store; never changed in place, so that a write can be taken back. */
export interface Row {
  readonly id: string;
}

/** Rows by id, in the order in which they were first put. */
export interface Table<T extends Row> {
  get(id: string): T | undefined;
  all(): T[];
  count(): number;
  /** The rows whose indexed value is this one; the index must be declared with the table. */
  find(index: string, value: string): T[];
  put(row: T): T;
  delete(id: string): void;
}

/** Records for undoing the writes since the journal began. */
export type Journal = (() => void)[];

/** The value under which a row is found, by name of the index; null where it has none. */
export type Indexes<T> = Readonly<Record<string, (row: T) => string | null>>;

/**
 * `journal` answers the running transaction's journal, or nothing outside of one. `beforeWrite` is told of every
 * row that is about to be put (or, undefined, deleted), not of writes that are taken back.
 */
export function createTable<T extends Row>(
  journal: () => Journal | undefined,
  indexes: Indexes<T> = {},
  beforeWrite: (id: string, row: T | undefined) => void = () => {},
): Table<T> {
  const rows = new Map<string, T>();
  const found = new Map(Object.keys(indexes).map((name) => [name, new Map<string, Set<string>>()]));

  const reindex = (row: T, apply: (ids: Set<string>) => void): void => {
    for (const [name, indexed] of Object.entries(indexes)) {
      const value = indexed(row);
      if (value === null) continue;
      const index = found.get(name);
      const ids = index?.get(value) ?? new Set();
      index?.set(value, ids);
      apply(ids);
      if (ids.size === 0) index?.delete(value);
    }
  };
  const set = (id: string, row: T | undefined): void => {
    const before = rows.get(id);
    if (before) reindex(before, (ids) => ids.delete(id));
    if (row) {
      rows.set(id, row);
      reindex(row, (ids) => ids.add(id));
    } else rows.delete(id);
  };
  const write = (id: string, row: T | undefined): void => {
    beforeWrite(id, row);
    const before = rows.get(id);
    journal()?.push(() => set(id, before));
    set(id, row);
  };

  return {
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    count: () => rows.size,
    find: (index, value) => {
      const ids = found.get(index)?.get(value) ?? [];
      return [...ids].flatMap((id) => rows.get(id) ?? []);
    },
    put(row) {
      write(row.id, row);
      return row;
    },
    delete: (id) => write(id, undefined),
  };
}
