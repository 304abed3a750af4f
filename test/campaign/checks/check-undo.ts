import type { Sheet } from '../../../local/apps-script/runtime';
import type { UndoSummary } from '../../../src/answers/answers';
import { wordsOf } from '../../support/foreseen';
import type { Workbench } from '../../support/workbench';
import { type Facts, type Moved, movedBetween, twinOf } from '../store/store-facts';
import { type ColumnHere, columnsOf, ownTabs, productKey, textAt } from '../workbook/cells';
import { listedMoves, readPreview } from './check-preview';
import { changesIn, readWords } from './row-words';

interface Undoing {
  /** What the undo was shown to give back, and the keys of what looked like a slip and was confirmed. */
  readonly shown: UndoSummary;
  readonly held: readonly string[];
  readonly before: Facts;
  readonly after: Facts;
  readonly isDone: boolean;
}

/** An undo gives back what it says, and nothing else. */
export function checkUndone(bench: Workbench, undoing: Undoing): string[] {
  const { shown, held, before, after, isDone } = undoing;
  // A row that the sheet no longer has is named by its former place.
  if (shown.rows.count > shown.rows.shown.length || shown.rows.shown.some(({ sheetId }) => sheetId === null))
    return [];
  const rows = readPreview(bench, wordsOf({ rows: shown.rows.shown })).map((row) => ({
    ...row,
    words: readWords(row.sheet, row.row, row.message, columnsNamed(bench, row.sheet)),
  }));
  const listed = listedMoves(rows, before);
  const documents = rows.flatMap(({ words }) => words.documents);
  const confirmed = shown.held.shown
    .filter(({ key }) => held.includes(key))
    .flatMap(({ tab, row, change }) => {
      const sheet = ownTabs(bench).find(({ name }) => name === tab);
      return sheet
        ? changesIn(change, { sku: textAt(sheet, row - 1, 'sku'), columns: columnsOf(sheet) })
        : [];
    });
  const isCut = (what: string) =>
    rows.some(({ words, sku }) => words.isCut && productKey(what) === productKey(sku));
  const isSame = (one: Moved, other: Moved) =>
    one.what === other.what && one.from === other.from && one.to === other.to;
  const isTwinOfDone = (of: Moved, one: Moved) =>
    of.what === twinOf(one.what) && after.get(of.what) === of.to;
  const say = ({ what, from, to }: Moved) => `${what} “${from}” → “${to}”`;
  return [
    ...movedBetween(before, after)
      .filter(({ what }) => !/ (option|image|variantImage|handle)$/.test(what) && !isCut(what))
      .filter((one) => ![...listed, ...confirmed].some((of) => isSame(of, one) || isTwinOfDone(of, one)))
      // What a long text becomes is not shown.
      .filter(({ what }) => !documents.some((of) => of.what === what))
      .map((one) => `${say(one)} was undone, and the undo did not list it`),
    ...listed
      .filter(({ what, to }) => isDone && after.get(what) !== to)
      .map((one) => `${say(one)} was to be undone, and is “${after.get(one.what)}”`),
  ];
}

/**
 * What the row that sent a change can no longer say, because it is in error by now, another row of the item says, in whose
 * tab there may be no such column.
 */
function columnsNamed(bench: Workbench, own: Sheet): ColumnHere[] {
  const here = columnsOf(own);
  const others = ownTabs(bench).flatMap((sheet) => columnsOf(sheet));
  return [...here, ...others.filter(({ word }) => !here.some((column) => column.word === word))];
}

/** Tags, collections and channels that a product lost in an undo which says in some row that it removes them. */
export function removedByUndo(bench: Workbench, { shown, before, after }: Omit<Undoing, 'held' | 'isDone'>) {
  const removed = wordsOf({ rows: shown.rows.shown }).flatMap(([tab, line, , message = '']) => {
    const sheet = ownTabs(bench).find(({ name }) => name === tab);
    // The row may be gone; its message says all the same what was taken off.
    return sheet ? [readWords(sheet, Number(line) - 1, message).sets] : [];
  });
  return movedBetween(before, after).flatMap(({ what, from, to }) => {
    const word = what.split(' ')[1] as keyof (typeof removed)[number];
    const left = to.split(', ');
    return from
      .split(', ')
      .filter((name) => !left.includes(name) && removed.some((sets) => sets[word]?.removed.includes(name)))
      .map((name) => ({ what, name }));
  });
}
