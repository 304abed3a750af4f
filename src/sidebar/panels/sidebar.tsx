import { say } from '../language/say';
import { Button } from '../parts/button';
import { ProblemPanel } from '../parts/problem-panel';
import type { PartProps } from '../state/actions';
import { lacksAccess } from '../state/sidebar-state';
import { KeepStockQuestion, StatusPlaceQuestion } from './asked-once';
import { Requests } from './colleagues';
import { Conflicts } from './conflicts';
import { Access } from './connect/access';
import { Connect } from './connect/connect';
import { Connection } from './connect/connection';
import { Errors } from './errors';
import { Footer, Retirement } from './footer';
import { HeldCells } from './held-cells';
import { HeldChangesPanel } from './held-changes';
import { History } from './history';
import { Newcomer } from './newcomer';
import { OldValuesPanel } from './old-values';
import { Run } from './run';
import { RunResult } from './run-result';
import { Schedule } from './schedule/schedule';
import { Settings } from './settings/settings';
import { Tabs } from './tabs';
import { WaitingForGoogle } from './waiting-for-google';

/** The whole sidebar for one state. */
export function Sidebar({ state, actions }: PartProps) {
  const { connection, activity, version, release } = state;
  return (
    <>
      <Trouble state={state} actions={actions} />
      <Retirement release={release} />
      {connection === undefined && activity === 'opening' && <Opening />}
      {connection === undefined && activity === undefined && (
        <Button onClick={actions.open}>{say`Try again`}</Button>
      )}
      {connection === null && <Newcomer state={state} actions={actions} />}
      {connection && state.isReconnecting && <Connect state={state} actions={actions} />}
      {connection && !state.isReconnecting && (
        <>
          <Connection connection={connection} state={state} actions={actions} />
          <Requests state={state} actions={actions} />
          <Tabs state={state} actions={actions} />
          <Run state={state} actions={actions} />
          <Errors state={state} actions={actions} />
          <HeldCells state={state} actions={actions} />
          <Conflicts state={state} actions={actions} />
          <HeldChangesPanel state={state} actions={actions} />
          <RunResult state={state} actions={actions} />
          <OldValuesPanel state={state} actions={actions} />
          <StatusPlaceQuestion state={state} actions={actions} />
          <KeepStockQuestion state={state} actions={actions} />
          <Schedule state={state} actions={actions} />
          <History state={state} actions={actions} />
          <Settings connection={connection} state={state} actions={actions} />
          <Access connection={connection} state={state} actions={actions} />
        </>
      )}
      {connection !== undefined && <Footer version={version} release={release} />}
      <WaitingForGoogle state={state} />
    </>
  );
}

/** Shows what went wrong, unless the form to connect shows it next to its button. */
function Trouble({ state, actions }: PartProps) {
  const { problem, connection, isReconnecting, activity } = state;
  const isShownByForm = connection === null || isReconnecting;
  if (!problem || isShownByForm) return null;
  return (
    <ProblemPanel problem={problem} help={actions.help}>
      {problem.kind === 'restored' && (
        <Button
          isPrimary
          isDisabled={activity !== undefined}
          onClick={actions.compareRestored}
        >{say`Compare with Shopify`}</Button>
      )}
      {connection && lacksAccess(state) && (
        <Button isPrimary onClick={() => actions.reconnect(true)}>{say`Connect again…`}</Button>
      )}
    </ProblemPanel>
  );
}

function Opening() {
  return (
    <p class="quiet" role="status">
      <span class="spinner" aria-hidden="true" /> {say`Looking at this spreadsheet…`}
    </p>
  );
}
