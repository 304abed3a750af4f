import { Choice } from '../../parts/choice';
import { GROUP_WORDS } from '../../parts/words';
import type { Settings as Chosen, FieldGroup } from '../../server/answers';
import type { ConnectedProps } from '../connect/connection';
import { Limits } from './limits';

const GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];

type Side = Chosen['onConflict'][FieldGroup];

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  ask: 'Ask me',
  sheet: 'Use the sheet',
  shopify: 'Keep Shopify’s',
  add: 'Add the difference',
};

const SIDES: readonly Side[] = ['ask', 'sheet', 'shopify'];

/** A difference is for quantities alone. */
const SIDES_OF: Readonly<Record<FieldGroup, readonly Side[]>> = {
  products: SIDES,
  inventory: [...SIDES, 'add'],
  prices: SIDES,
};

/** Choices of a merchant that hold for every run. Each is saved as it is made. */
export function Settings({ connection, state, actions }: ConnectedProps) {
  const { settings } = state;
  if (!settings) return null;
  const refreshed = settings.refreshOnSchedule ?? [];
  const toggled = (group: FieldGroup) =>
    GROUPS.filter((each) => (each === group) !== refreshed.includes(each));
  const choose = (changes: Partial<Chosen>) => actions.saveSettings({ ...settings, ...changes }, settings);
  return (
    <details class="settings">
      <summary>Settings</summary>
      <fieldset>
        <legend>A cell changed in the sheet and in Shopify</legend>
        {GROUPS.map((group) => (
          <Choice
            key={group}
            name={`conflict-${group}`}
            label={GROUP_WORDS[group]}
            value={settings.onConflict[group]}
            options={SIDES_OF[group].map((side) => ({ value: side, words: SIDE_WORDS[side] }))}
            choose={(side) => choose({ onConflict: { ...settings.onConflict, [group]: side } })}
          />
        ))}
        <p class="hint">Keep Shopify’s puts its value into the cell, on a schedule too.</p>
      </fieldset>
      <fieldset>
        <legend>Stock</legend>
        {connection.locations.length > 1 && (
          <Choice
            name="default-location"
            label="Default location"
            hint="Used where a quantity names no location."
            value={settings.defaultLocationId ?? ''}
            options={[
              { value: '', words: 'None' },
              ...connection.locations.map(({ id, name }) => ({ value: id, words: name })),
            ]}
            choose={(id) =>
              choose({ defaultLocationId: id === '' ? null : (id as Chosen['defaultLocationId']) })
            }
          />
        )}
        <label class="tick">
          <input
            type="checkbox"
            checked={settings.keepStock === true}
            onChange={() => choose({ keepStock: settings.keepStock !== true })}
          />
          <span>Keep stock cells up to date</span>
        </label>
        <p class="hint">
          After a sync, stock cells that you did not edit take Shopify’s number. Each time is listed as a
          refresh, and can be given back.
        </p>
      </fieldset>
      <fieldset>
        <legend>Refresh on the schedule</legend>
        {GROUPS.map((group) => (
          <label key={group} class="tick">
            <input
              type="checkbox"
              checked={refreshed.includes(group)}
              onChange={() => choose({ refreshOnSchedule: toggled(group) })}
            />
            <span>{GROUP_WORDS[group]}</span>
          </label>
        ))}
        <p class="hint">After each scheduled sync, cells that you did not edit take Shopify’s value.</p>
      </fieldset>
      <Limits state={state} actions={actions} choose={choose} />
      <fieldset>
        <legend>Sheet</legend>
        <Choice
          name="status-place"
          label="Status columns"
          hint="In tabs that have none yet. To move those of a tab, delete its four columns, and sync."
          value={settings.statusPlace ?? 'right'}
          options={[
            { value: 'left', words: 'After the columns that name the item' },
            { value: 'right', words: 'After the last column' },
          ]}
          choose={(statusPlace) => choose({ statusPlace })}
        />
      </fieldset>
      <fieldset>
        <legend>Google</legend>
        <Choice
          name="account-kind"
          label="Your account"
          hint="Google allows a Workspace account more each day. A sync pauses before that is used up."
          value={settings.accountKind}
          options={[
            { value: 'consumer', words: 'Personal (gmail.com)' },
            { value: 'workspace', words: 'Google Workspace' },
          ]}
          choose={(accountKind) => choose({ accountKind })}
        />
      </fieldset>
    </details>
  );
}
