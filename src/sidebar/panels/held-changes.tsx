import { countOf, formatCount, say, told } from '../language/say';
import { Button, HelpLink, OfRow, OfWhat, RowLink } from '../parts/button';
import { ByCause } from '../parts/by-cause';
import type { PartProps } from '../state/actions';
import type { ShownRun } from '../state/sidebar-state';
import { Deletions } from './deletions';
import { ShowOnly } from './errors';
import { openKeys, Unseen, WhereOthers } from './waiting-list';

const AT_ONCE = 5;

/** Changes that look like a slip of the hand: a person sends or refuses exactly what they see, or mends the cells. */
export function HeldChangesPanel(props: PartProps) {
  const { shownRun, activity } = props.state;
  if (!shownRun || activity === 'previewing' || activity === 'syncing') return null;
  return (
    <>
      <Deletions {...props} />
      <Asked {...props} />
      <Refused {...props} />
    </>
  );
}

/** Those are asked about on their own. */
function withoutDeletions(held: ShownRun['summary']['held']): ShownRun['summary']['held'] {
  const shown = held.shown.filter(({ deletes }) => !deletes);
  return { ...held, shown, count: held.count - held.shown.length + shown.length };
}

function Refused({ state: { shownRun, activity }, actions }: PartProps) {
  const count = shownRun?.summary.refused ?? 0;
  if (count === 0) return null;
  return (
    <section>
      <p class="hint">
        {count === 1
          ? say`${countOf(count, 'change')} stays held, as you chose.`
          : say`${countOf(count, 'change')} stay held, as you chose.`}
      </p>
      <Button isSmall isDisabled={activity !== undefined} onClick={actions.askAgain}>{say`Ask again`}</Button>
    </section>
  );
}

function Asked({ state, actions }: PartProps) {
  const { shownRun, activity } = state;
  const held = shownRun && withoutDeletions(shownRun.summary.held);
  if (!shownRun || !held || held.count === 0) return null;
  const keys = openKeys(shownRun, held);
  const isBusy = activity !== undefined;
  const { run } = shownRun.summary;
  const send = (some: readonly string[]) => actions.confirmHeld({ run, keys: some });
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {keys.length === 0
          ? say`${countOf(held.count, 'change')} held`
          : held.count === 1
            ? say`Is this change meant?`
            : say`Are these ${countOf(held.count, 'change')} meant?`}
      </h3>
      {keys.length === 0 ? (
        <Unseen state={state} actions={actions}>{say`Nothing of this was sent.`}</Unseen>
      ) : (
        <ByCause
          name={say`held changes`}
          items={held.shown}
          size={AT_ONCE}
          counted={(count) => countOf(count, 'change')}
          causeOf={({ cause }) => cause}
          below={(own, cause) => (
            <Button isSmall isDisabled={isBusy} onClick={() => send(own.map(({ key }) => key))}>
              {say`Send these ${formatCount(own.length)} changes`}
              <OfWhat about={told(cause)} />
            </Button>
          )}
        >
          {({ key, change, reason, ...place }) => (
            <li key={key}>
              <RowLink place={place} actions={actions} />
              <br />
              {told(change)}
              <br />
              <span class="quiet">{told(reason)}</span>{' '}
              <HelpLink help={actions.help} question={{ message: reason }} about={told(change)} />
              <div class="buttons">
                <Button isSmall isDisabled={isBusy} onClick={() => send([key])}>
                  {say`Send this change`}
                  <OfRow place={place} name={place.name} />
                </Button>
                <Button isSmall isDisabled={isBusy} onClick={() => actions.refuseHeld({ run, keys: [key] })}>
                  {say`Do not send`}
                  <OfRow place={place} />
                </Button>
              </div>
            </li>
          )}
        </ByCause>
      )}
      <WhereOthers list={held} run={shownRun} />
      <ShowOnly status="skipped" state={state} actions={actions} />
      {keys.length > 1 && (
        <Button
          isDisabled={isBusy}
          onClick={() => send(keys)}
        >{say`Send all ${formatCount(keys.length)} changes`}</Button>
      )}
    </section>
  );
}
