import type { Problem, ProblemKind } from '../../ports/problem';
import type { RefusalOf } from '../../ports/refusals';

/**
 * Google's own refusals. A service throws a text and no code, in the account's language; what is not English reads the
 * general words. Source: https://developers.google.com/apps-script/guides/support/troubleshooting
 */
const REFUSALS: readonly (readonly [text: RegExp, kind: ProblemKind, message: string, nextStep: string])[] = [
  [
    /protected (cell|object|range|sheet)/i,
    'protected',
    'Google did not let the add-on write into a protected cell.',
    'Ask the owner of the spreadsheet to let you edit it, or sync as the owner: Data ▸ Protect sheets and ranges.',
  ],
  [
    /number of cells in the workbook above|limit of [\d,.]+ cells/i,
    'sheet-full',
    'This spreadsheet has no room left: Google allows 10,000,000 cells.',
    'Delete empty rows and columns, or tabs that you no longer need, and sync again.',
  ],
  [
    /property storage quota|argument too large/i,
    'storage-full',
    'Google keeps no more for this script: what is to be remembered is too large.',
    'Select fewer rows or tabs, and try again. If it happens every time, report it.',
  ],
  [
    /running simultaneously|too many simultaneous/i,
    'busy',
    'Google runs as many scripts of yours at once as it allows.',
    'Wait a minute and try again; close sidebars that you do not need.',
  ],
  [
    /lock timeout|holding the lock/i,
    'busy',
    'Another sync or another person is using the spreadsheet at this moment.',
    'Wait a minute and try again.',
  ],
  [
    /in a short time/i,
    'google-trouble',
    'Google asks the add-on to slow down.',
    'Wait a minute and sync again; what is done is not sent twice.',
  ],
  [
    /too many times|too much computer time/i,
    'quota',
    'Your Google account has done as much as Google allows for now.',
    'Wait a while, at most until tomorrow, and choose Sync now again. It goes on where it stopped.',
  ],
  [
    /service .*timed out|timed out.*spreadsheet/i,
    'google-trouble',
    'Google Sheets took too long to answer.',
    'Sync again in a minute; what is done is not sent twice. Very large tabs may need fewer formulas.',
  ],
  [
    /service error|service spreadsheets failed|server error occurred/i,
    'google-trouble',
    'Google Sheets had an error of its own.',
    'Sync again in a minute; what is done is not sent twice.',
  ],
  // Ours, and Google's own for a tab that is gone.
  [
    /tab was deleted while|Sheet \d+ not found/,
    'unexpected',
    'A tab was deleted while it was in use.',
    'Reload the spreadsheet and sync again; what is done is not sent twice.',
  ],
];

/** What is not possible while a box of Google's permission screen is unticked, by the scope that Google names. */
const BOXES: readonly (readonly [scope: string, box: string, effect: string])[] = [
  ['script.external_request', 'Connect to an external service', 'reach your store'],
  ['spreadsheets', 'View and manage spreadsheets', 'read this spreadsheet'],
  ['script.scriptapp', 'Run when you are not present', 'sync on a schedule or finish long runs by itself'],
  ['script.container.ui', 'Display third-party content', 'show its sidebar'],
];

/** Today's words first; the others are those of earlier years, and of what a mode forbids. */
const UNTICKED = /permissions are not sufficient|do not have permission to call|authorization is required/i;

function untickedBox(thrown: string): Problem {
  const found = BOXES.find(([scope]) => thrown.includes(scope));
  const [, box, effect] = found ?? ['', '', 'do that'];
  return {
    kind: 'not-allowed',
    message: `Google does not let the add-on ${effect}${box && `: “${box}” is not ticked`}.`,
    nextStep: 'Allow it on Google’s permission screen, where Select all ticks every box, and try again.',
    ...linkToAllow(),
  };
}

function linkToAllow(): Pick<Problem, 'link'> {
  try {
    const link = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl();
    return link ? { link } : {};
  } catch {
    return {};
  }
}

export const refusalOf: RefusalOf = (error) => {
  const thrown = textOf(error);
  if (UNTICKED.test(thrown)) return untickedBox(thrown);
  const found = REFUSALS.find(([text]) => text.test(thrown));
  if (!found) return undefined;
  const [, kind, message, nextStep] = found;
  return { kind, message, nextStep };
};

export function textOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}
