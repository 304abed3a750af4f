import type { RunSummary } from '../../answers/answers';
import type { ChatView } from '../../answers/chat';
import { sentencesOf } from '../../language/patterns';
import { type Result, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { answer } from '../run/run-alone';
import { calledToday, withoutStop } from '../schedule/last-scheduled-run';
import { type ChatRecord, changeChat, loadChat } from './chat-record';
import { chatText, type Told } from './chat-text';
import { postToChat } from './post-to-chat';

/**
 * Google ends an execution at six minutes; sending a message, waiting for the answer and keeping both takes up to 30
 * seconds.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const LATEST_MS = 6 * 60_000 - 30_000;

/** Work of Google's clock, once all of it is recorded. */
export interface ClockRun {
  readonly ran: Result<RunSummary>;
  /** In counts, without a full stop: `3 rows updated, 1 row held` */
  readonly says: string;
  /** Whether a refresh after it wrote cells. */
  readonly hasRefreshed: boolean;
  /** Why a person is needed. */
  readonly call: { readonly reason: string; readonly sentence: string } | undefined;
}

/** The execution that tells of it. */
export interface Began {
  readonly spreadsheetId: string;
  /** False where Google does not let it look into the spreadsheet. */
  readonly isOpen: boolean;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}

/**
 * Tells the user's chat of a run, if they have one and wanted to know. That it was told is kept first, so that an
 * execution beside this one does not tell the same. Nothing of it can fail the run.
 */
export function tellChat(services: Services, run: ClockRun, began: Began): void {
  answer(services, () => {
    const chat = loadChat(services, began.spreadsheetId);
    const nowMs = services.clock.now();
    if (!chat || chat.view.isOver) return succeed(null);
    const hasFinished = run.ran.ok && run.ran.value.outcome === 'finished';
    const before = calledToday(chat.called, nowMs, hasFinished);
    const called = calledAfter(before, chat.view, run, nowMs);
    const keep = (view: Partial<ChatView>, nowCalled = before) =>
      changeChat(services, began.spreadsheetId, (now) =>
        // Meanwhile the person may have chosen another chat, or none.
        now?.address === chat.address ? { ...now, called: nowCalled, view: { ...now.view, ...view } } : now,
      );
    if (!called) {
      if (Object.keys(before).length < Object.keys(chat.called).length) keep({});
      return succeed(null);
    }
    if (nowMs > began.startedAtMs + LATEST_MS) return succeed(keep({ trouble: TIME_WAS_UP }));
    keep({}, called);
    const refused = postToChat(services, chat, chatText(services, chat.service, toldOf(run, began)));
    if (refused) keep({ trouble: refused.problem.message, isOver: refused.isOver });
    else keep({ toldAtMs: nowMs, trouble: '' }, called);
    return succeed(null);
  });
}

/** Calls of the last day with those of this run; undefined where the chat is not to be told of it. */
function calledAfter(
  called: ChatRecord['called'],
  { tells }: ChatView,
  { ran, hasRefreshed, call }: ClockRun,
  nowMs: number,
): ChatRecord['called'] | undefined {
  const ended = ran.ok && ran.value.outcome !== 'paused' ? ran.value : undefined;
  const waiting = ended ? waitingIn(ended) : NONE;
  const isCalled = call !== undefined && called[call.reason] === undefined;
  const isWaiting = waiting !== NONE && called[waiting] === undefined;
  const isNews = isWaiting || hasRefreshed || (ended !== undefined && hasDone(ended));
  if (!isCalled && !(isNews && tells === 'each')) return undefined;
  return { ...called, [waiting]: nowMs, ...(call && { [call.reason]: nowMs }) };
}

function toldOf({ ran, says, call }: ClockRun, began: Began): Told {
  const sentences = [`${says}.`, call ? unsaidOf(call.sentence, says) : ''].filter(Boolean);
  return { ...began, sentences, summary: ran.ok ? ran.value : undefined };
}

const TIME_WAS_UP = 'Time was nearly up after the last run, so the chat was not told.';

/** Sentences of a call that were not said already. */
function unsaidOf(call: string, says: string): string {
  return sentencesOf(call)
    .filter((sentence) => !says.includes(withoutStop(sentence)))
    .join(' ');
}

const NONE = '0 0 0';

/** Rows that wait for a person, in numbers: the same ones are news once a day. */
function waitingIn({ totals: { skipped, conflict, error } }: RunSummary): string {
  return `${skipped} ${conflict} ${error}`;
}

function hasDone({ totals, keptStock }: RunSummary): boolean {
  return totals.created + totals.updated + keptStock > 0;
}
