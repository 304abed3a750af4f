import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../language/say';
import { Button } from '../../parts/button';
import { describeConnection } from '../../parts/words';
import type { ConnectionView } from '../../server/answers';
import type { PartProps } from '../../state/actions';
import { lacksAccess } from '../../state/sidebar-state';
import { Scopes } from './scopes';
import { WAYS } from './ways';

export interface ConnectedProps extends PartProps {
  readonly connection: ConnectionView;
}

/** Which store this spreadsheet speaks to, and what the app may not do there. */
export function Connection({ connection, state, actions }: ConnectedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone, so screen readers are led to what came in its place.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const hasSynced = state.hasSynced || state.activity === 'syncing';
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {lacksAccess(state) ? (
          `${say`No access to`} `
        ) : (
          <>
            <span class="good" aria-hidden="true">
              ✓{' '}
            </span>
            {say`Connected to`}{' '}
          </>
        )}
        {describeConnection(connection, hasSynced)}
      </h2>
      {!hasSynced && <p class="quiet">{say`Nothing has been sent.`}</p>}
      {connection.missingScopes.length > 0 && (
        <MissingScopes connection={connection} state={state} actions={actions} />
      )}
    </section>
  );
}

function MissingScopes({ connection, state: { activity }, actions }: ConnectedProps) {
  return (
    <div class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {say`Your app lacks access scopes`}
      </h3>
      <Scopes scopes={connection.missingScopes} />
      <p>{WAYS[connection.method].whereScopes}</p>
      <Button isDisabled={activity !== undefined} onClick={actions.testConnection}>
        {activity === 'testing' ? say`Checking…` : say`Check again`}
      </Button>
    </div>
  );
}
