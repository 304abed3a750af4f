import { useEffect, useRef } from 'preact/hooks';
import type { ConnectionView } from '../answers';
import { describeConnection } from '../words';
import { Button } from './button';
import type { PartProps } from './sidebar';

/** Which store this spreadsheet speaks to, and what the app may not do there. */
export function Connection({
  connection,
  state,
  actions,
}: PartProps & { readonly connection: ConnectionView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; whoever reads by ear hears what came in its place.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        <span class="good" aria-hidden="true">
          ✓{' '}
        </span>
        Connected to {describeConnection(connection)}
      </h2>
      {!state.shownRun && state.activity !== 'syncing' && <p class="quiet">Nothing has been sent.</p>}
      {connection.missingScopes.length > 0 && (
        <MissingScopes
          scopes={connection.missingScopes}
          isTesting={state.activity === 'testing'}
          isBusy={state.activity !== undefined}
          testConnection={actions.testConnection}
        />
      )}
    </section>
  );
}

interface MissingScopesProps {
  readonly scopes: readonly string[];
  readonly isTesting: boolean;
  readonly isBusy: boolean;
  testConnection(): void;
}

function MissingScopes({ scopes, isTesting, isBusy, testConnection }: MissingScopesProps) {
  return (
    <div class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>Your app lacks access scopes
      </h3>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
      <p>In Shopify admin, add them to your app under Configuration, save, and check again.</p>
      <Button isDisabled={isBusy} onClick={testConnection}>
        {isTesting ? 'Checking…' : 'Check again'}
      </Button>
    </div>
  );
}
