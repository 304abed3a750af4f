/** Error of a Google service. In the bundle it arrives as an Error of its own realm, named `Exception`. */
export class ServiceException extends Error {
  override readonly name = 'Exception';
}

/** The bundle asked for something that Google has and this runtime does not: a gap here, not a fault there. */
export class NotImplementedError extends Error {
  constructor(what: string) {
    super(`${what} is not implemented in the local Apps Script runtime`);
  }
}

/**
 * Ends an execution abruptly, as Google does at its time limit. Code in the bundle may catch it, but every
 * later service call of that execution throws it again, so that nothing the bundle does has an effect.
 */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}
