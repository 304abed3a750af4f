import { useState } from 'preact/hooks';
import { countOf, say, told } from '../../language/say';
import { Button } from '../../parts/button';
import { describeTime } from '../../parts/words';
import type { PartProps } from '../../state/actions';
import type { SidebarState } from '../../state/sidebar-state';
import { Choices } from '../conflicts';
import { keysOf } from '../waiting-list';
import { PastRefreshes } from './past-refreshes';

/** Brings the ticked tabs up to date: what a person edited stays, and nothing is sent. */
export function RefreshTabs({ state, actions }: PartProps) {
  const { activity, tabs } = state;
  // What a decision or a preview clears away leaves the panel open.
  const [isOpen, setOpen] = useState(false);
  const isAtWork = activity === 'refreshing' || activity === 'filling';
  const isDisabled = activity !== undefined || !tabs.some(({ ticked }) => ticked);
  const toggle = (opens: boolean) => {
    if (opens && !isOpen && activity === undefined) void actions.listRefreshes();
    setOpen(opens);
  };
  return (
    <details class="set-up" open={isOpen || isAtWork} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{say`Refresh from Shopify…`}</summary>
      <p class="hint">{say`Cells of the ticked tabs that nobody edited take what Shopify has. What you edited
        stays, and nothing is sent.`}</p>
      <div class="buttons">
        <Button
          isSmall
          isDisabled={isDisabled}
          onClick={actions.refresh}
        >{say`Refresh the ticked tabs`}</Button>
        <Button isSmall isDisabled={isDisabled} onClick={actions.fillColumn}>{say`Fill this column`}</Button>
      </div>
      <p class="hint">{say`Fill this column: the empty cells of the column in which you have a cell
        selected.`}</p>
      <div role="status" class="stack">
        {isAtWork ? (
          <p class="quiet">
            <span class="spinner" aria-hidden="true" />{' '}
            {say`Comparing the sheet with Shopify. Nothing is sent.`}
          </p>
        ) : (
          <Result state={state} actions={actions} />
        )}
      </div>
      <PastRefreshes state={state} actions={actions} />
    </details>
  );
}

/** How the refresh of this page ended, or else the last one. */
function Result({ state, actions }: PartProps) {
  const { refresh, lastRefresh, activity } = state;
  if (refresh) {
    const keys = keysOf(refresh.questions);
    return (
      <>
        <p>{told(refresh.words)}</p>
        {keys.length > 0 && (
          <div class="panel warning">
            <h3>
              <span aria-hidden="true">⚠ </span>
              {say`${countOf(refresh.questions.count, 'cell')} changed in both`}
            </h3>
            <Choices run={null} conflicts={refresh.questions} keys={keys} state={state} actions={actions} />
          </div>
        )}
      </>
    );
  }
  if (!lastRefresh) return null;
  const { atMs, by, words } = lastRefresh;
  return (
    <>
      <p>{say`${by ? `${describeTime(atMs)}, ${by}` : describeTime(atMs)}: ${told(words)}`}</p>
      {asksStill(state) && (
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={actions.preview}
        >{say`Preview again to see what changed in both`}</Button>
      )}
    </>
  );
}

/** Tells whether a refresh still asks: the result of a later run or preview is shown by itself. */
function asksStill({ lastRefresh, shownRun }: SidebarState): boolean {
  if (!lastRefresh || lastRefresh.conflicts === 0) return false;
  return !shownRun || shownRun.summary.endedAtMs < lastRefresh.atMs;
}
