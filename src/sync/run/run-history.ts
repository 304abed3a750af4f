import type { RunSummary, RunView } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { NO_ROWS } from '../../catalog/tab/status-block';
import type { HistoryLine } from '../../ports/reports';
import { fields, listOf, mapOf, maybe, orNull, readStored, text, time, whole } from '../../ports/shape';
import { DAY_MS } from '../../ports/system';
import { findConnection } from '../connection/connection-record';
import type { Services, StartedBy } from '../ground/services';
import { groupsShape } from '../ground/settings';
import { signerOf } from '../memory/signature';
import { forgetOldValues, KEPT_MS, openJournal, type UndoJournal } from '../memory/undo-journal';
import { HISTORY_TAB } from '../tabs/ticked-tabs';
import { writeOwnTab } from './run-alone';
import { type Run, runNumber } from './run-record';

/** A property holds 9 KB. Source: https://developers.google.com/apps-script/guides/services/quotas */
const MOST_RUNS = 20;

/** By shop: the runs of another store are not this one's to undo. */
function keyOf(services: Services): string {
  return `run-history:${connectedShop(services)}`;
}

/** Empty where there is no connection. */
export function connectedShop(services: Services): string {
  const found = findConnection(services);
  return found.kind === 'mine'
    ? found.connection.shop
    : found.kind === 'colleague'
      ? found.announcement.shop
      : '';
}

const GROUP_WORDS: Readonly<Record<FieldGroup, string>> = {
  products: 'Products',
  inventory: 'Inventory',
  prices: 'Prices',
};

export function groupWords(groups: readonly FieldGroup[]): string {
  return groups.map((group) => GROUP_WORDS[group]).join(', ');
}

/** The last runs that changed something in Shopify, newest first. */
export function listRuns(services: Services): RunView[] {
  const oldest = services.clock.now() - KEPT_MS;
  return load(services).map((run) => ({ ...run, canBeUndone: run.startedAtMs >= oldest }));
}

/** Opens the journal of what a run replaces. The run is listed from its first wave on, in case it never gets to its end. */
export function openRunJournal(services: Services, run: Run, shop: string, isNew: boolean): UndoJournal {
  return openJournal({ ...services, shop, signer: signerOf(services, shop) }, run.number, isNew, () => {
    if (!load(services).some(({ number }) => number === run.number))
      putEntry(services, entryOf(run, NO_ROWS, run.startedAtMs));
  });
}

/**
 * Lists what became of a run, if it changed anything. Called at the end of every execution, because nobody knows whether
 * a paused run is ever continued; its line is rewritten then.
 */
export function recordRun(
  services: Services,
  run: Run,
  { totals, endedAtMs }: Pick<RunSummary, 'totals' | 'endedAtMs'>,
  journal: UndoJournal,
): HistoryLine | undefined {
  // An added image replaces nothing, so the journal does not mention it; its row says that it was sent.
  if (!journal.hasChanges() && totals.created + totals.updated === 0) {
    removeEntry(services, run.number);
    return undefined;
  }
  // The line of an undo goes on saying what was put back into the sheet after it.
  const putBack = load(services).find(({ number }) => number === run.number)?.putBack;
  const entry = { ...entryOf(run, totals, endedAtMs), ...(putBack && { putBack }) };
  putEntry(services, entry);
  forgetOldRuns(services);
  return lineOf(entry, run.startedBy.by);
}

/** Forgets the values of runs that are too old to be undone. Once a day is enough for what is kept for a month. */
export function forgetOldRuns(services: Services): void {
  const { settings, clock } = services;
  const ageMs = clock.now() - Number(settings.load(FORGOTTEN) ?? Number.NaN);
  if (ageMs >= 0 && ageMs < DAY_MS) return;
  forgetOldValues(services);
  settings.save(FORGOTTEN, String(clock.now()));
}

const FORGOTTEN = 'undo-forgotten';

/** Notes on the line of an undo how many old values were put back into the sheet after it. */
export function recordPutBack(services: Services, undo: number, cells: number): string | undefined {
  const run = load(services).find(({ number }) => number === undo);
  if (!run) return undefined;
  const entry = { ...run, putBack: (run.putBack ?? 0) + cells };
  putEntry(services, entry);
  return writeHistory(services, services.clock.now(), lineOf(entry));
}

/** Answers the sentence to say where Google refuses it. */
export function writeHistory(
  services: Services,
  checkedAtMs: number,
  line: HistoryLine | undefined,
): string | undefined {
  return writeOwnTab(services, HISTORY_TAB, () =>
    services.reports.writeHistory(HISTORY_TAB, checkedAtMs, line && inSheetLanguage(services, line)),
  );
}

function inSheetLanguage({ speak }: Services, line: HistoryLine): HistoryLine {
  return { ...line, what: speak(line.what), groups: line.groups.split(', ').map(speak).join(', ') };
}

function lineOf(entry: HistoryEntry, by: StartedBy['by'] = 'person'): HistoryLine {
  const { number, startedBy, groups, startedAtMs, endedAtMs, totals } = entry;
  return {
    run: number,
    what: describeWhat(entry, by),
    startedBy,
    groups: groupWords(groups),
    startedAtMs,
    durationMs: endedAtMs - startedAtMs,
    totals,
  };
}

function describeWhat({ undoes, putBack }: HistoryEntry, by: StartedBy['by']): string {
  const cells = putBack ? `, ${putBack} old values put back into the sheet` : '';
  if (undoes !== null) return `Undo of run ${undoes}${cells}`;
  return by === 'clock' ? 'Scheduled sync' : 'Sync';
}

type HistoryEntry = Omit<RunView, 'canBeUndone'>;

const historyShape = listOf(
  fields<HistoryEntry>({
    number: runNumber,
    undoes: orNull(runNumber),
    startedAtMs: time,
    endedAtMs: time,
    startedBy: text(),
    groups: groupsShape,
    totals: mapOf(whole()),
    putBack: maybe(whole()),
  }),
);

function entryOf(
  { number, task, startedBy, startedAtMs, groups }: Run,
  totals: RunView['totals'],
  endedAtMs: number,
): HistoryEntry {
  const { name } = startedBy;
  const undoes = task.kind === 'undo' ? task.run : null;
  return { number, undoes, startedAtMs, endedAtMs, startedBy: name, groups, totals };
}

function load(services: Services): readonly HistoryEntry[] {
  return readStored(historyShape, services.settings.load(keyOf(services))) ?? [];
}

function putEntry(services: Services, run: HistoryEntry): void {
  const others = load(services).filter(({ number }) => number !== run.number);
  const runs = [run, ...others].sort((a, b) => b.number - a.number);
  services.settings.save(keyOf(services), JSON.stringify(runs.slice(0, MOST_RUNS)));
}

function removeEntry(services: Services, run: number): void {
  const runs = load(services);
  const others = runs.filter(({ number }) => number !== run);
  if (others.length < runs.length) services.settings.save(keyOf(services), JSON.stringify(others));
}
