import type {
  AccountKind,
  LimitsChange,
  SavedSettings,
  SettingsChange,
  ShownSettings,
  StatusPlace,
} from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { groupBy } from '../../catalog/values/arrays';
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
import {
  anyOf,
  fields,
  flag,
  listOf,
  locationId,
  mapOf,
  maybe,
  oneOf,
  orNull,
  readStored,
  type Shape,
  whole,
} from '../../ports/shape';
import type { Settings } from '../../ports/storage';
import { loadAccountKind, saveAccountKind } from './daily-allowance';
import type { Services } from './services';

type TabLimits = NonNullable<NonNullable<SettingsChange['limits']>['tabs']>[number];

type Kept = Pick<Services, 'settings' | 'secrets'>;

const group = oneOf<FieldGroup>(...FIELD_GROUPS);
export const groupsShape = listOf(group, FIELD_GROUPS.length);

const limitsShape = fields<LimitsChange>(
  Object.fromEntries(
    Object.entries(LIMIT_BOUNDS).map(([name, bounds]) => [name, maybe(orNull(whole(...bounds)))]),
  ) as Readonly<Record<keyof HeldLimits, Shape<number | null | undefined>>>,
);
/** A property holds 9 KB. Source: https://developers.google.com/apps-script/guides/services/quotas */
const MOST_TABS = 40;

const preference = maybe(oneOf<Preference>('ask', 'sheet', 'shopify'));
/** Form of the saved settings, and of a change to them. */
export const settingsShape = fields<SettingsChange>({
  onConflict: maybe(
    fields<Partial<SavedSettings['onConflict']>>({
      products: preference,
      inventory: maybe(oneOf<SavedSettings['onConflict']['inventory']>('ask', 'sheet', 'shopify', 'add')),
      prices: preference,
    }),
  ),
  language: maybe(oneOf('en', ...LANGUAGES)),
  defaultLocationId: maybe(orNull(locationId)),
  keepStock: maybe(orNull(flag)),
  statusPlace: maybe(oneOf<StatusPlace>('left', 'right')),
  refreshOnSchedule: maybe(
    anyOf<NonNullable<SettingsChange['refreshOnSchedule']>>(groupsShape, mapOf(flag, group)),
  ),
  limits: maybe(
    fields<NonNullable<SettingsChange['limits']>>({
      all: maybe(limitsShape),
      tabs: maybe(listOf(fields<TabLimits>({ sheetId: whole(0, 2 ** 31), limits: limitsShape }), MOST_TABS)),
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

const UNCHOSEN: SavedSettings = {
  onConflict: CAREFUL_POLICY.onConflict,
  defaultLocationId: null,
  keepStock: null,
};

export function loadSettings(settings: Settings): SavedSettings {
  return withChanges(UNCHOSEN, readStored(settingsShape, settings.load(KEY)));
}

export function showSettings({ settings, secrets }: Kept): ShownSettings {
  return { ...loadSettings(settings), accountKind: loadAccountKind(secrets) };
}

/** The settings with what is changed; what a change leaves out stays. */
export function withChanges<Own extends SavedSettings>(
  own: Own,
  { onConflict, refreshOnSchedule, limits, ...others }: SettingsChange = {},
): Own {
  return {
    ...own,
    ...others,
    onConflict: { ...own.onConflict, ...onConflict },
    ...(refreshOnSchedule && {
      refreshOnSchedule: joinGroups(own.refreshOnSchedule, refreshOnSchedule),
    }),
    ...(limits && { limits: joinLimits(own.limits, limits) }),
  };
}

function joinGroups(
  own: readonly FieldGroup[] = [],
  groups: NonNullable<SettingsChange['refreshOnSchedule']>,
): readonly FieldGroup[] {
  return groupsShape(groups) ? groups : FIELD_GROUPS.filter((group) => groups[group] ?? own.includes(group));
}

function joinLimits(
  own: SetLimits = { all: {}, tabs: [] },
  { all, tabs = [] }: NonNullable<SettingsChange['limits']>,
): SetLimits {
  const bySheet = groupBy<TabLimits, number>([...own.tabs, ...tabs], ({ sheetId }) => sheetId);
  const joined = [...bySheet].map(([sheetId, parts]) => ({
    sheetId,
    limits: set(...parts.map(({ limits }) => limits)),
  }));
  return {
    all: set(own.all, all),
    tabs: joined.filter(({ limits }) => Object.keys(limits).length > 0),
  };
}

/** The limits of all of these; a later one counts, and null takes it back. */
function set(...parts: readonly (LimitsChange | undefined)[]): Partial<HeldLimits> {
  const limits = Object.entries(Object.assign({}, ...parts) as LimitsChange);
  return Object.fromEntries(limits.filter(([, value]) => value !== null));
}

export function saveSettings(kept: Kept, { accountKind, ...saved }: ShownSettings): void {
  kept.settings.save(KEY, JSON.stringify(saved));
  saveAccountKind(kept.secrets, accountKind);
}

export function saveLanguage(settings: Settings, language: NonNullable<SavedSettings['language']>): void {
  settings.save(KEY, JSON.stringify({ ...loadSettings(settings), language }));
}

/** The groups that a call asked for, in their order; all of them where it asked for none. */
export function groupsOf(asked: readonly FieldGroup[] | undefined): readonly FieldGroup[] {
  const groups = FIELD_GROUPS.filter((group) => asked?.includes(group));
  return groups.length > 0 ? groups : FIELD_GROUPS;
}
