import { fail } from '../../ports/problem';
import type { AuthContext, AuthStrategy } from './auth-strategy';
import { authorizationCode } from './authorization-code';
import { clientCredentials } from './client-credentials';
import { permanentToken } from './permanent-token';

/** The strategy for what is stored under a connection's key. */
export function openAuth(context: AuthContext): AuthStrategy {
  const credential = context.credentials.load();
  switch (credential?.kind) {
    case 'permanent-token':
      return permanentToken(credential);
    case 'client-credentials':
      return clientCredentials(context);
    case 'authorization-code':
      return authorizationCode(context);
    case undefined: {
      const problem = fail(
        'not-connected',
        'There is no access for this store here.',
        'Open the sidebar and connect.',
      );
      return { accessToken: () => problem, replaceToken: () => problem };
    }
  }
}
