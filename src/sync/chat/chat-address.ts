import type { ChatService } from '../../answers/chat';
import { fail, type Result, succeed } from '../../ports/problem';

/** An incoming webhook; whoever has the address can post. */
export interface ChatAddress {
  readonly service: ChatService;
  readonly address: string;
}

/** Beyond that it is no address that a chat ever gave. */
const LONGEST = 2_000;

interface Chat {
  readonly form: RegExp;
  /** A line of a message as it has to be written there. */
  readonly escaped: (text: string) => string;
}

/**
 * Incoming webhooks, and nothing else at these hosts: each sign of the address is looked at, because what a run did is
 * sent to where it leads.
 * Sources: https://developers.google.com/workspace/chat/quickstart/webhooks,
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const CHATS: Readonly<Record<ChatService, Chat>> = {
  'Google Chat': {
    form: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]+\/messages\?key=[\w-]+&token=[\w%.~-]+(&[\w%.~=-]+)*$/,
    escaped: (text) => text,
  },
  Slack: {
    form: /^https:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+$/,
    escaped: (text) => text.replace(/&/g, '&amp;'),
  },
};

export const CHAT_SERVICES = Object.keys(CHATS) as ChatService[];

/** Also of what is a webhook of another kind, such as one that starts a workflow of Slack. */
const WHAT_IS_TAKEN =
  'Copy the whole address of an incoming webhook: it begins with https://chat.googleapis.com/v1/spaces/ or https://hooks.slack.com/services/.';

/** The address as a person pasted it, perhaps with spaces around it. Nothing of a refused one is repeated. */
export function parseAddress(typed: string): Result<ChatAddress> {
  const address = typed.trim();
  const service = CHAT_SERVICES.find((each) => address.length <= LONGEST && CHATS[each].form.test(address));
  return service
    ? succeed({ service, address })
    : fail('invalid-input', 'This is no address by which a chat can be told.', WHAT_IS_TAKEN);
}
