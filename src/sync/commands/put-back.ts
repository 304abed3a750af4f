import type { OldValues } from '../../answers/waiting';
import type { RowRef } from '../../catalog/tab/row';
import { keptOutcome } from '../../plan/compare/kept-cells';
import { withRowsInError } from '../../plan/kept-in-error';
import { putBackCells, withoutMarks } from '../../plan/undo/put-back';
import { listedAgain } from '../../plan/undo/put-back-images';
import { fail, type Result, succeed } from '../../ports/problem';
import { putValues } from '../execution/put-values';
import { keptRecords } from '../execution/take-shopifys-side';
import type { Services } from '../ground/services';
import { viewOldValue } from '../refresh/give-back';
import { listed } from '../run/questions';
import { runAlone } from '../run/run-alone';
import { listRuns, recordPutBack } from '../run/run-history';
import { CHANGED, isKeys, writeRows } from './decide';
import { openUndoOf } from './plan-undo-run';

export interface PutBackRequest {
  /** The number of the undo. */
  readonly undo: number;
  /** The cells to write, by the keys that the page shows; absent to list them. */
  readonly keys?: readonly string[] | null;
}

/**
 * Puts the old values back into the cells whose values an undo took out of Shopify: otherwise they are held for ever, or
 * sent again by whoever edits them. Writes only cells that a person was shown, and none that was edited since or holds a
 * formula.
 */
export function putBack(services: Services, request: PutBackRequest): Result<OldValues> {
  const run = listRuns(services).find(({ number, undoes }) => number === request?.undo && undoes !== null);
  if (typeof run?.undoes !== 'number') return UNKNOWN;
  const { undoes } = run;
  const keys = request.keys ?? [];
  if (request.keys && !isKeys(keys)) return CHANGED;
  return runAlone(services, () => {
    const opened = openUndoOf(services, undoes);
    if (!opened.ok) return opened;
    const { open, undoable } = opened.value;
    const { state } = open;
    const known = { ...open, base: state.base };
    const cells = withRowsInError(putBackCells(undoable, known), known);
    if (!keys.every((key) => cells.some(({ question }) => question === key))) return CHANGED;
    const chosen = cells.filter(({ question }) => keys.includes(question));
    const put = [...putValues(services, open, chosen)].filter(([, outcome]) => typeof outcome === 'object');
    const written = put.map(([cell]) => cell);
    state.remember([...keptRecords(new Map(put), open), ...withoutMarks(written, state.base)]);
    state.remember(listedAgain(written, state.base));
    let unwritten: string | undefined;
    if (written.length > 0) {
      unwritten = recordPutBack(services, run.number, written.length);
      const refs: RowRef[] = written.map(({ ref }) => ref);
      const shown = writeRows(
        services,
        refs,
        written.map((cell) => keptOutcome(cell)),
      );
      if (!shown.ok) return shown;
    }
    const left = cells.filter((cell) => !written.includes(cell));
    return succeed({
      ...listed(left, viewOldValue),
      undo: run.number,
      written: written.length,
      ...(unwritten && { unwritten }),
    });
  });
}

const UNKNOWN = fail(
  'invalid-input',
  'This is no undo whose old values are known.',
  'Open History in the sidebar, and choose one there.',
);
