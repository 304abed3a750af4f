import { useState } from 'preact/hooks';
import type { TypedCredentials } from '../../../answers/requests';
import { say } from '../../language/say';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { ProblemPanel } from '../../parts/problem-panel';
import type { ConnectionMethod } from '../../server/answers';
import type { PartProps } from '../../state/actions';
import { PermissionPage } from './permission-page';
import { WayQuestion } from './way-question';
import { WAYS } from './ways';

/** Asks for the store and the way in. What is typed is read when it is sent and kept nowhere else in the page. */
export function Connect({ state, actions }: PartProps) {
  const { connection, activity, permissionPage, problem } = state;
  const [method, setMethod] = useState<ConnectionMethod | undefined>(connection?.method);
  const [shop, setShop] = useState(connection?.shop ?? '');
  if (permissionPage) return <PermissionPage url={permissionPage} actions={actions} />;
  const isConnecting = activity === 'connecting';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    if (method && !isConnecting) actions.connect(credentialsOf(typed, method));
  };
  return (
    <form onSubmit={submit} autocomplete="off">
      <h2>{connection ? say`Connect again` : say`Connect your store`}</h2>
      {!connection && (
        <p class="quiet about">{say`Connecting changes nothing in your store. Nothing is sent before you have
          seen a preview.`}</p>
      )}
      <WayQuestion method={method} choose={setMethod} />
      {method && (
        <>
          <Field
            name="shop"
            label={say`Shop address`}
            placeholder="acme.myshopify.com"
            value={connection?.shop ?? ''}
            hint={say`In Shopify admin: Settings ▸ Domains. It ends in .myshopify.com.`}
            typed={setShop}
          />
          <Way method={method} state={state} store={storeNamed(shop)} />
          <Field
            name="connectedBy"
            label={say`Your name`}
            isOptional
            value={connection?.connectedBy ?? ''}
            hint={say`For colleagues who open this spreadsheet. Nothing else of you is asked for.`}
          />
          {problem && <ProblemPanel problem={problem} help={actions.help} />}
          <div class="buttons">
            <Button isPrimary isDisabled={isConnecting}>
              {isConnecting ? say`Connecting…` : WAYS[method].button}
            </Button>
            {connection && <Button onClick={() => actions.reconnect(false)}>{say`Cancel`}</Button>}
          </div>
        </>
      )}
    </form>
  );
}

interface WayProps {
  readonly method: ConnectionMethod;
  readonly state: PartProps['state'];
  readonly store: string | undefined;
}

function Way({ method, state, store }: WayProps) {
  const { Steps } = WAYS[method];
  return (
    <Steps key={method} redirectUri={state.redirectUri} accessScopes={state.accessScopes} store={store} />
  );
}

/** The name of a shop in what people type or paste, as far as it is one already; the script checks it once more. */
function storeNamed(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const [, name] =
    /^(?:https?:\/\/)?admin\.shopify\.com\/store\/([a-z0-9][a-z0-9-]*)/.exec(text) ??
    /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]*)\.myshopify\.com/.exec(text) ??
    [];
  return name;
}

function credentialsOf(typed: FormData, method: ConnectionMethod): TypedCredentials {
  const text = (name: string) => String(typed.get(name) ?? '');
  const typedOf = (name: string) => (typed.has(name) ? { [name]: text(name) } : {});
  return {
    method,
    shop: text('shop'),
    connectedBy: text('connectedBy'),
    ...typedOf('accessToken'),
    ...typedOf('clientId'),
    ...typedOf('clientSecret'),
  };
}
