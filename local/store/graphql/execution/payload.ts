import type { UserError } from '../user-errors';

/** A mutation's answer; what it names is resolved like any object. */
export interface Payload {
  /** The rest of the payload type's fields are null. */
  readonly restIsNull?: true;
  readonly [field: string]: unknown;
}

/** Spread into a payload that carries errors only. */
export const nothing = { restIsNull: true } as const;

/** `userErrors`, whatever the payload type calls them: `mediaUserErrors`, `locationDeactivateUserErrors` … */
export const errorsIn = (payload: Payload): readonly UserError[] =>
  Object.entries(payload).flatMap(([field, value]) =>
    /serErrors$/.test(field) ? (value as readonly UserError[]) : [],
  );
