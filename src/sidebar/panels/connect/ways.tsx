import { Copyable } from '../../parts/copyable';
import { Field } from '../../parts/field';
import type { ConnectionMethod } from '../../server/answers';
import { ScopeList } from './scope-list';

interface WayProps {
  readonly redirectUri: string;
  readonly accessScopes: readonly string[];
}

/**
 * What a person does in Shopify, and what they bring from there. Menu names as Shopify writes them:
 * https://shopify.dev/docs/apps/build/dev-dashboard/create-apps-using-dev-dashboard and
 * https://shopify.dev/docs/apps/build/authentication-authorization/manage-credentials
 */
export const WAYS: Readonly<
  Record<
    ConnectionMethod,
    { readonly button: string; readonly Steps: (props: WayProps) => preact.JSX.Element }
  >
> = {
  'permanent-token': { button: 'Connect', Steps: TokenSteps },
  'client-credentials': { button: 'Connect', Steps: OwnAppSteps },
  'authorization-code': { button: 'Open Shopify’s permission page', Steps: OtherAppSteps },
};

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
