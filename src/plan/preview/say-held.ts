import { cellsOf, describeRow, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { piecesOf } from '../action-kinds';
import type { Piece } from '../model/piece';
import type { RowOutcome } from '../model/row-outcome';
import type { HeldChange } from '../model/sync-plan';

export const REFUSED = 'you chose not to send it';

/** Number of a row's changes to name; the others are only counted. */
const MOST_NAMED = 2;

function nameSome(words: readonly string[]): string {
  const more = words.length - MOST_NAMED;
  return [...words.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** One sentence for each row and reason, however many of its cells are held for it. */
export function heldOutcomes(held: readonly HeldChange[], why?: string): RowOutcome[] {
  const cells = held.flatMap((change) => [
    change,
    ...(change.also ?? []).map((cell) => ({ ...change, ...cell })),
  ]);
  const alike = groupBy(cells, ({ ref, reason }) => `${rowKey(ref)} ${why ?? reason}`);
  return [...alike.values()].map((changes) => {
    const [{ ref, reason }] = changes as [HeldChange];
    const what = nameSome(changes.map(({ change }) => change));
    const [are, them, cells] = changes.length > 1 ? ['are', 'them', 'cells'] : ['is', 'it', 'cell'];
    const message = why
      ? `${what} ${are} held: ${why}. Change the ${cells} to be asked again.`
      : `${what} ${are} held: ${reason.replace(/[^?.]$/, '$&.')} Confirm ${them} in the sidebar, or change the ${cells}.`;
    return { ref, status: 'skipped', message };
  });
}

/** A change that is sent as a whole or not at all waits in its other rows as well. */
export function besideHeld({ heldWhole, ref, rows }: Piece): RowOutcome[] {
  if (!heldWhole) return [];
  return rows
    .filter((row) => rowKey(row) !== rowKey(ref))
    .map((row) => ({
      ref: row,
      status: 'skipped',
      message: `${heldWhole} is held: ${describeRow(ref, row)} says why.`,
    }));
}

/** Tells the rows of changes that can only be sent once their option value is renamed. */
export function afterRenaming({ waiting = [], untold = [], rows }: Piece, isHeld: boolean): RowOutcome[] {
  const told = new Set(isHeld ? [] : rows.map(rowKey));
  const cells = waiting
    .flatMap(piecesOf)
    .flatMap((piece) => cellsOf(piece).map(({ ref, column }) => ({ ref, words: piece.words(column) })));
  const named = [...groupBy(cells, ({ ref }) => rowKey(ref)).values()].flatMap((pieces): RowOutcome[] => {
    const [{ ref }] = pieces as [(typeof pieces)[number]];
    // A row of which a part was sent gets the message about its remaining part anyway.
    if (told.has(rowKey(ref))) return [];
    const [wait, go] = pieces.length > 1 ? ['wait', 'go'] : ['waits', 'goes'];
    const what = nameSome(pieces.map(({ words }) => words));
    return isHeld
      ? [{ ref, status: 'skipped', message: `${what} ${wait} until its option value is renamed.` }]
      : [{ ref, status: 'differs', message: `${what} ${go} with the next sync.` }];
  });
  return isHeld ? [...named, ...untold] : named;
}
