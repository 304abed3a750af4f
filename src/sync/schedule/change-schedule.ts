import type { ScheduleView } from '../../answers/answers';
import type { ScheduleTimes } from '../../answers/requests';
import { fail, type Result, succeed } from '../../ports/problem';
import { openConnection } from '../connection/connect';
import { startedBy } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { runAlone } from '../run/run-alone';
import { forgetLastScheduled } from './last-scheduled-run';
import { refuseTimes } from './refuse-times';
import { endOwnSchedule } from './repair-schedule';
import { isOwn, loadSchedule, type Schedule, saveSchedule, timesOf } from './schedule';
import { ensureTrigger } from './schedule-trigger';
import { viewSchedule } from './view-schedule';

/** Starts or changes the user's own schedule; null ends it. A colleague's is not touched. */
export function changeSchedule(
  services: Services,
  wanted: ScheduleTimes | null,
): Result<ScheduleView | null> {
  return runAlone(services, () => {
    const known = loadSchedule(services);
    if (known && !isOwn(services, known)) return refuseOwned(known);
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
  asked: ScheduleTimes,
  known: Schedule | undefined,
): Result<ScheduleView | null> {
  const times = timesOf(asked);
  const refused = refuseTimes(times);
  if (refused) return refused;
  const opened = openConnection(services);
  if (!opened.ok) return opened;
  const permission = services.triggers.permission();
  if (permission.kind === 'required') return ASKS_AGAIN;
  const trigger = ensureTrigger(services, times, known);
  const { editor, name } = startedBy(services, 'person');
  const spreadsheetId = services.spreadsheet.id();
  const savedAtMs = services.clock.now();
  saveSchedule(services, { ...times, spreadsheetId, owner: { editor, name }, ...trigger, savedAtMs });
  return trigger.triggerId === '' ? REFUSED : succeed(viewSchedule(services));
}

/** Refuses what only the owner of a schedule may do. */
export function refuseOwned({ owner: { name } }: Schedule): Result<never> {
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
