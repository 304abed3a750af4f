import type { Act } from '../../local/store/other-people/act';
import type { Workbench } from '../end-to-end/workbench';
import { filledRows, ownTabs, textAt } from './workbook-acts';

/**
 * Every value that may stand in the store: what was there, what a cell asked for when a run began, and what other people
 * did. What an undo gives back was one of these.
 */
export class Ledger {
  readonly #may = new Map<string, Set<string>>();
  readonly #deleted = new Set<string>();

  may(what: string, value: string): void {
    const values = this.#may.get(what) ?? new Set();
    this.#may.set(what, values.add(value));
  }

  allows(what: string, value: string): boolean {
    return this.#may.get(what)?.has(value) ?? false;
  }

  isDeleted = (productId: string): boolean => this.#deleted.has(productId);

  /** What the cells ask now. */
  readCells(bench: Workbench, locations: readonly string[]): void {
    for (const sheet of ownTabs(bench))
      for (const row of filledRows(sheet)) {
        const at = (column: string) => textAt(sheet, row, column);
        const sku = at('SKU');
        for (const price of [at('Variant Price'), at('Price')])
          if (price) this.may(`${sku} price`, money(price));
        for (const compare of [at('Variant Compare At Price'), at('Compare-at price')])
          if (compare) this.may(`${sku} compare`, compare === '[clear]' ? 'none' : money(compare));
        const location = at('Location') || locations[0] || '';
        for (const quantity of [at('Available'), at('Inventory quantity')])
          if (quantity) this.may(`${sku} at ${location}`, String(Number(quantity)));
      }
  }

  /** What stands in the store, which nobody has to ask for any more. */
  readStore(bench: Workbench): void {
    for (const [what, value] of storeValues(bench)) this.may(what, value);
  }

  /** An act during a run may come before or after ours, so an order lowers every number that may stand. */
  others({ store: { state } }: Workbench, act: Act): void {
    if (act.kind === 'delete') this.#deleted.add(act.productId);
    const itemId = act.kind === 'order' ? state.inventoryLevels.get(act.levelId)?.inventoryItemId : undefined;
    const sku = itemId && state.inventoryItems.get(itemId)?.sku;
    if (act.kind === 'order' && sku) {
      const location = state.locations.get(state.inventoryLevels.get(act.levelId)?.locationId ?? '')?.name;
      const what = `${sku} at ${location}`;
      for (const value of [...(this.#may.get(what) ?? [])]) this.may(what, `${Number(value) - act.quantity}`);
    }
    if (act.kind === 'price') {
      const variant = state.variants.get(act.variantId);
      const priced = variant && state.inventoryItems.get(variant.inventoryItemId)?.sku;
      if (priced) this.may(`${priced} price`, money(act.price));
    }
  }

  /** A person confirmed that what has no price is sold for nothing. */
  unpriced(bench: Workbench): void {
    for (const sheet of ownTabs(bench))
      for (const row of filledRows(sheet)) this.may(`${textAt(sheet, row, 'SKU')} price`, '0.00');
  }

  /** “Add the difference” may come to any number that was asked, moved by what others sold. */
  sums(): void {
    for (const [what, values] of this.#may) {
      if (!what.includes(' at ')) continue;
      const numbers = [...values].map(Number).slice(-12);
      for (const to of numbers)
        for (const from of numbers) for (const now of numbers) values.add(`${to - from + now}`);
    }
  }
}

export const money = (text: string): string => Number(text).toFixed(2);

/** Each fact of the store that a cell may set: `K1 price` → `10.00`. */
export function storeValues({ store }: Pick<Workbench, 'store'>): [what: string, value: string][] {
  return store
    .dump()
    .products.flatMap(({ variants }) =>
      variants.flatMap(({ sku, price, compareAtPrice, inventory }) => [
        [`${sku} price`, money(price)] as [string, string],
        [`${sku} compare`, compareAtPrice === null ? 'none' : money(compareAtPrice)] as [string, string],
        ...Object.entries(inventory).map(
          ([location, { available }]) => [`${sku} at ${location}`, `${available}`] as [string, string],
        ),
      ]),
    );
}
