/** Says why nothing is asked or taken: one sentence, and what to do. */
export class Refused extends Error {}
