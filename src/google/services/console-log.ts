import type { Log } from '../../ports/system';

/** Goes to the executions page of the script and to Cloud Logging. */
export const consoleLog: Log = {
  error: (message) => console.error(message),
};
