import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { countOf } from '../parts/words';
import type { ConnectionMethod } from '../server/answers';
import type { PartProps } from '../state/part-props';
import type { Disconnection } from '../state/sidebar-state';
import { Connect } from './connect/connect';
import { ScheduleLine } from './schedule';

/** What somebody sees who has no access here: how it came to be so, and the way in. */
export function Newcomer({ state, actions }: PartProps) {
  const { disconnection, colleague, copiedFrom } = state;
  const [isWanted, setWanted] = useState(false);
  const hidesForm = colleague && !isWanted && !state.permissionPage;
  return (
    <>
      {disconnection && <DisconnectedPanel disconnection={disconnection} />}
      {copiedFrom && <CopyPanel shop={copiedFrom} />}
      {colleague && <ColleaguePanel colleague={colleague} schedule={state.schedule} />}
      {hidesForm ? (
        <section>
          <Button onClick={() => setWanted(true)}>Connect with your own access…</Button>
        </section>
      ) : (
        <Connect state={state} actions={actions} />
      )}
    </>
  );
}

function CopyPanel({ shop }: { readonly shop: string }) {
  return (
    <section class="panel note">
      <h2>This spreadsheet is a copy</h2>
      <p>
        Its original is connected to {shop}. A copy starts without a connection, without chosen tabs and
        without a schedule, so that two spreadsheets never work on one store unnoticed.
      </p>
    </section>
  );
}

interface ColleaguePanelProps {
  readonly colleague: NonNullable<PartProps['state']['colleague']>;
  readonly schedule: PartProps['state']['schedule'];
}

function ColleaguePanel({ colleague, schedule }: ColleaguePanelProps) {
  const who = colleague.name || 'a colleague';
  return (
    <section class="panel note">
      <h2>Connected by {who}</h2>
      <p>
        To {colleague.shop}. Your edits go out with {colleague.name ? `${who}’s` : 'the'} next run. To sync
        yourself, connect with your own access.
      </p>
      {schedule && <ScheduleLine schedule={schedule} />}
      {colleague.method === 'authorization-code' && (
        <p>
          <b>
            <span aria-hidden="true">⚠ </span>Take another app than {colleague.name ? `${who}’s` : 'theirs'}.
          </b>{' '}
          Shopify may end the first connection of an app when a second person lets the same app in.
        </p>
      )}
    </section>
  );
}

/** What a person still has to do where we cannot. */
const LEFT_IN_SHOPIFY: Readonly<Record<ConnectionMethod, readonly string[]>> = {
  'permanent-token': ['In Shopify admin: Settings ▸ Apps ▸ Develop apps ▸ your app ▸ Uninstall app.'],
  'client-credentials': [
    'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
    'In the Dev Dashboard: your app ▸ Settings ▸ Credentials, rotate the client secret.',
  ],
  'authorization-code': [
    'In Shopify admin: Settings ▸ Apps ▸ your app ▸ Uninstall.',
    'Ask whoever made the app to rotate its client secret: Settings ▸ Credentials.',
  ],
};

function DisconnectedPanel({
  disconnection: { shop, method, alsoUsedBy },
}: {
  readonly disconnection: Disconnection;
}) {
  return (
    <section class="panel note" role="status">
      <h2>Disconnected from {shop}</h2>
      {alsoUsedBy > 0 ? (
        <p>
          {countOf(alsoUsedBy, 'other spreadsheet')} of yours {alsoUsedBy === 1 ? 'goes' : 'go'} on with the
          same access, so it was kept.
        </p>
      ) : (
        <>
          <p>Your access is forgotten here. To end it in Shopify as well:</p>
          <ul>
            {LEFT_IN_SHOPIFY[method].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
