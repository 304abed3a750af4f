import { chunk } from '../../catalog/values/arrays';
import type { UndoEntry } from '../../plan/model/replaced-value';
import { foldReplaced, isEmpty } from '../../plan/undo/fold-replaced';
import type { LoggedRun } from '../../plan/undo/logged-runs';
import { cellParts, type JournalRows, type Journals } from '../../ports/journal';
import { anything, listOf } from '../../ports/shape';
import { type Clock, DAY_MS } from '../../ports/system';
import { readFormer } from './former-forms';
import type { Signer } from './signature';
import { undoEntry } from './stored-undo';

/** Replaced values are kept for this time. */
export const KEPT_MS = 30 * DAY_MS;

/** So that one row fills about one cell. */
const ENTRIES_PER_ROW = 100;

/** Values that one run replaces, saved wave by wave: `shop | run | milliseconds since 1970 | entries as JSON…`. */
export interface UndoJournal {
  save(entries: readonly UndoEntry[]): void;
  /** Tells whether this run changed anything in Shopify, in any of its executions. */
  hasChanges(): boolean;
  /** All that was saved of this run so far, in any of its executions. */
  entries(): readonly UndoEntry[];
}

export interface JournalContext {
  readonly journals: Journals;
  readonly clock: Clock;
  /** `acme.myshopify.com` */
  readonly shop: string;
  readonly signer: Signer;
}

/** `isNew`: nothing can have been saved of the run before. `onFirst` comes before the first values are saved. */
export function openJournal(
  context: JournalContext,
  run: number,
  isNew: boolean,
  onFirst: () => void = () => undefined,
): UndoJournal {
  const { journals, clock, shop, signer } = context;
  const saved: UndoEntry[] = [];
  const entries = () =>
    isNew ? saved : loadRuns(context, run).flatMap((logged) => (logged.run === run ? logged.entries : []));
  return {
    entries,
    save(entries) {
      if (entries.length === 0) return;
      if (saved.length === 0) onFirst();
      for (const entry of entries) saved.push(entry);
      const head = [shop, String(run), String(clock.now())];
      journals
        .open('undo')
        .append(
          chunk(entries, ENTRIES_PER_ROW).map((part) => [
            ...head,
            ...cellParts(signer.sign(placeOf(head), JSON.stringify(part))),
          ]),
        );
    },
    hasChanges: () => [() => saved, entries].some((some) => !isEmpty(foldReplaced(some()))),
  };
}

/** Entries of a run and of all later ones, in their order; empty where nothing is kept of that run. */
export function loadRuns(context: JournalContext, run: number): LoggedRun[] {
  const runs = new Map<number, { run: number; entries: UndoEntry[]; isForeign?: true }>();
  for (const read of loadRows(context, (number) => number >= run)) {
    const ofRun = runs.get(read.run) ?? { run: read.run, entries: [] };
    ofRun.entries.push(...read.entries);
    if (read.isForeign) ofRun.isForeign = true;
    runs.set(ofRun.run, ofRun);
  }
  return runs.has(run) ? [...runs.values()].sort((a, b) => a.run - b.run) : [];
}

/** The first cells of a row are signed with it: in another run, it is nobody's. */
function placeOf(head: readonly string[]): string {
  return `undo ${head.join(' ')}`;
}

/** Values that all runs of this shop replaced since then, row by row, in order. */
export function loadRowsSince(context: JournalContext, sinceMs: number): LoggedRun[] {
  return loadRows(context, (_, savedAtMs) => savedAtMs >= sinceMs);
}

/** Rows of this shop, in the order in which they were saved: anybody may have sorted or moved them since. */
function loadRows(
  context: JournalContext,
  isWanted: (run: number, savedAtMs: number) => boolean,
): LoggedRun[] {
  const { journals, shop } = context;
  const journal = journals.open('undo');
  const isOwn = ([ofShop, run, savedAtMs]: readonly string[]) =>
    ofShop === shop && isWanted(Number(run), Number(savedAtMs));
  const heads = journal.read({ columns: 3 });
  const first = heads.findIndex(isOwn);
  if (first < 0) return [];
  const rows = journal.read({ rows: { firstRow: first + 1, rowCount: heads.length - first } });
  return inOrder(rows.filter(isOwn)).flatMap((row) => readRow(row, context) ?? []);
}

/** The same rows, those that were saved first at the beginning. */
export function inOrder(rows: JournalRows): JournalRows {
  const savedAtMs = (row: JournalRows[number]) => Number(row[2]) || 0;
  return [...rows].sort((one, other) => savedAtMs(one) - savedAtMs(other));
}

/** Undefined for a row of another shop, and for a damaged one. */
function readRow(
  [ofShop = '', number = '', savedAtMs = '', ...parts]: readonly string[],
  { shop, signer }: JournalContext,
): LoggedRun | undefined {
  if (ofShop !== shop) return undefined;
  const { text, isOwn } = signer.read(placeOf([ofShop, number, savedAtMs]), parts.join(''));
  const entries = readFormer(listOf(anything), text)?.filter(undoEntry);
  return entries && { run: Number(number), entries, ...(!isOwn && { isForeign: true as const }) };
}

/** Drops rows that are too old: they stand on top, unless somebody sorted or moved rows. */
export function forgetOldValues({ journals, clock }: Pick<JournalContext, 'journals' | 'clock'>): void {
  const oldest = clock.now() - KEPT_MS;
  const journal = journals.open('undo');
  const isKept = ([, , savedAtMs]: readonly string[]) => Number(savedAtMs) >= oldest;
  const rows = journal.read({ columns: 3 });
  const kept = rows.findIndex(isKept);
  if (kept < 0 || rows.slice(kept).every(isKept)) journal.dropFirst(kept < 0 ? rows.length : kept);
  else journal.replace(journal.read().filter(isKept));
}
