import { say } from '../../language/say';
import { Copyable } from '../../parts/copyable';
import type { ConnectionView } from '../../server/answers';

/** Access scopes to enter in Shopify, with a button that copies them as Shopify takes them. */
export function ScopeList({ scopes }: { readonly scopes: readonly string[] }) {
  return (
    <Copyable name={say`access scopes`} text={scopes.join(',')}>
      <Scopes scopes={scopes} />
    </Copyable>
  );
}

interface ScopesProps {
  readonly scopes: readonly string[];
  readonly label?: string;
}

export function Scopes({ scopes, label = say`Access scopes` }: ScopesProps) {
  return (
    <ul class="scopes" aria-label={label}>
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
    </ul>
  );
}

interface ScopeChecklistProps {
  readonly connection: Pick<ConnectionView, 'grantedScopes' | 'missingScopes'>;
  /** All that the add-on can use. */
  readonly wanted: readonly string[];
}

/** Each scope that is wanted, with whether the app has it; then those that it has and the add-on never uses. */
export function ScopeChecklist({
  connection: { grantedScopes, missingScopes },
  wanted,
}: ScopeChecklistProps) {
  const surplus = grantedScopes.filter((scope) => !wanted.includes(scope));
  return (
    <>
      <ul class="scopes" aria-label={say`Access scopes that are used`}>
        {[...new Set([...wanted, ...missingScopes])].map((scope) => (
          <li key={scope}>
            <span aria-hidden="true">{isGranted(scope, grantedScopes) ? '✓ ' : '✗ '}</span>
            <code>{scope}</code>
            {!isGranted(scope, grantedScopes) && (
              <b>{` ${missingScopes.includes(scope) ? say`missing` : say`not given`}`}</b>
            )}
          </li>
        ))}
      </ul>
      {surplus.length > 0 && (
        <>
          <p class="hint">{say`The app may do more than is used here. You can take these away from it:`}</p>
          <Scopes scopes={surplus} label={say`Access scopes that are not used`} />
        </>
      )}
    </>
  );
}

/** Whoever may write may read as well; Shopify does not list both. */
function isGranted(scope: string, granted: readonly string[]): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
}
