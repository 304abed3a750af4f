import { countOf, formatCount, say } from '../language/say';
import { Button, HelpLink, OfWhat } from '../parts/button';
import { Paged } from '../parts/paged';
import { GROUP_WORDS } from '../parts/words';
import type { FieldGroup, Side } from '../server/answers';
import type { PartProps } from '../state/actions';
import { Choice } from './conflicts';
import { openKeys, Unseen, WhereOthers } from './waiting-list';

const GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];

const AT_ONCE = 3;

/** Cells that were never synced and differ from Shopify: a person says which side counts. */
export function HeldCells({ state, actions }: PartProps) {
  const { shownRun, activity } = state;
  const groups = GROUPS.filter((group) => (shownRun?.summary.unsynced[group].count ?? 0) > 0);
  if (!shownRun || groups.length === 0 || activity === 'previewing' || activity === 'syncing') return null;
  const { run, unsynced } = shownRun.summary;
  const isBusy = activity !== undefined;
  const choose = (side: Side, keys: readonly string[]) => actions.resolveConflicts({ run, side, keys });
  const isSeen = groups.some((group) => openKeys(shownRun, unsynced[group]).length > 0);
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {say`Which side is right?`}
      </h3>
      <p>
        {say`These cells differ from Shopify, and nobody knows which side changed.`}{' '}
        <HelpLink
          help={actions.help}
          question={{ code: 'never-synced' }}
          about={say`cells that were never synced`}
        />
      </p>
      {groups.map((group) => {
        const list = unsynced[group];
        const keys = openKeys(shownRun, list);
        const count = say`${GROUP_WORDS[group]}: ${countOf(list.count, 'cell')}`;
        return keys.length === 0 ? (
          <p key={group}>{count}</p>
        ) : (
          <fieldset key={group}>
            <legend>{count}</legend>
            <details open={list.count <= AT_ONCE}>
              <summary>{list.count === 1 ? say`Show it` : say`Show them`}</summary>
              <Paged name={GROUP_WORDS[group]} items={list.shown} size={AT_ONCE}>
                {(cell) => (
                  <Choice key={cell.key} conflict={cell} isBusy={isBusy} choose={choose} actions={actions} />
                )}
              </Paged>
            </details>
            <WhereOthers list={list} run={shownRun} />
            {keys.length > 1 && (
              <div class="buttons">
                <Button isSmall isDisabled={isBusy} onClick={() => choose('sheet', keys)}>
                  {say`Use the sheet for all ${formatCount(keys.length)}`}
                  <OfWhat about={GROUP_WORDS[group]} />
                </Button>
                <Button isSmall isDisabled={isBusy} onClick={() => choose('shopify', keys)}>
                  {say`Keep Shopify’s for all ${formatCount(keys.length)}`}
                  <OfWhat about={GROUP_WORDS[group]} />
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {!isSeen && <Unseen state={state} actions={actions}>{say`Nothing of this was sent.`}</Unseen>}
    </section>
  );
}
