import type { ChatChoice, ChatView } from '../../answers/chat';
import { type Result, succeed } from '../../ports/problem';
import { fields, maybe, orNull, text } from '../../ports/shape';
import type { Services } from '../ground/services';
import { refuseOwned } from '../schedule/change-schedule';
import { isOwn, loadSchedule } from '../schedule/schedule';
import { parseAddress } from './chat-address';
import { type ChatRecord, changeChat, toldRuns, viewChat } from './chat-record';
import { chatText } from './chat-text';
import { postToChat } from './post-to-chat';

/** Form of a choice that somebody may have typed. */
export const chatChoice = orNull(fields<ChatChoice>({ address: maybe(text(10_000)), tells: toldRuns }));

/**
 * Sends a test to a new address and keeps it only if the chat takes that. Without an address it changes what the known
 * chat is told; null tells no chat any more.
 */
export function saveChat(services: Services, choice: ChatChoice | null): Result<ChatView | null> {
  const spreadsheetId = services.spreadsheet.id();
  const change = choice ? changeOf(services, spreadsheetId, choice) : succeed(() => undefined);
  if (!change.ok) return change;
  changeChat(services, spreadsheetId, change.value);
  return succeed(viewChat(services));
}

type Change = (now: ChatRecord | undefined) => ChatRecord | undefined;

function changeOf(services: Services, spreadsheetId: string, { address, tells }: ChatChoice): Result<Change> {
  const schedule = loadSchedule(services);
  if (schedule && !isOwn(services, schedule)) return refuseOwned(schedule);
  if (address === undefined) return succeed((now) => now && { ...now, view: { ...now.view, tells } });
  const parsed = parseAddress(address);
  if (!parsed.ok) return parsed;
  const { service } = parsed.value;
  const sentences = ['This chat is told of scheduled syncs of this spreadsheet from now on.'];
  const text = chatText(services, service, { spreadsheetId, isOpen: true, sentences });
  const refused = postToChat(services, parsed.value, text);
  if (refused) return { ok: false, problem: refused.problem };
  const view = { service, tells, toldAtMs: services.clock.now(), trouble: '', isOver: false };
  return succeed(() => ({ ...parsed.value, view, called: {} }));
}
