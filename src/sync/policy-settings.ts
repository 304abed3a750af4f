import { type LocationId, parseGid } from '../catalog/gid';
import { CAREFUL_POLICY, FIELD_GROUPS, type SyncPolicy } from '../plan/policy';
import { fail, type Result, succeed } from '../ports/problem';
import type { Settings } from '../ports/settings';
import { type AccountKind, loadAccountKind, saveAccountKind } from './allowance';
import { readJson } from './json';
import type { Outside } from './outside';

/** What the sidebar may change; the rest of the policy is decided per run. */
export interface SavedSettings extends Pick<SyncPolicy, 'onConflict'> {
  /** Where a quantity goes that names no location; null where nobody chose. */
  readonly defaultLocationId: LocationId | null;
  /** Whether stock cells take Shopify's number after a run; null until somebody was asked. */
  readonly keepStock: boolean | null;
}

/** With what is this user's alone. */
export interface ShownSettings extends SavedSettings {
  readonly accountKind: AccountKind;
}

type Kept = Pick<Outside, 'settings' | 'secrets'>;

const KEY = 'policy';

export function loadPolicy(settings: Settings): Omit<SyncPolicy, 'groups'> {
  const { groups: _, ...careful } = CAREFUL_POLICY;
  const { onConflict, defaultLocationId } = loadSettings(settings);
  return { ...careful, onConflict, defaultLocationId: defaultLocationId ?? undefined };
}

export function loadSettings(settings: Settings): SavedSettings {
  const saved = readJson<Partial<SavedSettings>>(settings.load(KEY));
  return { onConflict: CAREFUL_POLICY.onConflict, defaultLocationId: null, keepStock: null, ...saved };
}

export function showSettings({ settings, secrets }: Kept): ShownSettings {
  return { ...loadSettings(settings), accountKind: loadAccountKind(secrets) };
}

export function saveSettings(kept: Kept, changes: Partial<ShownSettings>): Result<ShownSettings> {
  const { onConflict, defaultLocationId, keepStock, accountKind } = { ...showSettings(kept), ...changes };
  const isKnown =
    FIELD_GROUPS.every((group) =>
      ['ask', 'sheet', 'shopify', ...(group === 'inventory' ? ['add'] : [])].includes(onConflict[group]),
    ) &&
    (defaultLocationId === null || parseGid('Location', defaultLocationId) !== undefined) &&
    [true, false, null].includes(keepStock) &&
    ['consumer', 'workspace'].includes(accountKind);
  if (!isKnown)
    return fail('invalid-input', 'This setting is not known.', 'Reload the spreadsheet and try again.');
  const saved: SavedSettings = { onConflict, defaultLocationId, keepStock };
  kept.settings.save(KEY, JSON.stringify(saved));
  saveAccountKind(kept.secrets, accountKind);
  return succeed({ ...saved, accountKind });
}
