import type { Act } from '../../../local/store/people/act';
import type { Workbench } from '../../support/workbench';
import {
  adjustingCells,
  askedCells,
  canonical,
  cellAt,
  fileOf,
  filledRows,
  isSet,
  ownTabs,
  productKey,
  textAt,
  variantKey,
  wordedCells,
} from '../workbook/cells';
import { ofPlain } from '../workbook/plain-words';
import { countedPrice, isRemoval, signedNames, withoutRemoval } from '../workbook/worded-cells';
import { type Facts, storeFacts, twinOf } from './store-facts';

/** What Shopify gives to a new item of which nothing is said. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  vendor: [''],
  type: [''],
  material: [''],
  published: ['FALSE'],
  barcode: [''],
  compare: ['none'],
  cost: ['none'],
  germany: ['none'],
  size: [''],
  finish: [''],
  thread: [''],
  acme: ['none'],
  minimum: [''],
  maximum: [''],
  increment: [''],
  quantityPrices: [''],
  variantImage: [''],
  available: ['0'],
  onHand: ['0'],
  ...ofPlain(({ none }) => none),
};

/**
 * Every value that may stand in the store: what was there, what a cell asked for when a run began, and what other people
 * did. What an undo gives back was one of these.
 */
export class Ledger {
  readonly #may = new Map<string, Set<string>>();
  /** Values that really stood in Shopify at some time. */
  readonly #stood = new Map<string, Set<string>>();
  /** Tags that somebody may take away: a cell had them once, or emptied the field. */
  readonly #mayGo = new Map<string, Set<string>>();
  readonly #deleted = new Set<string>();
  /** The image that a row named when it was last read, by its SKU. */
  readonly #addresses = new Map<string, string>();
  /** Numbers that are to be added, and what comes of each, by their cells. */
  #adjusting = new Map<string, { readonly delta: number; readonly sum: number }>();
  /** Texts that count from a price, by that price. */
  #counting = new Map<string, Set<string>>();

  may(what: string, value: string): void {
    put(this.#may, what, value);
    if (!isOfSet(what)) return;
    for (const tag of value.split(', ')) put(this.#may, `${what} each`, tag);
  }

  had(what: string, value: string): boolean {
    return this.#may.get(what)?.has(value) ?? false;
  }

  isDeleted = (id: string): boolean => this.#deleted.has(id);

  /** A person confirmed by name that a product or variant goes. */
  deleting(bench: Workbench, key: string, what: 'product' | 'variant'): void {
    for (const { id, variants } of bench.store.dump().products)
      for (const variant of variants) {
        const own = variantKey(variant.sku ?? '');
        if (what === 'variant' ? own === key : productKey(own) === key) this.#deleted.add(variant.id);
        if (what === 'product' && productKey(own) === key) this.#deleted.add(id);
      }
  }

  mayGo(what: string, tag: string): boolean {
    const tags = this.#mayGo.get(what);
    return (tags?.has(tag) || tags?.has('[clear]')) ?? false;
  }

  /** An undo that makes a deleted product again gives its images their addresses at Shopify, and rows name them as before. */
  imageMayGo(product: string, source: string): boolean {
    const what = `${product} image`;
    if (this.mayGo(what, source)) return true;
    if (!source.startsWith('https://cdn.shopify.com/')) return false;
    return [...(this.#mayGo.get(what) ?? [])].some((named) => fileOf(named) === fileOf(source));
  }

  /** What a run that has ended took away, or left, is no reason for a later one: only what the cells have by now is. */
  settled(bench: Workbench, locations: readonly string[]): void {
    for (const what of [...this.#mayGo.keys()].filter(isOfSet)) this.#mayGo.delete(what);
    this.readCells(bench, locations);
  }

  /** An undo takes off what the run had added, and says so. */
  takenOff(what: string, name: string): void {
    put(this.#mayGo, what, name);
  }

  /** What the cells ask now. */
  readCells(bench: Workbench, locations: readonly string[]): void {
    for (const { what, word, value } of askedCells(bench, locations)) {
      this.may(what, value);
      if (word === 'variantImage' && value === '') put(this.#mayGo, what, '[clear]');
      if (isSet(word))
        for (const tag of value === '' ? ['[clear]'] : value.split(', ')) put(this.#mayGo, what, tag);
    }
    this.#counting = new Map();
    const facts = storeFacts(bench);
    for (const { what, text, word } of wordedCells(bench)) {
      if (isSet(word)) {
        for (const name of signedNames(text).added) put(this.#may, `${what} each`, name);
        for (const name of signedNames(text).removed) put(this.#mayGo, what, name);
        continue;
      }
      put(this.#counting, what, text);
      const price = facts.get(what) ?? 'none';
      if (price !== 'none') this.may(what, countedPrice(text, price));
    }
    this.#readAdjustments(bench, locations, facts);
    for (const sheet of ownTabs(bench).filter(({ name }) => name === 'Products'))
      for (const row of filledRows(sheet)) {
        const key = productKey(textAt(sheet, row, 'sku'));
        const image = textAt(sheet, row, 'image');
        if (isRemoval(image)) put(this.#mayGo, `${key} image`, withoutRemoval(image));
        const sku = variantKey(textAt(sheet, row, 'sku'));
        const before = this.#addresses.get(sku);
        // Another address in its row replaces an image; an empty cell takes none away.
        if (before && image && before !== image) put(this.#mayGo, `${key} image`, before);
        this.#addresses.set(sku, withoutRemoval(image));
        // An image that takes the place of another takes its variants too.
        for (const own of filledRows(sheet).map((each) => variantKey(textAt(sheet, each, 'sku'))))
          if (image && productKey(own) === key)
            this.may(`${own} variantImage`, canonical('variantImage', image));
        // The row says that its tags take the place of all others.
        if (cellAt(sheet, row, 'Tags Command') === 'REPLACE') put(this.#mayGo, `${key} tags`, '[clear]');
        if (textAt(sheet, row, 'title') === '' || textAt(sheet, row, 'status') !== '') continue;
        const isShown = canonical('published', textAt(sheet, row, 'published')) === 'TRUE';
        this.may(`${key} status`, isShown ? 'ACTIVE' : 'DRAFT');
      }
  }

  /** A number of a cell may be added once, to what stands there when the run begins. */
  #readAdjustments(bench: Workbench, locations: readonly string[], facts: Facts): void {
    const before = this.#adjusting;
    this.#adjusting = new Map();
    for (const { place, what, delta } of adjustingCells(bench, locations)) {
      const known = before.get(place);
      const isSame = known?.delta === delta;
      // It counted already, and the cell could not be emptied yet.
      const isDone = isSame && this.#stood.get(what)?.has(`${known.sum}`);
      const sum = isDone ? known.sum : Number(facts.get(what) ?? 0) + delta;
      this.#adjusting.set(place, { delta, sum });
      for (const one of [what, twinOf(what)])
        this.may(one, `${Number(facts.get(one) ?? 0) + (isDone ? 0 : delta)}`);
    }
  }

  /** What stands in the store, which nobody has to ask for any more. */
  readStore(bench: Workbench): void {
    for (const [what, value] of storeFacts(bench)) this.may(what, value);
    this.see(bench);
  }

  /** What stands in the store, whoever asked for it. */
  see(bench: Workbench): void {
    for (const [what, value] of storeFacts(bench)) put(this.#stood, what, value);
  }

  /** What a cell says is what Shopify had once, or what stands for nothing. */
  stood(what: string, value: string): boolean {
    const word = what.split(' ')[1] ?? '';
    return (this.#stood.get(what)?.has(value) || NOTHING[word]?.includes(value)) ?? false;
  }

  /** What somebody else took away is away. */
  takenAway(before: Facts, now: Facts): void {
    for (const [what, tags] of before) {
      if (what.endsWith(' variantImage') && now.get(what) !== tags) put(this.#mayGo, what, tags);
      const isImages = what.endsWith(' image');
      if (!isOfSet(what) && !isImages) continue;
      const between = isImages ? ' ' : ', ';
      const left = (now.get(what) ?? '').split(between);
      for (const tag of tags.split(between)) if (!left.includes(tag)) put(this.#mayGo, what, tag);
    }
  }

  /** An act during a run may come before or after ours, so an order lowers every number that may stand. */
  others({ store: { state } }: Workbench, act: Act): void {
    if (act.kind === 'delete') this.#deleted.add(act.productId);
    const skuOf = (itemId: string | undefined) =>
      variantKey(state.inventoryItems.get(itemId ?? '')?.sku ?? '');
    if (act.kind === 'order') {
      const level = state.inventoryLevels.get(act.levelId);
      const location = state.locations.get(level?.locationId ?? '')?.name;
      const what = `${skuOf(level?.inventoryItemId)} available at ${location}`;
      // A new item has none, which nobody has to ask for.
      for (const value of ['0', ...(this.#may.get(what) ?? [])])
        this.may(what, `${Number(value) - act.quantity}`);
    }
    if (act.kind === 'price') {
      const what = `${skuOf(state.variants.get(act.variantId)?.inventoryItemId)} price`;
      this.may(what, canonical('price', act.price));
      for (const text of this.#counting.get(what) ?? []) this.may(what, countedPrice(text, act.price));
    }
    if (act.kind === 'tag') {
      const [first] = state.products.get(act.productId)?.variantIds ?? [];
      const key = productKey(skuOf(state.variants.get(first ?? '')?.inventoryItemId));
      this.may(`${key} tags`, act.tag);
    }
  }

  /** A person confirmed that what has no price is sold for nothing. */
  unpriced(bench: Workbench): void {
    for (const sheet of ownTabs(bench))
      for (const row of filledRows(sheet)) this.may(`${variantKey(textAt(sheet, row, 'sku'))} price`, '0.00');
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

  /** Each value of the store that nobody asked for, and each tag that nobody took away. */
  unasked(before: Facts, now: Facts): string[] {
    return [...now].flatMap(([what, value]) => {
      if (isOfSet(what)) return this.#strangeTags(what, before.get(what) ?? '', value);
      return this.#allows(what, value, now) ? [] : [`${what} is “${value}”, which nobody asked for`];
    });
  }

  #strangeTags(what: string, before: string, now: string): string[] {
    const [old, tags] = [before, now].map((text) => text.split(', ').filter(Boolean)) as [string[], string[]];
    return [
      ...tags
        .filter((tag) => !this.had(`${what} each`, tag))
        .map((tag) => `${what} have “${tag}”, which nobody asked for`),
      ...old
        .filter((tag) => !tags.includes(tag) && !this.mayGo(what, tag))
        .map((tag) => `${what} lost “${tag}”, which nobody took away`),
    ];
  }

  #allows(what: string, value: string, now: Facts): boolean {
    const [item = '', word = ''] = what.split(' ');
    // Names and pictures have checks of their own.
    if (['option', 'image', 'handle'].includes(word) || this.had(what, value)) return true;
    if (NOTHING[word]?.includes(value)) return true;
    if (word === 'price')
      return value === '0.00' && HIDDEN.includes(now.get(`${productKey(item)} status`) ?? '');
    // What is available follows from what is on hand, and the other way round.
    const twin = twinOf(what);
    return twin !== what && this.had(twin, now.get(twin) ?? '');
  }
}

const isOfSet = (what: string): boolean => isSet(what.split(' ')[1] ?? '');

/** Nobody can buy what has no price there. */
const HIDDEN = ['DRAFT', 'ARCHIVED'];

function put(into: Map<string, Set<string>>, what: string, value: string): void {
  const values = into.get(what) ?? new Set();
  into.set(what, values.add(value));
}
