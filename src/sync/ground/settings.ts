import type { AccountKind, SavedSettings, ShownSettings, StatusPlace } from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { LANGUAGES } from '../../language/languages';
import {
  CAREFUL_POLICY,
  FIELD_GROUPS,
  type HeldLimits,
  LIMIT_BOUNDS,
  type Preference,
  type SetLimits,
  type SyncPolicy,
} from '../../plan/model/policy';
import { type Result, succeed } from '../../ports/problem';
import { fields, flag, listOf, locationId, maybe, oneOf, orNull, readStored, whole } from '../../ports/shape';
import type { Settings } from '../../ports/storage';
import { loadAccountKind, saveAccountKind } from './daily-allowance';
import type { Services } from './services';

type Kept = Pick<Services, 'settings' | 'secrets'>;

export const groupsShape = listOf(oneOf<FieldGroup>(...FIELD_GROUPS), FIELD_GROUPS.length);

const bounds = (name: keyof HeldLimits) => maybe(whole(...LIMIT_BOUNDS[name]));
const limitsShape = fields<Partial<HeldLimits>>({
  priceDown: bounds('priceDown'),
  priceUp: bounds('priceUp'),
  stockToZero: bounds('stockToZero'),
  column: bounds('column'),
  newItems: bounds('newItems'),
  tabRows: bounds('tabRows'),
});
/** A property holds 9 KB. Source: https://developers.google.com/apps-script/guides/services/quotas */
const MOST_TABS = 40;

const preference = oneOf<Preference>('ask', 'sheet', 'shopify');
/** Form of the saved settings, and of a change to them. */
export const settingsShape = fields<Partial<ShownSettings>>({
  onConflict: maybe(
    fields<SavedSettings['onConflict']>({
      products: preference,
      inventory: oneOf<SavedSettings['onConflict']['inventory']>('ask', 'sheet', 'shopify', 'add'),
      prices: preference,
    }),
  ),
  language: maybe(oneOf('en', ...LANGUAGES)),
  defaultLocationId: maybe(orNull(locationId)),
  keepStock: maybe(orNull(flag)),
  statusPlace: maybe(oneOf<StatusPlace>('left', 'right')),
  refreshOnSchedule: maybe(groupsShape),
  limits: maybe(
    fields<SetLimits>({
      all: limitsShape,
      tabs: listOf(
        fields<SetLimits['tabs'][number]>({ sheetId: whole(0, 2 ** 31), limits: limitsShape }),
        MOST_TABS,
      ),
    }),
  ),
  accountKind: maybe(oneOf<AccountKind>('consumer', 'workspace')),
});

const KEY = 'policy';

export function loadPolicy(settings: Settings): Omit<SyncPolicy, 'groups'> {
  const { groups: _, ...careful } = CAREFUL_POLICY;
  const { onConflict, defaultLocationId, limits } = loadSettings(settings);
  return { ...careful, onConflict, defaultLocationId: defaultLocationId ?? undefined, limits };
}

export function loadSettings(settings: Settings): SavedSettings {
  const saved = readStored(settingsShape, settings.load(KEY));
  return { onConflict: CAREFUL_POLICY.onConflict, defaultLocationId: null, keepStock: null, ...saved };
}

export function showSettings({ settings, secrets }: Kept): ShownSettings {
  return { ...loadSettings(settings), accountKind: loadAccountKind(secrets) };
}

export function saveSettings(kept: Kept, changes: Partial<ShownSettings>): Result<ShownSettings> {
  const { accountKind, ...saved } = { ...showSettings(kept), ...changes };
  kept.settings.save(KEY, JSON.stringify(saved));
  saveAccountKind(kept.secrets, accountKind);
  return succeed({ ...saved, accountKind });
}

export function saveLanguage(settings: Settings, language: NonNullable<SavedSettings['language']>): void {
  settings.save(KEY, JSON.stringify({ ...loadSettings(settings), language }));
}

/** The groups that a call asked for, in their order; all of them where it asked for none. */
export function groupsOf(asked: readonly FieldGroup[] | undefined): readonly FieldGroup[] {
  const groups = FIELD_GROUPS.filter((group) => asked?.includes(group));
  return groups.length > 0 ? groups : FIELD_GROUPS;
}
