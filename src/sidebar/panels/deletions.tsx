import { useState } from 'preact/hooks';
import { countOf, formatCount, say, told } from '../language/say';
import { Button, OfRow, RowLink } from '../parts/button';
import { Paged } from '../parts/paged';
import type { PartProps } from '../state/actions';
import { openKeys, Unseen } from './waiting-list';

const AT_ONCE = 10;

/** Up to so many are confirmed by their names alone, as the script has it too. */
const MOST_UNCOUNTED = 10;

/** Items that cells ask to delete: each is named, many need their number typed, and products can be archived instead. */
export function Deletions({ state, actions }: PartProps) {
  const { shownRun, activity } = state;
  const [typed, setTyped] = useState('');
  const items = shownRun?.summary.held.shown.filter(({ deletes }) => deletes) ?? [];
  if (!shownRun || items.length === 0) return null;
  const isOpen = openKeys(shownRun, shownRun.summary.held).length > 0;
  const products = items.filter(({ deletes }) => deletes === 'product');
  const isBusy = activity !== undefined;
  const { run } = shownRun.summary;
  const keysOf = (some: typeof items) => some.map(({ key }) => key);
  const isMany = items.length > MOST_UNCOUNTED;
  const isTyped = !isMany || typed.replace(/\D/g, '') === String(items.length);
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {say`Delete ${countOf(items.length, 'item')} in Shopify?`}
      </h3>
      {!isOpen ? (
        <Unseen state={state} actions={actions}>{say`Nothing was deleted.`}</Unseen>
      ) : (
        <>
          <p>{say`They are deleted for good. An undo can create them again, with new IDs.`}</p>
          <Paged name={say`items to delete`} items={items} size={AT_ONCE}>
            {({ key, change, reason, deletes, ...place }) => (
              <li key={key}>
                <RowLink place={place} actions={actions} />
                <br />
                {told(change.replace(/^Deletion of /, ''))}
                <br />
                <span class="quiet">{told(reason)}</span>
                <div class="buttons">
                  <Button
                    isSmall
                    isDisabled={isBusy}
                    onClick={() => actions.confirmHeld({ run, keys: [key] })}
                  >
                    {say`Delete it`}
                    <OfRow place={place} />
                  </Button>
                  {deletes === 'product' && (
                    <Button
                      isSmall
                      isDisabled={isBusy}
                      onClick={() => actions.confirmHeld({ run, keys: [key], instead: 'archive' })}
                    >
                      {say`Archive instead`}
                      <OfRow place={place} />
                    </Button>
                  )}
                </div>
              </li>
            )}
          </Paged>
          {isMany && (
            <div class="field">
              <label for="deletions-count">{say`Type ${items.length} to delete all of them`}</label>
              <input
                id="deletions-count"
                type="text"
                inputMode="numeric"
                autocomplete="off"
                value={typed}
                onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            </div>
          )}
          {items.length > 1 && (
            <Button
              isDisabled={isBusy || !isTyped}
              onClick={() => actions.confirmHeld({ run, keys: keysOf(items), count: items.length })}
            >{say`Delete all ${formatCount(items.length)} items`}</Button>
          )}
          {products.length > 1 && (
            <Button
              isDisabled={isBusy}
              onClick={() => actions.confirmHeld({ run, keys: keysOf(products), instead: 'archive' })}
            >{say`Archive all ${formatCount(products.length)} products instead`}</Button>
          )}
        </>
      )}
    </section>
  );
}
