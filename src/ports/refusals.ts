import type { Problem } from './problem';

/** What a thrown error means where it is a refusal of the platform, which a person can do something about; else undefined. */
export type RefusalOf = (error: unknown) => Problem | undefined;
