import { LANGUAGE_NAMES, LANGUAGES } from '../../../language/languages';
import { say } from '../../language/say';
import { Choice } from '../../parts/choice';
import { GROUP_WORDS } from '../../parts/words';
import type { Settings as Chosen, FieldGroup, PlainChange, SettingsChange } from '../../server/answers';
import type { ConnectedProps } from '../connect/connection';
import { Limits } from './limits';
import { TellChat } from './tell-chat';

const GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];

type Side = Chosen['onConflict'][FieldGroup];

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  ask: say`Ask me`,
  sheet: say`Use the sheet`,
  shopify: say`Keep Shopify’s`,
  add: say`Add the difference`,
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
  const save = (change: SettingsChange, shown: Partial<Chosen>) =>
    actions.saveSettings({ change, shown: { ...settings, ...shown } }, settings);
  const choose = (change: PlainChange) => save(change, change);
  const prefer = (side: Partial<Chosen['onConflict']>) =>
    save({ onConflict: side }, { onConflict: { ...settings.onConflict, ...side } });
  const toggle = (group: FieldGroup) =>
    save(
      { refreshOnSchedule: { [group]: !refreshed.includes(group) } },
      { refreshOnSchedule: GROUPS.filter((each) => (each === group) !== refreshed.includes(each)) },
    );
  return (
    <details class="settings">
      <summary>{say`Settings`}</summary>
      <fieldset>
        <legend>{say`A cell changed in the sheet and in Shopify`}</legend>
        {GROUPS.map((group) => (
          <Choice
            key={group}
            name={`conflict-${group}`}
            label={GROUP_WORDS[group]}
            value={settings.onConflict[group]}
            options={SIDES_OF[group].map((side) => ({ value: side, words: SIDE_WORDS[side] }))}
            choose={(side) => prefer({ [group]: side })}
          />
        ))}
        <p class="hint">{say`Keep Shopify’s puts its value into the cell, on a schedule too.`}</p>
      </fieldset>
      <fieldset>
        <legend>{say`Stock`}</legend>
        {connection.locations.length > 1 && (
          <Choice
            name="default-location"
            label={say`Default location`}
            hint={say`Used where a quantity names no location.`}
            value={settings.defaultLocationId ?? ''}
            options={[
              { value: '', words: say`None` },
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
          <span>{say`Keep stock cells up to date`}</span>
        </label>
        <p class="hint">{say`After a sync, stock cells that you did not edit take Shopify’s number. Each time
          is listed as a refresh, and can be given back.`}</p>
      </fieldset>
      <fieldset>
        <legend>{say`Refresh on the schedule`}</legend>
        {GROUPS.map((group) => (
          <label key={group} class="tick">
            <input type="checkbox" checked={refreshed.includes(group)} onChange={() => toggle(group)} />
            <span>{GROUP_WORDS[group]}</span>
          </label>
        ))}
        <p class="hint">{say`After each scheduled sync, cells that you did not edit take Shopify’s
          value.`}</p>
      </fieldset>
      <TellChat state={state} actions={actions} />
      <Limits state={state} save={save} />
      <fieldset>
        <legend>{say`Sheet`}</legend>
        <Choice
          name="status-place"
          label={say`Status columns`}
          hint={say`In tabs that have none yet. To move those of a tab, delete its four columns, and sync.`}
          value={settings.statusPlace ?? 'right'}
          options={[
            { value: 'left', words: say`After the columns that name the item` },
            { value: 'right', words: say`After the last column` },
          ]}
          choose={(statusPlace) => choose({ statusPlace })}
        />
        <Choice
          name="language"
          label={say`Language beside the rows`}
          hint={say`Statuses and messages are written in it from now on. Column names stay as they are.`}
          value={settings.language ?? 'en'}
          options={[
            { value: 'en', words: 'English' },
            ...LANGUAGES.map((language) => ({ value: language, words: LANGUAGE_NAMES[language] })),
          ]}
          choose={(language) => choose({ language })}
        />
      </fieldset>
      <fieldset>
        <legend>{say`Google`}</legend>
        <Choice
          name="account-kind"
          label={say`Your account`}
          hint={say`Google allows a Workspace account more each day. A sync pauses before that is used up.`}
          value={settings.accountKind}
          options={[
            { value: 'consumer', words: say`Personal (gmail.com)` },
            { value: 'workspace', words: say`Google Workspace` },
          ]}
          choose={(accountKind) => choose({ accountKind })}
        />
      </fieldset>
    </details>
  );
}
