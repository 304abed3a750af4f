import type { Actions } from '../actions';
import type { SidebarState } from '../state';
import { Button } from './button';
import { ConnectForm } from './connect-form';
import { Connection } from './connection';
import { Footer } from './footer';
import { HeldCells } from './held-cells';
import { ProblemPanel } from './problem-panel';
import { Run } from './run';
import { RunResult } from './run-result';
import { Tabs } from './tabs';

export interface PartProps {
  readonly state: SidebarState;
  readonly actions: Actions;
}

/** The whole sidebar for one state. */
export function Sidebar({ state, actions }: PartProps) {
  const { connection, problem, activity } = state;
  return (
    <>
      {problem && <ProblemPanel problem={problem} />}
      {connection === undefined && activity === 'opening' && <Opening />}
      {connection === undefined && activity === undefined && (
        <Button onClick={actions.open}>Try again</Button>
      )}
      {connection === null && (
        <ConnectForm isConnecting={activity === 'connecting'} connect={actions.connect} />
      )}
      {connection && (
        <>
          <Connection connection={connection} state={state} actions={actions} />
          <Tabs state={state} actions={actions} />
          <Run state={state} actions={actions} />
          <HeldCells state={state} actions={actions} />
          <RunResult state={state} />
        </>
      )}
      {connection !== undefined && <Footer state={state} actions={actions} />}
    </>
  );
}

function Opening() {
  return (
    <p class="quiet" role="status">
      <span class="spinner" aria-hidden="true" /> Looking at this spreadsheet…
    </p>
  );
}
