import type { RowSpan } from './tabs';

/** The memory of what was synced, the values that runs replaced, and the bulk operations that nobody has heard of yet. */
export type JournalName = 'state' | 'undo' | 'pending';

export type JournalRows = readonly (readonly string[])[];

/** Rows of plain text in a hidden tab, given back letter for letter. There is no tab until something is written. */
export interface Journal {
  /** All rows, or the given ones; of each all cells, or the first `columns`. */
  read(part?: { readonly rows?: RowSpan; readonly columns?: number }): JournalRows;
  append(rows: JournalRows): void;
  /** Throws where Google would not let this person write. */
  checkWritable(): void;
  /** A killed execution leaves the old rows, or the old ones followed by the new, never a gap. */
  replace(rows: JournalRows): void;
  /** Takes away the oldest rows. */
  dropFirst(rowCount: number): void;
}

export interface Journals {
  open(name: JournalName): Journal;
}

/** A cell holds 50,000 characters; a wave of 250 quantities, or a product with many images, is longer. */
export const PART_LENGTH = 45_000;

/** A text as the cells that hold it; joined they are the text. */
export function cellParts(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += PART_LENGTH)
    parts.push(text.slice(start, start + PART_LENGTH));
  return parts;
}
