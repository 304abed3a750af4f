import { KilledError } from './exception';

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** Errors of the bundle's realm are no `Error` of this one. */
export function thrownError(error: unknown): ThrownError {
  if (error instanceof KilledError)
    return { name: 'KilledError', message: error.message, stack: error.stack };
  if (typeof error !== 'object' || error === null) {
    return { name: 'Error', message: String(error), stack: undefined };
  }
  const { name, message, stack } = error as Partial<Error>;
  return { name: String(name ?? 'Error'), message: String(message ?? error), stack };
}
