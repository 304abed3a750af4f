import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { BaseRecord, GrowingBase } from '../../plan/model/base';
import type { JournalRows, Journals } from '../../ports/journal';
import { checkedRows, NO_ROWS, stepOf } from './checked-rows';
import { isReadable, MEMORY_FORMAT } from './memory-version';
import { type Moves, movesOf } from './moved-values';
import type { Signer } from './signature';
import {
  chosenRows,
  intentKey,
  intentRow,
  journalRows,
  movedRows,
  type PreviewDigests,
  previewRows,
  readJournal,
  recordRow,
  refusedRows,
  revisionRow,
  waitingRows,
} from './state-journal';
import type { StockIntent } from './stored-stock';

/** Memory of the last sync, in the hidden state tab. */
export interface State {
  readonly base: GrowingBase;
  /** Stock whose outcome is not known. */
  readonly intents: readonly StockIntent[];
  /** Decisions of this person for a run; `chosenBy` tells whether it is the current one. */
  readonly chosen: readonly string[];
  saveChosen(keys: readonly string[]): void;
  /** Keys of held changes that somebody refused. */
  readonly refused: readonly string[];
  saveRefused(keys: readonly string[]): void;
  /** Names of what was held and nobody decided yet: it stays held until then, or until one of its values is another. */
  readonly waiting: readonly string[];
  saveWaiting(names: readonly string[]): void;
  /** Changes that the last preview showed for each row. */
  readonly previewed: PreviewDigests;
  savePreview(digests: PreviewDigests): void;
  remember(records: readonly BaseRecord[]): void;
  /** Revisions in which values moved while a tab took no part, by item. */
  readonly moved: ReadonlyMap<ProductId | VariantId, Moves>;
  /** From now on it is noted which values move. */
  trackMoves(): void;
  saveMoved(moved: ReadonlyMap<string, Moves>, records: readonly BaseRecord[]): void;
  /** The same where nobody looks up what was not known before: of a whole catalog that fills the memory of a script. */
  rememberUnseen(records: readonly BaseRecord[]): void;
  saveIntents(intents: readonly StockIntent[]): void;
  /** The outcome of these intents is known: it is remembered in the step that drops them. */
  dropIntents(keys: readonly string[], records?: readonly BaseRecord[]): void;
  /**
   * Grows with every execution that changes the memory, when it begins to and again when it ends. Undefined where there
   * is no memory.
   */
  readonly revision: number | undefined;
  /** False where somebody damaged the tab: what is remembered may be out of date, and must not be believed. */
  readonly isWhole: boolean;
  /** To be called at the end of a run; whether the memory grew in it. */
  seal(): boolean;
  /** Forgets all of it, but that something was remembered; what comes after has this revision. */
  forget(revision: number): void;
}

/** Out-of-date rows that are not worth a rewriting, whatever the size. */
const SPARED_ROWS = 500;

/**
 * A journal: a later row with the same key takes the place of an earlier one, so that each wave is one append and a
 * kill in between loses nothing. Rewritten when more than half of it is out of date. Another shop's state is void.
 */
export function loadState(journals: Journals, shop: string, signer: Signer): State {
  const tab = journals.open('state');
  const stored = tab.read();
  const { rows, isWhole, ...checked } = checkedRows(stored);
  let sum = checked.sum ?? NO_ROWS;
  const write = (added: JournalRows): void => {
    const step = stepOf(added, sum);
    tab.append(step.rows);
    sum = step.sum;
  };
  const rewrite = (kept: JournalRows): void => {
    const step = stepOf([[MEMORY_FORMAT, shop], ...kept], NO_ROWS);
    tab.replace(step.rows);
    sum = step.sum;
  };
  const isOurs = isReadable(rows[0]?.[0]) && rows[0]?.[1] === shop;
  const journal = readJournal(isOurs ? rows.slice(1) : [], signer);
  const { intents, moved, previewed } = journal;
  const inForce = [...journal.base.records()].length + intents.size + moved.size;
  const isOld = !isOurs || checked.sum === undefined || stored.length > 2 * inForce + SPARED_ROWS;
  if (isWhole && isOld) rewrite(journalRows(journal, signer));
  let { revision, chosen, refused, waiting } = journal;
  let isGrowing = false;
  let isTracking = false;
  const untold = new Set<string>();
  let isTold = true;
  const append = (rows: readonly (readonly string[])[]): void => {
    const changed = [...rows, ...movedRows(new Map([...untold].map((id) => [id, moved.get(id) ?? {}])))];
    untold.clear();
    if (isGrowing) {
      isTold = false;
      write(changed);
      return;
    }
    isGrowing = changed.length > 0;
    isTold = false;
    revision = (revision ?? 0) + 1;
    write([...changed, revisionRow(revision)]);
    // Where Google threw, nobody knows what was written, so the end writes another revision.
    isTold = true;
  };
  const base: GrowingBase = {
    ...journal.base,
    put(record) {
      const moves = isTracking ? movesOf(record, base, (revision ?? 0) + (isGrowing ? 0 : 1)) : undefined;
      if (moves) {
        moved.set(moves.id, { ...moved.get(moves.id), ...moves.moves });
        untold.add(moves.id);
      }
      journal.base.put(record);
    },
  };
  return {
    base,
    get intents() {
      return [...intents.values()];
    },
    get chosen() {
      return chosen;
    },
    saveChosen(keys) {
      if (keys.length + chosen.length > 0) write(chosenRows(keys, signer));
      chosen = keys;
    },
    get refused() {
      return refused;
    },
    saveRefused(keys) {
      write(refusedRows(keys));
      refused = keys;
    },
    get waiting() {
      return waiting;
    },
    saveWaiting(names) {
      if (names.join() !== waiting.join()) write(waitingRows(names));
      waiting = names;
    },
    previewed,
    savePreview: (digests) => write(previewRows(digests, signer)),
    remember(changed) {
      if (changed.length === 0) return;
      for (const record of changed) base.put(record);
      append(changed.map(recordRow));
    },
    moved: moved as State['moved'],
    trackMoves() {
      isTracking = true;
    },
    saveMoved(changed, records) {
      for (const [id, moves] of changed) {
        if (Object.keys(moves).length > 0) moved.set(id, moves);
        else moved.delete(id);
        untold.add(id);
      }
      for (const record of records) journal.base.put(record);
      if (changed.size + records.length > 0) append(records.map(recordRow));
    },
    rememberUnseen(changed) {
      for (const record of changed) if (isKnown(record, base)) base.put(record);
      if (changed.length > 0) append(changed.map(recordRow));
    },
    saveIntents(saved) {
      for (const intent of saved) intents.set(intentKey(intent.batch), intent);
      if (saved.length > 0) append(saved.map((intent) => intentRow(intent, signer)));
    },
    dropIntents(keys, records = []) {
      const own = keys.map((key) => intentKey({ key }));
      for (const key of own) intents.delete(key);
      for (const record of records) base.put(record);
      if (own.length + records.length > 0)
        append([...records.map(recordRow), ...own.map((key) => [key, ''])]);
    },
    get revision() {
      return revision;
    },
    isWhole,
    seal() {
      if (!isGrowing) return false;
      isGrowing = false;
      // What grew in one step has a revision of its own already.
      if (!isTold) append([]);
      return true;
    },
    forget(next) {
      const lost = { kind: 'lost' } as const;
      journal.base.put(lost);
      revision = next;
      rewrite([recordRow(lost), revisionRow(next)]);
    },
  };
}

function isKnown(record: BaseRecord, base: GrowingBase): boolean {
  switch (record.kind) {
    case 'product':
      return base.product(record.id) !== undefined;
    case 'variant':
      return base.variant(record.id) !== undefined;
    case 'creation':
    case 'undone':
    case 'operation':
    case 'lost':
      return true;
  }
}
