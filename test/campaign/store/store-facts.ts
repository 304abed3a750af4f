import { groupBy } from '../../../src/catalog/values/arrays';
import type { Workbench } from '../../support/workbench';
import { canonical, isOfProduct, productKey, tagSet, variantKey, type Word } from '../workbook/cells';
import { productFacts, variantFacts } from '../workbook/plain-words';

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
  const metafields = new Map(
    state.metafields.all().map(({ ownerId, key, value }) => [`${ownerId} ${key}`, value]),
  );
  const ofAcme = quantityFacts(state);
  const { products } = store.dump();
  const [germany, acme] = [fixedOf(state, 'Germany'), fixedOf(state, 'Acme')];
  for (const { id, variants, media, ...product } of products) {
    const key = productKey(variants.find(({ sku }) => sku)?.sku ?? '');
    facts.set(`${key} title`, canonical('title', product.title));
    facts.set(`${key} handle`, canonical('handle', product.handle));
    facts.set(`${key} vendor`, canonical('vendor', product.vendor));
    facts.set(`${key} type`, product.productType);
    facts.set(`${key} tags`, tagSet(product.tags));
    facts.set(`${key} collections`, tagSet(product.collections ?? []));
    facts.set(`${key} status`, product.status);
    facts.set(`${key} channels`, tagSet(channelsOf(state, id)));
    facts.set(`${key} material`, metafields.get(`${id} material`) ?? '');
    facts.set(`${key} size`, metafields.get(`${id} size`) ?? '');
    facts.set(`${key} finish`, JSON.parse(metafields.get(`${id} finish`) ?? '[]').join(', '));
    facts.set(`${key} published`, published.has(id) ? 'TRUE' : 'FALSE');
    facts.set(`${key} image`, media.map(({ originalSource }) => originalSource).join(' '));
    const itself = state.products.get(id);
    for (const [word, fact] of itself ? productFacts(itself) : []) facts.set(`${key} ${word}`, fact);
    for (const variant of variants) {
      const own = variantKey(variant.sku ?? '');
      facts.set(`${own} sku`, variant.sku ?? '');
      facts.set(`${own} option`, Object.values(variant.options).join(' / '));
      facts.set(`${own} barcode`, variant.barcode ?? '');
      facts.set(`${own} price`, canonical('price', variant.price));
      facts.set(`${own} compare`, canonical('compare', variant.compareAtPrice ?? ''));
      facts.set(`${own} cost`, canonical('cost', variant.cost ?? ''));
      facts.set(`${own} germany`, canonical('germany', germany.get(variant.id) ?? ''));
      facts.set(`${own} acme`, canonical('acme', acme.get(variant.id) ?? ''));
      facts.set(`${own} thread`, canonical('thread', metafields.get(`${variant.id} thread`) ?? ''));
      const there = state.variants.get(variant.id);
      const item = state.inventoryItems.get(there?.inventoryItemId ?? '');
      const shown = state.files.get(there?.mediaIds[0] ?? '');
      // Shopify shows none that it could not fetch.
      facts.set(
        `${own} variantImage`,
        shown && !shown.failed ? canonical('variantImage', shown.originalSource) : '',
      );
      for (const [word, fact] of there ? variantFacts(there, item) : []) facts.set(`${own} ${word}`, fact);
      for (const [word, value] of Object.entries(ofAcme(variant.id))) facts.set(`${own} ${word}`, value);
      for (const [location, { available, onHand }] of Object.entries(variant.inventory)) {
        facts.set(`${own} available at ${location}`, `${available}`);
        facts.set(`${own} onHand at ${location}`, `${onHand}`);
      }
    }
  }
  return facts;
}

/**
 * Images that variants were given since then and that Shopify cannot fetch, as their facts would be: Shopify says so only
 * after it has taken them, so that the run that sent them cannot know.
 */
export function unheardImages({ store: { state } }: Pick<Workbench, 'store'>, sinceMs: number): Facts {
  return new Map(
    state.variants.all().flatMap(({ inventoryItemId, mediaIds }): [string, string][] => {
      const file = state.files.get(mediaIds[0] ?? '');
      if (!file?.failed || file.uploadedAtMs < sinceMs) return [];
      const own = variantKey(state.inventoryItems.get(inventoryItemId)?.sku ?? '');
      return [[`${own} variantImage`, canonical('variantImage', file.originalSource)]];
    }),
  );
}

type State = Workbench['store']['state'];

function channelsOf(state: State, productId: string): string[] {
  const ids = state.resourcePublications
    .all()
    .filter(({ publishableId }) => publishableId === productId)
    .map(({ publicationId }) => publicationId);
  // The Online Store has a word of its own.
  return state.publications
    .all()
    .flatMap(({ id, name }) => (ids.includes(id) && name !== 'Online Store' ? [name] : []));
}

/** Fixed prices of a catalog, by variant. */
function fixedOf(state: State, title: string): ReadonlyMap<string, string> {
  const catalog = state.catalogs.all().find((each) => each.title === title);
  const list = state.priceLists.all().find(({ catalogId }) => catalogId === catalog?.id);
  return new Map(
    state.fixedPrices
      .all()
      .flatMap(({ priceListId, variantId, price }) => (priceListId === list?.id ? [[variantId, price]] : [])),
  );
}

/** The rule and the prices by quantity of a variant; only one list has any. */
function quantityFacts(state: State): (variantId: string) => Readonly<Record<string, string>> {
  const rules = new Map(state.quantityRules.all().map((rule) => [rule.variantId, rule]));
  const prices = groupBy(state.quantityPriceBreaks.all(), ({ variantId }) => variantId);
  return (variantId) => {
    const rule = rules.get(variantId);
    const own = [...(prices.get(variantId) ?? [])].sort((a, b) => a.minimumQuantity - b.minimumQuantity);
    return {
      minimum: canonical('minimum', String(rule?.minimum ?? '')),
      maximum: String(rule?.maximum ?? ''),
      increment: canonical('increment', String(rule?.increment ?? '')),
      quantityPrices: own
        .map(({ minimumQuantity, price }) => `${minimumQuantity}: ${Number(price).toFixed(2)}`)
        .join(', '),
    };
  };
}

export interface Moved {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** Both numbers of a stock level move together, and a cell speaks of one of them; so do a barcode and all of them. */
export const twinOf = (what: string): string =>
  / barcodes?$/.test(what)
    ? what.replace(/barcode(s?)$/, (_, all) => (all ? 'barcode' : 'barcodes'))
    : what.includes(' available at ')
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
