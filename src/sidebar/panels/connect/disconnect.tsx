import { useState } from 'preact/hooks';
import { say } from '../../language/say';
import { Button, useFocusWhen } from '../../parts/button';
import type { PartProps } from '../../state/actions';

/** Says what ends with it and what stays, and asks once more: Shopify shows an access token a single time. */
export function Disconnect({ state, actions }: PartProps) {
  const isBusy = state.activity !== undefined;
  const [isAsking, setAsking] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const panel = useFocusWhen<HTMLDivElement>(isAsking);
  if (!isAsking) {
    return <Button isSmall isDisabled={isBusy} onClick={() => setAsking(true)}>{say`Disconnect…`}</Button>;
  }
  return (
    <div ref={panel} class="panel warning" tabIndex={-1}>
      <p>{say`This forgets your access to the store. To connect again you need the same token or secret once
        more.`}</p>
      <ul>
        {whatEnds(state).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <label>
        <input type="checkbox" checked={everywhere} onChange={() => setEverywhere(!everywhere)} />
        <span>{say`Also in my other spreadsheets that use this access`}</span>
      </label>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={() => actions.disconnect(everywhere)}>
          {state.activity === 'disconnecting' ? say`Disconnecting…` : say`Disconnect`}
        </Button>
        <Button isSmall onClick={() => setAsking(false)}>{say`Keep`}</Button>
      </div>
    </div>
  );
}

/** Lists what ends with the access, as far as there is any of it, and then what stays. */
function whatEnds({ schedule, chat, shownRun, pull, hasSynced }: PartProps['state']): readonly string[] {
  const isUnfinished = shownRun?.kind === 'run' && shownRun.summary.outcome === 'paused';
  return [
    ...(schedule?.isMine ? [say`Your schedule ends.`] : []),
    ...(chat ? [say`${chat.service} is told nothing more.`] : []),
    ...(isUnfinished ? [say`The sync that is not finished does not go on. What it sent stays.`] : []),
    ...(pull?.outcome === 'paused' ? [say`“${pull.tab}” is not filled any further.`] : []),
    ...(hasSynced ? [say`What was sent stays in your store. To take some of it back, undo it first.`] : []),
    say`Your rows, their status, the history and what was last synced stay here.`,
  ];
}
