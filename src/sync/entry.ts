import { fitProblem } from '../catalog/fit-message';
import { FORESEEN_WORDS, ROW_STATUSES, STATUS_WORDS } from '../catalog/status-block';
import type { Log } from '../ports/log';
import { maskTokens } from '../ports/mask-tokens';
import { type Problem, type Result, succeed } from '../ports/problem';
import type { Answer, RunSummary } from './answers';
import { goesOnByItself } from './one-off';
import type { Outside } from './outside';
import { loadRun } from './run-record';

/** How long a second click waits for the first to finish before it is told so. */
const LOCK_WAIT_MS = 3_000;

/** One sync per spreadsheet at a time. */
export function runAlone<Value>(outside: Outside, run: () => Result<Value>): Result<Value> {
  return outside.lock.withLock('document', LOCK_WAIT_MS, run) ?? { ok: false, problem: busy(outside) };
}

function busy({ settings }: Outside): Problem {
  const name = loadRun(settings)?.startedBy?.name;
  return {
    kind: 'busy',
    message: `A sync of this spreadsheet is already running${name ? `, started by ${name}` : ''}.`,
    nextStep: 'Wait until it ends; it takes your last edits with it when it is started again.',
  };
}

/** The one place where a thrown error, which is a bug of ours, becomes words for a person. */
export function answer<Value>(log: Log, action: () => Result<Value>): Answer<Value> {
  try {
    const answered = action();
    return answered.ok ? answered : { ok: false, problem: fitProblem(answered.problem) };
  } catch (error) {
    const text = describe(error);
    log.error(text);
    if (DELETED_TEXT.test(text)) return { ok: false, problem: DELETED };
    if (SPENT_TEXT.test(text)) return { ok: false, problem: SPENT };
    const nextStep =
      'Try again. If it happens every time, report it; the log under Extensions ▸ Apps Script ▸ Executions says more.';
    return {
      ok: false,
      problem: { kind: 'unexpected', message: 'Something unexpected went wrong.', nextStep },
    };
  }
}

/** Google throws where a day's allowance is gone. It does so in the account's language; the others read the general words. */
const SPENT_TEXT = /too many times|too much computer time/i;

const SPENT: Problem = {
  kind: 'quota',
  message: 'Your Google account has done as much as Google allows for now.',
  nextStep: 'Wait a while, at most until tomorrow, and choose Sync now again. It goes on where it stopped.',
};

/** Ours, and Google's own for a tab that is gone. */
const DELETED_TEXT = /tab was deleted while|Sheet \d+ not found/;

const DELETED: Problem = {
  kind: 'unexpected',
  message: 'A tab was deleted while it was in use.',
  nextStep: 'Reload the spreadsheet and sync again; what is done is not sent twice.',
};

export function describe(error: unknown): string {
  const text = error instanceof Object && 'stack' in error ? String(error.stack) : String(error);
  return maskTokens(text).slice(0, 2_000);
}

/** What a menu item answers has nobody to read it; the person sees one sentence in the corner. */
export function tell(outside: Outside, answered: Answer<RunSummary>): Answer<RunSummary> {
  const problem = answered.ok ? answered.value.problem : answered.problem;
  const isPaused = answered.ok && answered.value.outcome === 'paused' && !problem;
  const end = isPaused ? pausedSentence(goesOnByItself(outside)) : '';
  // Words in the corner are no reason to lose the answer.
  answer(outside.log, () =>
    succeed(
      outside.sheets.toast(
        problem ? `${problem.message} ${problem.nextStep}` : totalsSentence(answered) + end,
      ),
    ),
  );
  return answered;
}

function pausedSentence(goesOn: boolean): string {
  return goesOn
    ? ' Time was up: the rest goes on by itself in a few minutes.'
    : ' Time was up: choose Sync now again to go on.';
}

function totalsSentence(answered: Answer<RunSummary>): string {
  if (!answered.ok) return '';
  const { totals, estimatedSeconds, hiddenRows = 0 } = answered.value;
  const words = estimatedSeconds === null ? STATUS_WORDS : FORESEEN_WORDS;
  const parts = ROW_STATUSES.filter((status) => totals[status] > 0).map(
    (status) => `${words[status]} ${totals[status]}`,
  );
  const hidden =
    hiddenRows > 0
      ? ` ${hiddenRows === 1 ? 'A hidden row was' : `${hiddenRows} hidden rows were`} left out.`
      : '';
  return (parts.join(' · ') || 'There was nothing to sync.') + hidden;
}
