import type { ComponentChildren } from 'preact';
import { formatCount, say, told } from '../language/say';
import { Button } from '../parts/button';
import type { Listed } from '../server/answers';
import type { PartProps } from '../state/actions';
import type { ShownRun } from '../state/sidebar-state';

/** The keys of what a person may decide now; a run that goes on comes to its end first. */
export function openKeys(
  { kind, summary }: ShownRun,
  list: Listed<{ readonly key: string }>,
): readonly string[] {
  if (kind === 'run') return summary.outcome === 'paused' ? [] : keysOf(list);
  // Nobody was shown what is neither listed here nor in the tab.
  return keysOf(summary.unwritten ? { ...list, more: [] } : list);
}

/** The keys of all that a page was shown of it. */
export function keysOf({ shown, more }: Listed<{ readonly key: string }>): readonly string[] {
  return [...shown.map(({ key }) => key), ...more];
}

/** Says where the others are, of a list that is longer than a page can be. */
export function WhereOthers({
  list: { shown, more },
  run,
}: {
  readonly list: Listed<unknown>;
  readonly run: ShownRun;
}) {
  if (more.length === 0) return null;
  const where =
    run.kind === 'run'
      ? say`All say so beside their rows.`
      : told(run.summary.unwritten ?? '') || say`All are in the tab “Sync preview”.`;
  return <p class="hint">{`${say`${formatCount(shown.length)} are listed here.`} ${where}`}</p>;
}

interface UnseenProps extends PartProps {
  readonly children: ComponentChildren;
}

/** In place of buttons that would send what this page does not show: after a reload, or a run that somebody else started. */
export function Unseen({ state: { activity, shownRun }, actions, children }: UnseenProps) {
  if (shownRun?.kind === 'run' && shownRun.summary.outcome === 'paused')
    return <p>{say`The sync is not finished. Choose Go on; then decide about this.`}</p>;
  return (
    <>
      <p>{children}</p>
      <Button
        isSmall
        isDisabled={activity !== undefined}
        onClick={actions.preview}
      >{say`Preview again to see it`}</Button>
    </>
  );
}
