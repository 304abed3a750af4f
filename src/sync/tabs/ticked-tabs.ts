import type { TabView } from '../../answers/answers';
import { withNearHeader } from '../../catalog/columns/header-match';
import type { TabRecognition } from '../../catalog/tab/tab-layout';
import { type TabChoice, tabTemplates } from '../../catalog/tab/tab-templates';
import { SCOPE_USES } from '../../catalog/values/scope-uses';
import { fields, listOf, readStored, text, whole } from '../../ports/shape';
import type { TabHandle } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { recogniseNow } from './row-finder';

const KEY = 'ticked-tabs';

/** Key under which it is stored how *Get from Shopify* filled a tab. */
export const pulledTabKey = (sheetId: number) => `pulled-tab-${sheetId}`;

export interface RecognisedTab {
  readonly handle: TabHandle;
  readonly recognition: TabRecognition;
  readonly ticked: boolean;
}

/** Every visible tab and what its header row says; the add-on's own report tabs are left out. */
export function recogniseTabs(services: Services): RecognisedTab[] {
  const ticked = new Set(tickedIn(services));
  return services.tabs
    .list()
    .filter(({ hidden, name }) => !hidden && !OWN_TABS.includes(name))
    .map((handle) => ({
      handle,
      recognition: recogniseNow(services.tabs, handle.sheetId),
      ticked: ticked.has(handle.sheetId),
    }));
}

/** The access scopes to ask for: those of every connection, and those that a column of a ticked tab may need. */
export function scopesToAsk(services: Services): readonly string[] {
  const columns = recogniseTabs(services).flatMap(({ ticked, recognition }) =>
    ticked && recognition.kind !== 'ignored' ? recognition.layout.columns : [],
  );
  const ofColumns = columns.flatMap(({ column: { uses } }) => (uses ? SCOPE_USES[uses].scopes : []));
  return [...new Set([...services.shopify.accessScopes, ...ofColumns])];
}

export function chooseTabs(services: Services, sheetIds: readonly number[]): TabView[] {
  const there = services.tabs.list().map(({ sheetId }) => sheetId);
  const choice: Choice = {
    spreadsheetId: services.spreadsheet.id(),
    sheetIds: there.filter((sheetId) => sheetIds.includes(sheetId)),
  };
  services.settings.save(KEY, JSON.stringify(choice));
  return recogniseTabs(services).map(viewTab);
}

/** Ticks tabs in addition to those already ticked. */
export function tickTabs(services: Services, sheetIds: readonly number[]): TabView[] {
  return chooseTabs(services, [...new Set([...tickedIn(services), ...sheetIds])]);
}

interface Choice {
  /** A copied spreadsheet brings the choice along, but nobody has ticked anything in it. */
  readonly spreadsheetId: string;
  readonly sheetIds: readonly number[];
}

const choiceShape = fields<Choice>({ spreadsheetId: text(), sheetIds: listOf(whole()) });

function tickedIn({ settings, spreadsheet }: Services): readonly number[] {
  const choice = readStored(choiceShape, settings.load(KEY));
  return choice?.spreadsheetId === spreadsheet.id() ? choice.sheetIds : [];
}

export const PREVIEW_TAB = 'Sync preview';
export const HISTORY_TAB = 'Sync history';
export const OWN_TABS: readonly string[] = [PREVIEW_TAB, HISTORY_TAB];

export function viewTab({ handle, recognition, ticked }: RecognisedTab): TabView {
  const layout = recognition.kind === 'ignored' ? undefined : recognition.layout;
  return {
    sheetId: handle.sheetId,
    name: handle.name,
    kind: layout?.kind ?? 'ignored',
    ticked,
    reason: recognition.kind === 'recognised' ? '' : recognition.reason,
    unknownColumns: (layout?.unknown ?? []).map(withNearHeader),
    unsyncedColumns: layout?.unsynced ?? [],
    namesStock: layout?.columns.some(({ column }) => column.kind === 'quantity') ?? false,
  };
}

/**
 * Makes a tab for products, and one for prices and one for stock where they are wanted. What is there is left alone.
 * The new tabs take part at once: whoever asks for them means to fill them in.
 */
export function setUpSheets(services: Services, choice: TabChoice): TabView[] {
  const { spreadsheet, tabs } = services;
  const made = tabTemplates(choice).map((template) => tabs.add(template));
  const views = tickTabs(
    services,
    made.map(({ sheetId }) => sheetId),
  );
  const [first] = made;
  if (!first) return views;
  tabs.show(first.sheetId);
  const names = made.map(({ name }) => `“${name}”`).join(', ');
  spreadsheet.toast(`Added ${names}. Fill in your rows, then choose Preview changes.`);
  return views;
}
