import type { ScheduleView } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { FIELD_GROUPS } from '../../plan/model/policy';
import { fail, type Result, succeed } from '../../ports/problem';
import { openConnection } from '../connection/connect';
import { startedBy } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { runAlone } from '../run/run-alone';
import { forgetLastScheduled } from './last-scheduled-run';
import { endOwnSchedule } from './repair-schedule';
import { isOwn, loadSchedule, rhythmOf, type Schedule, saveSchedule } from './schedule';
import { ensureTrigger } from './schedule-trigger';
import { viewSchedule } from './view-schedule';

export interface WantedSchedule {
  readonly rhythm: unknown;
  readonly groups: readonly FieldGroup[];
}

/** Starts or changes the user's own schedule; null ends it. A colleague's is not touched. */
export function changeSchedule(
  services: Services,
  wanted: WantedSchedule | null,
): Result<ScheduleView | null> {
  return runAlone(services, () => {
    const known = loadSchedule(services);
    if (known && !isOwn(services, known)) return refuse(known);
    if (!known) forgetLastScheduled(services);
    if (wanted) return schedule(services, wanted, known);
    endOwnSchedule(services);
    return succeed(null);
  });
}

/** Makes a colleague's schedule one's own. Their trigger finds out when it next fires, and removes itself. */
export function takeOverSchedule(services: Services): Result<ScheduleView | null> {
  return runAlone(services, () => {
    const known = loadSchedule(services);
    if (!known)
      return fail('invalid-input', 'There is no schedule any more.', 'Choose a rhythm and start one.');
    return schedule(services, known, isOwn(services, known) ? known : undefined);
  });
}

function schedule(
  services: Services,
  { rhythm: asked, groups: askedGroups }: WantedSchedule,
  known: Schedule | undefined,
): Result<ScheduleView | null> {
  const rhythm = rhythmOf(asked);
  const groups = FIELD_GROUPS.filter((group) => askedGroups?.includes(group));
  if (!rhythm || groups.length === 0)
    return fail(
      'invalid-input',
      'A schedule needs a rhythm and something to sync.',
      'Choose both and save again.',
    );
  const opened = openConnection(services);
  if (!opened.ok) return opened;
  const permission = services.triggers.permission();
  if (permission.kind === 'required') return ASKS_AGAIN;
  const trigger = ensureTrigger(services, rhythm, known);
  const { editor, name } = startedBy(services, 'person');
  const spreadsheetId = services.spreadsheet.id();
  saveSchedule(services, { spreadsheetId, rhythm, groups, owner: { editor, name }, ...trigger });
  return trigger.triggerId === '' ? REFUSED : succeed(viewSchedule(services));
}

function refuse({ owner: { name } }: Schedule): Result<never> {
  return fail(
    'invalid-input',
    `${name || 'A colleague'} already has a schedule for this spreadsheet.`,
    'Take it over first; then it is yours to change.',
  );
}

const ASKS_AGAIN = fail(
  'not-allowed',
  'Google wants you to allow this script again before it may start anything by the clock.',
  'Reload the spreadsheet, choose any item of the menu Sync to Shopify, and allow what Google asks for.',
);

const REFUSED = fail(
  'quota',
  'Google did not start the schedule; it limits how many a person may start in a day.',
  'It is saved, and tried again when you next open the sidebar.',
);
