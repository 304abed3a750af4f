import { GOOGLE_CHAT_ADDRESS, SLACK_ADDRESS } from '../../../../local/apps-script/chats/chat-services';
import { parseAddress } from '../../../../src/sync/chat/chat-address';

test.each([
  ['Slack’s', SLACK_ADDRESS, 'Slack'],
  ['Google Chat’s', GOOGLE_CHAT_ADDRESS, 'Google Chat'],
  ['one of a thread', `${GOOGLE_CHAT_ADDRESS}&threadKey=sync`, 'Google Chat'],
])('%s address is taken', (_, address, service) => {
  expect(parseAddress(address)).toEqual({ ok: true, value: { service, address } });
});

test('spaces and line breaks around an address are none of it', () => {
  expect(parseAddress(`  ${SLACK_ADDRESS}\n`)).toMatchObject({ value: { address: SLACK_ADDRESS } });
});

const SLACK_PATH = new URL(SLACK_ADDRESS).pathname;
const GOOGLE_PATH = new URL(GOOGLE_CHAT_ADDRESS).pathname;
const QUERY = new URL(GOOGLE_CHAT_ADDRESS).search;

test.each([
  ['nothing', ''],
  ['no encryption', SLACK_ADDRESS.replace('https', 'http')],
  ['no scheme', SLACK_ADDRESS.replace('https://', '')],
  ['a user before the host', `https://hooks.slack.com@evil.example${SLACK_PATH}`],
  ['a user of the host', `https://me:secret@hooks.slack.com${SLACK_PATH}`],
  ['a port', `https://hooks.slack.com:8443${SLACK_PATH}`],
  ['a longer host', `https://hooks.slack.com.evil.example${SLACK_PATH}`],
  ['a host below', `https://x.hooks.slack.com${SLACK_PATH}`],
  ['a host that looks alike', `https://hooks.s1ack.com${SLACK_PATH}`],
  ['a host of other letters', `https://hooks.slаck.com${SLACK_PATH}`],
  ['a dot after the host', `https://hooks.slack.com.${SLACK_PATH}`],
  ['a backslash', `https://hooks.slack.com\\@evil.example${SLACK_PATH}`],
  ['a fragment', `${SLACK_ADDRESS}#here`],
  ['a query of Slack’s', `${SLACK_ADDRESS}?x=1`],
  ['a step up', `https://hooks.slack.com/services/../triggers/T0/B0/x`],
  ['a workflow of Slack', 'https://hooks.slack.com/workflows/T0/A0/1/x'],
  ['a trigger of Slack', 'https://hooks.slack.com/triggers/T0/1/x'],
  ['a part of it', SLACK_ADDRESS.slice(0, -25)],
  ['a space within', SLACK_ADDRESS.replace('/B', '/ B')],
  ['two addresses', `${SLACK_ADDRESS} ${SLACK_ADDRESS}`],
  ['2 kB', `${SLACK_ADDRESS}${'X'.repeat(2_000)}`],
  ['another place of Google', `https://chat.google.com${GOOGLE_PATH}${QUERY}`],
  ['another call of Google Chat', `https://chat.googleapis.com/v1/spaces/AAAA/members${QUERY}`],
  ['no key', `https://chat.googleapis.com${GOOGLE_PATH}?token=x`],
  ['no token', `https://chat.googleapis.com${GOOGLE_PATH}?key=x`],
  ['an address within the query', `${GOOGLE_CHAT_ADDRESS}&x=https://evil.example`],
  ['another service', 'https://discord.com/api/webhooks/1/x'],
])('%s is refused with a sentence that says what is taken, and not repeated', (_, address) => {
  const refused = parseAddress(address);
  expect(refused).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
  const said = JSON.stringify(refused);
  expect(said).toContain('https://chat.googleapis.com/v1/spaces/');
  expect(said).toContain('https://hooks.slack.com/services/');
  if (address.length > 60) expect(said).not.toContain(address);
});
