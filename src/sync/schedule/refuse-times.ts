import type { ScheduledGroups, ScheduleTimes } from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { fail, type Result } from '../../ports/problem';
import { isWithin, rhythmsOf } from './schedule-times';

/** Times that no schedule can keep, with what to change; undefined where all is well. */
export function refuseTimes(times: ScheduleTimes): Result<never> | undefined {
  const rhythms = rhythmsOf(times);
  const groups = rhythms.flatMap((own) => own.groups);
  const twice = groups.find((group, place) => groups.indexOf(group) !== place);
  if (rhythms.some((own) => own.groups.length === 0))
    return fail(
      'invalid-input',
      'A schedule needs a rhythm and something to sync.',
      'Choose both and save again.',
    );
  if (twice)
    return fail(
      'invalid-input',
      `${NAMES[twice]} are in two rhythms of the schedule.`,
      'Choose one of them, and save again.',
    );
  if (!times.quiet) return undefined;
  if (times.quiet.from === times.quiet.to)
    return fail(
      'invalid-input',
      'The quiet hours begin and end at the same hour.',
      'Choose another end, or no quiet hours.',
    );
  const never = rhythms.find((own) => isNever(own, times));
  return (
    never &&
    fail(
      'invalid-input',
      'The hour of a daily sync is one of the quiet hours, so it would never begin.',
      'Choose another hour, or other quiet hours.',
    )
  );
}

function isNever({ rhythm }: ScheduledGroups, { quiet }: ScheduleTimes): boolean {
  return quiet !== undefined && rhythm.every === 'day' && isWithin(quiet, rhythm.hour);
}

const NAMES: Readonly<Record<FieldGroup, string>> = {
  products: 'Products',
  prices: 'Prices',
  inventory: 'Stock levels',
};
