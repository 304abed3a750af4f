import { Copyable } from '../../parts/copyable';
import { Field } from '../../parts/field';
import type { ConnectionMethod } from '../../server/answers';
import { ScopeList } from './scopes';
import { Sketch } from './sketch';

interface WayProps {
  readonly redirectUri: string;
  readonly accessScopes: readonly string[];
  /** The shop's name in the addresses of its admin; undefined until it is typed. */
  readonly store: string | undefined;
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
  /** Answer to the question how to connect; messages name it. */
  readonly choice: string;
  /** For whom it is. */
  readonly fits: string;
  /** Place where scopes are added; ends in what makes them count. */
  readonly whereScopes: string;
  /** Steps that are left to a person in Shopify after disconnecting. */
  readonly leftInShopify: readonly string[];
}

export const WAYS: Readonly<Record<ConnectionMethod, Way>> = {
  'client-credentials': {
    name: 'Your own Dev Dashboard app',
    choice: 'An app of my own',
    fits: 'Most people. You make it in five minutes.',
    button: 'Connect',
    Steps: OwnAppSteps,
    whereScopes:
      'In the Dev Dashboard: your app ▸ Versions. Add them, choose Release, approve the update in Shopify admin if it asks, and check again.',
    leftInShopify: [
      'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
      'In the Dev Dashboard: your app ▸ Settings ▸ Credentials, rotate the client secret.',
    ],
  },
  'permanent-token': {
    name: 'Permanent token of a custom app',
    choice: 'A token that begins with shpat_',
    fits: 'From a custom app made before 2026.',
    button: 'Connect',
    Steps: TokenSteps,
    whereScopes:
      'In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Configuration. Tick them, save, and check again.',
    leftInShopify: ['In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Uninstall app.'],
  },
  'authorization-code': {
    name: 'An app you let in on Shopify’s permission page',
    choice: 'An app that somebody else made',
    fits: 'By an agency, or another organisation.',
    button: 'Open Shopify’s permission page',
    Steps: OtherAppSteps,
    whereScopes:
      'Whoever made the app adds them under Versions and chooses Release. Then connect again, below under Access.',
    leftInShopify: [
      'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
      'Ask whoever made the app to rotate its client secret: Settings ▸ Credentials.',
    ],
  },
};

function TokenSteps({ accessScopes, store }: WayProps) {
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
            In Shopify admin choose{' '}
            <AdminLink store={store} page="settings/apps/development">
              Settings ▸ Apps ▸ Develop apps
            </AdminLink>
            , then your app.
            <Sketch where="Shopify admin" path={['Settings', 'Apps']} here="Develop apps" />
          </li>
          <li>
            Under <b>Configuration ▸ Admin API integration</b> these access scopes must be ticked:
            <ScopeList scopes={accessScopes} />
            <Sketch where="Shopify admin" path={['Your app', 'Configuration']} here="Admin API integration" />
          </li>
          <li>
            Under <b>API credentials</b> choose <b>Install app</b>, then <b>Reveal token once</b>.
            <Sketch where="Shopify admin" path={['Your app', 'API credentials']} here="Reveal token once" />
          </li>
        </ol>
        <p class="hint">
          Shopify shows it a single time. If it is lost, uninstall the app and install it again.
        </p>
      </details>
    </>
  );
}

interface AdminLinkProps {
  readonly store: string | undefined;
  /** The end of its address in the store's own admin. */
  readonly page: string;
  readonly children: preact.ComponentChildren;
}

/** Leads into the store's own admin, once it is known which store that is. */
function AdminLink({ store, page, children }: AdminLinkProps) {
  if (store === undefined) return <b>{children}</b>;
  return <a href={`https://${store}.myshopify.com/admin/${page}`}>{children}</a>;
}

function DashboardLink() {
  return <a href="https://dev.shopify.com/dashboard/">Dev Dashboard</a>;
}

function OwnAppSteps({ accessScopes, store }: WayProps) {
  return (
    <>
      <p>Make an app of your own once; it takes five minutes and costs nothing.</p>
      <ol>
        <li>
          In the <DashboardLink /> choose <b>Apps ▸ Create app ▸ Start from Dev Dashboard</b>, name it Sync to
          Shopify, and choose <b>Create</b>.
          <Sketch where="Dev Dashboard" path={['Apps', 'Create app']} here="Start from Dev Dashboard" />
        </li>
        <li>
          Under <b>Versions</b>, enter these access scopes and choose <b>Release</b>:
          <ScopeList scopes={accessScopes} />
          <Sketch where="Dev Dashboard" path={['Your app', 'Versions']} here="Release" />
        </li>
        <li>
          Under <b>Home</b> choose <b>Install app</b>, then your store. It stands then in{' '}
          <AdminLink store={store} page="settings/apps">
            Settings ▸ Apps
          </AdminLink>
          .
          <Sketch where="Dev Dashboard" path={['Your app', 'Home']} here="Install app" />
        </li>
        <li>
          Under <b>Settings ▸ Credentials</b> copy both of these:
          <Sketch where="Dev Dashboard" path={['Settings', 'Credentials']} here="Copy both values" />
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
          <Sketch where="Dev Dashboard" path={['Your app', 'Versions']} here="Redirect URLs" />
        </li>
        <li>
          Under <b>Home ▸ Distribution</b> choose <b>Custom distribution</b> for your store.
          <Sketch where="Dev Dashboard" path={['Home', 'Distribution']} here="Custom distribution" />
        </li>
        <li>
          Under <b>Settings ▸ Credentials</b> they copy both of these for you:
          <Sketch where="Dev Dashboard" path={['Settings', 'Credentials']} here="Copy both values" />
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
