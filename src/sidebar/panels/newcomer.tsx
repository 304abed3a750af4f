import { useState } from 'preact/hooks';
import { countOf, say } from '../language/say';
import { Button } from '../parts/button';
import { ProblemPanel } from '../parts/problem-panel';
import type { PartProps } from '../state/actions';
import type { Disconnection } from '../state/sidebar-state';
import { AskForRun, Edits } from './colleagues';
import { Connect } from './connect/connect';
import { WAYS } from './connect/ways';
import { Welcome } from './connect/welcome';
import { History } from './history';
import { ScheduleLine } from './schedule/schedule';

/** The page of somebody who has no access here: how it came to be so, and the way in. */
export function Newcomer({ state, actions }: PartProps) {
  const { disconnection, colleague, copiedFrom } = state;
  const [isWanted, setWanted] = useState(false);
  const hidesForm = colleague && !isWanted && !state.permissionPage;
  return (
    <>
      {disconnection && <DisconnectedPanel disconnection={disconnection} />}
      {copiedFrom && <CopyPanel shop={copiedFrom} />}
      {!disconnection && !copiedFrom && !colleague && !state.permissionPage && <Welcome />}
      {colleague && <ColleaguePanel colleague={colleague} schedule={state.schedule} />}
      {hidesForm && state.problem && <ProblemPanel problem={state.problem} help={actions.help} />}
      {hidesForm ? (
        <section>
          <Button onClick={() => setWanted(true)}>{say`Connect with your own access…`}</Button>
        </section>
      ) : (
        <Connect state={state} actions={actions} />
      )}
      {hidesForm && (
        <>
          <Edits state={state} actions={actions} />
          <AskForRun state={state} actions={actions} />
        </>
      )}
      {colleague && <History state={state} actions={actions} />}
    </>
  );
}

function CopyPanel({ shop }: { readonly shop: string }) {
  return (
    <section class="panel note">
      <h2>{say`This spreadsheet is a copy`}</h2>
      <p>{say`Its original is connected to ${shop}. A copy starts without a connection, without chosen tabs
        and without a schedule, so that two spreadsheets never work on one store unnoticed.`}</p>
    </section>
  );
}

interface ColleaguePanelProps {
  readonly colleague: NonNullable<PartProps['state']['colleague']>;
  readonly schedule: PartProps['state']['schedule'];
}

function ColleaguePanel({ colleague, schedule }: ColleaguePanelProps) {
  const who = colleague.name || say`a colleague`;
  return (
    <section class="panel note">
      <h2>{say`Connected by ${who}`}</h2>
      <p>
        {colleague.name
          ? say`To ${colleague.shop}. Your edits go out with ${who}’s next run.`
          : say`To ${colleague.shop}. Your edits go out with the next run.`}{' '}
        {say`To sync yourself, connect with your own access.`}
      </p>
      {schedule && <ScheduleLine schedule={schedule} />}
      {colleague.method === 'authorization-code' && (
        <p>
          <b>
            <span aria-hidden="true">⚠ </span>
            {colleague.name ? say`Take another app than ${who}’s.` : say`Take another app than theirs.`}
          </b>{' '}
          {say`Shopify may end the first connection of an app when a second person lets the same app in.`}
        </p>
      )}
    </section>
  );
}

function DisconnectedPanel({
  disconnection: { shop, method, alsoUsedBy, endedSchedule, hasSynced },
}: {
  readonly disconnection: Disconnection;
}) {
  return (
    <section class="panel note" role="status">
      <h2>{say`Disconnected from ${shop}`}</h2>
      {endedSchedule && <p>{say`Your schedule has ended.`}</p>}
      {hasSynced && <p>{say`What was sent stays in your store, and your rows and the history stay here.`}</p>}
      {alsoUsedBy > 0 ? (
        <p>
          {alsoUsedBy === 1
            ? say`${countOf(alsoUsedBy, 'other spreadsheet')} of yours goes on with the same access, so it was
              kept.`
            : say`${countOf(alsoUsedBy, 'other spreadsheet')} of yours go on with the same access, so it was
              kept.`}
        </p>
      ) : (
        <>
          <p>{say`Your access is forgotten here. To end it in Shopify as well:`}</p>
          <ul>
            {WAYS[method].leftInShopify.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
