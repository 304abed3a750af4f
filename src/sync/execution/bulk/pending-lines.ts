import { asGone, type PlacedRow } from '../../../catalog/tab/row';
import { rowsOf, SENDING_ORDER } from '../../../plan/action-kinds';
import { actionsOf, type Batch } from '../../../plan/model/batch';
import { PART_LENGTH } from '../../../ports/journal';
import { amount, anyOf, fields, listOf, mapOf, maybe, oneOf, text, whole } from '../../../ports/shape';
import { readFormer } from '../../memory/former-forms';
import { locator, type RowIdentities } from '../../tabs/row-finder';
import type { OpenRun } from '../execution';

/** The lines of one row of the hidden tab, and what their rows in the sheet mean. */
interface SavedLines {
  /** Absent of lines that the first release wrote. */
  readonly form?: number | undefined;
  /** Number of the first of them in the file, from 0; absent of lines that earlier releases wrote in their order. */
  readonly first?: number | undefined;
  readonly batches: readonly Batch[];
  readonly identities: Readonly<Record<number, Readonly<Record<number, string>>>>;
}

/** As many batches to a row of the tab as one cell holds. */
export function linesOf(batches: readonly Batch[], tabs: OpenRun['tabs']): string[] {
  const identities = new Map(tabs.map((tab) => [tab.sheetId, tab.identities]));
  const rows: string[] = [];
  let part: Batch[] = [];
  let [first, length] = [0, 0];
  const end = () => {
    if (part.length > 0) rows.push(JSON.stringify(savedLines(part, first, identities)));
    first += part.length;
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

function savedLines(
  batches: readonly Batch[],
  first: number,
  known: ReadonlyMap<number, RowIdentities>,
): SavedLines {
  const identities: Record<number, Record<number, string>> = {};
  for (const { sheetId, row } of batches.flatMap(actionsOf).flatMap(rowsOf)) {
    const identity = sheetId === null ? undefined : known.get(sheetId)?.get(row);
    if (sheetId === null || identity === undefined) continue;
    const ofTab = identities[sheetId] ?? {};
    identities[sheetId] = ofTab;
    ofTab[row] = identity;
  }
  return { form: LINES_FORM, first, batches, identities };
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
  first: maybe(whole()),
  batches: batchesShape,
  identities: mapOf(mapOf(text(1_000_000))),
});

/**
 * Reads the lines of a file with every row that they name where it stands today: people sort and insert between two
 * executions too. The rows of a tab are counted once, and only where one of them moved: a tab may have a hundred thousand
 * rows, and its operations a thousand cells of lines. Empty unless each of the lines is there: somebody may have damaged one
 * of the cells, deleted it or moved it, and what Shopify says of a line must not be taken for another’s.
 *
 * @param lines number of lines of the file; undefined where an earlier release saved it
 */
export function linesReader(
  tabs: OpenRun['tabs'],
): (texts: readonly string[], lines: number | undefined) => readonly Batch[] {
  const identities = new Map(tabs.map((tab) => [tab.sheetId, tab.identities]));
  const locators = new Map<number, ReturnType<typeof locator>>();
  const locate = (sheetId: number, before: RowIdentities): ReadonlyMap<number, number> => {
    const now = identities.get(sheetId) ?? new Map();
    const rows = [...before.keys()];
    if (rows.every((row) => now.get(row) === before.get(row))) return new Map(rows.map((row) => [row, row]));
    const found = locators.get(sheetId) ?? locator(now);
    locators.set(sheetId, found);
    return found(rows, before);
  };
  return (texts, lines) => {
    const batches: Batch[] = [];
    for (const text of texts) {
      const saved = readFormer(savedLinesShape, text);
      if (!saved || (saved.first ?? batches.length) !== batches.length) return [];
      const places = new Map(
        Object.entries(saved.identities).map(([id, ofTab]) => {
          const before = new Map(Object.entries(ofTab).map(([row, identity]) => [Number(row), identity]));
          return [Number(id), locate(Number(id), before)] as const;
        }),
      );
      for (const batch of saved.batches) batches.push(withKind(withPlaces(batch, places) as Batch));
    }
    return lines === undefined || batches.length === lines ? batches : [];
  };
}

/** The rows of each tab where they stand today, by what their numbers were. */
type Places = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * The same with every place in it where its row is today. Objects in which no place moved are not copied: of a hundred
 * thousand lines most rows are where they were.
 */
function withPlaces(value: unknown, places: Places): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  for (const name of Object.keys(parts)) {
    const part = parts[name];
    const moved = withPlaces(part, places);
    if (moved !== part) parts[name] = moved;
  }
  if (!isPlace(value)) return value;
  const row = places.get(value.sheetId)?.get(value.row);
  if (row === value.row) return value;
  return row === undefined ? asGone(value) : { ...value, row };
}

/** Any place that a batch names, whatever else it says of it. */
const isPlace = fields<PlacedRow>({ sheetId: amount, row: amount, tab: maybe(text()) });
