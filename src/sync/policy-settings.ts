import type { Preference } from '../plan/decide';
import { CAREFUL_POLICY, FIELD_GROUPS, type SyncPolicy } from '../plan/policy';
import { fail, type Result, succeed } from '../ports/problem';
import type { Settings } from '../ports/settings';
import { readJson } from './json';

/** What the sidebar may change; the rest of the policy is decided per run. */
export type SavedPolicy = Pick<SyncPolicy, 'onConflict' | 'defaultLocationId'>;

const KEY = 'policy';
const UNKNOWN_BASE_KEY = 'unknown-base';

export function loadPolicy(settings: Settings): Omit<SyncPolicy, 'groups'> {
  const { groups: _, ...careful } = CAREFUL_POLICY;
  const saved = readJson<SavedPolicy>(settings.load(KEY));
  const onUnknownBase = readJson<SyncPolicy['onUnknownBase']>(settings.load(UNKNOWN_BASE_KEY));
  return { ...careful, ...saved, onUnknownBase: { ...careful.onUnknownBase, ...onUnknownBase } };
}

export function savePolicy(settings: Settings, changes: Partial<SavedPolicy>): Result<SavedPolicy> {
  const { onConflict, defaultLocationId } = { ...loadPolicy(settings), ...changes };
  const isKnown = FIELD_GROUPS.every((group) =>
    ['ask', 'sheet', 'shopify', ...(group === 'inventory' ? ['add'] : [])].includes(onConflict[group]),
  );
  if (!isKnown)
    return fail('invalid-input', 'This setting is not known.', 'Reload the spreadsheet and try again.');
  const policy: SavedPolicy = { onConflict, defaultLocationId };
  settings.save(KEY, JSON.stringify(policy));
  return succeed(policy);
}

/** A person's choice for cells that were never synced. It holds until a run is started anew. */
export function saveUnknownBaseChoice(
  settings: Settings,
  choice: Partial<Record<(typeof FIELD_GROUPS)[number], Preference>>,
): void {
  settings.save(UNKNOWN_BASE_KEY, JSON.stringify(choice));
}

export function forgetUnknownBaseChoice(settings: Settings): void {
  settings.remove(UNKNOWN_BASE_KEY);
}
