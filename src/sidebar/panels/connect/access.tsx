import { countOf, say } from '../../language/say';
import { Button } from '../../parts/button';
import { describeTime } from '../../parts/words';
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
      <summary>{say`Access`}</summary>
      <dl>
        <Fact name={say`Store`}>{connection.shop}</Fact>
        <Fact name={say`Way in`}>{WAYS[connection.method].name}</Fact>
        {connection.connectedBy && <Fact name={say`Connected by`}>{connection.connectedBy}</Fact>}
        <Fact name={say`Token`}>{describeToken(connection)}</Fact>
        <Fact name={say`May do`}>
          <details>
            <summary>{say`${countOf(connection.grantedScopes.length, 'access scope')} granted`}</summary>
            <ScopeChecklist connection={connection} wanted={state.accessScopes} />
          </details>
        </Fact>
      </dl>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={actions.testConnection}>
          {activity === 'testing' ? say`Checking…` : say`Check connection`}
        </Button>
        <Button
          isSmall
          isDisabled={isBusy}
          onClick={() => actions.reconnect(true)}
        >{say`Connect again…`}</Button>
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
  if (tokenExpiresAtMs === null) return say`Does not run out.`;
  const renewed = tokenRenewedAtMs === null ? '' : `${say`Renewed ${describeTime(tokenRenewedAtMs)}.`} `;
  return `${renewed}${say`Runs out ${describeTime(tokenExpiresAtMs)}, and is renewed by itself when it is
    needed.`}`;
}
