import type { Workbench } from '../../support/workbench';
import { canonical, isOfProduct, productKey, tagSet, variantKey, type Word } from '../workbook/cells';

/** Each fact of the store that a cell may set: `K1 title` → `Best mug`, `K1-S price` → `10.00`. */
export type Facts = ReadonlyMap<string, string>;

export function storeFacts({ store }: Pick<Workbench, 'store'>): Facts {
  const { state } = store;
  const facts = new Map<string, string>();
  const channel = state.publications.all().find(({ name }) => name === 'Online Store')?.id;
  const published = new Set(
    state.resourcePublications
      .all()
      .filter(({ publicationId }) => publicationId === channel)
      .map(({ publishableId }) => publishableId),
  );
  const materials = new Map(state.metafields.all().map(({ ownerId, value }) => [ownerId, value]));
  const { products, priceLists = [] } = store.dump();
  const germany = priceLists.find(({ catalog }) => catalog?.title === 'Germany')?.prices ?? [];
  for (const { id, variants, media, ...product } of products) {
    const key = productKey(variants.find(({ sku }) => sku)?.sku ?? '');
    facts.set(`${key} title`, canonical('title', product.title));
    facts.set(`${key} handle`, canonical('handle', product.handle));
    facts.set(`${key} vendor`, canonical('vendor', product.vendor));
    facts.set(`${key} type`, product.productType);
    facts.set(`${key} tags`, tagSet(product.tags));
    facts.set(`${key} collections`, tagSet(product.collections ?? []));
    facts.set(`${key} status`, product.status);
    facts.set(`${key} material`, materials.get(id) ?? '');
    facts.set(`${key} published`, published.has(id) ? 'TRUE' : 'FALSE');
    facts.set(`${key} image`, media.map(({ originalSource }) => originalSource).join(' '));
    for (const variant of variants) {
      const own = variantKey(variant.sku ?? '');
      facts.set(`${own} sku`, variant.sku ?? '');
      facts.set(`${own} option`, Object.values(variant.options).join(' / '));
      facts.set(`${own} barcode`, variant.barcode ?? '');
      facts.set(`${own} price`, canonical('price', variant.price));
      facts.set(`${own} compare`, canonical('compare', variant.compareAtPrice ?? ''));
      facts.set(`${own} cost`, canonical('cost', variant.cost ?? ''));
      const fixed = germany.find((price) => price.sku === variant.sku)?.price ?? '';
      facts.set(`${own} germany`, canonical('germany', fixed));
      for (const [location, { available, onHand }] of Object.entries(variant.inventory)) {
        facts.set(`${own} available at ${location}`, `${available}`);
        facts.set(`${own} onHand at ${location}`, `${onHand}`);
      }
    }
  }
  return facts;
}

export interface Moved {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** Both numbers of a stock level move together, and a cell speaks of one of them. */
export const twinOf = (what: string): string =>
  what.includes(' available at ')
    ? what.replace(' available at ', ' onHand at ')
    : what.replace(' onHand at ', ' available at ');

/** What is another than before, of items that were there before. */
export function movedBetween(before: Facts, after: Facts): Moved[] {
  return [...after].flatMap(([what, to]) => {
    const [item = '', word = ''] = what.split(' ');
    const isNew = !before.has(`${item} ${isOfProduct(word as Word) ? 'title' : 'sku'}`);
    const from = before.get(what) ?? (what.includes(' at ') ? 'none' : '');
    return isNew || from === to ? [] : [{ what, from, to }];
  });
}

/** Keys of variants that were not there before. */
export function createdBetween(before: Facts, after: Facts): string[] {
  return [...after.keys()].flatMap((what) =>
    what.endsWith(' sku') && !before.has(what) ? [what.slice(0, -' sku'.length)] : [],
  );
}
