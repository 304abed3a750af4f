import type { QuantityName, TabKind } from '../columns/column';
import type { ColumnKey } from '../columns/columns';

/** One dialect: the headers of a program's files, and the rules by which their rows are read. */
export interface DialectRules {
  /** As a person knows it, in docs/columns.md; absent where its headers need no explanation. */
  readonly name?: string;
  /** Whether a header row is written in this dialect. */
  recognises(headers: readonly string[]): boolean;
  /** Headers that mean a column in this dialect only. They count before those that all dialects share. */
  readonly headers: Readonly<Partial<Record<ColumnKey, readonly string[]>>>;
  /** Headers that are known and not pushed, so that they are listed as not synced and not taken for a typing error. */
  readonly unsynced: readonly RegExp[];
  /** Why some of them are left alone; each completes a sentence. */
  readonly whyUnsynced?: readonly (readonly [header: RegExp, why: string])[];
  /** The columns that are pushed, where others are there only for a person to read; absent means all. */
  readonly pushes?: readonly ColumnKey[];
  /** Files are carried from one shop to another: an ID that Shopify does not know gives way to handle and options. */
  readonly idIsHint: boolean;
  /** `name`: each row names its product. `record`: a row without a name continues the record above it. */
  readonly groupsBy: 'name' | 'record';
  /** The only kind of tab that it is used for; absent where the columns decide. */
  readonly tabKind?: TabKind;
  /** The quantity that counts where a row has both. */
  readonly prefers?: QuantityName;
  /** The column that a location's bare name heads, in a tab without a Location column. */
  readonly wideColumn?: ColumnKey;
}
