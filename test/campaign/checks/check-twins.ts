import { groupBy } from '../../../src/catalog/values/arrays';
import { asHandle } from '../../../src/catalog/values/names';
import type { Workbench } from '../../support/workbench';
import { type Facts, movedBetween, storeFacts } from '../store/store-facts';
import {
  type AskedCell,
  askedCells,
  cellAt,
  columnsOf,
  isStock,
  productKey,
  textAt,
} from '../workbook/cells';

/** Cells that say the same fact of one item, by that fact; rows whose names differ may mean different items. */
function factsSaidTwice(
  bench: Workbench,
  locations: readonly string[],
  names: readonly Name[] = ['handle', 'option', 'sku'],
): Map<string, AskedCell[]> {
  const cells = askedCells(bench, locations);
  const unclear = unclearProducts(cells, storeFacts(bench), names);
  const said = groupBy(cells, ({ what }) => what);
  return new Map(
    [...said].filter(([what, own]) => own.length > 1 && !unclear.has(productKey(what.split(' ')[0] ?? ''))),
  );
}

type Name = 'handle' | 'option' | 'sku';

/** Products of which rows or Shopify say two of these names, so that a row may wait, or that are to end. */
function unclearProducts(
  cells: readonly AskedCell[],
  facts: Facts,
  which: readonly Name[],
): ReadonlySet<string> {
  const names = new Map(
    [...facts].flatMap(([what, name]) =>
      what.endsWith(' handle') ? [[what, new Set([name])] as const] : [],
    ),
  );
  for (const { sheet, row } of cells) {
    const sku = textAt(sheet, row, 'sku');
    const isById = ['Variants', 'Titles'].includes(sheet.name);
    const own = [
      [`${productKey(sku)} handle`, asHandle(textAt(sheet, row, 'handle'))],
      [`${sku.replace(/x+$/, '')} option`, textAt(sheet, row, 'option')],
      [`${sku.replace(/x+$/, '')} sku`, isById ? '' : sku],
    ] as const;
    for (const [what, name] of own)
      if (name) names.set(what, (names.get(what) ?? new Set<string>()).add(name));
  }
  const ending = cells.filter(({ sheet, row }) => textAt(sheet, row, 'delete') !== '');
  return new Set([
    ...[...names]
      .filter(([what, own]) => own.size > 1 && which.some((name) => what.endsWith(` ${name}`)))
      .map(([what]) => productKey(what)),
    ...ending.map(({ what }) => productKey(what)),
    // Shopify's handle is gone with the product: that a row says another one is known from what it is told alone.
    ...cells
      .filter(({ what }) => !facts.has(`${productKey(what)} title`))
      .filter(({ sheet, row }) => cellAt(sheet, row, 'Sync message').includes('This row was “'))
      .map(({ what }) => productKey(what)),
    // By other options than Shopify's or another tab's nobody can tell what a row means.
    ...cells
      .filter(({ sheet, row }) => cellAt(sheet, row, 'Sync message').includes('The options here are'))
      .map(({ what }) => productKey(what)),
  ]);
}

export function contradictions(
  bench: Workbench,
  locations: readonly string[],
  names?: readonly Name[],
): Map<string, AskedCell[]> {
  return new Map(
    [...factsSaidTwice(bench, locations, names)].filter(
      ([, cells]) => new Set(cells.map(({ value }) => value)).size > 1,
    ),
  );
}

/** Facts whose rows all say the same, to see whether they still do after something that is no edit. */
export function agreements(bench: Workbench, locations: readonly string[]): ReadonlySet<string> {
  return new Set(
    [...factsSaidTwice(bench, locations)]
      .filter(([, cells]) => new Set(cells.map(({ value }) => value)).size === 1)
      .map(([what]) => what),
  );
}

/**
 * Of two rows that contradict each other both are in error, and nothing that they alone ask for is sent; nor where one of
 * them says another handle, for which it waits.
 */
export function checkContradictions(
  bench: Workbench,
  locations: readonly string[],
  sent: { readonly before: Facts; readonly after: Facts },
): string[] {
  const found = contradictions(bench, locations);
  const moved = movedBetween(sent.before, sent.after);
  const refused = new Set([...found.values()].flat().map(placeOf));
  const waiting = contradictions(bench, locations, ['option', 'sku']);
  const asking = groupBy(askedCells(bench, locations), ({ what }) => what);
  return [
    ...[...found].flatMap(([what, cells]) =>
      cells
        .filter(({ sheet, row }) => cellAt(sheet, row, 'Sync status') !== 'Error')
        .filter(({ sheet, row }) => !(isPlacedApart(cells) && isNotCreated(sheet, row)))
        .map(
          ({ sheet, row, value }) =>
            `${placeOf({ sheet, row })} says “${cellAt(sheet, row, 'Sync status')} ${cellAt(sheet, row, 'Sync message')}”, and ${what} is “${value}” there and something else in another row`,
        ),
    ),
    ...moved
      .filter(
        ({ what }) => waiting.has(what) || asking.get(what)?.every((cell) => refused.has(placeOf(cell))),
      )
      .map(
        ({ what, from, to }) => `${what} “${from}” → “${to}” was sent, and its rows contradict each other`,
      ),
  ];
}

/**
 * Whether one cell names the location of a level and another leaves it to the only one that the shop has. That both mean one
 * level shows when their item is planned, and one that is not created for another row's error is not.
 */
function isPlacedApart(cells: readonly AskedCell[]): boolean {
  const named = cells.map(
    ({ sheet, row, header }) =>
      columnsOf(sheet).find((column) => column.header === header)?.location !== undefined ||
      textAt(sheet, row, 'location') !== '',
  );
  return cells.every(({ word }) => isStock(word)) && named.includes(true) && named.includes(false);
}

const isNotCreated = (sheet: AskedCell['sheet'], row: number): boolean =>
  /^Not created: .*\. Mend that row first\.$/.test(cellAt(sheet, row, 'Sync message'));

const placeOf = ({ sheet, row }: Pick<AskedCell, 'sheet' | 'row'>): string => `${sheet.name}:${row + 1}`;
