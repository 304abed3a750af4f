import type { ConnectionView } from '../../answers/answers';
import type { TypedCredentials } from '../../answers/requests';
import { credentialsIn, trialOf } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { chooseLanguage } from '../ground/sheet-language';
import { announce, type Connection, findConnection, saveConnection } from './connection-record';
import { fetchFacts, freshTrial, keepTrial, parseTyped } from './try-credentials';
import { parseName } from './typed-credentials';
import { viewConnection } from './view-connection';

/** Tries what was typed against the store and keeps it only if the store lets it in. */
export function connect(services: Services, typed: TypedCredentials): Result<ConnectionView> {
  const parsed = parseTyped(typed);
  if (!parsed.ok) return parsed;
  const { access, credential } = parsed.value;
  const tried = trialOf(credential);
  const facts = fetchFacts(services, access, tried);
  if (!facts.ok) return facts;
  keepTrial(services, access, tried);
  const connection: Connection = {
    ...access,
    id: services.newUuid(),
    method: credential.kind,
    connectedBy: parseName(typed),
    facts: facts.value,
    isAnnounced: true,
  };
  announce(services, connection);
  chooseLanguage(services);
  return succeed(viewConnection(connection, services.secrets));
}

/** Asks the store again what the connection may do. */
export function testConnection(services: Services): Result<ConnectionView> {
  const opened = openConnection(services);
  if (!opened.ok) return opened;
  const { secretKey, facts: known } = opened.value;
  const lacksScopes = Object.values(known.missingScopes).some((scopes) => scopes.length > 0);
  const kept = credentialsIn(services.secrets, secretKey);
  const tried = lacksScopes ? freshTrial(kept) : undefined;
  const facts = fetchFacts(services, opened.value, tried ?? kept);
  if (!facts.ok) return facts;
  if (tried) keepTrial(services, opened.value, tried);
  const connection = { ...opened.value, facts: facts.value };
  saveConnection(services.secrets, services.spreadsheet.id(), connection);
  return succeed(viewConnection(connection, services.secrets));
}

/** The connection of this spreadsheet, if its secret is this user's. */
export function openConnection(services: Services): Result<Connection> {
  const found = findConnection(services);
  switch (found.kind) {
    case 'mine':
      return succeed(found.connection);
    case 'none':
      return fail(
        'not-connected',
        'This spreadsheet is not connected to a store.',
        'Open the sidebar and connect one.',
      );
    case 'copied':
      return fail(
        'not-connected',
        'This spreadsheet is a copy, and a copy is not connected to the store of its original.',
        'Open the sidebar and connect it, if it should sync too.',
      );
    case 'colleague': {
      const { shop, connectedBy } = found.announcement;
      return fail(
        'not-connected',
        `This spreadsheet was connected to ${shop} by ${connectedBy || 'somebody else'}.`,
        'To sync yourself, open the sidebar and connect with your own access.',
      );
    }
  }
}
