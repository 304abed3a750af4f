import type { Answer } from './answers/answers';
import type { HelpQuestion } from './answers/requests';
import { openChanges, openHelp, openSidebar } from './google/services/html-sidebar';
import { requireAllScopes } from './google/services/script-authorization';
import { fail, succeed } from './ports/problem';
import { respond, respondTo } from './respond';
import * as asked from './sync/commands/arguments';
import { selectedMessage } from './sync/tabs/selected-message';
import { services } from './wiring';

// The pages of the add-on, opened from the menu.

export function showSidebar(): void {
  requireAllScopes();
  openSidebar();
}

export function showGet(): void {
  requireAllScopes();
  openSidebar('get');
}

export function showHistory(): void {
  requireAllScopes();
  openSidebar('history');
}

/** Shows what an undo of the last run would give back; the sidebar has the button that does it. */
export function showUndo(): void {
  requireAllScopes();
  openSidebar('undo');
}

/** Each change of a preview can be ticked or left out there. */
export function showChanges(): Answer<null> {
  return respond(() => {
    requireAllScopes();
    openChanges();
    return succeed(null);
  });
}

/** From the menu it explains the message of the selected row, if that has one. */
export function showHelp(question?: HelpQuestion | null): Answer<null> {
  const answered = respondTo(asked.helpQuestion, question, (wanted) => {
    const about = wanted ?? { message: messageOfSelection() };
    try {
      openHelp({ ...about });
      return succeed(null);
    } catch (error) {
      if (services.refusalOf(error)) throw error;
      services.log.error(String(error));
      return NO_PAGES;
    }
  });
  if (!answered.ok && !question)
    services.spreadsheet.toast(`${answered.problem.message} ${answered.problem.nextStep}`);
  return answered;
}

/** The help opens even where the tab cannot be read. */
function messageOfSelection(): string | undefined {
  const found = respond(() => succeed(selectedMessage(services)));
  return found.ok ? found.value : undefined;
}

const NO_PAGES = fail(
  'invalid-input',
  'The help pages are not in this script.',
  'Add the file Help.html of the release next to Sidebar.html, under Extensions ▸ Apps Script.',
);
