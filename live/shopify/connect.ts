import { RECOMMENDED_SCOPES } from '../../src/shopify/client/access-scopes';
import { at, listAt, textAt } from '../question';
import { Refused } from '../refuse';
import { type Admin, errorCodes } from './admin';
import type { LiveOptions } from './options';

export interface Connected {
  readonly locationIds: readonly string[];
}

const FACTS = `query LiveCheckFacts {
  shop { plan { partnerDevelopment } }
  currentAppInstallation { accessScopes { handle } }
  locations(first: 10) { nodes { id } }
}`;

/** Opens the store; refuses in one sentence what would make every answer worthless. */
export async function connect(admin: Admin, options: LiveOptions): Promise<Connected> {
  const { access, base } = options;
  if (access.kind === 'token') admin.useToken(access.token);
  else admin.useToken(await grantedToken(admin, options));
  const facts = await reached(base, admin.ask(FACTS));
  if (facts.status === 401 || facts.status === 403)
    throw new Refused(
      `${base} refused the token. Copy it again from the app, and see that the app is installed in this store.`,
    );
  if (facts.status === 404) throw new Refused(`There is no store at ${base}. Check SHOP.`);
  const data = at(facts.body, 'data');
  if (facts.status !== 200 || !data || errorCodes(facts).length > 0)
    throw new Refused(
      `${base} answered with status ${facts.status} ${errorCodes(facts).join(', ')}, and not as a store does.`,
    );
  refuseMissingScopes(
    listAt(data, 'currentAppInstallation.accessScopes').map((scope) => textAt(scope, 'handle')),
  );
  if (!options.isEmbedded && !options.isAnyPlanAllowed && at(data, 'shop.plan.partnerDevelopment') !== true)
    throw new Refused(
      'Shopify does not call this a development store. Use one, or say --any-plan: one draft product is made and deleted.',
    );
  const locationIds = listAt(data, 'locations.nodes').map((location) => textAt(location, 'id'));
  if (locationIds.length === 0)
    throw new Refused('The store has no location. Add one in Shopify admin, Settings ▸ Locations.');
  return { locationIds };
}

async function grantedToken(admin: Admin, { access, base }: LiveOptions): Promise<string> {
  if (access.kind !== 'app') throw new Error('A permanent token is not asked for.');
  const granted = await reached(
    base,
    admin.requestToken({
      grant_type: 'client_credentials',
      client_id: access.clientId,
      client_secret: access.clientSecret,
    }),
  );
  if (granted.status === 404) throw new Refused(`There is no store at ${base}. Check SHOP.`);
  const token = textAt(granted.body, 'access_token');
  if (token !== '') return token;
  const code = textAt(granted.body, 'error') || `status ${granted.status}`;
  throw new Refused(
    `${base} refused CLIENT_ID and CLIENT_SECRET (${code}). Copy both again from the app's settings, and install the app in this store.`,
  );
}

async function reached<T>(base: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof TypeError) && (error as Error).name !== 'TimeoutError') throw error;
    const { cause } = error as { readonly cause?: { readonly code?: string } };
    const why = cause?.code ?? (error as Error).message;
    throw new Refused(`${base} cannot be reached (${why}). Check the address and your connection.`);
  }
}

/** A write scope grants the reading. */
function refuseMissingScopes(granted: readonly string[]): void {
  const missing = RECOMMENDED_SCOPES.filter(
    (scope) => !granted.includes(scope) && !granted.includes(scope.replace('read_', 'write_')),
  );
  if (missing.length > 0)
    throw new Refused(
      `The app lacks ${missing.join(', ')}. Add them to its scopes, install it again, then ask again.`,
    );
}
