/** How long exchanges take where nothing is said otherwise: plausible for a client on another continent, not measured. */
export const usualTookMs = { query: 120, mutation: 250, other: 120 } as const;

export type Errand = keyof typeof usualTookMs;
