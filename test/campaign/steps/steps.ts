import { KilledError } from '../../../local/apps-script/runtime';
import type { PreviewSummary } from '../../../src/answers/answers';
import { wordsOf } from '../../support/foreseen';
import { checkPreview, listedMoves, readPreview } from '../checks/check-preview';
import { checkTold } from '../checks/check-told';
import { MINUTE_MS, type Shop } from '../shop';
import { actOfOthers } from '../store/other-people';
import { createdBetween, movedBetween, storeFacts } from '../store/store-facts';
import { filledRows, ownTabs, productKey, rowCells, textAt, variantKey } from '../workbook/cells';
import { editWorkbook, raisePrices, typeHot } from '../workbook/workbook-acts';

export function others(shop: Shop): void {
  const did = actOfOthers(shop.bench, shop.draw, shop);
  if (did) shop.say(did);
}

export function edit(shop: Shop): void {
  shop.say(editWorkbook(shop.bench, shop.draw, shop.hot));
}

/** The merchant edits the hot cell, and somebody else does too: they meet in it, or differ by a slip. */
export function meet(shop: Shop, how: 'edit' | 'slip' | 'both'): void {
  const typed = typeHot(shop.bench, shop.draw, { ...shop.hot, isSlip: how === 'slip' });
  if (typed) shop.say(typed);
  if (how === 'both') {
    const did = actOfOthers(shop.bench, shop.draw, { ...shop, isExact: true });
    if (did) shop.say(did);
  }
}

/** Changes of many products, which travel together, in a run that is disturbed. */
export function raisedRun(shop: Shop): void {
  shop.say(raisePrices(shop.bench));
  noisyRun(shop, 30);
}

/** A run with failing requests, kills and other people in between; a person goes on where it pauses. */
export function noisyRun(shop: Shop, leastFaults = 1): void {
  const { one, upTo, chance } = shop.draw;
  const effects = ['timeout-before', 'timeout-after', '502-before', '503-after', 'truncated', '429'];
  const faults = chance(0.7) ? `${leastFaults + upTo(15)}%: ${one(effects)}` : '';
  const killedAt = chance(0.7) ? [20 + upTo(400), 20 + upTo(900)] : [];
  const otherPeople = chance(0.4)
    ? { percent: 1 + upTo(8), kinds: ['price', 'order', 'tag'] as const, seed: shop.seed }
    : undefined;
  let calls = 0;
  let seen = 0;
  let acts = 0;
  const gate = () => {
    calls += 1;
    // What was sent, and what somebody else did, stands until somebody acts again, which is after the next call.
    const { wire, store } = shop.bench;
    const others = store.edge.otherPeople.done.length;
    const isSent = wire.slice(seen).some((text) => text.startsWith('{"query":"mutation'));
    if (otherPeople && (isSent || others > acts)) shop.ledger.see(shop.bench);
    [seen, acts] = [wire.length, others];
    if (!killedAt.includes(calls)) return;
    shop.happened.count('a run is killed');
    throw new KilledError(`Killed at call ${calls}`);
  };
  shop.readCells();
  shop.reopen({ gate, store: { seed: shop.seed, faults, ...(otherPeople && { otherPeople }) } });
  shop.say(
    `a run with faults “${faults}”, killed at calls ${killedAt}, others ${JSON.stringify(otherPeople)}`,
  );
  const before = shop.facts();
  const ended = shop.goOn('startSync', {});
  if (ended?.outcome === 'finished' && !otherPeople)
    shop.check(checkTold(shop.bench, shop.locations, { before, after: shop.facts() }));
  if (faults) shop.happened.count('a request fails');
  for (const [asked, answered] of exchanges(shop.bench.wire)) {
    if (!/\bpart1:/.test(asked)) continue;
    shop.happened.count('several changes travel in one document');
    if (!answered.includes('"part1":{'))
      shop.happened.count('a document of several changes has no clear answer');
  }
  const { done } = shop.bench.store.edge.otherPeople;
  for (const act of done) {
    shop.say(`  meanwhile somebody: ${JSON.stringify(act)}`);
    shop.happened.count('others act during a run');
    shop.ledger.others(shop.bench, act);
  }
}

/** A preview is looked at, and then sent; between the two, somebody may move what it listed. */
export function previewAndSend(shop: Shop): void {
  meet(shop, 'edit');
  shop.readCells();
  shop.say('a preview');
  const summary = shop.goOn('previewSync', { rows: true });
  if (!summary?.preview) return;
  const shown = shop.facts();
  const rows = readPreview(shop.bench, wordsOf(summary as unknown as PreviewSummary));
  const listed = listedMoves(rows, shown);
  const isUndisturbed = !shop.draw.chance(0.4);
  if (!isUndisturbed) disturb(shop, listed);
  const before = shop.facts();
  shop.readCells();
  shop.say('Send changes');
  const sinceMs = shop.bench.clock.now();
  shop.goOn('applyPreview', { preview: summary.preview });
  const after = shop.facts();
  if (movedBetween(before, after).length > 0) shop.happened.count('a preview lists changes that are sent');
  if (listed.some(({ what, from }) => before.get(what) !== undefined && before.get(what) !== from))
    shop.happened.count('somebody moves what a preview listed');
  shop.check(checkPreview({ shown, before, after, rows, isUndisturbed }));
  shop.ledger.see(shop.bench);
  if (isUndisturbed) shop.checkRows(sinceMs);
}

function disturb(shop: Shop, listed: ReturnType<typeof listedMoves>): void {
  const cell = listed
    .flatMap(({ what, row }) =>
      rowCells(row.sheet, row.row, shop.locations).map((one) => ({ ...one, sku: row.sku, listed: what })),
    )
    .find((one) => one.what === one.listed);
  if (cell) shop.hot = { key: variantKey(cell.sku), word: cell.word };
  const did = shop.draw.chance(0.7)
    ? actOfOthers(shop.bench, shop.draw, { ...shop, isExact: true })
    : editWorkbook(shop.bench, shop.draw, shop.hot);
  if (did) shop.say(did);
}

/** Limited to some rows, as a person selects them; nothing else is sent. */
export function selectedRows(shop: Shop): void {
  meet(shop, 'edit');
  const sheet = shop.draw.one(ownTabs(shop.bench));
  const rows = filledRows(sheet);
  const hot = rows.find((row) => productKey(textAt(sheet, row, 'sku')) === productKey(shop.hot.key));
  const first = hot !== undefined && shop.draw.chance(0.7) ? hot : shop.draw.one(rows);
  const selected = rows.filter((row) => row >= first).slice(0, 1 + shop.draw.upTo(2));
  const { workbook } = shop.bench.runtime.state;
  workbook.activeSheetId = sheet.id;
  workbook.selection = selected.map((row) => ({ row: row + 1, column: 1, rowCount: 1, columnCount: 1 }));
  shop.say(`selected rows ${selected.map((row) => row + 1)} of ${sheet.name}`);
  shop.readCells();
  const before = shop.facts();
  shop.goOn('syncSelectedRows');
  const after = shop.facts();
  const moved = movedBetween(before, after);
  const products = new Set(selected.map((row) => productKey(textAt(sheet, row, 'sku'))));
  if (moved.length + createdBetween(before, after).length > 0) shop.happened.count('selected rows are sent');
  shop.check([
    ...moved
      .filter(({ what }) => !products.has(productKey(what)))
      .map(({ what }) => `${what} was sent, and its row was not selected`),
    ...createdBetween(before, after)
      .filter((key) => !products.has(productKey(key)))
      .map((key) => `${key} was created, and its row was not selected`),
  ]);
}

/** The clock does it, while nobody looks. */
export function scheduledRun(shop: Shop): void {
  const { bench } = shop;
  meet(shop, 'edit');
  shop.readCells();
  const before = storeFacts(bench);
  const wanted = { rhythm: { every: 'hours', hours: 1 }, groups: ['products', 'inventory', 'prices'] };
  const saved = bench.call('saveSchedule', wanted);
  shop.say(`a schedule for some hours${saved.ok ? '' : `: ${saved.problem.message}`}`);
  const results = bench.runtime.advanceTo(bench.clock.now() + (60 + shop.draw.upTo(120)) * MINUTE_MS);
  for (const result of results) if (result.outcome === 'threw') shop.say(`  mailed: ${result.error.message}`);
  if (movedBetween(before, storeFacts(bench)).length > 0) shop.happened.count('a scheduled run sends');
  bench.call('saveSchedule', null);
}

/** Requests with their answers. */
function exchanges(wire: readonly string[]): (readonly [string, string])[] {
  return wire.flatMap((asked, index) => (index % 2 === 0 ? [[asked, wire[index + 1] ?? ''] as const] : []));
}
