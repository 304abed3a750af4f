import { countOf } from '../words';
import { Button } from './button';
import { RowLink } from './row-link';
import type { PartProps } from './sidebar';

const SHOWN_AT_FIRST = 5;

/** Changes that look like a slip of the hand: a person confirms exactly what they see, or mends the cells. */
export function HeldChangesPanel({ state: { shownRun, activity }, actions }: PartProps) {
  const held = shownRun?.summary.held;
  if (!held || held.count === 0 || activity === 'previewing' || activity === 'syncing') return null;
  const [first, more] = [held.shown.slice(0, SHOWN_AT_FIRST), held.shown.slice(SHOWN_AT_FIRST)];
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {held.count === 1 ? 'Is this change meant?' : `Are these ${countOf(held.count, 'change')} meant?`}
      </h3>
      <Changes changes={first} actions={actions} />
      {more.length > 0 && (
        <details>
          <summary>{countOf(more.length, 'more change')}</summary>
          <Changes changes={more} actions={actions} />
        </details>
      )}
      {held.count > held.shown.length && (
        <p class="hint">The others stand beside their rows, marked “Held”.</p>
      )}
      <p class="hint">If {held.count === 1 ? 'it' : 'one'} is not, correct the cell and preview again.</p>
      <Button isDisabled={activity !== undefined} onClick={() => actions.confirmHeld({ held: held.digest })}>
        {held.count === 1 ? 'Send this change' : `Send all ${countOf(held.count, 'change')}`}
      </Button>
    </section>
  );
}

type Change = NonNullable<PartProps['state']['shownRun']>['summary']['held']['shown'][number];

interface ChangesProps extends Pick<PartProps, 'actions'> {
  readonly changes: readonly Change[];
}

function Changes({ changes, actions }: ChangesProps) {
  return (
    <ul>
      {changes.map(({ sheetId, tab, row, change, reason }) => (
        <li key={`${tab}:${row}:${change}`}>
          <RowLink place={{ sheetId, tab, row }} actions={actions} />
          <br />
          {change}
          <br />
          <span class="quiet">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
