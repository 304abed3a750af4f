import type { Workbench } from '../../support/workbench';
import { type Facts, movedBetween } from '../store/store-facts';
import { askedCells, cellAt, isSet } from '../workbook/cells';

interface Sent {
  readonly before: Facts;
  readonly after: Facts;
}

/** Rows that say that nothing was to be sent, although the run made Shopify say what their cells say, whoever cut it off. */
export function checkTold(bench: Workbench, locations: readonly string[], { before, after }: Sent): string[] {
  const moved = new Map(movedBetween(before, after).map(({ what, to }) => [what, to]));
  return askedCells(bench, locations)
    .filter(({ what, value, word }) => !isSet(word) && moved.get(what) === value)
    .filter(({ sheet, row }) => cellAt(sheet, row, 'Sync status') === 'No change to send')
    .map(
      ({ sheet, row, what, value }) =>
        `${sheet.name}:${row + 1} says that there was no change to send, and ${what} became “${value}”`,
    );
}
