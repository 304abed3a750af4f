/** A change in parts, for a table: what changes, from what to what, and how much that is. */
export interface ShownChange {
  /** The header, or what is made. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** `+10.0 %`; empty of what is no number. */
  readonly difference: string;
  /** The same as a share of the old value, without its sign, by which changes are put in order. */
  readonly size: number;
}
