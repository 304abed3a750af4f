/** A phase of a run, and how often each call that takes time is made in it. */
interface Phase {
  readonly phase: string;
  readonly calls: Readonly<Record<string, number>>;
  readonly why: string;
}

/**
 * The calls of a run that sends twenty changed prices of one tab, after a preview, in a spreadsheet that was synced before. A
 * test counts them.
 */
export const CALLS_OF_A_RUN: readonly Phase[] = [
  {
    phase: 'Lock',
    calls: { 'Lock.tryLock': 1, 'SpreadsheetApp.getActiveSpreadsheet': 1 },
    why: 'One sync of a spreadsheet at a time.',
  },
  {
    phase: 'Memory',
    calls: {
      'Spreadsheet.getSheets': 1,
      'Sheet.getLastRow': 1,
      'Sheet.getLastColumn': 1,
      'Range.getDisplayValues': 1,
      'Properties.getProperties': 2,
    },
    why: 'The hidden state tab, and all settings: of the spreadsheet and of the user, each with one call.',
  },
  {
    phase: 'Run',
    calls: { 'Properties.setProperty': 1, 'Cache.put': 1, 'Cache.get': 1 },
    why: 'The run’s record before anything is done, in case Google ends it; the progress starts at nothing; how full the bucket of points was.',
  },
  {
    phase: 'Tab',
    calls: {
      'Spreadsheet.getSheets': 1,
      'Sheet.getDataRange': 1,
      'Range.getDisplayValues': 1,
      'Range.getValues': 1,
    },
    why: 'Headers, rows and status columns of one moment: once as shown, once as typed. Safety: where the two do not give each row the same name, it is looked at again, and read again where something moved.',
  },
  {
    phase: 'Shop and store',
    calls: { 'UrlFetchApp.fetch': 1 },
    why: 'Scopes, locations and channels, and what Shopify has of the rows that changed, in one document. Safety: if the shop is another than it was last, the tab is read again and the rows are asked for anew.',
  },
  {
    phase: 'Headers',
    calls: { 'Spreadsheet.getSheets': 1, 'Sheet.getDataRange': 1, 'Range.getDisplayValues': 1 },
    why: 'Safety: where one moved while Shopify was asked, the tab is read again.',
  },
  { phase: 'Guards', calls: { 'Sheet.getLastRow': 1 }, why: 'What was changed within a day.' },
  {
    phase: 'Probe',
    calls: {
      'Sheet.getDataRange': 1,
      'Range.getValues': 1,
      'Range.setValue': 1,
      'Range.getValue': 1,
    },
    why: 'Safety: nothing is sent that could not be answered. The header is looked at again, and a time written over itself.',
  },
  {
    phase: 'Before sending',
    calls: {
      'Properties.setProperties': 1,
      'Range.setNumberFormat': 1,
      'Range.setValues': 1,
    },
    why: 'Safety: the run is listed, and what it is about to replace is saved for its undo. The format once an execution.',
  },
  { phase: 'Sending', calls: { 'UrlFetchApp.fetchAll': 1 }, why: 'Twenty products in four documents.' },
  {
    phase: 'Answers',
    calls: {
      'Range.setNumberFormat': 1,
      'Range.setValues': 1,
      'Cache.put': 1,
    },
    why: 'What is in step now, and how far the run is.',
  },
  {
    phase: 'Rows',
    calls: {
      'Spreadsheet.getSheets': 1,
      'Sheet.getDataRange': 1,
      'Range.getValues': 1,
      'Range.setValues': 1,
      'Range.setBackgrounds': 1,
    },
    why: 'Safety: the rows and the header are found again, then the answers are written beside them in one block.',
  },
  {
    phase: 'End',
    calls: { 'Properties.setProperty': 1, 'Properties.setProperties': 1 },
    why: 'What the day has used of Google’s allowance; then the record, the history and the memory’s number in one call.',
  },
  {
    phase: 'History',
    calls: {
      'Spreadsheet.getSheetByName': 1,
      'Range.getDisplayValue': 1,
      'Range.setValue': 1,
      'Sheet.getLastRow': 1,
      'Range.setValues': 1,
      'Range.getValue': 1,
    },
    why: 'A line for people. Reading it back sends all that waits to be written, before the lock is given up.',
  },
  { phase: 'Unlock', calls: { 'Lock.releaseLock': 1 }, why: 'The next one may begin.' },
];

/** Number of times that each call is made in the whole run. */
export function callsOfARun(): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const { calls } of CALLS_OF_A_RUN)
    for (const [name, times] of Object.entries(calls)) totals[name] = (totals[name] ?? 0) + times;
  return totals;
}
