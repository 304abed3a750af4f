import type { RefreshLine, RefreshRequest, RefreshView } from '../../answers/refresh';
import { fitMessage } from '../../catalog/tab/fit-message';
import { distinctRows } from '../../catalog/tab/row';
import { keptOutcome } from '../../plan/compare/kept-cells';
import { joinKnown } from '../../plan/identity/join-known-rows';
import { fail, type Problem, type Result, succeed } from '../../ports/problem';
import type { Opened } from '../execution/execution';
import { openBoard } from '../execution/open-execution';
import { openRun } from '../execution/open-run';
import { saveSeen } from '../execution/restored-spreadsheet';
import { deadlineOf } from '../ground/daily-allowance';
import type { Services, StartedBy } from '../ground/services';
import { groupsOf } from '../ground/settings';
import { saveRefreshed } from '../memory/refresh-journal';
import { otherSays } from '../pull/other-tabs';
import { refuseDuringLease } from '../run/lease';
import { namesIn, viewConflicts } from '../run/questions';
import { readCatalog } from '../tabs/read-catalog';
import { refuseUnwritable } from '../tabs/refuse-unwritable';
import { recogniseNow } from '../tabs/row-finder';
import { recogniseTabs } from '../tabs/ticked-tabs';
import { type Added, addNewlyFound } from './add-new';
import { NOTHING_TOLD, planRefresh, type ToldCounts, toldBy, toldCounts } from './plan-refresh';
import { beginListed, counted, recordRefresh } from './refresh-history';
import { takeCells } from './take-cells';

/**
 * Brings ticked tabs up to date with Shopify and sends nothing: cells in which nobody's edit waits take Shopify's value.
 * Whatever cuts it off, another refresh does the rest.
 */
export function refreshTabs(
  services: Services,
  request: RefreshRequest,
  { by, deadlineMs = deadlineOf(services, by) }: Started,
): Result<RefreshView> {
  const refused = refuseDuringLease(services, by);
  if (refused) return refused;
  const opened = openRun(services, groupsOf(request.groups));
  if (!opened.ok) return opened;
  const { fill } = request;
  const open = fill ? onlyTab(services, opened.value, fill) : opened;
  return open.ok ? work(services, open.value, { fill, by, deadlineMs }) : open;
}

const NOTHING_ADDED: Added = { rows: 0, photos: 0, words: [], isPaused: false };

interface Started {
  readonly by: StartedBy['by'];
  /** Deadline of this execution, where it did something else before; milliseconds since 1970. */
  readonly deadlineMs?: number;
}

interface Asked extends Pick<RefreshRequest, 'fill'> {
  readonly by: StartedBy['by'];
  readonly deadlineMs: number;
}

/** A column is filled whatever other tabs say of its items. */
function onlyTab(
  services: Services,
  open: Opened,
  { sheetId, column }: NonNullable<RefreshRequest['fill']>,
): Result<Opened> {
  const tabs = recogniseTabs(services).filter(({ handle }) => handle.sheetId === sheetId);
  const read = readCatalog(services, tabs, open.shop);
  const [tab] = read.tabs;
  if (!tab) return NOT_TICKED;
  if (!tab.layout.columns.some(({ header }) => header === column)) return NO_COLUMN;
  return succeed({ ...open, ...read, desired: joinKnown(read.desired, { ...read, ...open.state }) });
}

const NOT_TICKED = fail(
  'invalid-input',
  'This tab takes part in no sync, so it is not known which items its rows mean.',
  'Tick it in the sidebar, choose Preview changes, and fill the column then.',
);

const NO_COLUMN = fail(
  'invalid-input',
  'This tab has no column with this header, or its header is not one that is synced.',
  'Look at the header row, and choose a column that is synced.',
);

function work(services: Services, open: Opened, { fill, by, deadlineMs }: Asked): Result<RefreshView> {
  const { clock } = services;
  const startedAtMs = clock.now();
  const { state, shop } = open;
  const planned = planRefresh(open, fill ? { fills: fill } : {}, deadlineMs);
  if (!planned.ok) return planned;
  const { kept, adopted, conflicts } = planned.value;
  const told = fill ? [] : toldBy(planned.value, open);
  const unwritable = kept.length + told.length > 0 ? refuseUnwritable(services, open) : undefined;
  if (unwritable) return { ok: false, problem: unwritable };
  state.remember(adopted);
  const board = openBoard(services, open, clock.now());
  board.plan(
    [],
    told,
    kept.map(({ ref }) => ref),
  );
  board.write(clock.now());
  let line: RefreshLine | undefined;
  const { outcomes, left } = takeCells(services, open, kept, {
    isOver: () => clock.now() >= deadlineMs,
    isSaidOtherwise: fill ? otherSays(services, open, fill.sheetId) : () => false,
    log: (cells) => {
      line ??= beginListed(services, by);
      saveRefreshed({ ...services, shop: shop.domain, signer: open.signer }, line.number, cells);
    },
  });
  for (const [cell, outcome] of outcomes) board.add([keptOutcome(cell, outcome)]);
  // One row may have several cells, and none of it is written before all of them are done.
  board.plan(
    distinctRows(kept.map(({ ref }) => ref)).filter((ref) => board.hasOutcome(ref)),
    [],
    [],
  );
  board.write(clock.now());
  if (state.seal()) saveSeen(services, shop.domain, state);
  const groups = open.policy.groups;
  const added =
    fill || left.length > 0 ? NOTHING_ADDED : addNewlyFound(services, open, { groups, deadlineMs });
  const put = [...outcomes.values()];
  const asked = fill ? [] : conflicts;
  const { onConflict } = open.policy;
  const counts = {
    cells: put.filter((outcome) => typeof outcome === 'object').length,
    left: put.filter((outcome) => typeof outcome === 'string').length,
    conflicts: asked.length,
    added: added.rows,
  };
  const view: RefreshView = {
    outcome: left.length > 0 || added.isPaused ? 'paused' : 'finished',
    refresh: line?.number ?? null,
    ...counts,
    questions: viewConflicts(
      asked.filter(({ group }) => onConflict[group] === 'ask'),
      namesIn(open),
    ),
    words: fitMessage(
      [
        refreshWords(
          { ...counts, photos: added.photos, ...(fill ? NOTHING_TOLD : toldCounts(planned.value)) },
          left.length,
          fill,
        ),
        ...added.words,
      ].join(' '),
    ),
    problem: null satisfies Problem | null,
  };
  const unwritten = recordRefresh(services, { by, startedAtMs, groups, view });
  return succeed(unwritten ? { ...view, words: fitMessage(`${view.words} ${unwritten}`) } : view);
}

type Counts = Pick<RefreshView, 'cells' | 'left' | 'conflicts' | 'added'> &
  ToldCounts &
  Pick<Added, 'photos'>;

/** Says in one line what a refresh did and what to do next; `waiting` cells are for the next one. */
function refreshWords(counts: Counts, waiting: number, fill: RefreshRequest['fill']): string {
  const { cells, left, conflicts, added, photos, edited, refused } = counts;
  const none = fill
    ? 'Shopify has nothing for the empty cells of this column: no cell was written.'
    : 'Shopify has nothing new: no cell was written.';
  const isQuiet = cells + added + photos + left + conflicts + waiting === 0;
  const parts = [
    isQuiet && none,
    cells > 0 && `${counted(cells, 'cell')} took Shopify’s value.`,
    added > 0 && `${counted(added, 'row')} added at the end.`,
    photos > 0 && `${counted(photos, 'photo')} renewed.`,
    edited > 0 && `What you edited in ${counted(edited, 'row')} stays: choose Sync now to send it.`,
    left > 0 && `${counted(left, 'cell')} left alone: their rows say why.`,
    conflicts > 0 && `${counted(conflicts, 'cell')} changed in both: preview changes to choose a side.`,
    refused > 0 &&
      `${counted(refused, 'row')} with an error, or gone in Shopify: read what stands next to them.`,
    waiting > 0 && `Time was up: choose Refresh again for ${counted(waiting, 'more cell')}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Fills the empty cells of the column in which the person has a cell selected. */
export function fillSelected(services: Services): Result<RefreshView> {
  const { tabs } = services;
  const { sheetId } = tabs.selection();
  const selected = tabs.selectedColumn();
  const recognition = recogniseNow(tabs, sheetId);
  const columns = recognition.kind === 'ignored' ? [] : recognition.layout.columns;
  const column = columns.find(({ index }) => index === selected);
  if (!column) return NOT_SYNCED;
  return refreshTabs(services, { fill: { sheetId, column: column.header } }, { by: 'person' });
}

const NOT_SYNCED = fail(
  'invalid-input',
  'The selected column has no header that is synced.',
  'Select a cell in a column with a header from the list of columns, and choose this again.',
);
