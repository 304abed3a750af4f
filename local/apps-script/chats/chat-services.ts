import type { WireAnswer, WireRequest } from '../../store/wire';

/** Incoming webhooks that exist; they lead nowhere but here. */
export const SLACK_ADDRESS = `https://hooks.slack.com/services/${['T00000000', 'B00000000', 'X'.repeat(24)].join('/')}`;
export const GOOGLE_CHAT_ADDRESS =
  'https://chat.googleapis.com/v1/spaces/AAAAnotreal/messages?key=not-a-real-key&token=not-a-real-token%3D';

/** How a chat answers: `ok`, or one of the ways in which it does not take a message. */
export type ChatMood =
  | 'ok'
  | 'gone'
  | 'archived'
  | 'forbidden'
  | 'not-understood'
  | 'too-fast'
  | 'error'
  | 'moved'
  /** Something else answers in its place. */
  | 'other-page'
  | 'hangs';

/** A text that arrived, as it was sent. */
export interface ChatMessage {
  readonly chat: 'Slack' | 'Google Chat';
  readonly text: string;
}

/** Slack's and Google Chat's incoming webhooks. */
export interface ChatServices {
  mood: ChatMood;
  /** The first one first. */
  readonly messages: readonly ChatMessage[];
  /** Undefined where the address is of neither. */
  send(request: WireRequest): WireAnswer | undefined;
}

type Refusal = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

const google = (code: number, status: string, message: string): string =>
  JSON.stringify({ error: { code, message, status } }, null, 2);

const OTHER_PAGE: Refusal = [
  200,
  '<!doctype html><title>Sign in</title>',
  { 'Content-Type': 'text/html; charset=utf-8' },
];

/**
 * Slack's words of each refusal, and of 429.
 * Sources: https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks,
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
const SLACK: Readonly<Record<Exclude<ChatMood, 'ok' | 'hangs'>, Refusal>> = {
  gone: [404, 'no_service'],
  archived: [410, 'channel_is_archived'],
  forbidden: [403, 'action_prohibited'],
  'not-understood': [400, 'invalid_payload'],
  'too-fast': [429, 'rate_limited', { 'Retry-After': '30' }],
  error: [500, 'rollup_error'],
  moved: [302, '', { Location: 'https://slack.com/' }],
  'other-page': OTHER_PAGE,
};

/** Google's codes of all of its APIs: https://cloud.google.com/apis/design/errors */
const GOOGLE: typeof SLACK = {
  gone: [404, google(404, 'NOT_FOUND', 'Requested entity was not found.')],
  archived: [410, google(410, 'NOT_FOUND', 'The space is no longer there.')],
  forbidden: [403, google(403, 'PERMISSION_DENIED', 'The caller does not have permission')],
  'not-understood': [400, google(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.')],
  'too-fast': [429, google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).')],
  error: [503, google(503, 'UNAVAILABLE', 'The service is currently unavailable.')],
  moved: [302, '', { Location: 'https://accounts.google.com/' }],
  'other-page': OTHER_PAGE,
};

const ANSWER_MS = 300;

export function createChatServices(): ChatServices {
  const messages: ChatMessage[] = [];
  return {
    mood: 'ok',
    messages,
    send(request) {
      const { host } = new URL(request.url);
      const isSlack = host === 'hooks.slack.com';
      if (!isSlack && host !== 'chat.googleapis.com') return undefined;
      if (this.mood === 'hangs') return { failure: 'timeout', tookMs: 600_000 };
      const refusals = isSlack ? SLACK : GOOGLE;
      const answered = ([status, body, headers = {}]: Refusal): WireAnswer => ({
        status,
        headers: { 'Content-Type': isSlack ? 'text/html' : 'application/json; charset=UTF-8', ...headers },
        body,
        tookMs: ANSWER_MS,
      });
      if (this.mood !== 'ok') return answered(refusals[this.mood]);
      if (request.url !== (isSlack ? SLACK_ADDRESS : GOOGLE_CHAT_ADDRESS)) return answered(refusals.gone);
      const text = textOf(request);
      if (text === undefined) return answered(refusals['not-understood']);
      messages.push({ chat: isSlack ? 'Slack' : 'Google Chat', text });
      const name = `spaces/AAAAnotreal/messages/${messages.length}`;
      return answered([200, isSlack ? 'ok' : JSON.stringify({ name, text })]);
    },
  };
}

/** Both take JSON with a text, and Google Chat no field that it does not know. */
function textOf({ method, headers, body }: WireRequest): string | undefined {
  if (method !== 'POST' || !/^application\/json/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    const { text, ...others } = JSON.parse(String(body)) as { readonly text?: unknown };
    return typeof text === 'string' && text !== '' && Object.keys(others).length === 0 ? text : undefined;
  } catch {
    return undefined;
  }
}
