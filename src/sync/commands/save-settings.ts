import type { ShownSettings } from '../../answers/requests';
import { fail, type Result } from '../../ports/problem';
import { findConnection } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { loadSettings, saveSettings } from '../ground/settings';

/** Saves what changes. A quantity never goes to a location that the store does not have. */
export function saveKnownSettings(
  services: Services,
  changes: Partial<ShownSettings>,
): Result<ShownSettings> {
  const { defaultLocationId } = changes;
  const isNew = defaultLocationId && defaultLocationId !== loadSettings(services.settings).defaultLocationId;
  if (isNew && !locationsOf(services).some(({ id }) => id === defaultLocationId)) return UNKNOWN;
  return saveSettings(services, changes);
}

function locationsOf(services: Services) {
  const found = findConnection(services);
  return found.kind === 'mine' ? found.connection.facts.locations : [];
}

const UNKNOWN = fail(
  'invalid-input',
  'The store has no such location, as far as is known.',
  'Choose Check connection in the sidebar, then one of the locations in Settings.',
);
