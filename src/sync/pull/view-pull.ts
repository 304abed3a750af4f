import type { PullView } from '../../answers/pull';
import type { Services } from '../ground/services';
import { isContinuationArmed } from '../run/continuation-trigger';
import { loadPull, type Pull } from './pull-record';

/** One that waits for somebody to go on with it; null where there is none. */
export function openPullView(services: Services): PullView | null {
  const pull = loadPull(services);
  return pull && pull.state.kind !== 'finished' ? viewPull(services, pull) : null;
}

export function viewPull(services: Services, pull: Pull): PullView {
  const { state, sheetId, products, rows, unshown, shared = 0, size } = pull;
  return {
    outcome: state.kind === 'running' ? 'paused' : state.kind,
    tab: services.tabs.list().find((tab) => tab.sheetId === sheetId)?.name ?? '',
    sheetId,
    products,
    ofProducts: Math.max(products, size.products),
    rows,
    unshown,
    shared,
    problem: 'problem' in state ? state.problem : null,
    goesOn: state.kind === 'paused' && isContinuationArmed(services, 'pull'),
  };
}

/** The next step after a pull. It names no rows: the preview names both where another ticked tab says something else. */
export function nextStep({ shared }: PullView): string {
  return shared === 0
    ? 'A preview now finds nothing to send.'
    : `${shared} of them stand in other ticked tabs too: edit each cell in one tab only.`;
}
