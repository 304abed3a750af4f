import { countOf, say, told } from '../language/say';
import { Button } from '../parts/button';
import {
  describeEstimate,
  describeTime,
  PREVIEW_WORDS,
  RUN_WORDS,
  rowsToLookAt,
  shownTotals,
} from '../parts/words';
import type { PartProps } from '../state/actions';
import type { ShownRun } from '../state/sidebar-state';

/** Shows what the last preview foresaw or the last run did, in rows. */
export function RunResult({ state, actions }: PartProps) {
  const { shownRun, activity, onlyProblems, oldValues } = state;
  if (!shownRun || activity === 'previewing' || activity === 'syncing') return null;
  const { kind, summary } = shownRun;
  const totals = shownTotals(summary.totals, kind === 'preview' ? PREVIEW_WORDS : RUN_WORDS);
  return (
    <section role="status" class="result">
      <h3>
        {titleOf(shownRun)} <span class="quiet">{describeTime(summary.endedAtMs)}</span>
      </h3>
      {totals.length === 0 && summary.outcome === 'finished' && (
        <p class="quiet">{say`There was nothing to sync.`}</p>
      )}
      {totals.length > 0 && (
        <dl class="totals">
          {totals.map(({ status, word, count }) => (
            <div key={status} class={status}>
              <dt>{word}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {kind === 'preview' && summary.planned?.words && <p>{told(`${summary.planned.words}.`)}</p>}
      {summary.keptStock > 0 && (
        <p class="hint">{say`${countOf(summary.keptStock, 'stock cell')} took Shopify’s number.`}</p>
      )}
      {kind === 'preview' && summary.newItems && (
        <ul class="hint">
          {summary.newItems.map((line) => (
            <li key={line}>{told(line)}</li>
          ))}
        </ul>
      )}
      {summary.unwritten && <p>{told(summary.unwritten)}</p>}
      <p class="hint">{whereToLook(shownRun, totals.length > 0)}</p>
      {kind === 'preview' && summary.totals.created + summary.totals.updated > 0 && (
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={actions.showChanges}
        >{say`Choose what to send…`}</Button>
      )}
      <GoToStatus state={state} actions={actions} />
      {summary.undid !== null && summary.run !== null && !oldValues && (
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => actions.lookOldValues(summary.run as number)}
        >{say`Put the old values back into the sheet…`}</Button>
      )}
      {(onlyProblems || (kind === 'run' && rowsToLookAt(summary.totals) > 0)) && (
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => actions.filterProblems(!onlyProblems)}
        >
          {onlyProblems ? say`Show all rows` : say`Show only these rows`}
        </Button>
      )}
    </section>
  );
}

function titleOf({ kind, summary }: ShownRun): string {
  if (kind === 'preview') return say`Preview`;
  if (summary.undid !== null && summary.outcome === 'finished') return say`Undone`;
  return { finished: say`Synced`, paused: say`Paused`, stopped: say`Stopped`, failed: say`Not finished` }[
    summary.outcome
  ];
}

function whereToLook({ kind, summary }: ShownRun, hasRows: boolean): string {
  if (!hasRows) return '';
  if (kind === 'preview') {
    const where = summary.unwritten ? '' : say`Every change is in the tab “Sync preview”.`;
    return [say`Nothing has been sent.`, where, describeEstimate(summary)].filter(Boolean).join(' ');
  }
  if (summary.undid !== null) return say`The column “Sync message” says what was given back.`;
  return rowsToLookAt(summary.totals) > 0
    ? say`Some rows need you: the column “Sync message” beside them says why.`
    : say`The column “Sync status” says what happened to each row.`;
}

/** Brings the status columns of the first ticked tab in front of the person. */
function GoToStatus({ state: { tabs, activity, shownRun }, actions }: PartProps) {
  const tab = tabs.find(({ ticked, kind }) => ticked && kind !== 'ignored');
  if (!tab || shownRun?.kind !== 'run') return null;
  return (
    <Button
      isSmall
      isDisabled={activity !== undefined}
      onClick={() => actions.goToRow({ sheetId: tab.sheetId, row: 1, column: 'Sync status' })}
    >{say`Go to the status columns`}</Button>
  );
}
