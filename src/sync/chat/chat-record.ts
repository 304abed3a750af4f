import type { ChatService, ChatView, ToldRuns } from '../../answers/chat';
import { amount, fields, flag, mapOf, oneOf, readStored, text, time } from '../../ports/shape';
import { chatKey } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { CHAT_SERVICES, type ChatAddress } from './chat-address';

/** The chat that one user has told of the runs of one spreadsheet. It lies with the user, as their access does. */
export interface ChatRecord extends ChatAddress {
  /** The part that the page may know. */
  readonly view: ChatView;
  /** Times at which it was told why a person is needed, and how many rows wait for one; by reason and by numbers. */
  readonly called: Readonly<Record<string, number>>;
}

const service = oneOf<ChatService>(...CHAT_SERVICES);

export const toldRuns = oneOf<ToldRuns>('each', 'needed');

const chatRecord = fields<ChatRecord>({
  service,
  address: text(),
  view: fields<ChatView>({ service, tells: toldRuns, toldAtMs: time, trouble: text(), isOver: flag }),
  called: mapOf(amount),
});

/** @param spreadsheetId given apart, because Google may not let this execution open the spreadsheet */
export function loadChat({ secrets }: Services, spreadsheetId: string): ChatRecord | undefined {
  return readStored(chatRecord, secrets.load(chatKey(spreadsheetId)));
}

/** How long the page or the clock waits for the other, which changes it too. Milliseconds. */
const LOCK_WAIT_MS = 8_000;

/** Changes what is kept as it is by now; undefined removes it. */
export function changeChat(
  services: Services,
  spreadsheetId: string,
  change: (now: ChatRecord | undefined) => ChatRecord | undefined,
): void {
  const { secrets, lock } = services;
  const save = () => {
    const chat = change(loadChat(services, spreadsheetId));
    if (chat) secrets.save(chatKey(spreadsheetId), JSON.stringify(chat));
    else secrets.remove(chatKey(spreadsheetId));
    return true;
  };
  // Whoever holds the lock for so long renews a token, and has nothing to do with a chat.
  if (!lock.withLock('user', LOCK_WAIT_MS, save)) save();
}

/** The user's own chat, without its address; null where they have none. */
export function viewChat(services: Services): ChatView | null {
  return loadChat(services, services.spreadsheet.id())?.view ?? null;
}
