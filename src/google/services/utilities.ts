import type { Clock, HmacSha256Hex, Log, NewUuid } from '../../ports/system';

export const utilitiesClock: Clock = {
  now: () => Date.now(),
  sleep: (durationMs) => Utilities.sleep(durationMs),
};

export const utilitiesUuid: NewUuid = () => Utilities.getUuid();

/** Apps Script answers signed bytes. Source: https://developers.google.com/apps-script/reference/utilities/utilities */
export const utilitiesHmac: HmacSha256Hex = (message, key) =>
  Utilities.computeHmacSha256Signature(message, key)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');

/** Goes to the executions page of the script and to Cloud Logging. */
export const consoleLog: Log = {
  error: (message) => console.error(message),
};
