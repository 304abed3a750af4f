import type { RunRequest } from '../../answers/colleagues';
import { FIELD_GROUPS } from '../../plan/model/policy';
import { fail, type Result, succeed } from '../../ports/problem';
import { fields, listOf, readStored, text, time } from '../../ports/shape';
import type { Services } from '../ground/services';
import type { Run } from './run-record';
import { summaryIn } from './run-state';

const KEY = 'run-requests';

/** More than these nobody reads; the oldest goes. */
const MOST_REQUESTS = 5;

const LONGEST_NAME = 60;
const LONGEST_WORDS = 200;

/** Name and words that a colleague types. */
export interface AskedRun {
  readonly from: string;
  readonly says: string;
}

export const askedRun = fields<AskedRun>({ from: text(LONGEST_NAME), says: text(LONGEST_WORDS) });

const stored = listOf(
  fields<RunRequest>({ from: text(LONGEST_NAME), says: text(LONGEST_WORDS), atMs: time }),
  MOST_REQUESTS,
);

/** Leaves a note for whoever has access; their sidebar shows it when it next opens. */
export function askForRun(services: Services, { from, says }: AskedRun): Result<readonly RunRequest[]> {
  const { settings, clock } = services;
  const request: RunRequest = { from: from.trim(), says: says.trim(), atMs: clock.now() };
  const asked = [...openRequests(services), request].slice(-MOST_REQUESTS);
  settings.save(KEY, JSON.stringify(asked));
  return succeed(asked);
}

/** Takes the notes away, because somebody who has access has read them. */
export function endRequests(services: Services, isConnected: boolean): Result<readonly RunRequest[]> {
  if (!isConnected)
    return fail(
      'not-connected',
      'Only somebody who is connected may take these notes away.',
      'Connect with your own access first.',
    );
  services.settings.remove(KEY);
  return succeed([]);
}

/** Notes that nobody has read and no whole sync has come after, the oldest first. */
export function openRequests({ settings }: Pick<Services, 'settings'>): readonly RunRequest[] {
  return readStored(stored, settings.load(KEY)) ?? [];
}

/** Takes those away whose edits this run took along: it looked at everything and came to its end. */
export function endServedRequests(services: Pick<Services, 'settings'>, run: Run): void {
  const { task, limit, groups, state } = run;
  const isWhole = task.kind === 'sync' && !limit && groups.length === FIELD_GROUPS.length;
  const asked = openRequests(services);
  if (asked.length === 0 || !isWhole || summaryIn(state)?.outcome !== 'finished') return;
  services.settings.save(KEY, JSON.stringify(asked.filter(({ atMs }) => atMs > run.startedAtMs)));
}
