import type { PullChoice } from '../../answers/pull';
import type { TabTemplate } from '../../catalog/tab/tab-templates';
import { fail, type Result, succeed } from '../../ports/problem';
import { fields, listOf, readStored, text, whole } from '../../ports/shape';
import type { TabHandle } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { inTab } from '../tabs/in-tab';
import { OWN_TABS } from '../tabs/ticked-tabs';
import { loadPulledTab } from './pull-record';

/** Target of the rows: into a tab that is made, into an empty one, or below those of a tab that was got before. */
export type PullTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'empty' | 'pulled'; readonly tab: TabHandle };

/** A tab that holds anything else is never written to. */
export function pullTarget(
  services: Services,
  { template, shop }: { readonly template: TabTemplate; readonly shop: { readonly domain: string } },
  { into }: Pick<PullChoice, 'into'>,
): Result<PullTarget> {
  if (into === undefined) return succeed({ kind: 'new' });
  const { tabs } = services;
  const { sheetId } = tabs.selection();
  const tab = tabs.list().find((each) => each.sheetId === sheetId);
  if (!tab || OWN_TABS.includes(tab.name)) return OWN_TAB;
  if (tabs.lastRow(sheetId) === 0) return succeed({ kind: 'empty', tab });
  const pulled = loadPulledTab(services, sheetId);
  if (pulled?.shop !== shop.domain) return holdsOther(tab.name);
  return startsWith(tabs.readTop(sheetId, 1)[0], template)
    ? succeed({ kind: 'pulled', tab })
    : otherColumns(tab.name);
}

export function startsWith(headers: readonly string[] = [], { columns }: TabTemplate): boolean {
  return columns.every(({ header }, index) => headers[index] === header);
}

/** Sentence about what happens to the present content. */
export function targetWords(target: PullTarget): string {
  switch (target.kind) {
    case 'new':
      return 'Into a new tab.';
    case 'empty':
      return `Into “${target.tab.name.slice(0, 60)}”, which is empty.`;
    case 'pulled':
      return `Into “${target.tab.name.slice(0, 60)}”: the rows that are there stay as they are, and products that it lacks are added at the end.`;
  }
}

/** Makes the tab. Should Google end the execution before the tab is recorded, the next one takes it instead of a second. */
export function makeTab(services: Services, template: TabTemplate, target: PullTarget): number {
  const { tabs, settings, spreadsheet } = services;
  if (target.kind === 'pulled') return target.tab.sheetId;
  const into = target.kind === 'empty' ? target.tab : leftOver(services, template);
  if (into) return inTab(into.name, () => tabs.add(template, into.sheetId)).sheetId;
  const sheetIds = tabs.list().map(({ sheetId }) => sheetId);
  settings.save(
    KEY,
    JSON.stringify({ spreadsheetId: spreadsheet.id(), name: template.name, sheetIds } satisfies Making),
  );
  return tabs.add(template).sheetId;
}

/** Forgets that a tab was being made: it is recorded now. */
export function noteMade({ settings }: Services): void {
  settings.remove(KEY);
}

const KEY = 'pull-tab';

interface Making {
  readonly spreadsheetId: string;
  readonly name: string;
  /** Tabs that were there before. */
  readonly sheetIds: readonly number[];
}

const making = fields<Making>({
  spreadsheetId: text(),
  name: text(),
  sheetIds: listOf(whole(0, 2 ** 31), 200),
});

function leftOver({ tabs, settings, spreadsheet }: Services, template: TabTemplate): TabHandle | undefined {
  const noted = readStored(making, settings.load(KEY));
  if (noted?.spreadsheetId !== spreadsheet.id()) return undefined;
  const made = tabs
    .list()
    .filter(({ sheetId, name }) => !noted.sheetIds.includes(sheetId) && name.startsWith(noted.name));
  return made.find(
    ({ sheetId }) => tabs.lastRow(sheetId) <= 1 && isHeaders(tabs.readTop(sheetId, 1)[0], template),
  );
}

/** A row of our own headers, or none yet. */
function isHeaders(headers: readonly string[] = [], { columns }: TabTemplate): boolean {
  const known = columns.map(({ header }) => header);
  return headers.every((header) => header === '' || known.includes(header));
}

const OWN_TAB = fail(
  'invalid-input',
  'The tab in front of you is one of the add-on’s own.',
  'Open an empty tab, or choose a new one.',
);

function holdsOther(name: string): Result<never> {
  return fail(
    'invalid-input',
    `“${name.slice(0, 60)}” holds something that did not come from Shopify, and nothing is written over it.`,
    'Choose a new tab, or open an empty one.',
  );
}

function otherColumns(name: string): Result<never> {
  return fail(
    'invalid-input',
    `“${name.slice(0, 60)}” has other columns than you chose, so its rows cannot go on below.`,
    'Choose the form and columns that it has, or a new tab.',
  );
}
