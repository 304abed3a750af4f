/** A complaint about one variant; the mutation adds where the variant stands and picks the code. */
export interface VariantProblem {
  readonly at: readonly string[];
  readonly message: string;
  readonly code: string | null;
}
