import type { RunSummary } from '../../answers/answers';
import type { Problem, ProblemKind, Result } from '../../ports/problem';
import { DAY_MS } from '../../ports/system';
import type { Schedule } from '../schedule/schedule';
import { longestGapMs } from '../schedule/schedule-times';

/** The reason why a person is needed, and the sentence that says so. */
export interface Call {
  /** Each reason has its own call each day, so that an old one does not hide a new one. */
  readonly reason: string;
  readonly sentence: string;
}

/** Problems that no later run can solve by itself. */
const NEEDS_PERSON: readonly ProblemKind[] = [
  'not-connected',
  'unauthorized',
  'connection-ended',
  'not-allowed',
  'missing-scope',
  'wrong-shop',
  'outdated',
  'shop-frozen',
  'shop-locked',
  'protected',
  'sheet-full',
  'storage-full',
  'no-tabs',
  'restored',
];

/** How long a schedule has come to no end. */
interface Standing {
  readonly schedule: Schedule;
  /** Milliseconds since 1970; 0 where none of its runs came to its end. */
  readonly finishedAtMs: number;
  readonly nowMs: number;
}

/**
 * Decides whether the owner has to do something before the clock can go on. A problem that passes by itself gets a day.
 *
 * @param standing of the schedule whose run it was; without it nothing is late
 */
export function callFor(ran: Result<RunSummary>, standing?: Standing): Call | undefined {
  const problem = ran.ok ? ran.value.problem : ran.problem;
  if (problem && NEEDS_PERSON.includes(problem.kind)) return { reason: problem.kind, sentence: say(problem) };
  const held = ran.ok ? ran.value.held : undefined;
  if (held && held.count > 0) {
    const what =
      held.count === 1 ? 'A change looks like a mistake and is held' : `${held.count} changes are held`;
    return { reason: 'held', sentence: `${what}. Open the sidebar to confirm them, or change the cells.` };
  }
  if (ran.ok && ran.value.unwritten) return { reason: 'unwritten', sentence: ran.value.unwritten };
  if (!standing || !isLate(standing)) return undefined;
  const why = problem ? ` ${say(problem)}` : '';
  return { reason: 'stale', sentence: `The scheduled sync has not come to its end for a day.${why}` };
}

/** Leaves time for a second try of a daily run. */
function isLate({ schedule, finishedAtMs, nowMs }: Standing): boolean {
  const lateAfterMs = Math.max(DAY_MS, 2 * longestGapMs(schedule));
  return nowMs - Math.max(finishedAtMs, schedule.sinceMs) >= lateAfterMs;
}

function say({ message, nextStep }: Problem): string {
  return `${message} ${nextStep}`;
}
