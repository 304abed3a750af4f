/** Why there is no release: one sentence, and what to do. */
export class Refused extends Error {}
