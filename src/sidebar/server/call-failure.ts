import { say } from '../language/say';
import type { Problem } from './answers';

interface KnownFailure extends Problem {
  readonly pattern: RegExp;
}

/**
 * Causes of a call that fails before our code answers, by the words that Google uses. The first entry is the well-known
 * failure of people who are signed in to several Google accounts at once: the sidebar then calls as the wrong one.
 * Source: https://issuetracker.google.com/issues/69270374 and
 * https://developers.google.com/apps-script/guides/support/troubleshooting#issues-multiple
 */
const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    pattern: /PERMISSION_DENIED|Authorization is required|server error occurred while reading from storage/i,
    kind: 'unexpected',
    message: say`Google mixed up your accounts: several are signed in to this browser.`,
    nextStep: say`Open this spreadsheet where only one account is signed in: a private window, or a browser
      profile of its own.`,
  },
  {
    pattern: /permissions are not sufficient|do not have permission to call/i,
    kind: 'not-allowed',
    message: say`Google does not let the add-on do that: a box of its permission screen is not ticked.`,
    nextStep: say`Choose Sync to Shopify ▸ Open sidebar, tick Select all on the screen that comes, and
      allow.`,
  },
  {
    pattern: /Exceeded maximum execution time/i,
    kind: 'quota',
    message: say`Google ended the sync because it took too long.`,
    nextStep: say`Choose Sync now again. It goes on where it stopped.`,
  },
  {
    pattern: /too many (scripts|times)|too much computer time/i,
    kind: 'quota',
    message: say`Your Google account has done as much as Google allows for now.`,
    nextStep: say`Wait a while, at most until tomorrow, and choose Sync now again. It goes on where it
      stopped.`,
  },
  {
    pattern: /HTTP 0|NetworkError|Connection failure/i,
    kind: 'network',
    message: say`Google could not be reached.`,
    nextStep: say`Check your internet connection and try again.`,
  },
];

/** Tells a person that a call did not reach our code. Google writes these texts in the account's language. */
export function problemOfFailure(message: string): Problem {
  const known = KNOWN_FAILURES.find(({ pattern }) => pattern.test(message));
  if (known) return { kind: known.kind, message: known.message, nextStep: known.nextStep };
  return {
    kind: 'unexpected',
    message: say`Google answered: ${message.replace(/^(ScriptError|Exception|Error): /, '')}`,
    nextStep: say`Reload the spreadsheet and open the sidebar again.`,
  };
}
