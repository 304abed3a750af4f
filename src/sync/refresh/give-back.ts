import type { GiveBackRequest, RefreshedValues } from '../../answers/refresh';
import type { OldValueView } from '../../answers/waiting';
import { groupBy } from '../../catalog/values/arrays';
import { show, showField } from '../../plan/compare/messages';
import { pairOf, withDifference, withPair } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import { cellsNow } from '../../plan/identity/current-cells';
import { type BaseRecord, baseWith, recordKey } from '../../plan/model/base';
import type { KeptCell } from '../../plan/model/kept-cell';
import { FIELD_GROUPS } from '../../plan/model/policy';
import { target } from '../../plan/model/replaced-value';
import type { RowOutcome } from '../../plan/model/row-outcome';
import { fail, type Result, succeed } from '../../ports/problem';
import type { Opened } from '../execution/execution';
import { openBoard } from '../execution/open-execution';
import { openUndo } from '../execution/open-run';
import { putValues } from '../execution/put-values';
import { saveSeen } from '../execution/restored-spreadsheet';
import type { Services } from '../ground/services';
import { loadRefreshed, type RefreshedCell } from '../memory/refresh-journal';
import { refuseDuringLease } from '../run/lease';
import { listed } from '../run/questions';
import { refuseUnwritable } from '../tabs/refuse-unwritable';
import { listRefreshes } from './refresh-history';

/**
 * Lists the cells that a refresh wrote and nobody edited since, or gives their old values back to those that were chosen.
 * Such a cell differs from Shopify from then on, and another refresh leaves it alone.
 */
export function giveBack(services: Services, { refresh, keys }: GiveBackRequest): Result<RefreshedValues> {
  const refused = refuseDuringLease(services, 'person');
  if (refused) return refused;
  const opened = openUndo(services, FIELD_GROUPS);
  if (!opened.ok) return opened;
  const open = opened.value;
  const { shop, signer, state } = open;
  if (!listRefreshes(services).some(({ number }) => number === refresh)) return UNKNOWN;
  const logged = loadRefreshed({ ...services, shop: shop.domain, signer }, refresh);
  const cells = unedited(logged, open);
  const chosen = cells.filter(({ question }) => keys?.includes(question));
  if (keys?.some((key) => !chosen.some(({ question }) => question === key))) return CHANGED;
  const unwritable = chosen.length > 0 ? refuseUnwritable(services, open) : undefined;
  if (unwritable) return { ok: false, problem: unwritable };
  const put = putValues(services, open, chosen);
  const records = new Map<string, BaseRecord>();
  const base = baseWith(state.base, records);
  const outcomes: RowOutcome[] = [];
  for (const [cell, outcome] of put) {
    const known = itemOf(cell.id, base);
    if (typeof outcome === 'string' || !known) continue;
    const given = withPair(known, cell.value, [outcome.says, cell.store, 'kept']);
    const words = wordsOf({ ...cell, column: '' });
    const sheet = outcome.says;
    records.set(
      recordKey(known),
      sheet === null ? given : withDifference(given, cell.value, { sheet, words }),
    );
    outcomes.push({ ref: cell.ref, status: 'differs', message: wordsOf(cell), shopifyId: cell.id });
  }
  state.remember([...records.values()]);
  const board = openBoard(services, open, services.clock.now());
  board.plan([], outcomes, []);
  board.write(services.clock.now());
  if (state.seal()) saveSeen(services, shop.domain, state);
  const left = cells.filter((cell) => typeof (put.get(cell) ?? '') === 'string');
  return succeed({ ...listed(left, viewOldValue), refresh, written: outcomes.length });
}

function unedited(logged: readonly RefreshedCell[], open: Opened): RefreshedCell[] {
  const { desired, state, policy, shop } = open;
  const { cells } = cellsNow(desired, state.base, policy, shop);
  return [...groupBy(logged, ({ id, value }) => target(id, value))].flatMap(([name, own]) => {
    const [cell] = own;
    const now = cells.get(name);
    const pair = cell && pairOf(itemOf(cell.id, state.base), cell.value);
    const last = own[own.length - 1];
    if (!cell || !last || !now || !pair || pair[2] || now.sheet !== pair[0]) return [];
    if (pair[1] !== last.store) return [];
    // A category that stood there by its name goes back by its name.
    const words = cell.words && (cell.sheet ?? undefined);
    const sides = { sheet: now.sheet, store: pair[1], from: last.to, to: cell.from, words };
    return now.cells.map(({ ref, column }) => ({ ...cell, ref, column, ...sides }));
  });
}

/** A cell with what it says and what it may say again. */
export function viewOldValue({
  question,
  ref,
  column,
  field,
  from,
  to,
}: Pick<KeptCell, 'question' | 'ref' | 'column' | 'field' | 'from' | 'to'>): OldValueView {
  const word = (value: KeptCell['from']) => (field ? showField(field, value) : show(value));
  return { key: question, ...ref, column, sheet: word(from), old: word(to) };
}

function wordsOf(cell: RefreshedCell): string {
  const { column, sheet, old } = viewOldValue(cell);
  return `${column} ${sheet} → ${old}, as before the refresh. Shopify has ${sheet}.`;
}

const UNKNOWN = fail(
  'invalid-input',
  'Nothing is kept of this refresh: what one replaces is kept for 30 days.',
  'Choose another one from the list.',
);

const CHANGED = fail(
  'invalid-input',
  'Some of these cells were edited since they were listed, so nothing was given back.',
  'Look at the list again, and choose from what it shows.',
);
