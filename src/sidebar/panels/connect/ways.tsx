import { Copyable } from '../../parts/copyable';
import { Field } from '../../parts/field';
import type { ConnectionMethod } from '../../server/answers';

interface WayProps {
  readonly redirectUri: string;
  readonly accessScopes: readonly string[];
}

/**
 * Steps of a person in Shopify, and what they bring from there. Menu names as Shopify writes them:
 * https://shopify.dev/docs/apps/build/dev-dashboard/create-apps-using-dev-dashboard and
 * https://shopify.dev/docs/apps/build/authentication-authorization/manage-credentials
 */
interface Way {
  readonly name: string;
  readonly button: string;
  readonly Steps: (props: WayProps) => preact.JSX.Element;
  /** The box that a person ticks who has no token and whose app is not of the usual kind. */
  readonly box?: string;
  /** Place where scopes are added; ends in what makes them count. */
  readonly whereScopes: string;
  /** Steps that are left to a person in Shopify after disconnecting. */
  readonly leftInShopify: readonly string[];
}

export const WAYS: Readonly<Record<ConnectionMethod, Way>> = {
  'permanent-token': {
    name: 'Permanent token of a custom app',
    button: 'Connect',
    Steps: TokenSteps,
    whereScopes:
      'In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Configuration. Tick them, save, and check again.',
    leftInShopify: ['In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Uninstall app.'],
  },
  'client-credentials': {
    name: 'Your own Dev Dashboard app',
    button: 'Connect',
    Steps: OwnAppSteps,
    whereScopes:
      'In the Dev Dashboard: your app ▸ Versions. Add them, choose Release, approve the update in Shopify admin if it asks, and check again.',
    leftInShopify: [
      'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
      'In the Dev Dashboard: your app ▸ Settings ▸ Credentials, rotate the client secret.',
    ],
  },
  'authorization-code': {
    name: 'An app you let in on Shopify’s permission page',
    button: 'Open Shopify’s permission page',
    Steps: OtherAppSteps,
    box: 'My app belongs to another organisation',
    whereScopes:
      'Whoever made the app adds them under Versions and chooses Release. Then connect again, below under Access.',
    leftInShopify: [
      'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
      'Ask whoever made the app to rotate its client secret: Settings ▸ Credentials.',
    ],
  },
};

/** The ways that are chosen by a box of their own. */
export const BOXED_WAYS = (Object.keys(WAYS) as ConnectionMethod[]).filter((method) => WAYS[method].box);

function TokenSteps({ accessScopes }: WayProps) {
  return (
    <>
      <Field
        name="accessToken"
        label="Access token"
        isSecret
        hint="Begins with shpat_. It stays in your own Google account."
      />
      <details class="help">
        <summary>Where do I find it?</summary>
        <ol>
          <li>
            In Shopify admin choose <b>Settings ▸ Apps ▸ Develop apps</b>, then your app.
          </li>
          <li>
            Under <b>Configuration ▸ Admin API integration</b> these access scopes must be ticked:
            <ScopeList scopes={accessScopes} />
          </li>
          <li>
            Under <b>API credentials</b> choose <b>Install app</b>, then <b>Reveal token once</b>.
          </li>
        </ol>
        <p class="hint">
          Shopify shows it a single time. If it is lost, uninstall the app and install it again.
        </p>
      </details>
    </>
  );
}

function DashboardLink() {
  return <a href="https://dev.shopify.com/dashboard/">Dev Dashboard</a>;
}

function OwnAppSteps({ accessScopes }: WayProps) {
  return (
    <>
      <p>Make an app of your own once; it takes five minutes and costs nothing.</p>
      <ol>
        <li>
          In the <DashboardLink /> choose <b>Apps ▸ Create app ▸ Start from Dev Dashboard</b>, name it Sync to
          Shopify, and choose <b>Create</b>.
        </li>
        <li>
          Under <b>Versions</b>, enter these access scopes and choose <b>Release</b>:
          <ScopeList scopes={accessScopes} />
        </li>
        <li>
          Under <b>Home</b> choose <b>Install app</b>, then your store.
        </li>
        <li>
          Under <b>Settings ▸ Credentials</b> copy both of these:
        </li>
      </ol>
      <AppFields />
    </>
  );
}

function OtherAppSteps({ redirectUri, accessScopes }: WayProps) {
  return (
    <>
      <p>For an app that somebody else made for you. They do this in their Dev Dashboard:</p>
      <ol>
        <li>
          Under <b>Versions</b>, enter these access scopes:
          <ScopeList scopes={accessScopes} />
        </li>
        <li>
          There, under <b>Redirect URLs</b>, enter this address and choose <b>Release</b>:
          <Copyable name="redirect URL" text={redirectUri}>
            <code class="address">{redirectUri}</code>
          </Copyable>
        </li>
        <li>
          Under <b>Home ▸ Distribution</b> choose <b>Custom distribution</b> for your store.
        </li>
        <li>
          Under <b>Settings ▸ Credentials</b> they copy both of these for you:
        </li>
      </ol>
      <AppFields />
    </>
  );
}

function AppFields() {
  return (
    <>
      <Field name="clientId" label="Client ID" hint="Not a secret." />
      <Field name="clientSecret" label="Client secret" isSecret hint="It stays in your own Google account." />
    </>
  );
}

/** Access scopes to enter in Shopify, with a button that copies them as Shopify takes them. */
function ScopeList({ scopes }: { readonly scopes: readonly string[] }) {
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
