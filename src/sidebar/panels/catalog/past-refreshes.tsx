import { countOf, say } from '../../language/say';
import { Button, useFocusWhen } from '../../parts/button';
import { describeTime } from '../../parts/words';
import type { RefreshedValues } from '../../server/answers';
import type { PartProps } from '../../state/actions';
import { OldValueList } from '../old-values';
import { keysOf } from '../waiting-list';

/** The last refreshes that wrote cells, and a way back from each for cells that nobody edited since. */
export function PastRefreshes({ state: { refreshes, givingBack, activity }, actions }: PartProps) {
  const isBusy = activity !== undefined;
  return (
    <ul class="runs">
      {refreshes.map(({ number, atMs, by, cells }) => (
        <li key={number} class="past-run">
          <p class="past-run-line">
            {describeTime(atMs)}{' '}
            <span class="quiet">{[by, countOf(cells, 'cell')].filter(Boolean).join(' · ')}</span>
          </p>
          {givingBack?.refresh === number ? (
            <GiveBack values={givingBack} isBusy={isBusy} actions={actions} />
          ) : (
            <Button isSmall isDisabled={isBusy} onClick={() => actions.giveBack(number)}>
              {say`Give back…`}
              <span class="unseen"> {say`the values before the refresh of ${describeTime(atMs)}`}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface GiveBackProps {
  readonly values: RefreshedValues;
  readonly isBusy: boolean;
  readonly actions: PartProps['actions'];
}

/** Lists what would be given back before it is. */
function GiveBack({ values, isBusy, actions }: GiveBackProps) {
  const panel = useFocusWhen<HTMLDivElement>(true);
  const { refresh, shown, written } = values;
  const keys = keysOf(values);
  const asks = written === 0 && keys.length > 0;
  return (
    <div ref={panel} class="panel note" tabIndex={-1}>
      <p>{explain(written, keys.length)}</p>
      {asks && <OldValueList shown={shown} actions={actions} />}
      <div class="buttons">
        {asks && (
          <Button
            isDisabled={isBusy}
            onClick={() => actions.giveBack(refresh, keys)}
          >{say`Give ${countOf(keys.length, 'value')} back`}</Button>
        )}
        <Button isSmall isDisabled={isBusy} onClick={actions.giveUpGivingBack}>
          {asks ? say`Leave the sheet as it is` : say`Close`}
        </Button>
      </div>
    </div>
  );
}

function explain(written: number, left: number): string {
  if (written > 0) {
    const stayed =
      left > 0 ? `${say`${countOf(left, 'cell')} stayed: a formula, protected, or edited meanwhile.`} ` : '';
    return `${say`${countOf(written, 'old value')} put back into the sheet.`} ${stayed}${say`They differ from
      Shopify, and are not sent.`}`;
  }
  return left === 0
    ? say`No cell still says what this refresh wrote.`
    : say`These cells say what the refresh wrote. Put the old values back? Nothing is sent.`;
}
