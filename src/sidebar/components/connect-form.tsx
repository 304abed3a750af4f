import { Button } from './button';
import { ScopeList } from './scope-list';

interface ConnectFormProps {
  readonly isConnecting: boolean;
  connect(credentials: { readonly shop: string; readonly accessToken: string }): void;
}

/** Asks for the store. The token is read from the form when it is sent and kept nowhere else in the page. */
export function ConnectForm({ isConnecting, connect }: ConnectFormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    connect({ shop: String(fields.get('shop')), accessToken: String(fields.get('accessToken')) });
  };
  return (
    <form onSubmit={submit} autocomplete="off">
      <h2>Connect your store</h2>
      <div class="field">
        <label for="shop">Shop address</label>
        <input
          id="shop"
          name="shop"
          required
          placeholder="acme.myshopify.com"
          spellcheck={false}
          autocapitalize="off"
          aria-describedby="shop-hint"
        />
        <p id="shop-hint" class="hint">
          In Shopify admin: Settings ▸ Domains. It ends in .myshopify.com.
        </p>
      </div>
      <div class="field">
        <label for="accessToken">Access token</label>
        <input
          id="accessToken"
          name="accessToken"
          type="password"
          required
          autocomplete="off"
          aria-describedby="token-hint"
        />
        <p id="token-hint" class="hint">
          Begins with shpat_. It stays in your own Google account.
        </p>
      </div>
      <Button isPrimary isDisabled={isConnecting}>
        {isConnecting ? 'Connecting…' : 'Connect'}
      </Button>
      <details>
        <summary>Where do I find the access token?</summary>
        <ol>
          <li>
            In Shopify admin, open Settings ▸ Apps and sales channels ▸ Develop apps, and choose your app.
          </li>
          <li>Under Configuration ▸ Admin API integration, tick these access scopes and save:</li>
        </ol>
        <ScopeList />
        <ol start={3}>
          <li>Under API credentials, choose Install app, then Reveal token once, and copy the token.</li>
        </ol>
        <p class="hint">
          Shopify shows the token a single time. If it is lost, uninstall the app and install it again.
        </p>
      </details>
    </form>
  );
}
