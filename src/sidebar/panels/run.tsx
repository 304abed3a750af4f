import { useEffect, useRef } from 'preact/hooks';
import { say } from '../language/say';
import { Button } from '../parts/button';
import type { PartProps } from '../state/actions';
import { lacksAccess, type ShownRun } from '../state/sidebar-state';

/** Preview, sync, and how far it is. Nobody syncs who has not seen a preview or a run. After a preview exactly what it showed is sent. */
export function Run({ state, actions }: PartProps) {
  const { activity, shownRun, tabs } = state;
  const hasTabs = tabs.some((tab) => tab.ticked);
  const isDisabled = activity !== undefined || !hasTabs;
  const step = shownRun && nextStep(shownRun, actions);
  const isReplaced = shownRun?.kind === 'preview' && shownRun.summary.preview === null;
  const holdsCells =
    shownRun !== undefined && Object.values(shownRun.summary.unknownBase).some((count) => count > 0);
  // Where something else comes first, the blue button stands there.
  const isNext = !holdsCells && !lacksAccess(state) && state.problem?.kind !== 'restored';
  const isRunning = activity === 'previewing' || activity === 'syncing';
  const status = useRef<HTMLDivElement>(null);
  // A panel disappears when its button is pressed, and Stop when the run is over; the focus must not jump to the top then.
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) status.current?.focus();
  }, [isRunning]);
  return (
    <section>
      <div class="buttons">
        <Button
          isPrimary={(!shownRun || isReplaced) && isNext}
          isDisabled={isDisabled}
          onClick={actions.preview}
        >{say`Preview changes`}</Button>
        {step && (
          <Button isPrimary={isNext} isDisabled={isDisabled} onClick={step.act}>
            {step.words}
          </Button>
        )}
      </div>
      {!hasTabs && <p class="hint">{say`Tick a tab first.`}</p>}
      <div ref={status} role="status" class="stack" tabIndex={-1}>
        {activity === 'previewing' && (
          <Waiting text={say`Comparing the sheet with Shopify. Nothing is sent.`} />
        )}
        {activity === 'syncing' && <SyncProgress state={state} actions={actions} />}
      </div>
    </section>
  );
}

function SyncProgress({ state: { progress, sentBefore, isStopping }, actions }: PartProps) {
  const stop = (
    <Button isSmall isDisabled={isStopping} onClick={actions.stop}>
      {isStopping ? say`Stopping…` : say`Stop`}
    </Button>
  );
  if (!progress || progress.total === 0) {
    return (
      <>
        <Waiting text={say`Comparing the sheet with Shopify…`} />
        {stop}
      </>
    );
  }
  const sent = sentBefore + progress.sent;
  const total = sentBefore + progress.total;
  return (
    <>
      <label for="progress">{say`Sending: ${Math.floor((100 * sent) / total)} %`}</label>
      <progress id="progress" value={sent} max={total} />
      <p class="hint">{say`You can close the sidebar: it goes on by itself.`}</p>
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

/** The step that follows what is shown. It is one button whose words change, so that it keeps the keyboard's focus. */
function nextStep({ kind, summary }: ShownRun, actions: PartProps['actions']) {
  if (kind === 'preview') {
    const hasChanges = summary.totals.created + summary.totals.updated > 0;
    const { preview } = summary;
    return hasChanges && preview !== null
      ? { words: say`Send changes`, act: () => actions.applyPreview(preview) }
      : undefined;
  }
  return summary.outcome === 'paused'
    ? { words: say`Go on`, act: actions.continue }
    : { words: say`Sync now`, act: actions.sync };
}
