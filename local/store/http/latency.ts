/** Durations of exchanges unless set otherwise: plausible for a client on another continent, not measured. */
export const usualTookMs = { query: 120, mutation: 250, other: 120 } as const;

/** Mutations of one document run in turn; each after the first takes what is left of one without the way there and back. */
const FURTHER_MUTATION_MS = usualTookMs.mutation - usualTookMs.query;

/** Duration of a document with so many mutations. */
export function mutationsTookMs(fields: number): number {
  return usualTookMs.mutation + (fields - 1) * FURTHER_MUTATION_MS;
}
