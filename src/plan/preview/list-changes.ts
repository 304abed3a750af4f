import { describeRow, type RowRef, rowKey } from '../../catalog/tab/row';
import { FORESEEN_WORDS, type RowStatus } from '../../catalog/tab/status-block';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf, piecesOf, rowsOf } from '../action-kinds';
import { keptOutcome } from '../compare/kept-cells';
import { show, showField } from '../compare/messages';
import { describeStep, NO_NUMBER, shownChange, shownNew } from '../compare/shown-change';
import type { SyncAction } from '../model/action';
import type { Conflict } from '../model/conflict';
import type { Piece, ShownChange } from '../model/piece';
import { lastSaid, type RowOutcome, type RowResult } from '../model/row-outcome';
import type { SyncPlan } from '../model/sync-plan';
import { foresee, foreseenIn } from './foretell';
import { tickOf } from './row-digest';
import { heldOutcomes } from './say-held';

/** Kinds of lines, in the order in which they are listed: what needs a person comes first. */
export const LINE_KINDS = [
  'error',
  'skipped',
  'conflict',
  'updated',
  'kept',
  'created',
  'differs',
  'not-synced',
  'unchanged',
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

export const LINE_WORDS: Readonly<Record<LineKind, string>> = {
  ...FORESEEN_WORDS,
  kept: 'To take from Shopify',
  unchanged: 'Note',
};

/** One line of a preview: a change, or a reason why something is not sent. */
export interface PreviewLine {
  readonly kind: LineKind;
  readonly ref: RowRef;
  readonly change: ShownChange;
  readonly why: string;
  /** Names the change and both values, so that a person can leave it out; absent where it is not sent on its own. */
  readonly tick?: string;
}

type Planned = Pick<SyncPlan, 'actions' | 'outcomes' | 'held' | 'conflicts' | 'unsynced' | 'kept'>;

/**
 * Lists everything that a plan says about rows, one line per change: what needs a person, then changes by size, then new
 * items.
 */
export function listChanges(plan: Planned, results: readonly RowResult[]): PreviewLine[] {
  const lines = [...askedLines(plan), ...sentLines(plan.actions), ...plan.kept.map(keptLine)];
  const all = withSentences(lines, plan);
  return [...all, ...untold(all, plan, results)].sort(
    (a, b) => LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind) || b.change.size - a.change.size,
  );
}

function askedLines({ held, conflicts, unsynced }: Planned): PreviewLine[] {
  return [
    ...held.map(
      ({ ref, reason, change, shown }): PreviewLine => ({
        kind: 'skipped',
        ref,
        change: shown ?? shownNew(change),
        why: `${asSentence(reason)} Confirm it in the sidebar, or change the cell.`,
      }),
    ),
    ...unsynced.map(
      conflictLine('skipped', 'It differs and was never synced. Choose in the sidebar which one counts.'),
    ),
    ...conflicts.map(
      conflictLine('conflict', 'It changed in the sheet and in Shopify. Choose a side in the sidebar.'),
    ),
  ];
}

const conflictLine =
  (kind: LineKind, why: string) =>
  ({ ref, field, column, sheet, shopify }: Conflict): PreviewLine => ({
    kind,
    ref,
    why,
    change: field
      ? shownChange({ key: field, column, from: shopify, to: sheet })
      : { ...shownPlain(column, shopify, sheet), ...stepOf(shopify, sheet) },
  });

function keptLine(cell: Planned['kept'][number]): PreviewLine {
  const { field, column, from, to, ref } = cell;
  const change = field
    ? shownChange({ key: field, column, from: to, to: from })
    : shownPlain(column, to, from);
  return { kind: 'kept', ref, change, why: keptOutcome(cell).message };
}

function shownPlain(field: string, from: Conflict['sheet'], to: Conflict['sheet']): ShownChange {
  return { field, from: show(from), to: show(to), ...NO_NUMBER };
}

function stepOf(from: Conflict['sheet'], to: Conflict['sheet']) {
  return typeof from === 'number' && typeof to === 'number' ? describeStep(from, to) : NO_NUMBER;
}

function sentLines(actions: readonly SyncAction[]): PreviewLine[] {
  const prices = newPrices(actions);
  return [...groupBy(actions.flatMap(piecesOf), ({ key }) => key).values()].flatMap(
    (pieces): PreviewLine[] => {
      const [piece] = pieces as [Piece, ...Piece[]];
      const { ref, also = [], creates, rows } = piece;
      const change = piece.shows();
      if (creates)
        // The rows of a new item are created together or not at all.
        return rows.map((row, index) => ({
          kind: 'created',
          ref: row,
          change: { ...change, to: prices.get(rowKey(row)) ?? '' },
          why: '',
          ...(index === 0 && { tick: tickOf(pieces) }),
        }));
      const where = also.map((place) => describeRow(place.ref, ref)).join(', ');
      const why = where && `The same value stands in ${where}.`;
      return [{ kind: 'updated', ref, change, why, tick: tickOf(pieces) }];
    },
  );
}

/** The price of each new variant, by its row. */
function newPrices(actions: readonly SyncAction[]): ReadonlyMap<string, string> {
  const variants = actions.flatMap((action) => kindOf(action).newVariants(action));
  return new Map(
    variants.flatMap(({ ref, changes }) =>
      changes.flatMap(({ key, to }) => (key === 'price' ? [[rowKey(ref), showField(key, to)] as const] : [])),
    ),
  );
}

/** Adds the other messages of the plan: a remark about a row that is sent goes on its first line, others on their own lines. */
function withSentences(lines: readonly PreviewLine[], plan: Planned): PreviewLine[] {
  const first = new Map<string, PreviewLine>();
  for (const line of lines) {
    const key = rowKey(line.ref);
    if ((line.kind === 'updated' || line.kind === 'created') && !first.has(key)) first.set(key, line);
  }
  const isSaid = alreadySaid(plan);
  const remarks = new Map<PreviewLine, string[]>();
  const own: PreviewLine[] = [];
  for (const { ref, status, column = '', message } of sentencesOf(plan)) {
    const line = first.get(rowKey(ref));
    if (isSaid({ ref, status, column, message }) || (status === 'updated' && line?.kind !== 'created'))
      continue;
    if (line && isQuiet(status)) remarks.set(line, [...(remarks.get(line) ?? []), message]);
    else if (status !== 'not-compared')
      own.push({
        kind: status === 'created' ? 'unchanged' : status,
        ref,
        change: shownNew(column),
        why: message,
      });
  }
  const remarked = lines.map((line) => {
    const more = remarks.get(line);
    return more ? { ...line, why: [line.why, ...new Set(more)].filter(Boolean).join(' ') } : line;
  });
  return [...own, ...remarked];
}

/** Rows covered by another row's line are not listed again; all other rows of which something would be sent are. */
function untold(
  lines: readonly PreviewLine[],
  { actions, held }: Planned,
  results: readonly RowResult[],
): PreviewLine[] {
  const told = new Set(
    [
      ...lines.map(({ ref }) => ref),
      ...actions.flatMap(rowsOf),
      ...held.flatMap(({ also = [] }) => also.map(({ ref }) => ref)),
    ].map(rowKey),
  );
  return results.flatMap(({ ref, status, message }): PreviewLine[] =>
    told.has(rowKey(ref)) || status === 'unchanged' || status === 'not-compared'
      ? []
      : [{ kind: status, ref, change: shownNew(''), why: message }],
  );
}

function isQuiet(status: RowStatus): boolean {
  return status === 'unchanged' || status === 'updated' || status === 'created';
}

/** The messages of a plan, each once per row. */
function sentencesOf(plan: Planned): readonly RowOutcome[] {
  const all = foreseenIn(plan);
  const said = [...groupBy(all, ({ ref }) => rowKey(ref)).values()].flatMap(lastSaid);
  const once = new Map(said.map((one) => [`${rowKey(one.ref)} ${one.message}`, one]));
  return [...once.values()].filter(({ message }) => message !== '');
}

/** Whether a message is covered already: held changes and conflicts have their own lines, with both values. */
function alreadySaid({ held, conflicts, unsynced }: Planned): (outcome: RowOutcome) => boolean {
  const words = new Set(foresee(heldOutcomes(held)).map(({ ref, message }) => `${rowKey(ref)} ${message}`));
  const asked = groupBy([...conflicts, ...unsynced], ({ ref }) => rowKey(ref));
  return ({ ref, status, column, message }) =>
    words.has(`${rowKey(ref)} ${message}`) ||
    ((status === 'conflict' || status === 'skipped') &&
      (asked.get(rowKey(ref)) ?? []).some((one) =>
        column ? column === one.column : message.startsWith(one.column),
      ));
}

function asSentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
