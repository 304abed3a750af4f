import { Copyable } from './copyable';

/** Access scopes that the app needs in Shopify. Source: https://shopify.dev/docs/api/usage/access-scopes */
const SCOPES = [
  'read_products',
  'write_products',
  'read_inventory',
  'write_inventory',
  'read_locations',
  'read_publications',
  'write_publications',
] as const;

export function ScopeList() {
  return (
    <Copyable name="access scopes" text={SCOPES.join(',')}>
      <Scopes scopes={SCOPES} />
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
