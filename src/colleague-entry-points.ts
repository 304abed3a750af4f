import type { Answer, ScheduleView } from './answers/answers';
import type { ChatChoice, ChatView } from './answers/chat';
import type { EditsView, RunRequest } from './answers/colleagues';
import { respond, respondTo } from './respond';
import * as chats from './sync/chat/save-chat';
import { viewEdits as view } from './sync/commands/view-edits';
import { findConnection } from './sync/connection/connection-record';
import * as requests from './sync/run/run-requests';
import { takeOverSchedule as takeOver } from './sync/schedule/change-schedule';
import { services } from './wiring';

// What people who edit one spreadsheet do for each other, with access to the store or without.

/** Lists the edits since the last sync by the memory alone; asks nothing of Shopify. */
export function viewEdits(): Answer<EditsView> {
  return respond(() => view(services));
}

export function askForRun(asked: requests.AskedRun): Answer<readonly RunRequest[]> {
  return respondTo(requests.askedRun, asked, (wanted) => requests.askForRun(services, wanted));
}

/** Takes the notes away once somebody with access has read them. */
export function endRequests(): Answer<readonly RunRequest[]> {
  return respond(() => requests.endRequests(services, findConnection(services).kind === 'mine'));
}

/** Makes a colleague's schedule one's own. */
export function takeOverSchedule(): Answer<ScheduleView | null> {
  return respond(() => takeOver(services));
}

/** Has a chat told of what one's own schedule does; null ends that. No answer holds its address. */
export function saveChat(choice: ChatChoice | null): Answer<ChatView | null> {
  return respondTo(chats.chatChoice, choice, (wanted) => chats.saveChat(services, wanted));
}
