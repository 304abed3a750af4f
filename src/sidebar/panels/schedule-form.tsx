import { useState } from 'preact/hooks';
import { Button, useFocusWhen } from '../parts/button';
import { describeRhythm, hourWords } from '../parts/schedule-words';
import { GROUP_WORDS } from '../parts/words';
import type { FieldGroup, ScheduleView, WantedSchedule } from '../server/answers';

const HOURS_BETWEEN: readonly number[] = [1, 2, 4, 6, 12];
const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => hour);
const GROUPS: readonly FieldGroup[] = ['prices', 'inventory', 'products'];

/** Groups that change by the hour in most shops; new products are better watched. */
const USUAL: WantedSchedule = { rhythm: { every: 'hours', hours: 1 }, groups: ['prices', 'inventory'] };
const USUAL_HOUR = 6;

interface ScheduleFormProps {
  readonly schedule: ScheduleView | null;
  readonly isBusy: boolean;
  save(wanted: WantedSchedule): void;
  giveUp(): void;
}

/** Fields for the rhythm and the groups. */
export function ScheduleForm({ schedule, isBusy, save, giveUp }: ScheduleFormProps) {
  const [{ rhythm, groups }, setWanted] = useState<WantedSchedule>(schedule ?? USUAL);
  const form = useFocusWhen<HTMLFormElement>(true);
  const setRhythm = (text: string) => {
    const hours = Number(text);
    setWanted({ groups, rhythm: hours ? { every: 'hours', hours } : { every: 'day', hour: USUAL_HOUR } });
  };
  const toggle = (group: FieldGroup) =>
    setWanted({
      rhythm,
      groups: groups.includes(group) ? groups.filter((other) => other !== group) : [...groups, group],
    });
  return (
    <form
      ref={form}
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        save({ rhythm, groups });
      }}
    >
      <div class="field">
        <label for="rhythm">How often</label>
        <select
          id="rhythm"
          value={rhythm.every === 'hours' ? String(rhythm.hours) : 'day'}
          onChange={(event) => setRhythm(event.currentTarget.value)}
        >
          {HOURS_BETWEEN.map((hours) => (
            <option key={hours} value={String(hours)}>
              {describeRhythm({ every: 'hours', hours })}
            </option>
          ))}
          <option value="day">Once a day</option>
        </select>
      </div>
      {rhythm.every === 'day' && (
        <div class="field">
          <label for="hour">Within the hour after</label>
          <select
            id="hour"
            value={String(rhythm.hour)}
            onChange={(event) =>
              setWanted({ groups, rhythm: { every: 'day', hour: Number(event.currentTarget.value) } })
            }
          >
            {HOURS_OF_DAY.map((hour) => (
              <option key={hour} value={String(hour)}>
                {hourWords(hour)}
              </option>
            ))}
          </select>
        </div>
      )}
      <fieldset>
        <legend>What</legend>
        {GROUPS.map((group) => (
          <label key={group} class="choice">
            <input type="checkbox" checked={groups.includes(group)} onChange={() => toggle(group)} />
            <span>{GROUP_WORDS[group]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint about">
        It runs as you, also while the spreadsheet is closed. What needs you waits beside its row. If nothing
        can go on, Google mails you (not if you installed this from the Marketplace).
      </p>
      <div class="buttons">
        <Button isDisabled={isBusy || groups.length === 0}>Save schedule</Button>
        <Button onClick={giveUp}>Cancel</Button>
      </div>
    </form>
  );
}
