/** The apps that know this store, and everything they were issued. JSON-safe, saved with the store. */
export interface Apps {
  /** The Dev Dashboard organisation that owns the store. */
  readonly organization: string;
  readonly registered: App[];
  readonly accessTokens: AccessToken[];
  readonly refreshTokens: RefreshToken[];
  readonly authorizationCodes: AuthorizationCode[];
  /** Number of secrets issued so far; the next one's number. */
  issued: number;
}

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Client credentials work only at stores of the same organisation. */
  readonly organization: string;
  readonly redirectUrls: readonly string[];
  /** Scopes that the released app version asks for. */
  scopes: readonly string[];
  installed: boolean;
}

export interface AccessToken {
  readonly token: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Virtual epoch milliseconds; null for a token that does not expire. */
  readonly expiresAtMs: number | null;
  revoked: boolean;
}

export interface RefreshToken {
  readonly token: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Counts the refreshes since the merchant approved. */
  readonly generation: number;
  readonly expiresAtMs: number;
  firstUsedAtMs: number | null;
  retired: boolean;
}

interface AuthorizationCode {
  readonly code: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAtMs: number;
  used: boolean;
}

export interface AppOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Default: the store's own. */
  readonly organization?: string;
  readonly redirectUrls?: readonly string[];
  /** Default true. */
  readonly installed?: boolean;
}

export function createApps(organization = 'embedded-organization'): Apps {
  return {
    organization,
    registered: [],
    accessTokens: [],
    refreshTokens: [],
    authorizationCodes: [],
    issued: 0,
  };
}

export function registerApp(apps: Apps, options: AppOptions): App {
  const app: App = {
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    organization: options.organization ?? apps.organization,
    redirectUrls: options.redirectUrls ?? [],
    scopes: options.scopes,
    installed: options.installed ?? true,
  };
  apps.registered.push(app);
  return app;
}

export const findApp = (apps: Apps, clientId: string | undefined): App | undefined =>
  apps.registered.find((app) => app.clientId === clientId);

/** The merchant removes the app: nothing it was issued works any more. */
export function uninstallApp(apps: Apps, clientId: string): void {
  const app = findApp(apps, clientId);
  if (app) app.installed = false;
  for (const token of apps.accessTokens) if (token.clientId === clientId) token.revoked = true;
  for (const token of apps.refreshTokens) if (token.clientId === clientId) token.retired = true;
}

/** One access token stops working, as when a merchant rotates a custom app's token. */
export function revokeAccessToken(apps: Apps, token: string): void {
  for (const known of apps.accessTokens) if (known.token === token) known.revoked = true;
}
