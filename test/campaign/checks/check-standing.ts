import type { CatalogDump } from '../../../local/store/dump';
import type { Workbench } from '../../support/workbench';
import type { Ledger } from '../store/ledger';
import { type Facts, storeFacts } from '../store/store-facts';
import { cellAt, fileOf, filledRows, ownTabs, productKey, variantKey } from '../workbook/cells';

/** The store at one moment, to compare a later one with. */
export interface Before {
  readonly dump: CatalogDump;
  readonly facts: Facts;
}

export const photograph = (bench: Workbench): Before => ({
  dump: bench.store.dump(),
  facts: storeFacts(bench),
});

/** Each promise about the store that is broken, in a sentence. */
export function checkStanding(bench: Workbench, before: Before, ledger: Ledger): string[] {
  return [
    ...lost(bench, before.dump, ledger),
    ...doubled(bench),
    ...ledger.unasked(before.facts, storeFacts(bench)),
    ...bared(before.facts, storeFacts(bench), ledger),
  ];
}

function lost({ store }: Workbench, before: CatalogDump, ledger: Ledger): string[] {
  const now = new Map(store.dump().products.map((product) => [product.id, product]));
  return before.products.flatMap((old) => {
    if (ledger.isDeleted(old.id)) return [];
    const product = now.get(old.id);
    if (!product) return [`${old.handle} is deleted`];
    const variants = new Set(product.variants.map(({ id }) => id));
    return [
      ...old.variants
        .filter(({ id }) => !variants.has(id) && !ledger.isDeleted(id))
        .map(({ sku }) => `variant ${sku} is deleted`),
      ...old.media
        .map(({ originalSource }) => originalSource)
        .filter((source) => !product.media.some((one) => one.originalSource === source))
        .filter((source) => !ledger.imageMayGo(productKey(old.variants[0]?.sku ?? ''), source))
        .map((source) => `the image ${source} of ${old.handle} is removed`),
    ];
  });
}

/** Variants that show no image any more, although nobody took it off them or off their product. */
function bared(before: Facts, now: Facts, ledger: Ledger): string[] {
  return [...before].flatMap(([what, file]) => {
    if (!what.endsWith(' variantImage') || file === '' || now.get(what) !== '') return [];
    const product = (now.get(`${productKey(what)} image`) ?? '').split(' ').map(fileOf);
    return product.includes(file) && !ledger.mayGo(what, file) ? [`${what} “${file}” is gone`] : [];
  });
}

function doubled({ store }: Workbench): string[] {
  const { products } = store.dump();
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => `SKU ${variantKey(sku ?? '')}`));
  const images = products.flatMap(({ id, media }) =>
    media.map(({ originalSource }) => `${id} ${originalSource}`),
  );
  return [...skus, ...images]
    .filter((one, index, all) => all.indexOf(one) !== index)
    .map((one) => `${one} stands twice`);
}

export function unanswered(bench: Workbench): string[] {
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet)
      .filter((row) => cellAt(sheet, row, 'Sync status') === '')
      .map((row) => `${sheet.name}:${row + 1} has no answer`),
  );
}

/**
 * A run without edits sends nothing; one more changes no word. A cell that clears what a new item never had is in step only
 * once that was seen, so its rows may be compared once more.
 */
export function checkStill(bench: Workbench, run: () => unknown): string[] {
  const sent = bench.wire.length;
  run();
  const mutations = bench.wire.slice(sent).filter((text) => text.startsWith('{"query":"mutation'));
  const words = readTabs(bench);
  run();
  const later = readTabs(bench);
  return [
    ...mutations.map((text) => `a run without edits sends ${text.slice(0, 400)}`),
    ...(words === later ? [] : [`a run without edits changes words: ${words} → ${later}`]),
  ];
}

/** What the merchant's cells and the answers say, without times, and whether or not what is in step was compared. */
function readTabs(bench: Workbench): string {
  const said = ownTabs(bench).map(({ name, rows }) => {
    const time = (rows[0] ?? []).indexOf('Synced at');
    return [name, rows.map((row) => row.map((cell, index) => (index === time ? '' : cell)))];
  });
  return JSON.stringify(said).replace(COMPARED, '"Up to date",""');
}

const COMPARED = /"No change to send","Last compared with Shopify on [^"]*"/g;
