import { refusalOf } from '../../../../src/google/services/refusals';

test.each([
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'protected',
  ],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'sheet-full',
  ],
  ['Service Spreadsheets timed out while accessing document with id abc.', 'google-trouble'],
  ['Service timed out: Spreadsheets', 'google-trouble'],
  ['Service error: Spreadsheets', 'google-trouble'],
  ['Service Spreadsheets failed while accessing document with id abc.', 'google-trouble'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'google-trouble'],
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'storage-full',
  ],
  ['Argument too large: value', 'storage-full'],
  ['There are too many scripts running simultaneously for this Google user account.', 'busy'],
  ['There are too many simultaneous invocations: Spreadsheets', 'busy'],
  ['Lock timeout: another process was holding the lock for too long.', 'busy'],
  [
    'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
    'google-trouble',
  ],
  ['Service invoked too many times for one day: properties.', 'quota'],
  ['Service using too much computer time for one day.', 'quota'],
  ['A tab was deleted while it was in use.', 'unexpected'],
  ['Sheet 5 not found', 'unexpected'],
])('what Google throws as “%s” is told in its own sentence', (message, kind) => {
  const refusal = refusalOf(new Error(message));
  expect(refusal?.kind).toBe(kind);
  expect(`${refusal?.message} ${refusal?.nextStep}`.length).toBeLessThanOrEqual(300);
  expect(refusalOf(`Exception: ${message}`)).toEqual(refusal);
});

test.each([new Error('Cannot read properties of undefined'), 'x', null, undefined, 5, {}])(
  'an error of ours is no refusal of Google’s: %p',
  (error) => {
    expect(refusalOf(error)).toBeUndefined();
  },
);
