type SortKeyOf<T> = (row: T) => string | number;

/** Values by which rows are ordered, by the name of the schema's sort key. */
export type SortKeys<T> = Readonly<Record<string, SortKeyOf<T>>>;

/** Rows by a sort key, equal ones in the order they came; a key without a rule keeps that order. */
export function sortRows<T>(
  rows: readonly T[],
  sortKey: string | null | undefined,
  keys: SortKeys<T>,
): readonly T[] {
  const keyOf = keys[sortKey ?? ''];
  if (!keyOf) return rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return keyed.map(({ row }) => row);
}
