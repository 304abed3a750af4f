import type { Sheet } from '../../../local/apps-script/runtime';
import { groupBy } from '../../../src/catalog/values/arrays';
import type { Workbench } from '../../support/workbench';
import type { Ledger } from '../store/ledger';
import { type Facts, storeFacts, unheardImages } from '../store/store-facts';
import {
  adjustingCells,
  cellAt,
  columnsOf,
  filledRows,
  isSet,
  isStock,
  ownTabs,
  productKey,
  rowCells,
  textAt,
  variantKey,
} from '../workbook/cells';
import { isCounted } from '../workbook/worded-cells';
import { readWords } from './row-words';

/** Words that say that the store has the item of the row; one that was not compared tells how it differed before. */
const CLAIMS = ['Up to date', 'Updated', 'Created'];

const DONE = ['Up to date', 'Updated', 'Created', 'No change to send'];

const isUncounted = (sheet: Sheet, row: number): boolean =>
  columnsOf(sheet).some(({ header }) => isCounted(cellAt(sheet, row, header)));

interface Run {
  readonly locations: readonly string[];
  /** When it began; missing where it sent nothing. */
  readonly sinceMs?: number;
}

/** Each row whose words are not true of the store, after a run that nobody disturbed. */
export function checkTruth(
  bench: Workbench,
  ledger: Ledger,
  { locations, sinceMs = Number.POSITIVE_INFINITY }: Run,
): string[] {
  const facts = storeFacts(bench);
  const asSent = new Map([...facts, ...unheardImages(bench, sinceMs)]);
  const adjusting = new Set(adjustingCells(bench, locations).map(({ sheet, row }) => `${sheet.name} ${row}`));
  const wrongRows = ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) => {
      const status = cellAt(sheet, row, 'Sync status');
      const message = cellAt(sheet, row, 'Sync message');
      const words = readWords(sheet, row, message);
      const key = variantKey(textAt(sheet, row, 'sku'));
      if (/there is nothing to delete/.test(message))
        return facts.has(`${key} sku`)
          ? [`${sheet.name}:${row + 1} says “${message}”, and Shopify has it`]
          : [];
      const wrong = [
        ...(DONE.includes(status) && isUncounted(sheet, row) ? ['it still says how to count'] : []),
        ...(DONE.includes(status) && adjusting.has(`${sheet.name} ${row}`)
          ? ['it still says what to add']
          : []),
        ...(CLAIMS.includes(status) && !hasItem(facts, sheet, key) ? [`Shopify has no ${key}`] : []),
        ...(status === 'No change to send'
          ? rowCells(sheet, row, locations)
              // Tags that others gave stay beside those of the cell.
              .filter(({ what, value, word }) =>
                isSet(word)
                  ? !covers(facts.get(what) ?? '', value) && !ledger.stood(what, value)
                  : !ledger.stood(what, value),
              )
              .map(({ what, value }) => `${what} is “${value}” in the sheet, which Shopify never had`)
          : []),
        ...(status === 'Updated' || status === 'Created' || status === 'Up to date'
          ? [
              ...silentDifferences(rowCells(sheet, row, locations), { status, words, facts: asSent }),
              ...words.changes
                .filter(({ what, to }) => facts.get(what) !== to)
                .map(({ what, to }) => `${what} is ${facts.get(what)}, and not ${to}`),
            ]
          : []),
        // A row that was not compared in this run goes on saying what Shopify had when it was.
        ...words.drifts
          .filter(({ what, from }) => !isShownOf(from, facts.get(what)))
          .filter(({ what, from }) => !ledger.had(what, from) && !ledger.stood(what, from))
          .map(({ what, from }) => `${what} was never ${from} in Shopify`),
        ...(status === 'Differs' && message === '' ? ['it does not say how'] : []),
      ];
      return wrong.map((one) => `${sheet.name}:${row + 1} says “${status} ${message}”: ${one}`);
    }),
  );
  return [...wrongRows, ...wrongOrders(bench, facts)];
}

/** A row by its Product ID means the product, whichever variant its own number names. */
const hasItem = (facts: Facts, { name }: Sheet, key: string): boolean =>
  name === 'Titles'
    ? [...facts.keys()].some((what) => what === `${productKey(key)} title`)
    : facts.has(`${key} sku`);

/** Images that rows claim to be in step stand in the order of the rows. */
function wrongOrders(bench: Workbench, facts: Facts): string[] {
  const sheet = ownTabs(bench).find(({ name }) => name === 'Products');
  const rows = sheet ? filledRows(sheet).filter((row) => textAt(sheet, row, 'image') !== '') : [];
  return [...groupBy(rows, (row) => productKey(sheet ? textAt(sheet, row, 'sku') : ''))].flatMap(
    ([key, own]) => {
      if (
        !sheet ||
        !own.every((row) => ['Up to date', 'Updated'].includes(cellAt(sheet, row, 'Sync status')))
      )
        return [];
      const placeOf = (row: number, index: number) => Number(textAt(sheet, row, 'position') || index + 1);
      const ordered = own
        .map((row, index) => ({ address: textAt(sheet, row, 'image'), at: placeOf(row, index) }))
        .sort((one, other) => one.at - other.at);
      const there = (facts.get(`${key} image`) ?? '').split(' ');
      const asked = [...new Set(ordered.map(({ address }) => address))].filter((one) => there.includes(one));
      const order = there.filter((one) => asked.includes(one));
      return order.join() === asked.join()
        ? []
        : [`${key}: the images are ${order.join(', ')}, and the rows say ${asked.join(', ')}`];
    },
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
          status !== 'Updated' || !isSet(word) || !covers(facts.get(what) ?? '', value),
      )
      .filter(({ what }) => status === 'Up to date' || !words.drifts.some((drift) => drift.what === what))
      .map(({ what, value }) => `${what} is “${value}” in the sheet and “${facts.get(what)}” in Shopify`)
  );
}

/** The value, or so much of its beginning as a long message has room for: `“tea-pot-renamed…”` */
function isShownOf(text: string, value: string | undefined): boolean {
  const [, start] = /^“(.{10,})…”$/.exec(text) ?? [];
  return start === undefined ? value === text : (value ?? '').startsWith(start);
}

const covers = (store: string, asked: string): boolean =>
  asked.split(', ').every((tag) => store.split(', ').includes(tag));
