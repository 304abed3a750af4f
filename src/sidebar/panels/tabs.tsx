import { say, told } from '../language/say';
import { Button } from '../parts/button';
import { GROUP_WORDS } from '../parts/words';
import type { TabView } from '../server/answers';
import type { PartProps } from '../state/actions';
import { GetCatalog } from './catalog/get-catalog';
import { RefreshTabs } from './catalog/refresh-tabs';
import { SetUpTabs } from './set-up-tabs';

/** The tabs of the spreadsheet: which take part, and why others cannot. */
export function Tabs({ state, actions }: PartProps) {
  const { tabs, activity } = state;
  const ticked = tabs.filter((tab) => tab.ticked).map((tab) => tab.sheetId);
  const toggle = ({ sheetId }: TabView) =>
    actions.chooseTabs(
      ticked.includes(sheetId) ? ticked.filter((id) => id !== sheetId) : [...ticked, sheetId],
      ticked,
    );
  return (
    <section>
      <fieldset>
        <legend>{say`Tabs to sync`}</legend>
        {tabs.map((tab) => (
          <Tab
            key={tab.sheetId}
            tab={tab}
            isBusy={activity !== undefined && activity !== 'choosing'}
            toggle={() => toggle(tab)}
          />
        ))}
        {tabs.length === 0 && <p class="quiet">{say`This spreadsheet has no tabs that are shown.`}</p>}
      </fieldset>
      <Button
        isSmall
        isDisabled={activity !== undefined}
        onClick={actions.open}
      >{say`Reload the list`}</Button>
      <GetCatalog state={state} actions={actions} />
      <RefreshTabs state={state} actions={actions} />
      <SetUpTabs state={state} actions={actions} />
    </section>
  );
}

interface TabProps {
  readonly tab: TabView;
  readonly isBusy: boolean;
  toggle(): void;
}

function Tab({ tab, isBusy, toggle }: TabProps) {
  const id = `tab-${tab.sheetId}`;
  const isUsable = tab.kind !== 'ignored' && tab.reason === '';
  return (
    <div class="tab">
      <label>
        <input
          type="checkbox"
          checked={tab.ticked}
          disabled={!isUsable && !tab.ticked}
          aria-disabled={isBusy}
          aria-describedby={id}
          onClick={(event) => isBusy && event.preventDefault()}
          onChange={toggle}
        />
        <span class="name">{tab.name}</span>
        {tab.kind !== 'ignored' && GROUP_WORDS[tab.kind] !== tab.name && (
          <span class="kind">{GROUP_WORDS[tab.kind]}</span>
        )}
      </label>
      <div id={id} class="hint">
        {tab.reason && <p>{told(tab.reason)}</p>}
        <Columns title={say`Not recognised`} columns={tab.unknownColumns} />
        <Columns title={say`Not synced`} columns={tab.unsyncedColumns} />
      </div>
    </div>
  );
}

function Columns({ title, columns }: { readonly title: string; readonly columns: readonly string[] }) {
  if (columns.length === 0) return null;
  return (
    <details>
      <summary>
        {say`${title}: ${columns.length === 1 ? say`1 column` : say`${columns.length} columns`}`}
      </summary>
      <p>{columns.join(', ')}</p>
    </details>
  );
}
