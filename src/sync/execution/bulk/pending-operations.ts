import { asGone, type PlacedRow } from '../../../catalog/tab/row';
import { rowsOf, SENDING_ORDER } from '../../../plan/action-kinds';
import { actionsOf, type Batch } from '../../../plan/model/batch';
import { cellParts, type Journals, PART_LENGTH } from '../../../ports/journal';
import {
  amount,
  anyOf,
  fields,
  flag,
  gid,
  listOf,
  mapOf,
  matching,
  maybe,
  oneOf,
  readStored,
  text,
  whole,
} from '../../../ports/shape';
import { fromFormer } from '../../memory/former-forms';
import { locator, type RowIdentities } from '../../tabs/row-finder';
import type { OpenRun } from '../execution';

/** A bulk operation that was started, or was about to be: what stands on which of its lines. */
export interface PendingOperation {
  readonly file: PendingFile;
  /** By line. */
  readonly batches: readonly Batch[];
  /**
   * Set where somebody else wrote it: it is waited for, because what Shopify has of it may still come, and nothing else
   * of it is believed. It has no lines then.
   */
  readonly isForeign?: true;
}

export interface PendingFile {
  /** A UUID by which Shopify's operation is found again. */
  readonly mark: string;
  readonly path: string;
  /** Id of the operation, once it is known. */
  readonly id?: string;
  /** The run that sent it, and whether that was an undo. */
  readonly run: number;
  readonly isUndo: boolean;
}

/** The lines of one row of the hidden tab, and what their rows in the sheet mean. */
interface SavedLines {
  /** Absent of lines that the first release wrote. */
  readonly form?: number | undefined;
  readonly batches: readonly Batch[];
  readonly identities: Readonly<Record<number, Readonly<Record<number, string>>>>;
}

/**
 * `shop | mark | kind of row | JSON…`; a later row about a file replaces an earlier one. `done`: every line of it is
 * answered, which former releases wrote as `landed`.
 */
type RowKind = 'file' | 'lines' | 'done' | 'landed';

/** The list of bulk operations that Shopify works on, in a hidden tab of its own that is emptied when all are done. */
export interface PendingLog {
  /** Before they are started: whatever becomes of this execution, another one finds them. */
  save(operations: readonly PendingOperation[]): void;
  noteStarted(files: readonly PendingFile[]): void;
  /** The answers to its lines are recorded. */
  noteDone(file: PendingFile): void;
  clear(): void;
  /** Loads what earlier executions left, with the rows where they are today. */
  load(): PendingOperation[];
}

interface LogContext extends Pick<OpenRun, 'tabs' | 'signer'> {
  readonly shop: Pick<OpenRun['shop'], 'domain'>;
}

export function pendingLog(journals: Journals, { shop, tabs, signer }: LogContext): PendingLog {
  const journal = journals.open('pending');
  const rowOf = ({ mark }: PendingFile, kind: RowKind, text = '') => [
    shop.domain,
    mark,
    kind,
    ...cellParts(signer.sign(placeOf(mark, kind), text)),
  ];
  const fileRow = (file: PendingFile) => rowOf(file, 'file', JSON.stringify(file));
  return {
    save(operations) {
      journal.append(
        operations.flatMap(({ file, batches }) => [
          fileRow(file),
          ...linesOf(batches, tabs).map((lines) => rowOf(file, 'lines', lines)),
        ]),
      );
    },
    noteStarted: (files) => journal.append(files.map(fileRow)),
    noteDone: (file) => journal.append([rowOf(file, 'done')]),
    clear: () => journal.replace([]),
    load() {
      const operations = new Map<string, PendingOperation>();
      // Once for all lines: a tab may have a hundred thousand rows, and its operations a thousand cells of lines.
      const locators = new Map(tabs.map(({ sheetId, identities }) => [sheetId, locator(identities)]));
      for (const [ofShop, mark = '', kind, ...parts] of journal.read()) {
        if (ofShop !== shop.domain || !isRowKind(kind)) continue;
        const { text, isOwn } = signer.read(placeOf(mark, kind), parts.join(''));
        const operation = operations.get(mark);
        if (kind === 'file') {
          const file = readStored(fileShape, text);
          if (file?.mark !== mark || (operation && !operation.isForeign && !isOwn)) continue;
          if (isOwn) operations.set(mark, { file, batches: operation?.batches ?? [] });
          else operations.set(mark, { file, batches: [], isForeign: true });
        } else if (isOwn && operation && !operation.isForeign) {
          if (isDone(kind)) operations.delete(mark);
          else
            operations.set(mark, {
              ...operation,
              batches: [...operation.batches, ...readLines(text, locators)],
            });
        } else if (isDone(kind) && operation?.isForeign) operations.delete(mark);
      }
      const all = [...operations.values()];
      const foreign = new Set(all.filter(({ isForeign }) => isForeign).slice(-MOST_FOREIGN));
      return all.filter((operation) => !operation.isForeign || foreign.has(operation));
    },
  };
}

/**
 * Each of somebody else's is asked about, and anybody may write thousands of them. No more can be under way at once; the
 * latest are the likeliest.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries (five at a time since 2026-01)
 */
const MOST_FOREIGN = 5;

const ROW_KINDS: readonly RowKind[] = ['file', 'lines', 'done', 'landed'];

const isDone = (kind: RowKind): boolean => kind === 'done' || kind === 'landed';

function isRowKind(kind: string | undefined): kind is RowKind {
  return ROW_KINDS.includes(kind as RowKind);
}

/** The place that a signature is made for. */
function placeOf(mark: string, kind: RowKind): string {
  return `${mark} ${kind}`;
}

const fileShape = fields<PendingFile>({
  mark: matching(/^[\w-]{1,64}$/),
  path: text(),
  id: maybe(gid('BulkOperation')),
  run: whole(),
  isUndo: flag,
});

/** As many batches to a row of the tab as one cell holds. */
function linesOf(batches: readonly Batch[], tabs: OpenRun['tabs']): string[] {
  const identities = new Map(tabs.map((tab) => [tab.sheetId, tab.identities]));
  const rows: string[] = [];
  let part: Batch[] = [];
  let length = 0;
  const end = () => {
    if (part.length > 0) rows.push(JSON.stringify(savedLines(part, identities)));
    part = [];
    length = 0;
  };
  for (const batch of batches) {
    // The rows' identities take about as much again.
    const own = JSON.stringify(batch).length * 1.5;
    if (length + own > PART_LENGTH) end();
    part.push(batch);
    length += own;
  }
  end();
  return rows;
}

function savedLines(batches: readonly Batch[], known: ReadonlyMap<number, RowIdentities>): SavedLines {
  const identities: Record<number, Record<number, string>> = {};
  for (const { sheetId, row } of batches.flatMap(actionsOf).flatMap(rowsOf)) {
    const identity = sheetId === null ? undefined : known.get(sheetId)?.get(row);
    if (sheetId === null || identity === undefined) continue;
    const ofTab = identities[sheetId] ?? {};
    identities[sheetId] = ofTab;
    ofTab[row] = identity;
  }
  return { form: LINES_FORM, batches, identities };
}

const named = fields<Pick<Batch, 'kind'>>({ kind: oneOf(...SENDING_ORDER) });

/** Batches had no kind of their own before: they named the mutation, and their actions the kind. */
const outline = anyOf<unknown>(
  named,
  fields<{ readonly action: unknown }>({ action: named }),
  fields<{ readonly actions: unknown }>({ actions: listOf(named) }),
);

/** No more than its outline is looked at: the user who runs has signed it, and its form has a number. */
const isBatch = (value: unknown): value is Batch => outline(value);

function withKind(batch: Batch): Batch {
  return { ...batch, kind: actionsOf(batch)[0]?.kind ?? batch.kind } as Batch;
}

/** Grows when batches of an earlier release can no longer be read: their outcomes count as unknown then. */
const LINES_FORM = 1;

const batchesShape = listOf(isBatch);

const savedLinesShape = fields<SavedLines>({
  form: maybe(oneOf(LINES_FORM)),
  batches: batchesShape,
  identities: mapOf(mapOf(text(1_000_000))),
});

/** People sort and insert between two executions too: every row that a batch names is put where it stands today. */
function readLines(
  text: string,
  locators: ReadonlyMap<number, ReturnType<typeof locator>>,
): readonly Batch[] {
  const saved = readStored(savedLinesShape, text, fromFormer);
  if (!saved) return [];
  const places = new Map<number, ReadonlyMap<number, number>>();
  for (const [sheetId, locate] of locators) {
    const before = new Map(
      Object.entries(saved.identities[sheetId] ?? {}).map(([row, identity]) => [Number(row), identity]),
    );
    places.set(sheetId, locate([...before.keys()], before));
  }
  const moved = readStored(batchesShape, JSON.stringify(saved.batches), (_, value) => {
    if (!isPlace(value)) return value;
    const row = places.get(value.sheetId)?.get(value.row);
    return row === undefined ? asGone(value) : { ...value, row };
  });
  return (moved ?? []).map(withKind);
}

/** Any place that a batch names, whatever else it says of it. */
const isPlace = fields<PlacedRow>({ sheetId: amount, row: amount, tab: maybe(text()) });
