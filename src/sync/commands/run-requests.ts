import type { RunRequest } from '../../answers/colleagues';
import { fail, type Result, succeed } from '../../ports/problem';
import { fields, listOf, readStored, text, time } from '../../ports/shape';
import type { Services } from '../ground/services';
import { loadRun } from '../run/run-record';

const KEY = 'run-requests';

/** More than these nobody reads; the oldest goes. */
const MOST_REQUESTS = 5;

const LONGEST_NAME = 60;
const LONGEST_WORDS = 200;

/** What a colleague types. */
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

/** Notes that no run has come after: one that did took the edits along. */
export function openRequests({ settings }: Pick<Services, 'settings'>): readonly RunRequest[] {
  const asked = readStored(stored, settings.load(KEY)) ?? [];
  const run = loadRun(settings);
  return asked.filter(({ atMs }) => !run || run.startedAtMs < atMs);
}
