import { amount, anyOf, fields, maybe, oneOf, readStored, type Shape, text } from './shape';
import type { Secrets } from './storage';

/**
 * The secret that a person entered, and the tokens that Shopify gave for it. One record under one key, so that both tokens
 * and both expiries change in one write. It never leaves the user's own properties.
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

/** An app of another organisation that the merchant let in; its refresh token rotates. */
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

const app = { clientId: text(), clientSecret: text() };
const token = { accessToken: text(), expiresAtMs: maybe(amount), issuedAtMs: amount };

/** Entry of one way to connect: its input from a person, and the form in which it is kept. */
interface Way<Kept extends Credential> {
  readonly shape: Shape<Kept>;
  readonly typed:
    | { readonly asks: 'token'; with(accessToken: string): Kept }
    | { readonly asks: 'app'; with(app: { readonly clientId: string; readonly clientSecret: string }): Kept };
}

type Ways = { readonly [Method in ConnectionMethod]: Way<Extract<Credential, { kind: Method }>> };

export const WAYS_TO_CONNECT: Ways = {
  'permanent-token': {
    shape: fields<PermanentToken>({ kind: oneOf('permanent-token'), accessToken: text() }),
    typed: { asks: 'token', with: (accessToken) => ({ kind: 'permanent-token', accessToken }) },
  },
  'client-credentials': {
    shape: fields<ClientCredentials>({
      ...app,
      kind: oneOf('client-credentials'),
      token: maybe(fields<IssuedToken>(token)),
    }),
    typed: { asks: 'app', with: (typed) => ({ kind: 'client-credentials', ...typed }) },
  },
  'authorization-code': {
    shape: fields<AuthorizationCode>({
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
    typed: { asks: 'app', with: (typed) => ({ kind: 'authorization-code', ...typed }) },
  },
};

export const connectionMethod = oneOf(...(Object.keys(WAYS_TO_CONNECT) as ConnectionMethod[]));

const credential = anyOf<Credential>(...Object.values(WAYS_TO_CONNECT).map(({ shape }) => shape));

/** A credential where it is kept. Its written form is known in this file only. */
export interface Credentials {
  load(): Credential | undefined;
  save(credential: Credential): void;
}

export function credentialsIn(secrets: Secrets, key: string): Credentials {
  return written(
    () => secrets.load(key),
    (text) => secrets.save(key, text),
  );
}

/** Credentials that are forgotten unless somebody saves them: a trial must not overwrite access that works. */
export function trialOf(tried: Credential): Credentials {
  let kept: string | undefined;
  const trial = written(
    () => kept,
    (text) => {
      kept = text;
    },
  );
  trial.save(tried);
  return trial;
}

function written(load: () => string | undefined, save: (text: string) => void): Credentials {
  return {
    load: () => readStored(credential, load()),
    save: (changed) => save(JSON.stringify(changed)),
  };
}
