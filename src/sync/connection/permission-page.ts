import type { ConnectionView } from '../../answers/answers';
import type { TypedCredentials } from '../../answers/requests';
import { type AuthorizationCode, credentialsIn, trialOf, WAYS_TO_CONNECT } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import { fields, readStored, text } from '../../ports/shape';
import type { Access, Services } from '../ground/services';
import { type Connection, saveConnection } from './connection-record';
import { fetchFacts, keepTrial, parseTyped } from './try-credentials';
import { parseName, parseShop } from './typed-credentials';
import { viewConnection } from './view-connection';

/** The address where a merchant lets the app in, with these scopes; the answer comes to `finishAuthorization`. */
export function startAuthorization(
  services: Services,
  typed: TypedCredentials,
  scopes: readonly string[],
): Result<{ readonly url: string }> {
  const parsed = parseTyped(typed);
  if (!parsed.ok) return parsed;
  const { access, credential } = parsed.value;
  if (credential.kind !== 'authorization-code') {
    return fail(
      'invalid-input',
      'This way of connecting needs no permission page.',
      'Choose Connect instead.',
    );
  }
  // Kept apart until Shopify has answered, so that a connection that works is not lost to one that was never finished.
  const spreadsheetId = services.spreadsheet.id();
  const pending: Pending = { ...access, connectedBy: parseName(typed), credential };
  services.secrets.save(pendingKey(spreadsheetId), JSON.stringify(pending));
  const state = services.authorization.newState(CALLBACK, { spreadsheetId });
  return succeed({ url: services.shopify.authorizeUrl(access.shop, credential, { scopes, state }) });
}

/** The entry point that Google calls with Shopify's answer. */
const CALLBACK = 'onOAuthCallback';

export type CallbackParameters = Readonly<Record<string, string | undefined>>;

/**
 * Finishes what `startAuthorization` began: checks the answer, exchanges the code, and connects the spreadsheet. Works
 * on the user's own properties alone, because Google calls it from a page, not from the spreadsheet.
 */
export function finishAuthorization(
  services: Services,
  parameters: CallbackParameters,
): Result<ConnectionView> {
  const shop = parseShop(parameters.shop ?? '');
  if (!shop.ok) return shop;
  const spreadsheetId = parameters.spreadsheetId ?? '';
  const pending = readStored(pendingShape, services.secrets.load(pendingKey(spreadsheetId)));
  if (pending?.shop !== shop.value) {
    return fail(
      'unauthorized',
      'Nobody asked Shopify for this permission here.',
      'Start again in the sidebar.',
    );
  }
  const { credential, ...access } = pending;
  const tried = trialOf(credential);
  const exchanged = services.shopify.exchangeCode(access.shop, credential, parameters, tried);
  if (!exchanged.ok) return exchanged;
  // Saved before anything else is asked: by issuing these tokens Shopify has ended the earlier ones.
  keepTrial(services, access, tried);
  services.secrets.remove(pendingKey(spreadsheetId));
  const facts = fetchFacts(services, access, credentialsIn(services.secrets, access.secretKey));
  if (!facts.ok) return facts;
  const connection: Connection = {
    ...access,
    id: services.newUuid(),
    method: credential.kind,
    facts: facts.value,
    isAnnounced: false,
  };
  saveConnection(services.secrets, spreadsheetId, connection);
  return succeed(viewConnection(connection, services.secrets));
}

/** Forgets what was typed for a permission page from which nobody came back. */
export function forgetPending({ secrets, spreadsheet }: Services): void {
  secrets.remove(pendingKey(spreadsheet.id()));
}

/** Typed input, kept until Shopify has answered. */
interface Pending extends Access {
  readonly connectedBy: string;
  readonly credential: AuthorizationCode;
}

const pendingShape = fields<Pending>({
  shop: text(),
  secretKey: text(),
  connectedBy: text(),
  credential: WAYS_TO_CONNECT['authorization-code'].shape,
});

function pendingKey(spreadsheetId: string): string {
  return `pending:${spreadsheetId}`;
}
