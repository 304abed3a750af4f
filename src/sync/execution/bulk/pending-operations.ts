import type { Batch } from '../../../plan/model/batch';
import { cellParts, type Journals } from '../../../ports/journal';
import { fields, flag, gid, matching, maybe, readStored, text, whole } from '../../../ports/shape';
import type { OpenRun } from '../execution';
import { linesOf, linesReader } from './pending-lines';

/** A bulk operation that was started, or was about to be: what stands on which of its lines. */
export interface PendingOperation {
  readonly file: PendingFile;
  /** How many lines it has. */
  readonly lines: number;
  /**
   * Reads the batch of each line. Those of an earlier execution are read each time: as objects, the lines of all operations
   * would fill the memory of a script. Empty where not all of them can be read: Shopify answers lines by their numbers.
   */
  batches(): readonly Batch[];
  /**
   * Set where somebody else wrote it, or where its answers are recorded or lost from the memory, as in a tab that was put
   * back: it is waited for, because Shopify may still apply its changes, but nothing else in it is trusted. It has no lines
   * then.
   */
  readonly isForeign?: true;
}

/** One that is being loaded, as it stands in many cells. */
interface LoadedOperation extends Pick<PendingOperation, 'file' | 'isForeign'> {
  readonly texts: string[];
}

export interface PendingFile {
  /** A UUID by which Shopify's operation is found again. */
  readonly mark: string;
  readonly path: string;
  /** How many lines it has; absent of files that earlier releases saved. */
  readonly lines?: number | undefined;
  /** Id of the operation, once it is known. */
  readonly id?: string;
  /** The run that sent it, and whether that was an undo. */
  readonly run: number;
  readonly isUndo: boolean;
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
  load(): readonly PendingOperation[];
}

interface LogContext extends Pick<OpenRun, 'tabs' | 'signer'> {
  readonly shop: Pick<OpenRun['shop'], 'domain'>;
  readonly state: Pick<OpenRun['state'], 'base' | 'remember'>;
}

export function pendingLog(journals: Journals, { shop, tabs, signer, state }: LogContext): PendingLog {
  const journal = journals.open('pending');
  const rowOf = ({ mark }: PendingFile, kind: RowKind, text = '') => [
    shop.domain,
    mark,
    kind,
    ...cellParts(signer.sign(placeOf(mark, kind), text)),
  ];
  const fileRow = (file: PendingFile) => rowOf(file, 'file', JSON.stringify(file));
  const end = (marks: readonly string[]) =>
    state.remember(marks.map((mark) => ({ kind: 'operation', mark, isOver: true })));
  return {
    save(operations) {
      journal.append(
        operations.flatMap(({ file, batches }) => [
          fileRow(file),
          ...linesOf(batches(), tabs).map((lines) => rowOf(file, 'lines', lines)),
        ]),
      );
    },
    noteStarted: (files) => journal.append(files.map(fileRow)),
    noteDone(file) {
      end([file.mark]);
      journal.append([rowOf(file, 'done')]);
    },
    clear() {
      journal.replace([]);
      end([...state.base.operations()]);
    },
    load() {
      const operations = new Map<string, LoadedOperation>();
      for (const [ofShop, mark = '', kind, ...parts] of journal.read()) {
        if (ofShop !== shop.domain || !isRowKind(kind)) continue;
        const { text, isOwn } = signer.read(placeOf(mark, kind), parts.join(''));
        const operation = operations.get(mark);
        if (kind === 'file') {
          const file = readStored(fileShape, text);
          if (file?.mark !== mark || (operation && !operation.isForeign && !isOwn)) continue;
          // Files of earlier releases did not say how many lines they have, and were not noted in the memory.
          const isUnderWay = file.lines === undefined || state.base.operations().has(mark);
          if (isOwn && isUnderWay) operations.set(mark, { file, texts: operation?.texts ?? [] });
          else operations.set(mark, { file, texts: [], isForeign: true });
        } else if (isOwn && operation && !operation.isForeign) {
          if (isDone(kind)) operations.delete(mark);
          else operation.texts.push(text);
        } else if (isDone(kind) && operation?.isForeign) operations.delete(mark);
      }
      const all = [...operations.values()];
      const foreign = new Set(all.filter(({ isForeign }) => isForeign).slice(-MOST_FOREIGN));
      const readLines = linesReader(tabs);
      return all
        .filter((operation) => !operation.isForeign || foreign.has(operation))
        .map(({ file, texts, isForeign }) => {
          const batches = () => readLines(texts, file.lines);
          return { file, lines: file.lines ?? batches().length, batches, ...(isForeign && { isForeign }) };
        });
    },
  };
}

/**
 * Shopify is asked about each operation of somebody else's, and anybody may write thousands of them. No more than these
 * can run at once; the latest are the most likely.
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
  lines: maybe(whole()),
  id: maybe(gid('BulkOperation')),
  run: whole(),
  isUndo: flag,
});
