import type { Conflict } from '../answers';
import { countOf } from '../words';
import { Button } from './button';
import { RowLink } from './row-link';
import type { PartProps } from './sidebar';

const SHOWN_AT_FIRST = 3;

/** Cells that changed in the sheet and in Shopify since the last sync: a person says which change counts. */
export function Conflicts({ state: { shownRun, activity }, actions }: PartProps) {
  const conflicts = shownRun?.summary.conflicts;
  if (!conflicts || conflicts.count === 0 || activity === 'previewing' || activity === 'syncing') return null;
  const [first, more] = [conflicts.shown.slice(0, SHOWN_AT_FIRST), conflicts.shown.slice(SHOWN_AT_FIRST)];
  const isBusy = activity !== undefined;
  const resolve = (side: 'sheet' | 'shopify' | 'add', keys?: readonly string[]) =>
    actions.resolveConflicts(keys ? { side, keys } : { side });
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {countOf(conflicts.count, 'cell')} changed in both
      </h3>
      <p>Changed in the sheet and in Shopify. Choose what counts; it is synced at once.</p>
      {first.map((conflict) => (
        <Choice key={conflict.key} conflict={conflict} isBusy={isBusy} choose={resolve} actions={actions} />
      ))}
      {more.length > 0 && (
        <details>
          <summary>{countOf(more.length, 'more cell')}</summary>
          {more.map((conflict) => (
            <Choice
              key={conflict.key}
              conflict={conflict}
              isBusy={isBusy}
              choose={resolve}
              actions={actions}
            />
          ))}
        </details>
      )}
      {conflicts.count > conflicts.shown.length && (
        <p class="hint">The others stand beside their rows, marked “Changed in both”.</p>
      )}
      {conflicts.count > 1 && (
        <div class="buttons">
          <Button isSmall isDisabled={isBusy} onClick={() => resolve('sheet')}>
            Use the sheet for all
          </Button>
          <Button isSmall isDisabled={isBusy} onClick={() => resolve('shopify')}>
            Keep Shopify’s for all
          </Button>
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly actions: PartProps['actions'];
  choose(side: 'sheet' | 'shopify' | 'add', keys: readonly string[]): void;
}

function Choice({ conflict, isBusy, choose, actions }: ChoiceProps) {
  const { key, tab, row, column, sheet, shopify, sum } = conflict;
  const place = `${tab}, row ${row}, ${column}`;
  return (
    <div class="conflict">
      <p>
        <RowLink place={conflict} actions={actions} />
      </p>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={() => choose('sheet', [key])}>
          Sheet: {sheet || 'empty'}
          <span class="unseen"> for {place}</span>
        </Button>
        <Button isSmall isDisabled={isBusy} onClick={() => choose('shopify', [key])}>
          Shopify: {shopify || 'empty'}
          <span class="unseen"> for {place}</span>
        </Button>
        {sum !== null && (
          <Button isSmall isDisabled={isBusy} onClick={() => choose('add', [key])}>
            Add: {sum}
            <span class="unseen"> for {place}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
