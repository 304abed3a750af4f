import type { ComponentChildren } from 'preact';
import { countOf, formatCount, say, toldValue } from '../language/say';
import { Button, HelpLink, OfWhat, RowLink } from '../parts/button';
import { ByCause } from '../parts/by-cause';
import { describeSum } from '../parts/words';
import type { Conflict, Listed, Side } from '../server/answers';
import type { PartProps } from '../state/actions';
import { ShowOnly } from './errors';
import { openKeys, Unseen, WhereOthers } from './waiting-list';

const AT_ONCE = 3;

/** Choices for all questions of one column. */
const SIDES: readonly (readonly [Side, (count: string) => string])[] = [
  ['sheet', (count) => say`Use the sheet for these ${count}`],
  ['shopify', (count) => say`Keep Shopify’s for these ${count}`],
];

/** Cells that changed in the sheet and in Shopify since the last sync: a person says which change counts. */
export function Conflicts({ state, actions }: PartProps) {
  const { shownRun, activity, refresh } = state;
  const conflicts = shownRun?.summary.conflicts;
  // A refresh that came after it asks for itself.
  if (
    refresh ||
    !shownRun ||
    !conflicts ||
    conflicts.count === 0 ||
    activity === 'previewing' ||
    activity === 'syncing'
  )
    return null;
  const keys = openKeys(shownRun, conflicts);
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {say`${countOf(conflicts.count, 'cell')} changed in both`}
      </h3>
      {keys.length === 0 ? (
        <Unseen
          state={state}
          actions={actions}
        >{say`Changed in the sheet and in Shopify. Nothing of this was sent.`}</Unseen>
      ) : (
        <Choices run={shownRun.summary.run} conflicts={conflicts} keys={keys} state={state} actions={actions}>
          <WhereOthers list={conflicts} run={shownRun} />
          <ShowOnly status="conflict" state={state} actions={actions} />
        </Choices>
      )}
    </section>
  );
}

interface ChoicesProps extends PartProps {
  /** The run whose panel shows them; null of a preview or a refresh. */
  readonly run: number | null;
  readonly conflicts: Listed<Conflict>;
  readonly keys: readonly string[];
  readonly children?: ComponentChildren;
}

/** A choice for each cell, and for all of them. */
export function Choices({ run, conflicts, keys, state: { activity }, actions, children }: ChoicesProps) {
  const isBusy = activity !== undefined;
  const resolve = (side: Side, some: readonly string[]) =>
    actions.resolveConflicts({ run, side, keys: some });
  return (
    <>
      <p>
        {say`Changed in the sheet and in Shopify. Choose what counts; it is synced at once.`}{' '}
        <HelpLink
          help={actions.help}
          question={{ code: 'status-changed-in-both' }}
          about={say`cells that changed in both`}
        />
      </p>
      <ByCause
        name={say`cells that changed in both`}
        items={conflicts.shown}
        size={AT_ONCE}
        counted={(count) => countOf(count, 'cell')}
        causeOf={({ column }) => column}
        below={(own, column) =>
          SIDES.map(([side, words]) => (
            <Button
              key={side}
              isSmall
              isDisabled={isBusy}
              onClick={() =>
                resolve(
                  side,
                  own.map(({ key }) => key),
                )
              }
            >
              {words(formatCount(own.length))}
              <OfWhat about={column} />
            </Button>
          ))
        }
      >
        {(conflict) => (
          <Choice key={conflict.key} conflict={conflict} isBusy={isBusy} choose={resolve} actions={actions} />
        )}
      </ByCause>
      {children}
      {keys.length > 1 && (
        <div class="buttons">
          <Button
            isSmall
            isDisabled={isBusy}
            onClick={() => resolve('sheet', keys)}
          >{say`Use the sheet for all ${formatCount(keys.length)}`}</Button>
          <Button
            isSmall
            isDisabled={isBusy}
            onClick={() => resolve('shopify', keys)}
          >{say`Keep Shopify’s for all ${formatCount(keys.length)}`}</Button>
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly actions: PartProps['actions'];
  choose(side: Side, keys: readonly string[]): void;
}

/** Both values of a cell, each a button that chooses it. */
export function Choice({ conflict, isBusy, choose, actions }: ChoiceProps) {
  const { key, name, tab, row, column, sheet, shopify, sum, renames } = conflict;
  const place = [name, tab, say`row ${row}`, column].filter(Boolean).join(', ');
  return (
    <li class="conflict">
      <p>
        <RowLink place={conflict} actions={actions} />
      </p>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={() => choose('sheet', [key])}>
          {say`${renames ? say`Rename in Shopify` : say`Sheet`}: ${toldValue(sheet) || say`empty`}`}
          <span class="unseen"> {say`for ${place}`}</span>
        </Button>
        <Button isSmall isDisabled={isBusy} onClick={() => choose('shopify', [key])}>
          {say`${renames ? say`Keep` : 'Shopify'}: ${toldValue(shopify) || say`empty`}`}
          <span class="unseen"> {say`for ${place}`}</span>
        </Button>
        {sum !== null && (
          <Button isSmall isDisabled={isBusy} onClick={() => choose('add', [key])}>
            {say`Both changes: ${describeSum(sum)}`}
            <span class="unseen"> {say`for ${place}`}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
