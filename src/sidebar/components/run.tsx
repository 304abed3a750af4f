import { countOf } from '../words';
import type { PartProps } from './sidebar';

/** Preview, sync, and how far it is. One button is blue: the next sensible step. */
export function Run({ state, actions }: PartProps) {
  const { activity, shownRun, tabs } = state;
  const hasTabs = tabs.some((tab) => tab.ticked);
  const isDisabled = activity !== undefined || !hasTabs;
  const isPaused = shownRun?.kind === 'run' && shownRun.summary.outcome === 'paused';
  const holdsCells = shownRun && Object.values(shownRun.summary.unknownBase).some((count) => count > 0);
  const next = isPaused ? 'continue' : holdsCells ? 'choose' : shownRun ? 'sync' : 'preview';
  return (
    <section>
      <div class="buttons">
        {isPaused && (
          <button type="button" class="primary" disabled={isDisabled} onClick={actions.continue}>
            Go on
          </button>
        )}
        <button
          type="button"
          class={classOf(next === 'preview')}
          disabled={isDisabled}
          onClick={actions.preview}
        >
          Preview changes
        </button>
        <button type="button" class={classOf(next === 'sync')} disabled={isDisabled} onClick={actions.sync}>
          Sync now
        </button>
      </div>
      {!hasTabs && <p class="hint">Tick a tab first.</p>}
      <div role="status">
        {activity === 'previewing' && <Waiting text="Comparing the sheet with Shopify. Nothing is sent." />}
        {activity === 'syncing' && <SyncProgress progress={state.progress} />}
      </div>
    </section>
  );
}

function classOf(isPrimary: boolean): string {
  return isPrimary ? 'primary' : '';
}

function SyncProgress({ progress }: Pick<PartProps['state'], 'progress'>) {
  if (!progress) return <Waiting text="Comparing the sheet with Shopify…" />;
  return (
    <>
      <label for="progress">
        Sending: {progress.sent} of {countOf(progress.total, 'step')}
      </label>
      <progress id="progress" value={progress.sent} max={Math.max(progress.total, 1)} />
      <p class="hint">You can close the sidebar. What was sent stays sent; Sync now goes on from there.</p>
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
