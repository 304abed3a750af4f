import type { Journal } from '../../src/ports/journal';

/** A hidden tab in memory; a cell longer than Google allows is refused, as there. */
export function journalOf(rows: string[][]): Journal {
  const check = (added: readonly (readonly string[])[]) => {
    for (const cell of added.flat())
      if (cell.length > 50_000) throw new Error('A cell holds 50,000 characters.');
  };
  return {
    read: ({ rows: { firstRow, rowCount } = { firstRow: 1, rowCount: rows.length }, columns } = {}) =>
      rows.slice(firstRow - 1, firstRow - 1 + rowCount).map((row) => row.slice(0, columns)),
    append(added) {
      check(added);
      rows.push(...added.map((row) => [...row]));
    },
    replace(replaced) {
      check(replaced);
      rows.splice(0, rows.length, ...replaced.map((row) => [...row]));
    },
    checkWritable: () => undefined,
    dropFirst(rowCount) {
      rows.splice(0, rowCount);
    },
  };
}
