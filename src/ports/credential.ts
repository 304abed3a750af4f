import { amount, anyOf, fields, maybe, oneOf, text } from './shape';

/**
 * What a person gave to get in, and the tokens that came of it. One record under one key, so that both tokens and both
 * expiries change in one write; it never leaves the user's own properties.
 */
export type Credential = PermanentToken | ClientCredentials | AuthorizationCode;

/** The token of a custom app made in Shopify admin; it does not expire. */
export interface PermanentToken {
  readonly kind: 'permanent-token';
  readonly accessToken: string;
}

/** A Dev Dashboard app of the store's own organisation, which is given a token for a day. */
export interface ClientCredentials {
  readonly kind: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token?: IssuedToken;
}

/** An app of another organisation, which the merchant let in; its refresh token rotates. */
export interface AuthorizationCode {
  readonly kind: 'authorization-code';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token?: IssuedToken & {
    readonly refreshToken?: string;
    /** Milliseconds since 1970. */
    readonly refreshTokenExpiresAtMs?: number;
  };
}

export interface IssuedToken {
  readonly accessToken: string;
  /** Milliseconds since 1970; absent for a token that does not expire. */
  readonly expiresAtMs?: number;
  /** Milliseconds since 1970. */
  readonly issuedAtMs: number;
}

export type ConnectionMethod = Credential['kind'];

export const connectionMethod = oneOf<ConnectionMethod>(
  'permanent-token',
  'client-credentials',
  'authorization-code',
);

const app = { clientId: text(), clientSecret: text() };
const token = { accessToken: text(), expiresAtMs: maybe(amount), issuedAtMs: amount };

export const credential = anyOf<Credential>(
  fields<PermanentToken>({ kind: oneOf('permanent-token'), accessToken: text() }),
  fields<ClientCredentials>({
    ...app,
    kind: oneOf('client-credentials'),
    token: maybe(fields<IssuedToken>(token)),
  }),
  fields<AuthorizationCode>({
    ...app,
    kind: oneOf('authorization-code'),
    token: maybe(
      fields<NonNullable<AuthorizationCode['token']>>({
        ...token,
        refreshToken: maybe(text()),
        refreshTokenExpiresAtMs: maybe(amount),
      }),
    ),
  }),
);
