import { keysOf } from '../../../local/cli/drive';
import type { RunSummary, RunView, UndoSummary } from '../../../src/answers/answers';
import type { ConflictView, HeldView, OldValues } from '../../../src/answers/waiting';
import { checkChosen, checkConfirmed } from '../checks/check-decision';
import { checkUndone, removedByUndo } from '../checks/check-undo';
import { NEVER_UNDONE } from '../sent-kinds';
import type { Shop } from '../shop';
import { createdBetween, movedBetween } from '../store/store-facts';
import { cellAt, ownTabs, productKey, textAt, variantKey, WORDS_SENT } from '../workbook/cells';
import { lifeAct, typeHot } from '../workbook/workbook-acts';
import { meet } from './steps';

/** Acts of which a person is asked. */
const CONFIRMED = [
  ...['end of an item', 'end of an item', 'an option is renamed', 'an image is removed'],
  'options change places',
  ...['values get another order', 'a product gets a second option', 'an alt text is typed'],
];

const SIDES = {
  sheet: 'the sheet’s side is chosen',
  shopify: 'Shopify’s side is chosen',
  add: 'both changes are added',
} as const;

/** Some of what is held is confirmed, and only that may be sent. */
export const confirm = (shop: Shop): void => confirmHeld(shop, 'slip');

/** The end of an item, a removed image or a renamed option is asked for and confirmed. */
export const confirmLife = (shop: Shop): void => confirmHeld(shop, 'life');

function confirmHeld(shop: Shop, how: Meeting): void {
  const summary = begin(shop, how);
  if (!summary) return;
  const chosen = summary.held.shown.filter(() => shop.draw.chance(0.6));
  if (chosen.length === 0) {
    shop.say('  with nothing to confirm');
    return;
  }
  shop.say(`  confirmed: ${chosen.map(({ change }) => change).join(' | ')}`);
  const ends = chosen.filter(({ deletes }) => deletes);
  const archives = ends.length === chosen.length && ends.every(isProduct) && shop.draw.chance(0.4);
  mayFollow(shop, chosen, archives);
  const before = shop.facts();
  shop.killSoon();
  shop.goOn('confirmHeld', {
    run: summary.run,
    keys: chosen.map(({ key }) => key),
    ...(archives && { instead: 'archive' }),
  });
  const after = shop.facts();
  if (movedBetween(before, after).length + createdBetween(before, after).length > 0)
    shop.happened.count('a held change is confirmed');
  shop.check(checkConfirmed(shop.bench, chosen, { before, after }));
}

/** What may follow from a confirmation. */
function mayFollow(shop: Shop, chosen: readonly HeldView[], archives = false): void {
  // A new item without a price is confirmed to be sold for nothing.
  if (chosen.some(({ key }) => key.startsWith('new|'))) shop.ledger.unpriced(shop.bench);
  const ends = chosen.filter(({ deletes }) => deletes);
  for (const { tab, row, deletes } of ends) {
    const sheet = ownTabs(shop.bench).find(({ name }) => name === tab);
    const sku = sheet ? textAt(sheet, row - 1, 'sku') : '';
    if (archives) shop.ledger.may(`${productKey(sku)} status`, 'ARCHIVED');
    else
      shop.ledger.deleting(
        shop.bench,
        deletes === 'product' ? productKey(sku) : variantKey(sku),
        deletes ?? 'variant',
      );
  }
  if (ends.length > 0)
    shop.happened.count(archives ? 'a product is archived instead' : 'an item is deleted on request');
}

const isProduct = ({ deletes }: HeldView): boolean => deletes === 'product';

/** What is refused is not sent, and not asked again. */
export function refuse(shop: Shop): void {
  const summary = begin(shop, 'slip');
  if (!summary) return;
  const keys = keysOf(summary.held).filter(() => shop.draw.chance(0.6));
  if (keys.length === 0) {
    shop.say('  with nothing to refuse');
    return;
  }
  shop.say(`  refused: ${keys.join(' | ')}`);
  const before = shop.facts();
  const refused = shop.bench.call('refuseHeld', { run: summary.run, keys });
  if (!refused.ok) {
    shop.say(`  ${refused.problem.message}`);
    return;
  }
  shop.happened.count('a held change is refused');
  const again = shop.goOn('startSync', {});
  const asked = again ? keysOf(again.held).filter((key) => keys.includes(key)) : [];
  shop.check([
    ...movedBetween(before, shop.facts()).map(({ what }) => `${what} was sent by a refusal`),
    ...asked.map((key) => `${key} was refused and is asked again`),
  ]);
}

/** A side is chosen for some cells that changed in both. */
export function choose(shop: Shop): void {
  const summary = begin(shop, 'both');
  if (!summary) return;
  const open = [...summary.conflicts.shown, ...Object.values(summary.unsynced).flatMap(({ shown }) => shown)];
  const canAdd = open.some(({ sum }) => sum !== null) && shop.draw.chance(0.5);
  const side = canAdd ? 'add' : shop.draw.one(['sheet', 'shopify'] as const);
  const chosen = open.filter(({ sum }) => (side !== 'add' || sum !== null) && shop.draw.chance(0.7));
  if (chosen.length === 0) {
    shop.say('  with nothing to choose');
    return;
  }
  const say = ({ tab, row, column, sheet, shopify }: ConflictView) =>
    `${tab}:${row} ${column} ${sheet} or ${shopify}`;
  shop.say(`  ${side} chosen: ${chosen.map(say).join(' | ')}`);
  if (side === 'add') shop.ledger.sums();
  const before = shop.facts();
  const agreed = shop.agreed();
  const isKilled = shop.killSoon();
  const done = shop.goOn('resolveConflicts', { run: summary.run, keys: chosen.map(({ key }) => key), side });
  if (done) shop.happened.count(SIDES[side]);
  // A kill may come between two cells of a value; neither counts as an edit then.
  if (!isKilled) shop.checkAgreed(agreed);
  shop.check(checkChosen(shop.bench, { chosen, side, sent: { before, after: shop.facts() } }));
}

type Meeting = 'slip' | 'both' | 'life';

function begin(shop: Shop, how: Meeting) {
  if (how === 'life') shop.say(lifeAct(shop.bench, shop.draw, CONFIRMED));
  else if (shop.draw.chance(0.3)) shop.say(lifeAct(shop.bench, shop.draw));
  else meet(shop, how);
  shop.readCells();
  shop.say('a run');
  return shop.goOn('startSync', {});
}

/** A run is undone, with what looks like a slip of it, and then some old values are put back into the sheet. */
export function undo(shop: Shop): void {
  const { bench, draw } = shop;
  if (draw.chance(0.6)) doSomething(shop);
  const runs = bench.call<readonly RunView[]>('listRuns');
  const undoable = runs.ok ? runs.value.filter(({ canBeUndone }) => canBeUndone) : [];
  const [latest] = undoable;
  if (!latest) {
    shop.say('nothing to undo');
    return;
  }
  const { number } = draw.chance(0.5) ? latest : draw.one(undoable);
  const shown = shop.goOn<UndoSummary>('undoRun', { run: number, preview: true });
  const held = shown && draw.chance(0.7) ? keysOf(shown.held) : [];
  const before = shop.facts();
  shop.say(`run ${number} is undone, with ${held.join(' | ') || 'nothing held'}`);
  const isKilled = shop.killSoon();
  shop.countSent('a run');
  const undone = shop.goOn<UndoSummary>('undoRun', { run: number, ...(held.length > 0 && { held }) });
  const sent = shop.countSent('an undo');
  // After a kill it may be an earlier run that goes on.
  if (!isKilled)
    shop.check(sent.filter((kind) => NEVER_UNDONE.includes(kind)).map((kind) => `an undo sent ${kind}`));
  const after = shop.facts();
  if (movedBetween(before, after).length > 0) shop.happened.count('a run is undone');
  for (const { what, name } of shown ? removedByUndo(bench, { shown, before, after }) : [])
    shop.ledger.takenOff(what, name);
  if (shown)
    shop.check(
      checkUndone(bench, { shown, held, before, after, isDone: !isKilled && undone?.outcome === 'finished' }),
    );
  if (undone?.run && draw.chance(0.6)) putBack(shop, undone.run);
}

/** A run of which something is sent, so that it can be undone: one edit of each kind comes to it in time. */
function doSomething(shop: Shop): void {
  const { bench, draw } = shop;
  const isEnd = draw.chance(0.2);
  if (isEnd) shop.say(lifeAct(bench, draw, ['end of an item']));
  else if (draw.chance(0.5)) shop.say(lifeAct(bench, draw));
  else shop.say(typeSomething(shop));
  shop.readCells();
  shop.say('a run');
  const summary = shop.goOn<RunSummary>('startSync', {});
  const chosen = (summary?.held.shown ?? []).filter(({ deletes }) => isEnd || !deletes);
  if (!summary || chosen.length === 0) return;
  const keys = chosen.map(({ key }) => key);
  shop.say(`  confirmed: ${keys.join(' | ')}`);
  mayFollow(shop, chosen);
  shop.goOn('confirmHeld', { run: summary.run, keys });
}

/** The tabs have cells of some words only. */
function typeSomething({ bench, draw, hot }: Shop): string {
  for (let tries = 0; tries < 6; tries += 1) {
    const typed = typeHot(bench, draw, { ...hot, word: draw.one(WORDS_SENT) });
    if (typed) return typed;
  }
  return 'nothing typed';
}

/** The cells then say what Shopify has again, and nothing is sent. */
function putBack(shop: Shop, number: number): void {
  const offered = shop.bench.call<OldValues>('putBack', { undo: number });
  if (!offered.ok) {
    shop.say(`  ${offered.problem.message}`);
    return;
  }
  const chosen = offered.value.shown.filter(() => shop.draw.chance(0.7));
  if (chosen.length === 0) {
    shop.say('  nothing to put back');
    return;
  }
  const before = shop.facts();
  const agreed = shop.agreed();
  const put = shop.bench.call<OldValues>('putBack', { undo: number, keys: chosen.map(({ key }) => key) });
  shop.say(
    `  put back: ${chosen.map(({ tab, row, column, old }) => `${tab}:${row} ${column} ${old}`).join(' | ')}`,
  );
  if (!put.ok) {
    shop.say(`  ${put.problem.message}`);
    return;
  }
  shop.checkAgreed(agreed);
  if (put.value.written > 0) shop.happened.count('old values are put back into the sheet', put.value.written);
  shop.check([
    ...movedBetween(before, shop.facts()).map(({ what }) => `${what} was sent by putting back`),
    ...(put.value.written === chosen.length
      ? chosen.flatMap(({ tab, row, column, old, sheet }) => {
          const own = ownTabs(shop.bench).find(({ name }) => name === tab);
          const now = own ? cellAt(own, row - 1, column) : '';
          return own && now === sheet && sheet !== old
            ? [`${tab}:${row} ${column} still says ${now} after ${old} was put back`]
            : [];
        })
      : []),
  ]);
}
