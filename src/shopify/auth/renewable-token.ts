import type { AuthorizationCode, ClientCredentials, IssuedToken } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import type { AuthContext, AuthStrategy } from './auth-strategy';
import { grantProblem } from './refusal';
import { type Grant, readGrant, tokenRequest } from './token-endpoint';

type Renewable = ClientCredentials | AuthorizationCode;

/** Differences between the grants whose tokens expire. */
export interface Renewal<Credential extends Renewable> {
  readonly kind: Credential['kind'];
  /** The form that asks for a new token; undefined where only a person can get one. */
  fields(credential: Credential): Readonly<Record<string, string>> | undefined;
  /** The credential with what was granted; what an answer omits is kept. */
  withGrant(credential: Credential, grant: Extract<Grant, { kind: 'granted' }>, nowMs: number): Credential;
}

/** A token is renewed this long before it runs out, so that none expires on its way to Shopify. */
const RENEW_EARLY_MS = 5 * 60_000;

/** A renewal takes a second or two; whoever waits for another's uses what it brought. */
const LOCK_WAIT_MS = 20_000;

/**
 * A token that expires and is renewed before anyone notices: early, under the user's lock, and with a second look at
 * what is stored once the lock is held, because another execution may have renewed it in the meantime.
 */
export function renewableToken<Credential extends Renewable>(
  context: AuthContext,
  renewal: Renewal<Credential>,
): AuthStrategy {
  const { clock } = context;
  // Properties are slow to read, so within an execution the token is kept until it is due or refused.
  let held: IssuedToken | undefined;
  const load = (): Credential | undefined => {
    const credential = context.credentials.load();
    return credential?.kind === renewal.kind ? (credential as Credential) : undefined;
  };
  const isFresh = (token: IssuedToken | undefined, forMs = RENEW_EARLY_MS): token is IssuedToken =>
    token !== undefined && (token.expiresAtMs ?? Number.POSITIVE_INFINITY) - clock.now() > forMs;
  const isAlive = (token: IssuedToken | undefined): token is IssuedToken => isFresh(token, 0);
  const use = (token: IssuedToken): Result<string> => {
    held = token;
    return succeed(token.accessToken);
  };

  const renew = (refused: string | undefined): Result<string> => {
    const renewed = context.lock.withLock('user', LOCK_WAIT_MS, () => renewLocked(refused));
    if (renewed) return renewed;
    const stored = load()?.token;
    if (isAlive(stored) && stored.accessToken !== refused) return use(stored);
    return fail('busy', 'Another sync is renewing the access token.', 'Sync again in a minute.');
  };

  const renewLocked = (refused: string | undefined): Result<string> => {
    const credential = load();
    if (!credential) return notConnected();
    const stored = credential.token;
    if (isFresh(stored) && stored.accessToken !== refused) return use(stored);
    const fields = renewal.fields(credential);
    if (!fields) return expired(credential);
    const [answer] = context.http.send([tokenRequest(context.shop, fields)]);
    const grant = readGrant(answer ?? { failure: 'no answer' });
    if (grant.kind === 'granted') {
      const next = renewal.withGrant(credential, grant, clock.now());
      context.credentials.save(next);
      return use(next.token as IssuedToken);
    }
    // A fault of the network says nothing about the token in hand, which may still be good for minutes.
    if (grant.kind === 'unclear' && isAlive(stored) && stored.accessToken !== refused) return use(stored);
    if (grant.kind === 'refused' && isTerminal(grant)) context.credentials.save(withoutToken(credential));
    return { ok: false, problem: grantProblem(grant, context.shop) };
  };

  return {
    accessToken() {
      if (isFresh(held)) return succeed(held.accessToken);
      const stored = load()?.token;
      return isFresh(stored) ? use(stored) : renew(undefined);
    },
    replaceToken(refused) {
      held = undefined;
      const stored = load()?.token;
      // A late refusal of an old token says nothing about the new one.
      if (isAlive(stored) && stored.accessToken !== refused) return use(stored);
      return renew(refused);
    },
  };
}

/**
 * Only an OAuth error of Shopify's own says that the stored credential has become useless. A frozen or locked shop may
 * reopen, and a 400 without a code may come from any server in between.
 */
function isTerminal({ status, error }: Extract<Grant, { kind: 'refused' }>): boolean {
  return (status === 400 || status === 401) && error !== '';
}

function withoutToken<Credential extends Renewable>({ token: _, ...rest }: Credential): Credential {
  return rest as Credential;
}

function notConnected(): Result<never> {
  return fail(
    'not-connected',
    'There is no access for this store any more.',
    'Open the sidebar and connect again.',
  );
}

function expired({ kind }: Renewable): Result<never> {
  return kind === 'authorization-code'
    ? fail(
        'unauthorized',
        'Shopify ended this connection.',
        'Open the sidebar and connect again; it takes one click.',
      )
    : notConnected();
}
