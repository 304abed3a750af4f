import { Copyable } from '../../parts/copyable';

/** Access scopes to enter in Shopify, with a button that copies them as Shopify takes them. */
export function ScopeList({ scopes }: { readonly scopes: readonly string[] }) {
  return (
    <Copyable name="access scopes" text={scopes.join(',')}>
      <Scopes scopes={scopes} />
    </Copyable>
  );
}

export function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  return (
    <ul class="scopes" aria-label="Access scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
    </ul>
  );
}
