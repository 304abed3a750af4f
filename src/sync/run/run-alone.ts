import type { Answer, PreviewSummary, RunSummary } from '../../answers/answers';
import { fitMessage, fitProblem } from '../../catalog/tab/fit-message';
import { FORESEEN_WORDS, ROW_STATUSES, STATUS_WORDS } from '../../catalog/tab/status-block';
import { maskTokens, type Problem, type Result, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { refuseNewerMemory } from '../memory/memory-version';
import { refusalNaming, thrownBy } from '../tabs/in-tab';
import { isContinuationArmed } from './continuation-trigger';
import { loadRun } from './run-record';

/** A second click waits so long for the first to finish before it is refused. */
const LOCK_WAIT_MS = 3_000;

/** Runs one sync of a spreadsheet at a time, and none on a memory that it would misread. */
export function runAlone<Value>(services: Services, run: () => Result<Value>): Result<Value> {
  const guarded = () => refuseNewerMemory(services) ?? run();
  return services.lock.withLock('document', LOCK_WAIT_MS, guarded) ?? { ok: false, problem: busy(services) };
}

function busy({ settings }: Services): Problem {
  const name = loadRun(settings)?.startedBy?.name;
  return {
    kind: 'busy',
    message: `A sync of this spreadsheet is already running${name ? `, started by ${name}` : ''}.`,
    nextStep: 'Wait until it ends; it takes your last edits with it when it is started again.',
  };
}

/** Turns a thrown error, Google's refusal or a bug of ours, into words for a person; nothing else does. */
export function answer<Value>(
  { log, refusalOf }: Pick<Services, 'log' | 'refusalOf'>,
  action: () => Result<Value>,
): Answer<Value> {
  try {
    const answered = action();
    return answered.ok ? answered : { ok: false, problem: fitProblem(answered.problem) };
  } catch (error) {
    log.error(describe(thrownBy(error)));
    return { ok: false, problem: fitProblem(refusalNaming(refusalOf, error) ?? UNEXPECTED) };
  }
}

const UNEXPECTED: Problem = {
  kind: 'unexpected',
  message: 'Something unexpected went wrong.',
  nextStep:
    'Try again. If it happens every time, report it; the log under Extensions ▸ Apps Script ▸ Executions says more.',
};

export function describe(error: unknown): string {
  const text = error instanceof Object && 'stack' in error ? String(error.stack) : String(error);
  return maskTokens(text).slice(0, 2_000);
}

/** Shows one sentence in the corner of what a menu item answered, because nobody reads the answer itself. */
export function showEnd<Summary extends RunSummary | PreviewSummary>(
  services: Services,
  answered: Answer<Summary>,
): Answer<Summary> {
  // Failing to show this message is no reason to lose the answer.
  answer(services, () => succeed(services.spreadsheet.toast(endSentence(services, answered))));
  return answered;
}

function endSentence(services: Services, answered: Answer<RunSummary | PreviewSummary>): string {
  const problem = answered.ok ? answered.value.problem : answered.problem;
  if (!answered.ok || problem) return problem ? fitMessage(`${problem.message} ${problem.nextStep}`) : '';
  const end = answered.value.outcome === 'paused' ? pausedSentence(isContinuationArmed(services, 'run')) : '';
  return totalsSentence(services, answered.value) + end;
}

function pausedSentence(goesOn: boolean): string {
  return goesOn
    ? ' Time was up: the rest goes on by itself in a few minutes.'
    : ' Time was up: choose Sync now again to go on.';
}

function totalsSentence({ speak }: Services, summary: RunSummary | PreviewSummary): string {
  const { totals, estimatedSeconds, unwritten } = summary;
  const hiddenRows = 'hiddenRows' in summary ? (summary.hiddenRows ?? 0) : 0;
  const words = estimatedSeconds === null ? STATUS_WORDS : FORESEEN_WORDS;
  const parts = ROW_STATUSES.filter((status) => totals[status] > 0).map(
    (status) => `${speak(words[status])} ${totals[status]}`,
  );
  const hidden =
    hiddenRows > 0
      ? ` ${hiddenRows === 1 ? 'A hidden row was' : `${hiddenRows} hidden rows were`} left out.`
      : '';
  return (parts.join(' · ') || 'There was nothing to sync.') + hidden + (unwritten ? ` ${unwritten}` : '');
}

/**
 * Writes a tab of the add-on's own, which people read and may have protected: no reason to fail what was done. Answers
 * what to say of it where Google refuses.
 */
export function writeOwnTab(services: Services, tab: string, write: () => void): string | undefined {
  const written = answer(services, () => succeed(write()));
  if (written.ok) return undefined;
  const { message, nextStep } = written.problem;
  return fitMessage(`The tab “${tab}” could not be written; all else is done. ${message} ${nextStep}`);
}
