import { fail, type Result } from '../../ports/problem';
import type { WritingServices } from '../ground/services';
import { wasSeen } from '../run/consent';
import type { Run } from '../run/run-record';
import type { OpenRun } from './execution';
import { openRun } from './open-run';

/**
 * Opens a run that may write: nothing is written to a store before a person has seen a first preview, and nothing by the
 * clock before a person has seen a first run. Whatever else stops a run comes first.
 */
export function openConsentedRun(
  services: WritingServices,
  { groups, startedBy }: Pick<Run, 'groups' | 'startedBy'>,
): Result<OpenRun> {
  const opened = openRun(services, groups, 'changed');
  if (!opened.ok) return opened;
  const { domain } = opened.value.shop;
  if (!wasSeen(services, 'previewed', domain)) return UNSEEN;
  return startedBy.by === 'clock' && !wasSeen(services, 'run-by-hand', domain) ? UNTRIED : opened;
}

const UNSEEN = fail(
  'no-preview',
  'Nobody has seen yet what a sync of this spreadsheet would do.',
  'Choose Preview changes first; nothing is sent by it.',
);

const UNTRIED = fail(
  'no-preview',
  'A schedule needs one finished run by hand.',
  'Choose Sync now once, and look at what it says beside your rows.',
);
