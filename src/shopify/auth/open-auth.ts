import { fail } from '../../ports/problem';
import { type AuthContext, type AuthStrategy, loadCredential } from './auth-strategy';
import { authorizationCode } from './authorization-code';
import { clientCredentials } from './client-credentials';
import { permanentToken } from './permanent-token';

/** The strategy for what is stored under a connection's key. */
export function openAuth(context: AuthContext): AuthStrategy {
  const credential = loadCredential(context);
  switch (credential?.kind) {
    case 'permanent-token':
      return permanentToken(credential);
    case 'client-credentials':
      return clientCredentials(context);
    case 'authorization-code':
      return authorizationCode(context);
    default: {
      const problem = fail(
        'not-connected',
        'There is no access for this store here.',
        'Open the sidebar and connect.',
      );
      return { accessToken: () => problem, replaceToken: () => problem };
    }
  }
}
