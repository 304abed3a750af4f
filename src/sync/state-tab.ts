import { forgetEmptied } from '../plan/adjustment';
import { type BaseRecord, buildBase, type GrowingBase, recordKey } from '../plan/base';
import type { Batch } from '../plan/batch';
import type { KeepNote } from '../plan/kept-stock';
import type { Sheets } from '../ports/sheets';
import { cellParts } from './cell-parts';
import { readJson } from './json';
import { NO_PREVIEW, type PreviewDigests } from './preview-digests';

/** Stock that was sent, or was about to be; saved beforehand, because the store alone cannot tell of it afterwards. */
export interface StockIntent {
  readonly batch: Extract<Batch, { readonly key: string }>;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
}

/** What was last synced, in the hidden state tab. */
export interface State {
  readonly base: GrowingBase;
  /** Those whose outcome is not known. */
  readonly intents: readonly StockIntent[];
  /** Keys of held changes that a person confirmed; they count until the run is finished. */
  readonly confirmed: ReadonlySet<string>;
  confirm(keys: readonly string[]): void;
  forgetConfirmations(): void;
  /** What the last preview would have done to each row. */
  readonly previewed: PreviewDigests;
  savePreview(digests: PreviewDigests): void;
  remember(records: readonly BaseRecord[]): void;
  saveIntents(intents: readonly StockIntent[]): void;
  /** Their outcome is known. */
  dropIntents(keys: readonly string[]): void;
  /** Stock cells that were about to take Shopify's number. */
  readonly keeping: readonly KeepNote[];
  /** Saves notes and records in one step; a note without levels is dropped. */
  saveKeeping(notes: readonly KeepNote[], records: readonly BaseRecord[]): void;
  /**
   * Grows with every execution that changes the memory, when it begins to and again when it ends. Undefined where there
   * is no memory.
   */
  readonly revision: number | undefined;
  /** To be called at the end of a run; whether the memory grew in it. */
  seal(): boolean;
  /** Forgets all of it; what comes after has this revision. */
  forget(revision: number): void;
}

const FORMAT = 'sync-to-shopify-state-1';

/**
 * A journal: a later row with the same key takes the place of an earlier one, so that each wave is one append and a
 * kill in between loses nothing. Rewritten when more than half of it is out of date. Another shop's state is void.
 */
export function loadState(sheets: Sheets, shop: string): State {
  const rows = sheets.readState();
  const header = [FORMAT, shop];
  const isOurs = rows[0]?.[0] === header[0] && rows[0]?.[1] === header[1];
  const latest = new Map<string, string>();
  for (const [key = '', ...parts] of isOurs ? rows.slice(1) : []) latest.set(key, parts.join(''));
  const base = buildBase([]);
  const intents = new Map<string, StockIntent>();
  const confirmed = new Set<string>();
  const keeping = new Map<string, KeepNote>();
  const previewed = readPreview(latest);
  let revision: number | undefined;
  for (const [key, value] of latest) {
    if (value === '') continue;
    if (key.startsWith(PREVIEW)) continue;
    if (key.startsWith(CONFIRMED)) {
      confirmed.add(key.slice(CONFIRMED.length));
    } else if (key === REVISION) {
      revision = Number(value) || undefined;
    } else if (key.startsWith(KEEPING)) {
      const note = readJson<KeepNote>(value);
      if (note) keeping.set(key, note);
    } else if (key.startsWith(INTENT)) {
      const intent = readJson<StockIntent>(value);
      if (intent) intents.set(key, intent);
    } else {
      const record = readJson<BaseRecord>(value);
      if (record && isRecord(record)) base.put(forgetEmptied(record));
    }
  }
  const records = [...base.records()];
  if (!isOurs || rows.length > 2 * (records.length + intents.size + confirmed.size) + 500) {
    const kept = [...intents.values()].map(intentRow);
    sheets.replaceState([
      header,
      ...records.map(asRow),
      ...kept,
      ...[...keeping.values()].map(keepingRow),
      ...(revision === undefined ? [] : [revisionRow(revision)]),
      ...confirmationRows(confirmed, 'yes'),
      ...(previewed !== NO_PREVIEW ? previewRows(previewed) : []),
    ]);
  }
  let isGrowing = false;
  const append = (changed: readonly (readonly string[])[]): void => {
    if (isGrowing) {
      sheets.appendState(changed);
      return;
    }
    isGrowing = changed.length > 0;
    revision = (revision ?? 0) + 1;
    sheets.appendState([...changed, revisionRow(revision)]);
  };
  return {
    base,
    get intents() {
      return [...intents.values()];
    },
    confirmed,
    previewed,
    savePreview: (digests) => sheets.appendState(previewRows(digests)),
    confirm(keys) {
      for (const key of keys) confirmed.add(key);
      if (keys.length > 0) sheets.appendState(confirmationRows(keys, 'yes'));
    },
    forgetConfirmations() {
      if (confirmed.size > 0) sheets.appendState(confirmationRows(confirmed, ''));
      confirmed.clear();
    },
    remember(changed) {
      if (changed.length === 0) return;
      for (const record of changed) base.put(record);
      append(changed.map(asRow));
    },
    saveIntents(saved) {
      for (const intent of saved) intents.set(`${INTENT}${intent.batch.key}`, intent);
      if (saved.length > 0) append(saved.map(intentRow));
    },
    dropIntents(keys) {
      for (const key of keys) intents.delete(`${INTENT}${key}`);
      if (keys.length > 0) append(keys.map((key) => [`${INTENT}${key}`, '']));
    },
    get keeping() {
      return [...keeping.values()];
    },
    saveKeeping(notes, records) {
      if (notes.length + records.length === 0) return;
      for (const note of notes) {
        if (isSettled(note)) keeping.delete(keepingKey(note));
        else keeping.set(keepingKey(note), note);
      }
      for (const record of records) base.put(record);
      append([...notes.map(keepingRow), ...records.map(asRow)]);
    },
    get revision() {
      return revision;
    },
    seal() {
      if (!isGrowing) return false;
      isGrowing = false;
      append([]);
      return true;
    },
    forget(next) {
      sheets.replaceState([header, revisionRow(next)]);
    },
  };
}

const INTENT = 'stock:';
const CONFIRMED = 'confirmed:';
const PREVIEW = 'preview';

/**
 * Row below row: side by side, what is kept of a hundred thousand rows would make the tab so wide that its cells are too
 * many for the spreadsheet. How many rows there are comes last.
 */
function previewRows(digests: PreviewDigests): string[][] {
  const parts = cellParts(JSON.stringify(digests));
  return [...parts.map((part, index) => [`${PREVIEW}:${index}`, part]), [PREVIEW, String(parts.length)]];
}

function readPreview(latest: ReadonlyMap<string, string>): PreviewDigests {
  const parts = Array.from(
    { length: Number(latest.get(PREVIEW)) || 0 },
    (_, index) => latest.get(`${PREVIEW}:${index}`) ?? '',
  );
  const digests = readJson<PreviewDigests>(parts.join(''));
  return digests ? { ...NO_PREVIEW, ...digests } : NO_PREVIEW;
}

const KEEPING = 'keep:';
const REVISION = 'revision';

function isSettled({ levels }: KeepNote): boolean {
  return Object.keys(levels).length === 0;
}

function keepingKey({ id }: KeepNote): string {
  return `${KEEPING}${id}`;
}

function keepingRow(note: KeepNote): string[] {
  return journalRow(keepingKey(note), isSettled(note) ? '' : JSON.stringify(note));
}

function revisionRow(revision: number): string[] {
  return [REVISION, String(revision)];
}

function confirmationRows(keys: Iterable<string>, value: 'yes' | ''): string[][] {
  return [...keys].map((key) => [`${CONFIRMED}${key}`, value]);
}

function intentRow(intent: StockIntent): string[] {
  return journalRow(`${INTENT}${intent.batch.key}`, JSON.stringify(intent));
}

function asRow(record: BaseRecord): string[] {
  return journalRow(recordKey(record), JSON.stringify(record));
}

function journalRow(key: string, text: string): string[] {
  return [key, ...cellParts(text)];
}

/** A damaged record is no record: its item's base is unknown, which is safe. */
function isRecord(record: BaseRecord): boolean {
  return ['product', 'variant', 'creation', 'undone'].includes(record.kind);
}
