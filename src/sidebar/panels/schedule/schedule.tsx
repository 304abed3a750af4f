import { useState } from 'preact/hooks';
import { say } from '../../language/say';
import { Button, useFocusWhen } from '../../parts/button';
import { RefusalPanel } from '../../parts/problem-panel';
import { describeTimeZone, scheduleLines } from '../../parts/schedule-words';
import type { ScheduleView } from '../../server/answers';
import type { PartProps } from '../../state/actions';
import { ChatTrouble } from '../settings/tell-chat';
import { ScheduleForm } from './schedule-form';

/** Shows what the clock does with this spreadsheet, and whose clock it is. */
export function Schedule({ state, actions }: PartProps) {
  const { schedule, activity, hasSynced, chat } = state;
  const [isEditing, setEditing] = useState(false);
  const isBusy = activity !== undefined;
  const isSaving = activity === 'scheduling';
  const save = async (wanted: Parameters<typeof actions.saveSchedule>[0]) => {
    if (await actions.saveSchedule(wanted)) setEditing(false);
  };
  const refused = <RefusalPanel of="scheduling" state={state} actions={actions} />;
  return (
    <section class="stack">
      <h3>{say`Schedule`}</h3>
      {schedule && !isEditing && <ScheduleLine schedule={schedule} />}
      {schedule?.isMine && !isEditing && <ChatTrouble chat={chat} />}
      {!schedule && !isEditing && <p class="quiet">{say`Nothing is synced by itself.`}</p>}
      {schedule && !hasSynced && <p class="hint">{say`It begins once you have synced by hand.`}</p>}
      {isEditing && (
        <ScheduleForm
          schedule={schedule}
          isBusy={isBusy}
          isSaving={isSaving}
          save={save}
          giveUp={() => setEditing(false)}
        >
          {refused}
        </ScheduleForm>
      )}
      {!isEditing && refused}
      {!isEditing && schedule && !schedule.isMine && (
        <TakeOver
          schedule={schedule}
          isBusy={isBusy}
          isSaving={isSaving}
          takeOver={actions.takeOverSchedule}
        />
      )}
      {!isEditing && (!schedule || schedule.isMine) && (
        <div class="buttons">
          <Button isSmall isDisabled={isBusy} onClick={() => setEditing(true)}>
            {schedule ? say`Change schedule…` : say`Sync on a schedule…`}
          </Button>
          {schedule && (
            <Button isSmall isDisabled={isBusy} onClick={() => save(null)}>{say`End schedule`}</Button>
          )}
        </div>
      )}
    </section>
  );
}

/** Facts that everyone may know of it. */
export function ScheduleLine({ schedule }: { readonly schedule: ScheduleView }) {
  const { isMine, owner, trouble } = schedule;
  const zone = describeTimeZone(schedule);
  return (
    <div role="status">
      {!isMine && <p>{say`${owner || say`A colleague`} has this spreadsheet synced:`}</p>}
      {scheduleLines(schedule).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {trouble && (
        <p>
          <b>
            <span aria-hidden="true">⚠ </span>
            {TROUBLE[trouble](owner || say`its owner`)}
          </b>
        </p>
      )}
      {zone && <p class="hint">{zone}</p>}
    </div>
  );
}

const TROUBLE: Readonly<Record<NonNullable<ScheduleView['trouble']>, (who: string) => string>> = {
  refused: (who) =>
    say`Google has not started it yet. That is tried again when ${who} next opens the sidebar.`,
  stopped: (who) =>
    say`Google has not run it since. It is started again when ${who} next opens the sidebar or syncs by
      hand.`,
  restarted: () => say`Google had stopped it. It was started again just now.`,
};

interface TakeOverProps {
  readonly schedule: ScheduleView;
  readonly isBusy: boolean;
  /** Its answer is on the way, so that it can no longer be left. */
  readonly isSaving: boolean;
  takeOver(): void;
}

/** Asks first: the colleague's access is then used no more, and they are not told. */
function TakeOver({ schedule: { owner }, isBusy, isSaving, takeOver }: TakeOverProps) {
  const [isAsking, setAsking] = useState(false);
  const panel = useFocusWhen<HTMLDivElement>(isAsking);
  if (!isAsking) {
    return <Button isSmall isDisabled={isBusy} onClick={() => setAsking(true)}>{say`Take over…`}</Button>;
  }
  return (
    <div ref={panel} class="panel warning" tabIndex={-1}>
      <p>
        {owner
          ? say`From then on it runs as you, with your access, and ${owner}’s ends.`
          : say`From then on it runs as you, with your access, and your colleague’s ends.`}{' '}
        {say`Tell them: nobody else does.`}
      </p>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={takeOver}>{say`Take over`}</Button>
        <Button isSmall isDisabled={isSaving} onClick={() => setAsking(false)}>{say`Leave it`}</Button>
      </div>
    </div>
  );
}
