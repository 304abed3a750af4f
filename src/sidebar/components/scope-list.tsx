import { useState } from 'preact/hooks';
import { copyText } from '../copy-text';
import { Button } from './button';

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
  const [isCopied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(SCOPES.join(',')));
  return (
    <div class="scopes">
      <ul aria-label="Access scopes">
        {SCOPES.map((scope) => (
          <li key={scope}>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
      <Button isSmall onClick={copy}>
        Copy
      </Button>
      <span role="status" class="hint">
        {isCopied && ' Copied'}
      </span>
    </div>
  );
}
