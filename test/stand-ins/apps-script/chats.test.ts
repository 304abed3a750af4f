import {
  type ChatMood,
  createChatServices,
  GOOGLE_CHAT_ADDRESS,
  SLACK_ADDRESS,
} from '../../../local/apps-script/chats/chat-services';
import type { WireRequest } from '../../../local/store/wire';

const post = (url: string, body: string, type = 'application/json; charset=UTF-8'): WireRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': type },
  body,
});
const MESSAGE = JSON.stringify({ text: 'Hello' });

test('Slack says ok, Google Chat answers the message, and both can be read', () => {
  const chats = createChatServices();
  expect(chats.send(post(SLACK_ADDRESS, MESSAGE))).toMatchObject({ status: 200, body: 'ok' });
  const answer = chats.send(post(GOOGLE_CHAT_ADDRESS, MESSAGE));
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"text":"Hello"') });
  expect(chats.messages).toEqual([
    { chat: 'Slack', text: 'Hello' },
    { chat: 'Google Chat', text: 'Hello' },
  ]);
});

test.each<[string, WireRequest, number, string]>([
  ['an address of Slack’s that nobody made', post(`${SLACK_ADDRESS}Y`, MESSAGE), 404, 'no_service'],
  ['a space that is not there', post(`${GOOGLE_CHAT_ADDRESS}Y`, MESSAGE), 404, 'NOT_FOUND'],
  ['what is no JSON', post(SLACK_ADDRESS, 'Hello'), 400, 'invalid_payload'],
  ['a message without a text', post(SLACK_ADDRESS, '{}'), 400, 'invalid_payload'],
  ['a form', post(SLACK_ADDRESS, MESSAGE, 'application/x-www-form-urlencoded'), 400, 'invalid_payload'],
  [
    'a field that Google Chat does not know',
    post(GOOGLE_CHAT_ADDRESS, '{"text":"a","x":1}'),
    400,
    'INVALID_ARGUMENT',
  ],
  ['a reading', { ...post(SLACK_ADDRESS, MESSAGE), method: 'GET' }, 400, 'invalid_payload'],
])('%s is refused', (_, request, status, body) => {
  const chats = createChatServices();
  expect(chats.send(request)).toMatchObject({ status, body: expect.stringContaining(body) });
  expect(chats.messages).toEqual([]);
});

test.each<[ChatMood, number, string]>([
  ['gone', 404, 'no_service'],
  ['archived', 410, 'channel_is_archived'],
  ['forbidden', 403, 'action_prohibited'],
  ['not-understood', 400, 'invalid_payload'],
  ['too-fast', 429, 'rate_limited'],
  ['error', 500, 'rollup_error'],
])('Slack that is %s answers %i %s', (mood, status, body) => {
  const chats = createChatServices();
  chats.mood = mood;
  expect(chats.send(post(SLACK_ADDRESS, MESSAGE))).toMatchObject({ status, body });
  expect(chats.messages).toEqual([]);
});

test('other addresses are nobody’s here', () => {
  const chats = createChatServices();
  expect(chats.send(post('https://hooks.slack.com.example/services/x', MESSAGE))).toBeUndefined();
  expect(chats.send(post('https://shop.myshopify.com/admin/', MESSAGE))).toBeUndefined();
});
