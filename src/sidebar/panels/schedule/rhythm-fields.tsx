import { say } from '../../language/say';
import { Choice } from '../../parts/choice';
import { DAYS_WORDS, describeRhythm, hourWords } from '../../parts/schedule-words';
import { GROUP_WORDS } from '../../parts/words';
import type { FieldGroup, ScheduleDays, ScheduledGroups } from '../../server/answers';

const HOURS_BETWEEN: readonly number[] = [1, 2, 4, 6, 12];
export const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  words: hourWords(hour),
}));
const GROUPS: readonly FieldGroup[] = ['prices', 'inventory', 'products'];
const USUAL_HOUR = 6;

interface RhythmFieldsProps {
  /** Counted from 0; keeps apart the fields of several rhythms. */
  readonly place: number;
  readonly value: ScheduledGroups;
  change(value: ScheduledGroups): void;
  toggle(group: FieldGroup): void;
}

/** How often, on which days, and what. */
export function RhythmFields({ place, value, change, toggle }: RhythmFieldsProps) {
  const { rhythm, groups, days } = value;
  const named = (name: string) => (place === 0 ? name : `${name}-${place + 1}`);
  return (
    <>
      <Choice
        name={named('rhythm')}
        label={say`How often`}
        value={rhythm.every === 'hours' ? String(rhythm.hours) : 'day'}
        options={[
          ...HOURS_BETWEEN.map((hours) => ({
            value: String(hours),
            words: describeRhythm({ every: 'hours', hours }),
          })),
          { value: 'day', words: say`Once a day` },
        ]}
        choose={(chosen) =>
          change({
            ...value,
            rhythm:
              chosen === 'day'
                ? { every: 'day', hour: USUAL_HOUR }
                : { every: 'hours', hours: Number(chosen) },
          })
        }
      />
      {rhythm.every === 'day' && (
        <Choice
          name={named('hour')}
          label={say`Within the hour after`}
          value={String(rhythm.hour)}
          options={HOURS_OF_DAY}
          choose={(hour) => change({ ...value, rhythm: { every: 'day', hour: Number(hour) } })}
        />
      )}
      <Choice<ScheduleDays | 'all'>
        name={named('days')}
        label={say`On`}
        value={days ?? 'all'}
        options={[
          { value: 'all', words: say`Every day` },
          { value: 'weekdays', words: DAYS_WORDS.weekdays },
          { value: 'weekend', words: DAYS_WORDS.weekend },
        ]}
        choose={(chosen) => change({ ...value, days: chosen === 'all' ? undefined : chosen })}
      />
      <fieldset>
        <legend>{say`What`}</legend>
        {GROUPS.map((group) => (
          <label key={group} class="choice">
            <input type="checkbox" checked={groups.includes(group)} onChange={() => toggle(group)} />
            <span>{GROUP_WORDS[group]}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
