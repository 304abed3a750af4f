import type { Answer } from './answers/answers';
import type { ChatChoice, ChatView } from './answers/chat';
import { respondTo } from './respond';
import * as chats from './sync/chat/save-chat';
import { services } from './wiring';

/** Has a chat told of runs of the clock; null ends that. No answer holds its address. */
export function saveChat(choice: ChatChoice | null): Answer<ChatView | null> {
  return respondTo(chats.chatChoice, choice, (wanted) => chats.saveChat(services, wanted));
}
