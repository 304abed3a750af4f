import type { FilterView } from '../../answers/answers';
import { FORESEEN_WORDS, ROW_STATUSES, type RowStatus, STATUS_WORDS } from '../../catalog/tab/status-block';
import { inEveryLanguage } from '../../language/cell-words';
import { partsOf } from '../../plan/preview/causes';
import { PREVIEW_HEADER } from '../../ports/reports';
import { listOf, readStored, whole } from '../../ports/shape';
import type { FilterOutcome, Hiding } from '../../ports/status-block';
import type { Settings } from '../../ports/storage';
import type { Services } from '../ground/services';
import { loadSettings } from '../ground/settings';
import { inTab } from './in-tab';
import { PREVIEW_TAB, type RecognisedTab, recogniseTabs } from './ticked-tabs';

export interface FilterRequest {
  /** Absent in calls from the menu, whose one item switches both ways. */
  readonly onlyProblems?: boolean | undefined;
  /** Shows the rows of one status, and of one cause where it is given: in the tabs, or in the tab of the preview. */
  readonly only?:
    | {
        readonly status: RowStatus;
        readonly cause?: string | undefined;
        readonly inPreview: boolean;
      }
    | undefined;
}

/**
 * Rows that nobody needs to look at; a row without any status is one of them. One that differs from Shopify, or of which
 * something is never sent, stays in sight: only a person can bring the two together.
 */
const QUIET_WORDS: readonly string[] = [
  STATUS_WORDS.created,
  STATUS_WORDS.updated,
  STATUS_WORDS['not-compared'],
  STATUS_WORDS.unchanged,
];

/** Ids of tabs whose filter is ours, so that it is taken away again and a merchant's own is not. */
const KEY = 'problem-filters';

/**
 * Hides every row of the ticked tabs that needs nobody, or shows all of them again, and says so. A sync of everything
 * takes hidden rows along; one of selected rows leaves them out.
 */
export function filterProblems(services: Services, request: FilterRequest): FilterView {
  const tabs = recogniseTabs(services).flatMap(layoutOf);
  const isFiltered = () => tabs.some(({ sheetId, layout }) => services.statusBlock.isHiding(sheetId, layout));
  const view = request.only?.inPreview
    ? showInPreview(services, request.only)
    : request.only
      ? showProblems(services, tabs, onlyThese(services, request.only))
      : (request.onlyProblems ?? !isFiltered())
        ? showProblems(services, tabs, { words: inCells(services, QUIET_WORDS) })
        : showAll(services, tabs);
  services.spreadsheet.toast(view.message);
  return view;
}

type Only = NonNullable<FilterRequest['only']>;

type Tab = ReturnType<typeof layoutOf>[number];

function layoutOf({ handle: { sheetId, name }, recognition, ticked }: RecognisedTab) {
  return ticked && recognition.kind !== 'ignored' ? [{ sheetId, name, layout: recognition.layout }] : [];
}

function onlyThese(services: Services, { status, cause }: Only): Hiding {
  const words = ROW_STATUSES.filter((other) => other !== status).map((other) => STATUS_WORDS[other]);
  return { words: inCells(services, words), textIn: textIn(services, cause) };
}

/** The words of a cause in cells: they keep the language in which they were written where that of the sheet was changed. */
function textIn({ speakers }: Services, cause: string | undefined): Hiding['textIn'] {
  if (!cause) return undefined;
  return (cells) => {
    const isSaid = (part: string) => cells.some((cell) => cell.includes(part));
    for (const speak of speakers) {
      const found = partsOf(speak(cause)).find(isSaid);
      if (found !== undefined) return found;
    }
    return cause;
  };
}

/** Words of statuses as cells may have them, and none: rows keep theirs where the language of the sheet was changed. */
function inCells({ settings }: Services, words: readonly string[]): readonly string[] {
  const isEnglish = loadSettings(settings).language === undefined;
  return [...(isEnglish ? words : words.flatMap(inEveryLanguage)), ''];
}

/** A preview writes nothing next to the rows: its lines stand in a tab of their own. */
function showInPreview(services: Services, { status, cause }: Only): FilterView {
  const isShown = services.reports.filter(PREVIEW_TAB, {
    shown: inEveryLanguage(FORESEEN_WORDS[status]),
    column: PREVIEW_HEADER.indexOf('Why'),
    textIn: textIn(services, cause),
  });
  return {
    onlyProblems: false,
    message: isShown
      ? 'The tab “Sync preview” shows only these. A new preview shows all again.'
      : 'There is no list of it any more. Preview again.',
  };
}

function showProblems({ statusBlock, settings }: Services, tabs: readonly Tab[], hiding: Hiding): FilterView {
  const became = (wanted: FilterOutcome) => outcomes.filter(({ outcome }) => outcome === wanted);
  const outcomes = tabs.map(({ sheetId, name, layout }) => ({
    sheetId,
    name,
    outcome: inTab(name, () => statusBlock.hide(sheetId, layout, hiding)),
  }));
  saveOurs(settings, [...ourFilters(settings), ...became('added').map(({ sheetId }) => sheetId)]);
  const onlyProblems = became('added').length + became('set').length > 0;
  const barred = became('out-of-reach').map(({ name }) => `“${name}”`);
  const said = [
    ...(onlyProblems ? ['Only the rows that need you are shown.'] : []),
    ...(barred.length > 0 ? [barredSentence(barred)] : []),
  ];
  return { onlyProblems, message: said.join(' ') || 'No row has a status yet. Preview and sync first.' };
}

function barredSentence(names: readonly string[]): string {
  return `The filter of ${names.join(', ')} does not reach the column “Sync status”: remove it, or draw it over the whole table.`;
}

function showAll({ statusBlock, settings }: Services, tabs: readonly Tab[]): FilterView {
  const ours = ourFilters(settings);
  for (const { sheetId, name, layout } of tabs)
    inTab(name, () => statusBlock.show(sheetId, layout, ours.includes(sheetId)));
  saveOurs(settings, []);
  return { onlyProblems: false, message: 'All rows are shown.' };
}

function ourFilters(settings: Settings): readonly number[] {
  return readStored(listOf(whole()), settings.load(KEY)) ?? [];
}

function saveOurs(settings: Settings, sheetIds: readonly number[]): void {
  if (sheetIds.length > 0) settings.save(KEY, JSON.stringify([...new Set(sheetIds)]));
  else settings.remove(KEY);
}
