import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button';
import { describeConnection } from '../../parts/words';
import type { ConnectionMethod, ConnectionView } from '../../server/answers';
import type { PartProps } from '../../state/part-props';
import { lacksAccess } from '../../state/state';
import { Scopes } from './scope-list';

export interface ConnectedProps extends PartProps {
  readonly connection: ConnectionView;
}

/** Which store this spreadsheet speaks to, and what the app may not do there. */
export function Connection({ connection, state, actions }: ConnectedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; whoever reads by ear hears what came in its place.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const hasSynced = state.hasSynced || state.activity === 'syncing';
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {lacksAccess(state) ? (
          'No access to '
        ) : (
          <>
            <span class="good" aria-hidden="true">
              ✓{' '}
            </span>
            Connected to{' '}
          </>
        )}
        {describeConnection(connection, hasSynced)}.
      </h2>
      {!hasSynced && <p class="quiet">Nothing has been sent.</p>}
      {connection.missingScopes.length > 0 && (
        <MissingScopes connection={connection} state={state} actions={actions} />
      )}
    </section>
  );
}

/** Where scopes are added; each ends in what makes them count. */
const WHERE_SCOPES: Readonly<Record<ConnectionMethod, string>> = {
  'permanent-token':
    'In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Configuration. Tick them, save, and check again.',
  'client-credentials':
    'In the Dev Dashboard: your app ▸ Versions. Add them, choose Release, approve the update in Shopify admin if it asks, and check again.',
  'authorization-code':
    'Whoever made the app adds them under Versions and chooses Release. Then connect again, below under Access.',
};

function MissingScopes({ connection, state: { activity }, actions }: ConnectedProps) {
  return (
    <div class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>Your app lacks access scopes
      </h3>
      <Scopes scopes={connection.missingScopes} />
      <p>{WHERE_SCOPES[connection.method]}</p>
      <Button isDisabled={activity !== undefined} onClick={actions.testConnection}>
        {activity === 'testing' ? 'Checking…' : 'Check again'}
      </Button>
    </div>
  );
}
