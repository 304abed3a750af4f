import { say, sayAround } from '../../language/say';
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
    name: say`Your own Dev Dashboard app`,
    choice: say`An app of my own`,
    fits: say`Most people. You make it in five minutes.`,
    button: say`Connect`,
    Steps: OwnAppSteps,
    whereScopes: say`In the Dev Dashboard: your app ▸ Versions. Add them, choose Release, approve the update
      in Shopify admin if it asks, and check again.`,
    leftInShopify: [
      say`In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.`,
      say`In the Dev Dashboard: your app ▸ Settings ▸ Credentials, rotate the client secret.`,
    ],
  },
  'permanent-token': {
    name: say`Permanent token of a custom app`,
    choice: say`A token that begins with shpat_`,
    fits: say`From a custom app made before 2026.`,
    button: say`Connect`,
    Steps: TokenSteps,
    whereScopes: say`In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Configuration. Tick them,
      save, and check again.`,
    leftInShopify: [say`In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Uninstall app.`],
  },
  'authorization-code': {
    name: say`An app you let in on Shopify’s permission page`,
    choice: say`An app that somebody else made`,
    fits: say`By an agency, or another organisation.`,
    button: say`Open Shopify’s permission page`,
    Steps: OtherAppSteps,
    whereScopes: say`Whoever made the app adds them under Versions and chooses Release. Then connect again,
      below under Access.`,
    leftInShopify: [
      say`In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.`,
      say`Ask whoever made the app to rotate its client secret: Settings ▸ Credentials.`,
    ],
  },
};

function TokenSteps({ accessScopes, store }: WayProps) {
  return (
    <>
      <Field
        name="accessToken"
        label={say`Access token`}
        isSecret
        hint={say`Begins with shpat_. It stays in your own Google account.`}
      />
      <details class="help">
        <summary>{say`Where do I find it?`}</summary>
        <ol>
          <li>
            {say`In Shopify admin choose`}{' '}
            <AdminLink
              store={store}
              page="settings/apps/development"
            >{say`Settings ▸ Apps ▸ Develop apps`}</AdminLink>
            {say`, then your app.`}
            <Sketch where="Shopify admin" path={['Settings', 'Apps']} here="Develop apps" />
          </li>
          <li>
            {sayAround`Under ${<b>{say`Configuration ▸ Admin API integration`}</b>} these access scopes must
              be ticked:`}
            <ScopeList scopes={accessScopes} />
            <Sketch
              where="Shopify admin"
              path={[say`Your app`, 'Configuration']}
              here="Admin API integration"
            />
          </li>
          <li>
            {sayAround`Under ${<b>{say`API credentials`}</b>} choose ${<b>{say`Install app`}</b>}, then
              ${<b>{say`Reveal token once`}</b>}.`}
            <Sketch
              where="Shopify admin"
              path={[say`Your app`, 'API credentials']}
              here="Reveal token once"
            />
          </li>
        </ol>
        <p class="hint">{say`Shopify shows it a single time. If it is lost, uninstall the app and install it
          again.`}</p>
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
  return <a href="https://dev.shopify.com/dashboard/">{say`Dev Dashboard`}</a>;
}

function OwnAppSteps({ accessScopes, store }: WayProps) {
  return (
    <>
      <p>{say`Make an app of your own once; it takes five minutes and costs nothing.`}</p>
      <ol>
        <li>
          {say`In the`} <DashboardLink />{' '}
          {sayAround`choose ${<b>{say`Apps ▸ Create app ▸ Start from Dev Dashboard`}</b>}, name it Sync to
            Shopify, and choose ${<b>{say`Create`}</b>}.`}
          <Sketch where="Dev Dashboard" path={['Apps', 'Create app']} here="Start from Dev Dashboard" />
        </li>
        <li>
          {sayAround`Under ${<b>{say`Versions`}</b>}, enter these access scopes and choose
            ${<b>{say`Release`}</b>}:`}
          <ScopeList scopes={accessScopes} />
          <Sketch where="Dev Dashboard" path={[say`Your app`, 'Versions']} here="Release" />
        </li>
        <li>
          {sayAround`Under ${<b>{say`Home`}</b>} choose ${<b>{say`Install app`}</b>}, then your store. It
            stands then in ${<AdminLink store={store} page="settings/apps">{say`Settings ▸ Apps`}</AdminLink>}.`}
          <Sketch where="Dev Dashboard" path={[say`Your app`, 'Home']} here="Install app" />
        </li>
        <li>
          {sayAround`Under ${<b>{say`Settings ▸ Credentials`}</b>} copy both of these:`}
          <Sketch where="Dev Dashboard" path={['Settings', 'Credentials']} here={say`Copy both values`} />
        </li>
      </ol>
      <AppFields />
    </>
  );
}

function OtherAppSteps({ redirectUri, accessScopes }: WayProps) {
  return (
    <>
      <p>{say`For an app that somebody else made for you. They do this in their Dev Dashboard:`}</p>
      <ol>
        <li>
          {sayAround`Under ${<b>{say`Versions`}</b>}, enter these access scopes:`}
          <ScopeList scopes={accessScopes} />
        </li>
        <li>
          {sayAround`There, under ${<b>{say`Redirect URLs`}</b>}, enter this address and choose
            ${<b>{say`Release`}</b>}:`}
          <Copyable name={say`redirect URL`} text={redirectUri}>
            <code class="address">{redirectUri}</code>
          </Copyable>
          <Sketch where="Dev Dashboard" path={[say`Your app`, 'Versions']} here="Redirect URLs" />
        </li>
        <li>
          {sayAround`Under ${<b>{say`Home ▸ Distribution`}</b>} choose ${<b>{say`Custom distribution`}</b>}
            for your store.`}
          <Sketch where="Dev Dashboard" path={['Home', 'Distribution']} here="Custom distribution" />
        </li>
        <li>
          {sayAround`Under ${<b>{say`Settings ▸ Credentials`}</b>} they copy both of these for you:`}
          <Sketch where="Dev Dashboard" path={['Settings', 'Credentials']} here={say`Copy both values`} />
        </li>
      </ol>
      <AppFields />
    </>
  );
}

function AppFields() {
  return (
    <>
      <Field name="clientId" label={say`Client ID`} hint={say`Not a secret.`} />
      <Field
        name="clientSecret"
        label={say`Client secret`}
        isSecret
        hint={say`It stays in your own Google account.`}
      />
    </>
  );
}
