import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SLACK_ADDRESS } from '../../local/apps-script/chats/chat-services';
import { ROOT } from '../bundle/built';
import { COLLEAGUE, HOUR_MS, HOURLY, scheduled } from '../support/scheduled-spreadsheet';

/** As a person reads the page. */
const policy = readFileSync(path.join(ROOT, 'publish/pages/privacy.html'), 'utf8')
  .replace(/<[^>]+>/g, '')
  .replace(/\s+/g, ' ');

type Told = readonly (readonly [key: RegExp, words: string])[];

/** What the policy says of each thing that is kept. A key that is new has to be told of. */
const USER_PROPERTIES: Told = [
  [/^shopify:/, 'The access token, or the client ID and secret with the tokens issued for them'],
  [/^(connection|spreadsheets):/, 'which of your spreadsheets are connected to which store'],
  [/^(triggers$|one-off:)/, 'the numbers of your timers'],
  [/^signing-key$/, 'a random signing key'],
  [/^editor$/, 'a random mark that tells your runs from a colleague’s'],
  [/^day-use$/, 'how many calls were made and how long timers ran today'],
  [/^account-kind$/, 'the kind of your account'],
  [/^chat:/, 'the address of the chat that is told of your scheduled runs'],
];
const DOCUMENT_PROPERTIES: Told = [
  [/^connection$/, 'The address of the store, the typed name'],
  [/^ticked-tabs$/, 'ticked tabs'],
  [/^(policy|previewed|run-by-hand)$/, 'settings'],
  [/^schedule(-ticks)?$/, 'the schedule'],
  [/^(run|state-revision)$/, 'the state of the present run'],
  [/^run-history:/, 'the list of past runs'],
  [/^undo-forgotten$/, 'when old values were last cleared away'],
  [/^bulk-speed$/, 'how fast Shopify took files'],
  [/^(pull|pulled-tab-\d+)$/, 'which products a tab was filled with and how far that is'],
  [/^memory-version$/, 'which form of memory they use'],
  [/^run-requests$/, 'notes with which colleagues ask for a sync'],
  [/^known-shop$/, 'name, currency and locations of the store'],
  [/^(location|collections|channels)-names$/, 'which location, collection and channel each name meant last'],
  [/^compared$/, 'when each tab was last compared'],
  [/^attendance$/, 'when it took no part in a sync'],
];
const TABS: Told = [
  [/^Sync to Shopify state$/, 'what sheet and store said at the last sync'],
  [/^Sync to Shopify in flight$/, 'requests under way'],
  [/^Sync to Shopify undo$/, 'values that runs replaced'],
  [/^Sync preview$/, 'Sync preview'],
  [/^Sync history$/, 'Sync history'],
];

function untold(keys: readonly string[], told: Told): readonly string[] {
  return keys.filter((key) => {
    const words = told.find(([form]) => form.test(key))?.[1];
    return words === undefined || !policy.includes(words);
  });
}

/** Synced, changed and synced by the clock: all that a usual week leaves behind. */
function used() {
  const sheet = scheduled();
  sheet.call('saveSettings', { accountKind: 'workspace' });
  sheet.save(HOURLY);
  sheet.call('saveChat', { address: SLACK_ADDRESS, tells: 'each' });
  sheet.price('11.00', '10.50', '10.00');
  sheet.pass(3 * HOUR_MS);
  expect(sheet.prices()).toEqual(['11.00', '10.50', '10.00']);
  sheet.call('askForRun', { from: 'Bob', says: '' }, COLLEAGUE);
  return sheet;
}

test('the privacy policy tells of everything that the add-on keeps', () => {
  const { userProperties, documentProperties, scriptProperties, workbook } = used().state;
  const kept = Object.values(userProperties).flatMap((properties) => Object.keys(properties));
  expect(kept.length).toBeGreaterThan(5);
  expect(untold(kept, USER_PROPERTIES)).toEqual([]);
  expect(untold(Object.keys(documentProperties), DOCUMENT_PROPERTIES)).toEqual([]);
  expect(scriptProperties).toEqual({});
  const tabs = workbook.sheets.map(({ name }) => name).filter((name) => name !== 'Prices');
  expect(tabs).toEqual(expect.arrayContaining(['Sync to Shopify undo', 'Sync history']));
  expect(untold(tabs, TABS)).toEqual([]);
});

test('disconnecting leaves with the user what the privacy policy says, and no more', () => {
  const sheet = used();
  expect(sheet.call('disconnect')).toMatchObject({ ok: true });
  const left = Object.values(sheet.state.userProperties).flatMap((properties) => Object.keys(properties));
  expect(left.sort()).toEqual(['account-kind', 'day-use', 'editor', 'signing-key']);
  expect(policy).toContain(
    'What disconnecting leaves in your user properties is a random key, a random mark, a count of calls and the kind of your account.',
  );
});

test('no cache holds a row or a secret, as the privacy policy says', () => {
  const { documentCache, scriptCache, userCaches } = used().state;
  const text = JSON.stringify([documentCache, scriptCache, userCaches]);
  expect(text).toContain('progress');
  expect(text).not.toMatch(/shp[a-z]{2}_|SKU-1|11\.00/);
});
