import type { RefreshLine } from '../../answers/refresh';
import type { InventoryItemId } from '../../catalog/values/gid';
import { keptOutcome } from '../../plan/compare/kept-cells';
import type { RowOutcome } from '../../plan/model/row-outcome';
import {
  cellsOfLevel,
  levelsInStep,
  movedLevels,
  sheetLevels,
  withOtherQuantities,
} from '../../plan/stock/refresh-levels';
import type { Execution } from '../execution/execution';
import { loadSettings } from '../ground/settings';
import { saveRefreshed } from '../memory/refresh-journal';
import { beginListed, endListed } from './refresh-history';
import { takeCells } from './take-cells';

/** Read and written at once: many, because a request reads 250, and few enough that a request to stop is soon noticed. */
const ITEMS_PER_WAVE = 4_000;

const NEXT_ITEM = 'keep-stock-next';

/**
 * Refreshes stock alone, after each sync, where a person asked for it; what the sync read is not read again. Answers
 * outcomes for the rows of cells that took Shopify's number. Items that there was no time for come first in the next
 * run.
 */
export function refreshStockCells({ services, open, run, stopCheck }: Execution): RowOutcome[] {
  const { settings } = services;
  if (!loadSettings(settings).keepStock || !open.policy.groups.includes('inventory')) return [];
  const { state, desired, store } = open;
  const levels = levelsInStep(sheetLevels(desired, { base: state.base, ...open }), state.base);
  const items = fromItem(
    [...new Set(levels.map(({ inventoryItemId }) => inventoryItemId))],
    settings.load(NEXT_ITEM),
  );
  const outcomes: RowOutcome[] = [];
  let line: RefreshLine | undefined;
  const end = () => {
    if (line) endListed(services, line, outcomes.length);
    return outcomes;
  };
  for (let first = 0; first < items.length; first += ITEMS_PER_WAVE) {
    const wave = new Set(items.slice(first, first + ITEMS_PER_WAVE));
    const now = stopCheck() ? undefined : store.fetchLevels([...wave]);
    if (!now?.ok) {
      settings.save(NEXT_ITEM, items[first] as InventoryItemId);
      return end();
    }
    const own = levels.filter(({ inventoryItemId }) => wave.has(inventoryItemId));
    const moved = movedLevels(own, now.value, state.base);
    const taken = takeCells(services, open, moved.flatMap(cellsOfLevel), {
      isOver: () => false,
      isSaidOtherwise: () => false,
      log(cells) {
        line ??= beginListed(services, run.startedBy.by);
        saveRefreshed({ ...services, shop: open.shop.domain, signer: open.signer }, line.number, cells);
      },
    });
    state.remember(withOtherQuantities(moved, state.base));
    for (const [cell, outcome] of taken.outcomes)
      if (typeof outcome === 'object') outcomes.push({ ...keptOutcome(cell, outcome), about: cell.column });
  }
  settings.remove(NEXT_ITEM);
  return end();
}

/** The same items in the same order, beginning with this one. */
function fromItem(items: readonly InventoryItemId[], first: string | undefined): InventoryItemId[] {
  const start = first === undefined ? 0 : Math.max(0, items.indexOf(first as InventoryItemId));
  return [...items.slice(start), ...items.slice(0, start)];
}
