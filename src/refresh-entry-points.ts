import type { Answer } from './answers/answers';
import type { RefreshRequest, RefreshView } from './answers/refresh';
import { succeed } from './ports/problem';
import { respond, respondAlone } from './respond';
import * as asked from './sync/commands/arguments';
import { refreshTabs as refresh } from './sync/refresh/run-refresh';
import { services } from './wiring';

// Bringing tabs that are there up to date: what a person edited stays, and nothing is sent.

export function refreshTabs(request?: RefreshRequest | null): Answer<RefreshView> {
  return respondAlone(asked.refreshRequest, request, (wanted) => refresh(services, wanted ?? {}, 'person'));
}

/** Says in the corner how it ended, because nobody reads what a menu item answers. */
export function refreshFromMenu(): Answer<RefreshView> {
  const answered = refreshTabs();
  const { problem } = answered.ok ? answered.value : answered;
  const words = answered.ok ? answered.value.words : '';
  // Words in the corner are no reason to lose the answer.
  respond(() =>
    succeed(services.spreadsheet.toast(problem ? `${problem.message} ${problem.nextStep}` : words)),
  );
  return answered;
}
