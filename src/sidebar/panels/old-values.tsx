import { countOf, say, told, toldValue } from '../language/say';
import { Button, RowLink, useFocusWhen } from '../parts/button';
import { Paged } from '../parts/paged';
import type { OldValues } from '../server/answers';
import type { PartProps } from '../state/actions';
import { keysOf } from './waiting-list';

const AT_ONCE = 5;

/** Cells that still say what was undone: their rows are held until they say something else. */
export function OldValuesPanel({ state: { oldValues, activity }, actions }: PartProps) {
  const panel = useFocusWhen<HTMLElement>(oldValues !== undefined);
  if (!oldValues || activity === 'previewing' || activity === 'syncing') return null;
  const { undo, shown, written, count, unwritten } = oldValues;
  const isBusy = activity !== undefined;
  const keys = keysOf(oldValues);
  const asks = written === 0 && keys.length > 0;
  return (
    <section ref={panel} class="panel note" tabIndex={-1}>
      <h3>
        {written > 0
          ? say`${countOf(written, 'old value')} put back into the sheet`
          : say`Put the old values back into the sheet?`}
      </h3>
      <p>{explain(written, count)}</p>
      {unwritten && <p>{told(unwritten)}</p>}
      {asks && <OldValueList shown={shown} actions={actions} />}
      <div class="buttons">
        {asks && (
          <Button
            isDisabled={isBusy}
            onClick={() => actions.putBack(undo, keys)}
          >{say`Put ${countOf(keys.length, 'value')} back`}</Button>
        )}
        <Button isSmall isDisabled={isBusy} onClick={actions.giveUpOldValues}>
          {asks ? say`Leave the sheet as it is` : say`Close`}
        </Button>
      </div>
    </section>
  );
}

interface OldValueListProps {
  readonly shown: OldValues['shown'];
  readonly actions: PartProps['actions'];
}

/** Cells, with what they say and what they said before. */
export function OldValueList({ shown, actions }: OldValueListProps) {
  return (
    <Paged name={say`old values`} items={shown} size={AT_ONCE}>
      {({ key, sheet, old, ...place }) => (
        <li key={`${key} ${place.sheetId} ${place.row} ${place.column}`}>
          <RowLink place={place} actions={actions} />
          <br />
          {toldValue(sheet)} → {toldValue(old)}
        </li>
      )}
    </Paged>
  );
}

function explain(written: number, left: number): string {
  if (written > 0)
    return left === 0
      ? say`Nothing is held any more because of this undo.`
      : say`${countOf(left, 'cell')} stayed: a formula, a protected cell, or edited meanwhile.`;
  return left === 0
    ? say`No cell still says what was undone.`
    : say`Shopify has these again. Their rows stay held while the cells say otherwise.`;
}
