import type { Workbench } from '../../support/workbench';
import type { Ledger } from '../store/ledger';
import { type Facts, storeFacts } from '../store/store-facts';
import { cellAt, filledRows, isStock, ownTabs, rowCells, textAt, variantKey } from '../workbook/cells';
import { readWords } from './row-words';

/** Words that say that the store has what the row asks, or how it differs. */
const CLAIMS = ['Up to date', 'Updated', 'Created', 'Differs'];

/** Each row whose words are not true of the store, after a run that nobody disturbed. */
export function checkTruth(bench: Workbench, ledger: Ledger, locations: readonly string[]): string[] {
  const facts = storeFacts(bench);
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) => {
      const status = cellAt(sheet, row, 'Sync status');
      const message = cellAt(sheet, row, 'Sync message');
      const words = readWords(sheet, row, message);
      const key = variantKey(textAt(sheet, row, 'sku'));
      const wrong = [
        ...(CLAIMS.includes(status) && !facts.has(`${key} sku`) ? [`Shopify has no ${key}`] : []),
        ...(status === 'Updated' || status === 'Created' || status === 'Up to date'
          ? [
              ...silentDifferences(rowCells(sheet, row, locations), { status, words, facts }),
              ...words.changes
                .filter(({ what, to }) => facts.get(what) !== to)
                .map(({ what, to }) => `${what} is ${facts.get(what)}, and not ${to}`),
            ]
          : []),
        // A row that was not compared in this run goes on saying what Shopify had when it was.
        ...words.drifts
          .filter(({ what, from }) => facts.get(what) !== from && !ledger.had(what, from))
          .map(({ what, from }) => `${what} was never ${from} in Shopify`),
        ...(status === 'Differs' && message === '' ? ['it does not say how'] : []),
      ];
      return wrong.map((one) => `${sheet.name}:${row + 1} says “${status} ${message}”: ${one}`);
    }),
  );
}

interface Said {
  readonly status: string;
  readonly words: ReturnType<typeof readWords>;
  readonly facts: Facts;
}

/** Cells that ask for something that the store has not, and of which the row says nothing. */
function silentDifferences(cells: ReturnType<typeof rowCells>, { status, words, facts }: Said): string[] {
  return (
    cells
      // Where an item is not stocked, Shopify has none of it.
      .filter(({ what, word, value }) => (facts.get(what) ?? (isStock(word) ? '0' : undefined)) !== value)
      .filter(({ header }) => status === 'Up to date' || !words.unsent.includes(header))
      // Tags that others gave stay beside those that an edit adds.
      .filter(
        ({ what, word, value }) =>
          status !== 'Updated' || word !== 'tags' || !covers(facts.get(what) ?? '', value),
      )
      .filter(({ what }) => status === 'Up to date' || !words.drifts.some((drift) => drift.what === what))
      .map(({ what, value }) => `${what} is “${value}” in the sheet and “${facts.get(what)}” in Shopify`)
  );
}

const covers = (store: string, asked: string): boolean =>
  asked.split(', ').every((tag) => store.split(', ').includes(tag));
