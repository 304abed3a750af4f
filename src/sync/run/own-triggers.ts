import { fields, mapOf, readStored, text } from '../../ports/shape';
import type { Services } from '../ground/services';

type Owned = Pick<Services, 'triggers' | 'secrets' | 'spreadsheet' | 'lock'>;

const KEY = 'triggers';

/** Spreadsheets by trigger. */
const recordShape = fields<{ readonly of: Readonly<Record<string, string>> }>({ of: mapOf(text()) });

/** Short, because a note that is lost without the lock is written again with the next trigger. */
const LOCK_WAIT_MS = 3_000;

/**
 * Lists the user's triggers except those of their other spreadsheets: Google lists those of a published add-on together, and does
 * not say which is whose. One that no record speaks of counts as this spreadsheet's, so that nobody's goes on for ever.
 */
export function ownTriggers({ triggers, secrets, spreadsheet }: Owned): readonly string[] {
  const here = spreadsheet.id();
  const spreadsheets = load(secrets);
  return triggers.list().filter((id) => (spreadsheets[id] ?? here) === here);
}

/** Removes all that this spreadsheet has of the user, and the notes of what is gone. */
export function removeOwnTriggers(services: Owned): void {
  for (const id of ownTriggers(services)) services.triggers.remove(id);
  save(services, {});
}

/** Notes a trigger that this spreadsheet made just now. */
export function noteTrigger(services: Owned, id: string): void {
  save(services, { [id]: services.spreadsheet.id() });
}

/** Adds to the notes, and drops those of triggers that are gone. */
function save({ triggers, secrets, lock }: Owned, added: Readonly<Record<string, string>>): void {
  const note = (): true => {
    const known = load(secrets);
    const existing = triggers.list().flatMap((id) => (known[id] ? [[id, known[id]]] : []));
    const of = { ...Object.fromEntries(existing), ...added };
    if (Object.keys(of).length > 0) secrets.save(KEY, JSON.stringify({ of }));
    else secrets.remove(KEY);
    return true;
  };
  if (!lock.withLock('user', LOCK_WAIT_MS, note)) note();
}

function load(secrets: Owned['secrets']): Readonly<Record<string, string>> {
  return readStored(recordShape, secrets.load(KEY))?.of ?? {};
}
