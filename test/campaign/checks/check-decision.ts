import type { ConflictView, HeldView } from '../../../src/answers/waiting';
import type { Workbench } from '../../support/workbench';
import { createdBetween, type Facts, movedBetween, twinOf } from '../store/store-facts';
import { columnsOf, isStock, LOCATIONS, ownTabs, productKey, textAt, whatOf } from '../workbook/cells';
import { changesIn, columnIn } from './row-words';

interface Sent {
  readonly before: Facts;
  readonly after: Facts;
}

function sheetRow(bench: Workbench, { tab, row }: Pick<HeldView, 'tab' | 'row'>) {
  const sheet = ownTabs(bench).find(({ name }) => name === tab);
  return sheet && { sku: textAt(sheet, row - 1, 'sku'), columns: columnsOf(sheet) };
}

/** What is confirmed in words of its own, by how they begin: a product's whole set, or all its images. */
const WHOLE = [
  { start: /^(New|Image)/, words: / (image|variantImage)$/ },
  { start: /^(New|Published)/, words: / (published|channels)$/ },
  { start: /^(New|Tags)/, words: / tags$/ },
  { start: /^(New|Collections)/, words: / collections$/ },
] as const;

/** What was sent and is none of the held changes that a person confirmed. */
export function checkConfirmed(
  bench: Workbench,
  chosen: readonly HeldView[],
  { before, after }: Sent,
): string[] {
  const confirmed = chosen.flatMap((view) => {
    const here = sheetRow(bench, view);
    return here ? changesIn(view.change, here) : [];
  });
  const productsOf = (start: RegExp) =>
    new Set(
      chosen
        .filter(({ change }) => start.test(change))
        .map((view) => productKey(sheetRow(bench, view)?.sku ?? '')),
    );
  const created = productsOf(/^New/);
  const whole = WHOLE.map(({ start, words }) => ({ words, products: productsOf(start) }));
  const archived = new Set([...productsOf(/^Deletion/)].map((key) => `${key} status`));
  return [
    ...movedBetween(before, after)
      .filter(({ what }) => !/ option$/.test(what) && !archived.has(what))
      .filter(({ what, from, to }) => {
        const isListed = confirmed.some((one) => one.what === what && one.from === from && one.to === to);
        const isTwin = confirmed.some((one) => one.what === twinOf(what) && after.get(one.what) === one.to);
        const isWhole = whole.some(
          ({ words, products }) => words.test(what) && products.has(productKey(what)),
        );
        return !isListed && !isTwin && !isWhole;
      })
      .map(({ what, from, to }) => `${what} “${from}” → “${to}” was sent, and nobody confirmed it`),
    ...createdBetween(before, after)
      .filter((key) => !created.has(productKey(key)))
      .map((key) => `${key} was created, and nobody confirmed it`),
  ];
}

/** What was sent and is none of the cells whose side a person chose, or another value than that side’s. */
export function checkChosen(
  bench: Workbench,
  {
    chosen,
    side,
    sent,
  }: { readonly chosen: readonly ConflictView[]; readonly side: string; readonly sent: Sent },
): string[] {
  const may = new Set(
    chosen.flatMap((view) => {
      const here = sheetRow(bench, view);
      const found = here && columnIn(view.column, here.columns);
      if (!here || !found) return [];
      const sheet = ownTabs(bench).find(({ name }) => name === view.tab);
      const named = sheet && textAt(sheet, view.row - 1, 'location');
      const location = found.location ?? (named || 'Shop');
      const what = whatOf(here.sku, { word: found.column.word, location });
      // The other half of what is moved between two locations waits for this choice.
      const places = isStock(found.column.word) ? LOCATIONS : [location];
      return places.flatMap((place) => {
        const one = what.replace(` at ${location}`, ` at ${place}`);
        return [one, twinOf(one)];
      });
    }),
  );
  return movedBetween(sent.before, sent.after)
    .filter(({ what }) => side === 'shopify' || !may.has(what))
    .map(({ what, from, to }) => `${what} “${from}” → “${to}” was sent, and nobody chose it (${side})`);
}
