import { countOf, say, told } from '../language/say';
import { Button, RowLink, useFocusWhen } from '../parts/button';
import { Paged } from '../parts/paged';
import { describeTime, RUN_WORDS, shownTotals } from '../parts/words';
import type { RunView, UndoPreview } from '../server/answers';
import type { PartProps } from '../state/actions';
import { keysOf } from './waiting-list';

/** The runs that changed something, and a way back from each while what it replaced is kept. Whoever has no access reads it. */
export function History({ state: { connection, runs, undoing, activity, panel }, actions }: PartProps) {
  const isWanted = panel === 'history' || panel === 'undo';
  const details = useFocusWhen<HTMLElement>(isWanted);
  // It lists by itself where the menu opened it.
  const list = () => activity !== 'listing' && activity !== 'previewing-undo' && actions.listRuns();
  return (
    <details
      class="history"
      open={isWanted || undefined}
      onToggle={(event) => event.currentTarget.open && !runs?.length && list()}
    >
      <summary ref={details}>{say`History`}</summary>
      {runs?.length === 0 && <p class="quiet">{say`No run has changed anything yet.`}</p>}
      <ul class="runs">
        {runs?.map((run) => (
          <li key={run.number} class="past-run">
            <p class="past-run-line">
              {describeTime(run.endedAtMs)} <span class="quiet">{describeRun(run)}</span>
            </p>
            {undoing?.undoes === run.number ? (
              <UndoPanel undoing={undoing} isBusy={activity !== undefined} actions={actions} />
            ) : (
              connection &&
              run.canBeUndone && (
                <>
                  {run.undoes !== null && (
                    <Button
                      isSmall
                      isDisabled={activity !== undefined}
                      onClick={() => actions.lookOldValues(run.number)}
                    >
                      {say`Old values into the sheet…`}
                      <span class="unseen"> {say`after the undo of ${describeTime(run.endedAtMs)}`}</span>
                    </Button>
                  )}
                  <Button
                    isSmall
                    isDisabled={activity !== undefined}
                    onClick={() => actions.previewUndo(run.number)}
                  >
                    {say`Undo this run…`}
                    <span class="unseen"> {say`of ${describeTime(run.endedAtMs)}`}</span>
                  </Button>
                </>
              )
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const SHOWN_ROWS = 5;

interface UndoPanelProps {
  readonly undoing: UndoPreview;
  readonly isBusy: boolean;
  readonly actions: PartProps['actions'];
}

/** Shows what undoing would do, before it is done. */
function UndoPanel({ undoing: { undoes, rows, created, totals, held }, isBusy, actions }: UndoPanelProps) {
  const changes = totals.updated + held.count;
  const panel = useFocusWhen<HTMLDivElement>(true);
  return (
    <div ref={panel} class="panel warning" tabIndex={-1}>
      <Paged name={say`rows`} items={rows.shown} size={SHOWN_ROWS}>
        {({ message, ...place }) => (
          <li key={`${place.tab}:${place.row}`}>
            <RowLink place={place} actions={actions} />
            <br />
            {told(message)}
          </li>
        )}
      </Paged>
      {rows.count > rows.shown.length && (
        <p class="hint">{say`And ${countOf(rows.count - rows.shown.length, 'more row')}.`}</p>
      )}
      {created > 0 && <p class="hint">{say`What it created stays in Shopify: undoing never deletes.`}</p>}
      {held.count > 0 && <p class="hint">{say`Giving back also confirms what is held above.`}</p>}
      {changes === 0 && <p class="hint">{say`Nothing is left to give back.`}</p>}
      <div class="buttons">
        {changes > 0 && (
          <Button
            isDisabled={isBusy}
            onClick={() =>
              actions.undo(held.count > 0 ? { run: undoes, held: keysOf(held) } : { run: undoes })
            }
          >{say`Give back the old values`}</Button>
        )}
        <Button isSmall isDisabled={isBusy} onClick={actions.giveUpUndo}>{say`Keep it as it is`}</Button>
      </div>
    </div>
  );
}

/** Leaves out what an undo gave back: it is held until it is edited, as it should be. */
function describeRun({ undoes, totals, putBack = 0 }: RunView): string {
  const changed = { ...totals, unchanged: 0, 'not-compared': 0, differs: 0, 'not-synced': 0 };
  const shown = undoes === null ? changed : { ...changed, skipped: 0, updated: 0 };
  const what = shownTotals(shown, RUN_WORDS).map(({ word, count }) => `${word} ${count}`);
  const cells = putBack > 0 ? say`${countOf(putBack, 'cell')} put back` : '';
  return [undoes === null ? '' : say`Gave old values back`, ...what, cells].filter(Boolean).join(' · ');
}
