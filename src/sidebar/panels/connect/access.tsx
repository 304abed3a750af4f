import { Button } from '../../parts/button';
import { countOf, describeTime } from '../../parts/words';
import type { ConnectionView } from '../../server/answers';
import type { ConnectedProps } from './connection';
import { Disconnect } from './disconnect';
import { ScopeChecklist } from './scopes';
import { WAYS } from './ways';

/** The access itself: whose it is, how long it lasts, what it may do, and how to end it. */
export function Access({ connection, state, actions }: ConnectedProps) {
  const { activity, notice } = state;
  const isBusy = activity !== undefined;
  return (
    <details class="access">
      <summary>Access</summary>
      <dl>
        <Fact name="Store">{connection.shop}</Fact>
        <Fact name="Way in">{WAYS[connection.method].name}</Fact>
        {connection.connectedBy && <Fact name="Connected by">{connection.connectedBy}</Fact>}
        <Fact name="Token">{describeToken(connection)}</Fact>
        <Fact name="May do">
          <details>
            <summary>{countOf(connection.grantedScopes.length, 'access scope')} granted</summary>
            <ScopeChecklist connection={connection} wanted={state.accessScopes} />
          </details>
        </Fact>
      </dl>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={actions.testConnection}>
          {activity === 'testing' ? 'Checking…' : 'Check connection'}
        </Button>
        <Button isSmall isDisabled={isBusy} onClick={() => actions.reconnect(true)}>
          Connect again…
        </Button>
        <Disconnect state={state} actions={actions} />
      </div>
      <p role="status" class="hint">
        {notice}
      </p>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function describeToken({ tokenRenewedAtMs, tokenExpiresAtMs }: ConnectionView): string {
  if (tokenExpiresAtMs === null) return 'Does not run out.';
  const renewed = tokenRenewedAtMs === null ? '' : `Renewed ${describeTime(tokenRenewedAtMs)}. `;
  return `${renewed}Runs out ${describeTime(tokenExpiresAtMs)}, and is renewed by itself when it is needed.`;
}
