import { forgetEmptied } from '../plan/adjustment';
import { type BaseRecord, buildBase, type GrowingBase, recordKey } from '../plan/base';
import type { Batch } from '../plan/batch';
import type { KeepNote } from '../plan/kept-stock';
import { cellParts } from './cell-parts';
import { readJson } from './json';
import { NO_PREVIEW, type PreviewDigests } from './preview-digests';

/** Stock that was sent, or was about to be; saved beforehand, because the store alone cannot tell of it afterwards. */
export interface StockIntent {
  readonly batch: Extract<Batch, { readonly key: string }>;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
}

/** What the rows of the hidden state tab say: `key | value…`, a long value in several cells, an empty one for nothing. */
export interface Journal {
  readonly base: GrowingBase;
  /** By key of the journal, as are the notes. */
  readonly intents: Map<string, StockIntent>;
  readonly keeping: Map<string, KeepNote>;
  readonly confirmed: Set<string>;
  readonly previewed: PreviewDigests;
  readonly revision: number | undefined;
}

type Row = readonly string[];

const INTENT = 'stock:';
const CONFIRMED = 'confirmed:';
const KEEPING = 'keep:';
const PREVIEW = 'preview';
const REVISION = 'revision';

/** A later row with the same key takes the place of an earlier one. A damaged value counts as none, which is safe. */
export function readJournal(rows: readonly Row[]): Journal {
  const latest = new Map<string, string>();
  for (const [key = '', ...parts] of rows) latest.set(key, parts.join(''));
  const base = buildBase([]);
  const intents = new Map<string, StockIntent>();
  const keeping = new Map<string, KeepNote>();
  const confirmed = new Set<string>();
  for (const [key, value] of latest) {
    if (value === '' || key.startsWith(PREVIEW) || key === REVISION) continue;
    if (key.startsWith(CONFIRMED)) confirmed.add(key.slice(CONFIRMED.length));
    else if (key.startsWith(KEEPING)) put(keeping, key, readJson<KeepNote>(value));
    else if (key.startsWith(INTENT)) put(intents, key, readJson<StockIntent>(value));
    else {
      const record = readJson<BaseRecord>(value);
      if (record && isRecord(record)) base.put(forgetEmptied(record));
    }
  }
  const revision = Number(latest.get(REVISION)) || undefined;
  return { base, intents, keeping, confirmed, previewed: readPreview(latest), revision };
}

/** The rows that say the same and nothing that is out of date. */
export function journalRows(journal: Journal): Row[] {
  const { base, intents, keeping, confirmed, previewed, revision } = journal;
  return [
    ...[...base.records()].map(recordRow),
    ...[...intents.values()].map(intentRow),
    ...[...keeping.values()].map(keepingRow),
    ...(revision === undefined ? [] : [revisionRow(revision)]),
    ...confirmationRows(confirmed, 'yes'),
    ...(previewed === NO_PREVIEW ? [] : previewRows(previewed)),
  ];
}

export function recordRow(record: BaseRecord): Row {
  return journalRow(recordKey(record), JSON.stringify(record));
}

export function intentKey({ key }: Pick<StockIntent['batch'], 'key'>): string {
  return `${INTENT}${key}`;
}

export function intentRow(intent: StockIntent): Row {
  return journalRow(intentKey(intent.batch), JSON.stringify(intent));
}

export function keepingKey({ id }: KeepNote): string {
  return `${KEEPING}${id}`;
}

/** A note without levels is over. */
export function isSettled({ levels }: KeepNote): boolean {
  return Object.keys(levels).length === 0;
}

export function keepingRow(note: KeepNote): Row {
  return journalRow(keepingKey(note), isSettled(note) ? '' : JSON.stringify(note));
}

export function confirmationRows(keys: Iterable<string>, value: 'yes' | ''): Row[] {
  return [...keys].map((key) => [`${CONFIRMED}${key}`, value]);
}

export function revisionRow(revision: number): Row {
  return [REVISION, String(revision)];
}

/**
 * Row below row: side by side, what is kept of a hundred thousand rows would make the tab so wide that its cells are too
 * many for the spreadsheet. How many rows there are comes last.
 */
export function previewRows(digests: PreviewDigests): Row[] {
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

function put<Value>(into: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value) into.set(key, value);
}

function journalRow(key: string, text: string): Row {
  return [key, ...cellParts(text)];
}

function isRecord(record: BaseRecord): boolean {
  return ['product', 'variant', 'creation', 'undone'].includes(record.kind);
}
