import { rowKey } from '../../catalog/tab/row';
import { kindOf, piecesOf } from '../action-kinds';
import { pairOf } from '../compare/pairs';
import { isHeld } from '../compare/undone-marks';
import type { Base, BaseRecord } from '../model/base';
import { actionsOf } from '../model/batch';
import type { BatchOutcome } from '../model/batch-outcome';
import { targetOf, type ValueKey, valueKey } from '../model/replaced-value';
import { type Settled, settle } from '../settle/settle';
import { describeUndone } from './describe-undone';
import { markUndone, undoneOutcome } from './mark-undone';
import { replacedBy } from './values-replaced-by';

/**
 * Settles a batch that gives old values back: what is remembered is the sheet's value next to the old one, so that it is
 * not sent again until its cell is edited, and the rows say so.
 */
export function settleUndo(outcome: BatchOutcome, base: Base): Settled {
  const settled = settle(outcome, base);
  const refused = new Set(
    outcome.answer.kind === 'answered' ? outcome.answer.refused.map(({ ref }) => rowKey(ref)) : [],
  );
  const undone = replacedBy(outcome.batch).filter((replaced) => !refused.has(rowKey(replaced.ref)));
  const pieces = actionsOf(outcome.batch).flatMap(piecesOf);
  const pieceOf = new Map(pieces.map((piece) => [piece.target, piece]));
  const held = new Set<string>();
  const records: BaseRecord[] = [...settled.records];
  for (const record of settled.records) {
    if (record.kind !== 'product' && record.kind !== 'variant') continue;
    const changes = new Map<ValueKey, string>();
    for (const replaced of undone) {
      if (replaced.id !== record.id) continue;
      const pair = pairOf(record, valueKey(replaced));
      const piece = pieceOf.get(targetOf(replaced));
      const rows = piece?.rows ?? [replaced.ref];
      changes.set(valueKey(replaced), describeUndone(replaced, { pair, piece }));
      if (pair && isHeld(pair)) for (const ref of rows) held.add(rowKey(ref));
    }
    records.push(markUndone(record, changes, base));
  }
  for (const action of actionsOf(outcome.batch))
    for (const ref of kindOf(action).asksAgain(action)) held.add(rowKey(ref));
  return {
    ...settled,
    records,
    outcomes: settled.outcomes.map((told) =>
      told.status === 'updated'
        ? {
            ...told,
            ...undoneOutcome(told.ref, [told.message.replace(/\.$/, '')], held.has(rowKey(told.ref))),
            isWritten: true,
          }
        : told,
    ),
  };
}
