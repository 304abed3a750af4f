import type { TabView } from '../answers';
import { GROUP_WORDS } from '../words';
import type { PartProps } from './sidebar';

/** The tabs of the spreadsheet: which take part, and why others cannot. */
export function Tabs({ state: { tabs, activity }, actions }: PartProps) {
  const isBusy = activity !== undefined;
  const toggle = (toggled: TabView) =>
    actions.chooseTabs(
      tabs
        .filter((tab) => (tab.sheetId === toggled.sheetId ? !tab.ticked : tab.ticked))
        .map((tab) => tab.sheetId),
    );
  return (
    <section>
      <fieldset>
        <legend>Tabs to sync</legend>
        {tabs.map((tab) => (
          <Tab key={tab.sheetId} tab={tab} isBusy={isBusy} toggle={() => toggle(tab)} />
        ))}
        {tabs.length === 0 && <p class="quiet">This spreadsheet has no tabs that are shown.</p>}
      </fieldset>
      <button type="button" class="small" disabled={isBusy} onClick={actions.open}>
        Look at the tabs again
      </button>
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
          disabled={isBusy || !(isUsable || tab.ticked)}
          onChange={toggle}
          aria-describedby={id}
        />
        <span class="name">{tab.name}</span>
        {tab.kind !== 'ignored' && <span class="kind">{GROUP_WORDS[tab.kind]}</span>}
      </label>
      <div id={id} class="hint">
        {tab.reason && <p>{tab.reason}</p>}
        <Columns title="Not recognised" columns={tab.unknownColumns} />
        <Columns title="Not synced" columns={tab.unsyncedColumns} />
      </div>
    </div>
  );
}

function Columns({ title, columns }: { readonly title: string; readonly columns: readonly string[] }) {
  if (columns.length === 0) return null;
  return (
    <details>
      <summary>
        {title}: {columns.length === 1 ? '1 column' : `${columns.length} columns`}
      </summary>
      <p>{columns.join(', ')}</p>
    </details>
  );
}
