import type { Answer } from './answers/answers';
import type {
  GiveBackRequest,
  RefreshedValues,
  RefreshLine,
  RefreshRequest,
  RefreshView,
} from './answers/refresh';
import { succeed } from './ports/problem';
import { anything } from './ports/shape';
import { respond, respondAlone } from './respond';
import * as asked from './sync/commands/arguments';
import { giveBack } from './sync/refresh/give-back';
import { listRefreshes as list } from './sync/refresh/refresh-history';
import { fillSelected, refreshTabs as refresh } from './sync/refresh/run-refresh';
import { services } from './wiring';

// Bringing tabs that are there up to date: what a person edited stays, and nothing is sent.

export function refreshTabs(request?: RefreshRequest | null): Answer<RefreshView> {
  return respondAlone(asked.refreshRequest, request, (wanted) =>
    refresh(services, wanted ?? {}, { by: 'person' }),
  );
}

export function refreshFromMenu(): Answer<RefreshView> {
  return shown(refreshTabs());
}

export function fillSelectedColumn(): Answer<RefreshView> {
  return shown(respondAlone(anything, undefined, () => fillSelected(services)));
}

/** Says in the corner how it ended, because nobody reads what a menu item answers. */
function shown(answered: Answer<RefreshView>): Answer<RefreshView> {
  const { problem } = answered.ok ? answered.value : answered;
  const words = answered.ok ? answered.value.words : '';
  // Failing to show this message is no reason to lose the answer.
  respond(() =>
    succeed(services.spreadsheet.toast(problem ? `${problem.message} ${problem.nextStep}` : words)),
  );
  return answered;
}

/** The last refreshes that wrote cells, newest first. */
export function listRefreshes(): Answer<readonly RefreshLine[]> {
  return respond(() => succeed(list(services)));
}

/** Lists what a refresh replaced in the sheet, or gives it back. */
export function giveBackRefresh(request: GiveBackRequest): Answer<RefreshedValues> {
  return respondAlone(asked.giveBackRequest, request, (wanted) => giveBack(services, wanted));
}
