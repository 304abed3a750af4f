import { type BaseRecord, type GrowingBase, recordKey } from '../../plan/model/base';
import { buildBase } from '../../plan/model/build-base';
import type { RowDigests } from '../../plan/preview/row-digest';
import { forgetEmptied } from '../../plan/stock/adjustment';
import { cellParts } from '../../ports/journal';
import {
  text as anyText,
  fields,
  listOf,
  mapOf,
  maybe,
  readStored,
  type Shape,
  text,
  whole,
} from '../../ports/shape';
import { readFormer } from './former-forms';
import { type Moves, movesShape } from './moved-values';
import { sharing } from './shared-values';
import type { Signer } from './signature';
import { baseRecord } from './stored-base';
import { type StockIntent, stockIntent, withKind } from './stored-stock';

/** Rows of the hidden state tab: `key | value…`, a long value in several cells, an empty one for nothing. */
export interface Journal {
  readonly base: GrowingBase;
  /** By key of the journal. */
  readonly intents: Map<string, StockIntent>;
  /** Revisions in which values of an item moved, by its ID. */
  readonly moved: Map<string, Moves>;
  /** Keys that this person decided for a run of theirs. */
  readonly chosen: readonly string[];
  /** Keys of held changes that somebody refused: whoever it was, they stay held. */
  readonly refused: readonly string[];
  /** Names of what was held and nobody decided yet. */
  readonly waiting: readonly string[];
  readonly previewed: PreviewDigests;
  /** Decisions and previews of colleagues, which must still count for them when the tab is rewritten. */
  readonly foreign: readonly Row[];
  readonly revision: number | undefined;
}

type Row = readonly string[];

const INTENT = 'stock:';
/** Key of decisions in an earlier release; such rows no longer count. */
const CONFIRMED = 'confirmed';
const CHOSEN = 'chosen';
const REFUSED = 'refused';
const WAITING = 'waiting';
const MOVED = 'moved:';
const PREVIEW = 'preview';
const REVISION = 'revision';
const NO_RECORDS: readonly string[] = [CONFIRMED, CHOSEN, REFUSED, WAITING, PREVIEW, REVISION];

/**
 * A later row with the same key takes the place of an earlier one. A damaged value counts as none, which is safe; so
 * does what a person decided or was shown, unless it was this person.
 */
export function readJournal(rows: readonly Row[], signer: Signer): Journal {
  const latest = new Map<string, string>();
  for (const [key = '', ...parts] of rows) latest.set(key, parts.join(''));
  const base = sharing(buildBase([]));
  const intents = new Map<string, StockIntent>();
  const moved = new Map<string, Moves>();
  for (const [key, value] of latest) {
    if (value === '' || NO_RECORDS.some((own) => key.startsWith(own))) continue;
    if (key.startsWith(MOVED)) put(moved, key.slice(MOVED.length), readStored(movesShape, value));
    else if (key.startsWith(INTENT)) put(intents, key, readIntent(key, value, signer));
    else {
      const record = readStored(baseRecord, value);
      if (record) base.put(forgetEmptied(record));
    }
  }
  const revision = readStored(whole(1), latest.get(REVISION));
  const chosen = readOwn(KEYS, readLong(latest, CHOSEN), signer) ?? [];
  const foreign = [CHOSEN, PREVIEW].flatMap((key) => foreignRows(readLong(latest, key), signer));
  const refused = readStored(KEYS, readLong(latest, REFUSED).text) ?? [];
  const waiting = readStored(KEYS, readLong(latest, WAITING).text) ?? [];
  const previewed = readOwn(previewDigestsShape, readLong(latest, PREVIEW), signer);
  return {
    base,
    intents,
    moved,
    chosen,
    foreign,
    refused,
    waiting,
    previewed: { ...NO_PREVIEW, ...previewed },
    revision,
  };
}

const KEYS = listOf(anyText());

/** The rows that say the same and nothing that is out of date. */
export function journalRows(journal: Journal, signer: Signer): Row[] {
  const { base, intents, moved, chosen, foreign, refused, waiting, previewed, revision } = journal;
  return [
    ...foreign,
    ...[...base.records()].map(recordRow),
    ...[...intents.values()].map((intent) => intentRow(intent, signer)),
    ...movedRows(moved),
    ...(revision === undefined ? [] : [revisionRow(revision)]),
    ...(chosen.length > 0 ? chosenRows(chosen, signer) : []),
    ...(refused.length > 0 ? refusedRows(refused) : []),
    ...(waiting.length > 0 ? waitingRows(waiting) : []),
    ...(Object.keys(previewed.shown).length > 0 ? previewRows(previewed, signer) : []),
  ];
}

export function recordRow(record: BaseRecord): Row {
  return journalRow(recordKey(record), JSON.stringify(record));
}

export function intentKey({ key }: Pick<StockIntent['batch'], 'key'>): string {
  return `${INTENT}${key}`;
}

export function intentRow({ isOwn, ...intent }: StockIntent, signer: Signer): Row {
  const key = intentKey(intent.batch);
  const text = JSON.stringify(intent);
  // Signing what somebody else wrote would make it ours.
  return journalRow(key, isOwn ? signer.sign(key, text) : text);
}

function readIntent(key: string, value: string, signer: Signer): StockIntent | undefined {
  const { text, isOwn } = signer.read(key, value);
  const intent = readFormer(stockIntent, text);
  return intent && intentKey(intent.batch) === key
    ? { ...intent, batch: withKind(intent.batch), isOwn }
    : undefined;
}

/** Line of an item; empty where nothing of it has moved any more. */
export function movedRows(moved: ReadonlyMap<string, Moves>): Row[] {
  return [...moved].map(([id, moves]) =>
    journalRow(`${MOVED}${id}`, Object.keys(moves).length > 0 ? JSON.stringify(moves) : ''),
  );
}

export function chosenRows(keys: readonly string[], signer: Signer): Row[] {
  return longRows(CHOSEN, keys.length === 0 ? '' : signer.sign(CHOSEN, JSON.stringify(keys)));
}

export function refusedRows(keys: readonly string[]): Row[] {
  return longRows(REFUSED, JSON.stringify(keys));
}

export function waitingRows(names: readonly string[]): Row[] {
  return longRows(WAITING, JSON.stringify(names));
}

export function revisionRow(revision: number): Row {
  return [REVISION, String(revision)];
}

export function previewRows(digests: PreviewDigests, signer: Signer): Row[] {
  return longRows(PREVIEW, signer.sign(PREVIEW, JSON.stringify(digests)));
}

/**
 * One row below another: side by side, the parts for a hundred thousand rows would make the tab so wide that the
 * spreadsheet runs out of cells. The number of rows comes last.
 */
function longRows(key: string, text: string): Row[] {
  const parts = cellParts(text);
  return [...parts.map((part, index) => [`${key}:${index}`, part]), [key, String(parts.length)]];
}

interface Long {
  readonly key: string;
  readonly text: string;
}

/** As many rows as there are, whatever their number says. */
function readLong(latest: ReadonlyMap<string, string>, key: string): Long {
  const count = readStored(whole(), latest.get(key)) ?? 0;
  const parts: string[] = [];
  for (let index = 0; index < count; index++) {
    const part = latest.get(`${key}:${index}`);
    if (part === undefined) break;
    parts.push(part);
  }
  return { key, text: parts.join('') };
}

function foreignRows({ key, text }: Long, signer: Signer): Row[] {
  return text === '' || signer.read(key, text).isOwn ? [] : longRows(key, text);
}

function readOwn<T>(shape: Shape<T>, { key, text }: Long, signer: Signer): T | undefined {
  const signed = signer.read(key, text);
  return signed.isOwn ? readStored(shape, signed.text) : undefined;
}

function put<Value>(into: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value) into.set(key, value);
}

function journalRow(key: string, text: string): Row {
  return [key, ...cellParts(text)];
}

/** Changes that a preview showed for each row, so that exactly these can be sent later. */
export interface PreviewDigests {
  /** Names the preview. */
  readonly id?: string;
  /** Changes that it would send, or hold until they are confirmed. */
  readonly shown: RowDigests;
}

const previewDigestsShape = fields<PreviewDigests>({
  id: maybe(text()),
  shown: mapOf(text(1_000_000)),
});

const NO_PREVIEW: PreviewDigests = { shown: {} };
