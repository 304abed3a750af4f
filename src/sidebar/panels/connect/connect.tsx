import { useState } from 'preact/hooks';
import type { TypedCredentials } from '../../../answers/requests';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { ProblemPanel } from '../../parts/problem-panel';
import type { ConnectionMethod } from '../../server/answers';
import type { PartProps } from '../../state/actions';
import { PermissionPage } from './permission-page';
import { BOXED_WAYS, WAYS } from './ways';

/** Asks for the store and the way in. What is typed is read when it is sent and kept nowhere else in the page. */
export function Connect({ state, actions }: PartProps) {
  const { connection, activity, permissionPage, problem } = state;
  const [method, setMethod] = useState<ConnectionMethod | undefined>(connection?.method);
  if (permissionPage) return <PermissionPage url={permissionPage} actions={actions} />;
  const isConnecting = activity === 'connecting';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    if (method && !isConnecting) actions.connect(credentialsOf(typed, method));
  };
  return (
    <form onSubmit={submit} autocomplete="off">
      <h2>{connection ? 'Connect again' : 'Connect your store'}</h2>
      {!connection && (
        <p class="quiet about">
          Connecting changes nothing in your store. Nothing is sent before you have seen a preview.
        </p>
      )}
      <Question method={method} choose={setMethod} />
      {method && (
        <>
          <Way method={method} state={state} />
          <Field
            name="shop"
            label="Shop address"
            placeholder="acme.myshopify.com"
            value={connection?.shop ?? ''}
            hint="In Shopify admin: Settings ▸ Domains. It ends in .myshopify.com."
          />
          <Field
            name="connectedBy"
            label="Your name"
            isOptional
            value={connection?.connectedBy ?? ''}
            hint="For colleagues who open this spreadsheet. Nothing else of you is asked for."
          />
          {problem && <ProblemPanel problem={problem} help={actions.help} />}
          <div class="buttons">
            <Button isPrimary isDisabled={isConnecting}>
              {isConnecting ? 'Connecting…' : WAYS[method].button}
            </Button>
            {connection && <Button onClick={() => actions.reconnect(false)}>Cancel</Button>}
          </div>
        </>
      )}
    </form>
  );
}

function Way({ method, state }: { readonly method: ConnectionMethod; readonly state: PartProps['state'] }) {
  const { Steps } = WAYS[method];
  return <Steps key={method} redirectUri={state.redirectUri} accessScopes={state.accessScopes} />;
}

interface QuestionProps {
  readonly method: ConnectionMethod | undefined;
  choose(method: ConnectionMethod): void;
}

/** One question; whoever has no token makes an app, and few have one that somebody else made. */
function Question({ method, choose }: QuestionProps) {
  return (
    <>
      <fieldset class="question">
        <legend>
          Do you have a token beginning <code>shpat_</code>?
        </legend>
        <div class="answers">
          <label>
            <input
              type="radio"
              name="hasToken"
              checked={method === 'permanent-token'}
              onChange={() => choose('permanent-token')}
            />
            Yes
          </label>
          <label>
            <input
              type="radio"
              name="hasToken"
              checked={method !== undefined && method !== 'permanent-token'}
              onChange={() => choose('client-credentials')}
            />
            No
          </label>
        </div>
      </fieldset>
      {method &&
        method !== 'permanent-token' &&
        BOXED_WAYS.map((way) => (
          <label class="other" key={way}>
            <input
              type="checkbox"
              checked={method === way}
              onChange={() => choose(method === way ? 'client-credentials' : way)}
            />
            {WAYS[way].box}
          </label>
        ))}
    </>
  );
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
