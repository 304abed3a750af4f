import type { ProblemKind } from '../../ports/problem';
import type { Topic } from './topic';

type Words = readonly [title: string, means: string, why: string, next: string, ...says: string[]];

/** Why a run stops, pauses or cannot begin; the compiler asks for each. */
const WORDS: Readonly<Record<ProblemKind, Words>> = {
  'not-connected': [
    'Not connected',
    'This spreadsheet has no access to a store under your account.',
    'You have not connected yet, somebody disconnected it, or it is a copy: a copy starts without access.',
    'Open the sidebar and connect. Your tabs and what was synced stay.',
  ],
  'invalid-input': [
    'Something that was typed or chosen does not fit',
    'Nothing was done, because what was asked for cannot be done as it stands.',
    'A token, secret or address was copied in part, a choice is out of date, or a tab changed meanwhile.',
    'Do what the second line of the message says, and try again.',
  ],
  unauthorized: [
    'Shopify does not accept the access',
    'Shopify refused the token, or the client ID and secret.',
    'The app was uninstalled, its secret was renewed, or the token was copied wrongly.',
    'Choose Connect again in the sidebar. Nothing that was synced is lost.',
  ],
  'not-allowed': [
    'Google does not allow it',
    'Google did not let the script do something.',
    'A box on Google’s permission screen was left empty, or the permission ended.',
    'Choose any item of the menu, and tick Select all on Google’s screen.',
  ],
  'connection-ended': [
    'This way to connect has ended',
    'The connection works no more; another way does.',
    'Shopify retired this kind of token, another person let the same app in, or the app belongs to another organisation.',
    'Connect again, in the way that the message names.',
  ],
  'missing-scope': [
    'An access scope is missing',
    'The app may not do in your store what the sync needs.',
    'Access scopes are ticked in the app’s settings; the message names the one that is missing.',
    'Add it to the app, install or release it again, and choose Check connection under Access.',
  ],
  'wrong-shop': [
    'Another store answered',
    'The address does not lead to the store that was meant.',
    'The store was renamed, closed, or its address was typed wrongly.',
    'Copy the address that ends in .myshopify.com from Shopify admin ▸ Settings ▸ Domains, and connect again.',
  ],
  outdated: [
    'This copy is too old',
    'Shopify no longer serves the version of its interface that this copy of the add-on speaks, or a newer copy synced last.',
    'Shopify retires each version after about a year. A pasted script does not update itself.',
    'Install the newest release over it: the foot of the sidebar says how. Nothing is sent until then.',
  ],
  'shop-frozen': [
    'The store is frozen',
    'Shopify has stopped the store.',
    'A bill is open.',
    'Settle it in Shopify admin, then sync again.',
  ],
  'shop-locked': [
    'The store is locked',
    'Shopify has locked the store, and nobody can change it now.',
    'Shopify does so where it looks into something.',
    'Try again later. If it stays so, ask Shopify’s support.',
  ],
  throttled: [
    'Asked to slow down',
    'Shopify or Google takes no more requests for the moment.',
    'Other apps use the store at the same time, or much data went through your account.',
    'Wait a few minutes and sync again; what is done is not sent twice.',
  ],
  network: [
    'Shopify could not be reached',
    'No answer came through.',
    'The network or Shopify had trouble. It cannot always be known whether the last request counted.',
    'Sync again in a few minutes: the store is read first, so that nothing is done twice.',
  ],
  'store-error': [
    'Shopify answered with an error',
    'Shopify had an error of its own, or refused the request as a whole.',
    'The message quotes what Shopify said. This is most often over after some minutes.',
    'Sync again later. If it stays so, report it with the words of the message.',
  ],
  busy: [
    'Another sync is under way',
    'Two runs at once would write over each other, so this one did not begin.',
    'A colleague, the schedule or another browser tab is syncing this spreadsheet.',
    'Wait until it ends. If it was left half done, choose Go on in the sidebar.',
  ],
  stopped: [
    'Stopped by a person',
    'The run ended before its next requests, because somebody chose Stop.',
    'What was sent until then stays, and is remembered.',
    'Choose Sync now to send the rest, or undo the run under History.',
  ],
  'time-up': [
    'Time was up',
    'Google ends a script after six minutes, so the run paused and kept what it had done.',
    'There was more to do than fits into one go.',
    'Leave the sidebar open: it goes on by itself. If it is closed, Google’s clock or your next sync does.',
    'Time was up',
  ],
  quota: [
    'Google’s or Shopify’s daily allowance is used up',
    'The run paused before the limit was reached.',
    'Google limits what an account may do in a day; Shopify limits new variants a day in very large stores.',
    'Sync again when the message says. Settings ▸ Google: choose Workspace if you have it, which is allowed more.',
  ],
  protected: [
    'A cell or column is protected',
    'The add-on may not write its status there, so nothing was sent.',
    'Somebody protected these cells, or they are in a table that takes nothing from a script.',
    'Ask the spreadsheet’s owner to let you edit them: Data ▸ Protect sheets and ranges.',
    'could not be written; all else is done',
  ],
  'sheet-full': [
    'The spreadsheet is full',
    'There is no room for more cells.',
    'Google allows ten million cells in a spreadsheet, empty ones too.',
    'Delete empty rows, columns and tabs that you no longer need, or begin in a new spreadsheet.',
  ],
  'storage-full': [
    'Too much to remember',
    'Google keeps no more for this script.',
    'What is to be kept for the next step is too large.',
    'Select fewer rows or tabs, and try again.',
  ],
  'google-trouble': [
    'Google had trouble',
    'Google Sheets did not answer in time, or with an error of its own.',
    'It passes by itself, most often within minutes.',
    'Sync again in a minute; what is done is not sent twice.',
  ],
  'no-tabs': [
    'No tab is ticked',
    'There is nothing to sync: a tab takes part only once you have ticked it.',
    'No tab was chosen yet, the ticked ones were deleted, or their header rows cannot be read.',
    'Tick a tab in the sidebar, or choose Set up tabs.',
  ],
  'no-preview': [
    'A preview comes first',
    'Nothing is ever sent before somebody has seen what would happen.',
    'This spreadsheet was not previewed yet, or the preview is not the last one any more.',
    'Choose Preview changes, look at it, then choose Sync now.',
  ],
  restored: [
    'The last synced values are not certain',
    'Nothing was sent: what the spreadsheet remembers of the last sync may be out of date.',
    'Somebody chose File ▸ Version history, or changed a hidden tab. Old cells would look like edits, and would be sent.',
    'Choose Compare with Shopify in the sidebar. It sends nothing, and asks you about each cell that differs. Or put the newer version back.',
  ],
  unexpected: [
    'Something unexpected went wrong',
    'The run ended with an error that the add-on does not know.',
    'It may be a fault of the add-on. What was sent is remembered.',
    'Try again. If it stays so, report it with the log under Extensions ▸ Apps Script ▸ Executions.',
  ],
};

function topicOf([code, [title, means, why, next, ...says]]: [string, Words]): Topic {
  return { code: `problem-${code}`, title, means, why, next, says };
}

export const PROBLEM_TOPICS: readonly Topic[] = Object.entries(WORDS).map(topicOf);

/** The code of the paragraph about a kind of problem. */
export function codeOfProblem(kind: string): string {
  return `problem-${kind}`;
}
