import { photograph } from './checks/check-standing';
import { Shop } from './shop';
import { choose, confirm, confirmLife, refuse, undo } from './steps/decisions';
import { pulled, refreshed } from './steps/from-shopify';
import { edit, noisyRun, others, previewAndSend, raisedRun, scheduledRun, selectedRows } from './steps/steps';
import type { Tally } from './tally';
import { filledRows, ownTabs, textAt, variantKey, type Word } from './workbook/cells';
import { PLAIN_WORDS } from './workbook/plain-words';

/** What a seed came to: what was done, in order, and every promise that was broken, with the step after which it was. */
export interface Played {
  readonly script: readonly string[];
  readonly broken: readonly string[];
  readonly happened: Tally;
  /** Every row as it says at the end. */
  readonly standing: () => readonly string[];
}

const HOT_WORDS: readonly Word[] = [
  ...([
    'title',
    'vendor',
    'type',
    'tags',
    'status',
    'published',
    'barcode',
    'compare',
    'cost',
    'material',
    'collections',
    'germany',
    'channels',
    'size',
    'finish',
    'thread',
    'acme',
    'minimum',
    'increment',
    'quantityPrices',
    'image',
    'variantImage',
  ] as const),
  ...PLAIN_WORDS,
  ...(['price', 'price', 'available', 'available', 'available', 'onHand', 'onHand'] as const),
];

const STEPS: readonly ((shop: Shop) => void)[] = [
  ...[() => undefined, noisyRun, noisyRun, raisedRun, raisedRun, previewAndSend, previewAndSend],
  ...[
    confirm,
    confirm,
    confirmLife,
    confirmLife,
    refuse,
    choose,
    choose,
    choose,
    undo,
    undo,
    selectedRows,
    scheduledRun,
  ],
  ...[refreshed, refreshed, pulled],
];

/** One spreadsheet and its store through some rounds of edits, other people, runs, faults, kills, choices and undoing. */
export function playCampaign(seed: number): Played {
  const shop = new Shop(seed);
  try {
    playRounds(shop);
    shop.countSent('a run');
  } catch (error) {
    // The script tells how it came to it.
    shop.broken.push(String(error instanceof Error ? error.stack : error));
  }
  return shop;
}

function playRounds(shop: Shop): void {
  shop.settle();
  if (shop.draw.chance(0.4)) shop.addTabsById();
  for (let round = 0, rounds = 4 + shop.draw.upTo(4); round < rounds && shop.broken.length === 0; round += 1)
    playRound(shop);
}

/** What people do meets in one cell, the hot one, more often than chance would have it. */
function playRound(shop: Shop): void {
  const { draw } = shop;
  const skus = ownTabs(shop.bench).flatMap((sheet) =>
    filledRows(sheet).map((row) => textAt(sheet, row, 'sku')),
  );
  shop.hot = { key: variantKey(draw.one(skus)), word: draw.one(HOT_WORDS) };
  shop.settleContradictions();
  for (let edits = draw.upTo(3); edits > 0; edits -= 1) edit(shop);
  if (draw.chance(0.5)) others(shop);
  const before = photograph(shop.bench);
  draw.one(STEPS)(shop);
  shop.checkStore(before);
  shop.count(before);
  if (shop.broken.length === 0) shop.settle();
}
