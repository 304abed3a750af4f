import type { ShownSettings } from '../../answers/requests';
import { fail, type Result } from '../../ports/problem';
import { findConnection } from '../connection/connection-record';
import type { Outside } from '../ground/services';
import { loadSettings, saveSettings } from '../ground/settings';

/** Saves what changes. A quantity never goes to a location that the store does not have. */
export function saveKnownSettings(outside: Outside, changes: Partial<ShownSettings>): Result<ShownSettings> {
  const { defaultLocationId } = changes;
  const isNew = defaultLocationId && defaultLocationId !== loadSettings(outside.settings).defaultLocationId;
  if (isNew && !locationsOf(outside).some(({ id }) => id === defaultLocationId)) return UNKNOWN;
  return saveSettings(outside, changes);
}

function locationsOf(outside: Outside) {
  const found = findConnection(outside);
  return found.kind === 'mine' ? found.connection.facts.locations : [];
}

const UNKNOWN = fail(
  'invalid-input',
  'The store has no such location, as far as is known.',
  'Choose Check connection in the sidebar, then one of the locations in Settings.',
);
