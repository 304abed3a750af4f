import type { SettingsChange, ShownSettings } from '../../answers/requests';
import { fail, type Result, succeed } from '../../ports/problem';
import { findConnection } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { saveSettings, settingsShape, showSettings, withChanges } from '../ground/settings';
import { given } from './arguments';

/** Saves what changes, and answers all settings. A quantity never goes to a location that the store does not have. */
export function saveKnownSettings(services: Services, changes: SettingsChange): Result<ShownSettings> {
  const { defaultLocationId } = changes;
  const before = showSettings(services);
  const isNew = defaultLocationId && defaultLocationId !== before.defaultLocationId;
  if (isNew && !locationsOf(services).some(({ id }) => id === defaultLocationId)) return UNKNOWN;
  const wanted = withChanges(before, changes);
  // Together with what was there it may be more than is kept, and would no longer be read.
  return given(settingsShape, wanted, () => {
    saveSettings(services, wanted);
    return succeed(wanted);
  });
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
