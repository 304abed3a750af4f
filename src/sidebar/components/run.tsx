import type { ShownRun } from '../state';
import { countOf } from '../words';
import { Button } from './button';
import type { PartProps } from './sidebar';

/** Preview, sync, and how far it is. Nobody syncs who has not seen a preview or a run. After a preview exactly what it showed is sent. */
export function Run({ state, actions }: PartProps) {
  const { activity, shownRun, tabs } = state;
  const hasTabs = tabs.some((tab) => tab.ticked);
  const isDisabled = activity !== undefined || !hasTabs;
  const isPaused = shownRun?.kind === 'run' && shownRun.summary.outcome === 'paused';
  const holdsCells =
    shownRun !== undefined && Object.values(shownRun.summary.unknownBase).some((count) => count > 0);
  return (
    <section>
      <div class="buttons">
        {isPaused && (
          <Button isPrimary isDisabled={isDisabled} onClick={actions.continue}>
            Go on
          </Button>
        )}
        <Button isPrimary={!shownRun} isDisabled={isDisabled} onClick={actions.preview}>
          Preview changes
        </Button>
        {shownRun?.kind === 'preview' && hasChanges(shownRun) && (
          <Button isPrimary={!holdsCells} isDisabled={isDisabled} onClick={actions.applyPreview}>
            Send changes
          </Button>
        )}
        {shownRun?.kind === 'run' && !isPaused && (
          <Button isPrimary={!holdsCells} isDisabled={isDisabled} onClick={actions.sync}>
            Sync now
          </Button>
        )}
      </div>
      {!hasTabs && <p class="hint">Tick a tab first.</p>}
      <div role="status">
        {activity === 'previewing' && <Waiting text="Comparing the sheet with Shopify. Nothing is sent." />}
        {activity === 'syncing' && <SyncProgress state={state} actions={actions} />}
      </div>
    </section>
  );
}

function SyncProgress({ state: { progress, isStopping }, actions }: PartProps) {
  const stop = (
    <Button isSmall isDisabled={isStopping} onClick={actions.stop}>
      {isStopping ? 'Stopping…' : 'Stop'}
    </Button>
  );
  if (!progress || progress.total === 0) {
    return (
      <>
        <Waiting text="Comparing the sheet with Shopify…" />
        {stop}
      </>
    );
  }
  return (
    <>
      <label for="progress">
        Sending: {progress.sent} of {countOf(progress.total, 'step')}
      </label>
      <progress id="progress" value={progress.sent} max={Math.max(progress.total, 1)} />
      <p class="hint">You can close the sidebar. What was sent stays sent; Sync now goes on from there.</p>
      {stop}
    </>
  );
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <p class="quiet">
      <span class="spinner" aria-hidden="true" /> {text}
    </p>
  );
}

function hasChanges({ summary: { totals } }: ShownRun): boolean {
  return totals.created + totals.updated > 0;
}
