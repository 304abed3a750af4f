import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../language/say';
import { Button, useFocusWhen } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { rhythmsOf } from '../../parts/schedule-words';
import type {
  FieldGroup,
  QuietHours,
  ScheduledGroups,
  ScheduleView,
  WantedSchedule,
} from '../../server/answers';
import { HOURS_OF_DAY, RhythmFields } from './rhythm-fields';

/** Groups that change by the hour in most shops; new products are better watched. */
const USUAL: WantedSchedule = { rhythm: { every: 'hours', hours: 1 }, groups: ['prices', 'inventory'] };
/** Times for groups that take long, or are better seen in the morning. */
const NIGHTLY: ScheduledGroups = { rhythm: { every: 'day', hour: 2 }, groups: [] };
const USUAL_QUIET: QuietHours = { from: 22, to: 6 };
/** Each group follows one rhythm. */
const MOST_RHYTHMS = 3;

interface ScheduleFormProps {
  readonly schedule: ScheduleView | null;
  readonly isBusy: boolean;
  /** The answer is on the way, so that what is saved can no longer be given up. */
  readonly isSaving: boolean;
  /** Shown by the buttons: why it was refused. */
  readonly children: ComponentChildren;
  save(wanted: WantedSchedule): void;
  giveUp(): void;
}

/** Fields for the rhythms, what follows each, and the quiet hours. */
export function ScheduleForm({ schedule, isBusy, isSaving, save, giveUp, children }: ScheduleFormProps) {
  const [rhythms, setRhythms] = useState(rhythmsOf(schedule ?? USUAL));
  const [quiet, setQuiet] = useState(schedule?.quiet);
  const form = useFocusWhen<HTMLFormElement>(true);
  const change = (place: number, value: ScheduledGroups) =>
    setRhythms(rhythms.map((own, at) => (at === place ? value : own)));
  const toggle = (place: number, group: FieldGroup) =>
    setRhythms(rhythms.map((own, at) => withGroup(own, group, at === place)));
  const [first, ...further] = rhythms;
  return (
    <form
      ref={form}
      class="schedule-form"
      tabIndex={-1}
      aria-busy={isSaving}
      onSubmit={(event) => {
        event.preventDefault();
        if (first) save({ ...first, further, quiet });
      }}
    >
      {first && (
        <RhythmFields
          place={0}
          value={first}
          change={(value) => change(0, value)}
          toggle={(group) => toggle(0, group)}
        />
      )}
      {further.map((own, index) => (
        <fieldset key={`rhythm-${index + 2}`} class="rhythm">
          <legend>{say`Another rhythm`}</legend>
          <RhythmFields
            place={index + 1}
            value={own}
            change={(value) => change(index + 1, value)}
            toggle={(group) => toggle(index + 1, group)}
          />
          <Button
            isSmall
            onClick={() => setRhythms(rhythms.filter((_, at) => at !== index + 1))}
          >{say`Remove this rhythm`}</Button>
        </fieldset>
      ))}
      {rhythms.length < MOST_RHYTHMS && (
        <div class="buttons">
          <Button
            isSmall
            onClick={() => setRhythms([...rhythms, NIGHTLY])}
          >{say`Another rhythm for some of it…`}</Button>
        </div>
      )}
      <Quiet quiet={quiet} change={setQuiet} />
      <p class="hint about">{say`It runs as you, also while the spreadsheet is closed. What needs you waits
        beside its row. If nothing can go on, Google mails you (not if you installed this from the
        Marketplace).`}</p>
      {children}
      <div class="buttons">
        <Button
          isDisabled={isBusy || rhythms.some(({ groups }) => groups.length === 0)}
        >{say`Save schedule`}</Button>
        <Button isDisabled={isSaving} onClick={giveUp}>{say`Cancel`}</Button>
      </div>
    </form>
  );
}

/** A group that is ticked in one rhythm leaves the others. */
function withGroup(own: ScheduledGroups, group: FieldGroup, isHere: boolean): ScheduledGroups {
  const others = own.groups.filter((other) => other !== group);
  return { ...own, groups: isHere && !own.groups.includes(group) ? [...others, group] : others };
}

interface QuietProps {
  readonly quiet: QuietHours | undefined;
  change(quiet: QuietHours | undefined): void;
}

function Quiet({ quiet, change }: QuietProps) {
  return (
    <fieldset>
      <legend>{say`Quiet hours`}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={quiet !== undefined}
          onChange={(event) => change(event.currentTarget.checked ? USUAL_QUIET : undefined)}
        />
        <span>{say`Begin nothing at some hours of the day`}</span>
      </label>
      {quiet && (
        <>
          <Choice
            name="quiet-from"
            label={say`From`}
            value={String(quiet.from)}
            options={HOURS_OF_DAY}
            choose={(from) => change({ ...quiet, from: Number(from) })}
          />
          <Choice
            name="quiet-to"
            label={say`Until`}
            value={String(quiet.to)}
            options={HOURS_OF_DAY}
            hint={say`What was put off follows when they end.`}
            choose={(to) => change({ ...quiet, to: Number(to) })}
          />
        </>
      )}
    </fieldset>
  );
}
