import type { CatalogDump, DumpedVariant } from '../../local/store/dump';
import type { Workbench } from '../end-to-end/workbench';
import { type Ledger, money, storeValues } from './ledger';
import { filledRows, ownTabs, readTabs, textAt } from './workbook-acts';

interface Since {
  /** The store before. */
  readonly before: CatalogDump;
  readonly ledger: Ledger;
  /** After an undisturbed run every row is answered, and what it says is true. */
  readonly rows: 'answered' | 'any';
}

/** Each promise that is broken, in a sentence. */
export function checkStanding(bench: Workbench, { before, ledger, rows }: Since): string[] {
  return [
    ...lost(bench, before, ledger),
    ...doubled(bench),
    ...unasked(bench, ledger),
    ...(rows === 'answered' ? [...unanswered(bench), ...untrue(bench)] : []),
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
      ...old.variants.filter(({ id }) => !variants.has(id)).map(({ sku }) => `variant ${sku} is deleted`),
      ...(product.media.length < old.media.length ? [`an image of ${old.handle} is deleted`] : []),
    ];
  });
}

function doubled({ store }: Workbench): string[] {
  const { products } = store.dump();
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => `SKU ${sku}`));
  const images = products.flatMap(({ id, media }) =>
    media.map(({ originalSource }) => `${id} ${originalSource}`),
  );
  return [...skus, ...images]
    .filter((one, index, all) => all.indexOf(one) !== index)
    .map((one) => `${one} stands twice`);
}

function unasked(bench: Workbench, ledger: Ledger): string[] {
  const drafts = new Set(
    bench.store
      .dump()
      .products.flatMap(({ status, variants }) => (status === 'DRAFT' ? variants.map(({ sku }) => sku) : [])),
  );
  return storeValues(bench)
    .filter(([what, value]) => !ledger.allows(what, value) && !isNothing(what, value, drafts))
    .map(([what, value]) => `${what} is ${value}, which nobody asked for`);
}

/** What Shopify gives to a new variant of which nothing is said. */
function isNothing(what: string, value: string, drafts: ReadonlySet<string | null>): boolean {
  const [sku = '', of] = what.split(' ');
  if (of === 'price') return value === '0.00' && drafts.has(sku);
  return of === 'compare' ? value === 'none' : value === '0';
}

function unanswered(bench: Workbench): string[] {
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet)
      .filter((row) => textAt(sheet, row, 'Sync status') === '')
      .map((row) => `${sheet.name}:${row + 1} has no answer`),
  );
}

/** A row that says the two are equal, or that the store has what was sent, beside a store that has something else. */
function untrue(bench: Workbench): string[] {
  const found = variantsBySku(bench.store.dump());
  return ownTabs(bench).flatMap((sheet) =>
    filledRows(sheet).flatMap((row) => {
      const at = (column: string) => textAt(sheet, row, column);
      const said = `${at('Sync status')} ${at('Sync message')}`;
      if (!/^(Up to date|Updated|Created)/.test(said)) return [];
      const place = `${sheet.name}:${row + 1} says “${said}”`;
      const variant = found.get(at('SKU'));
      if (!variant) return [`${place}, and Shopify has no ${at('SKU')}`];
      return Object.entries(differences(at, variant))
        .filter(([column, { is }]) => !said.includes(column) && !said.includes(is))
        .map(
          ([column, { is, asked }]) => `${place}, ${column} is ${asked} in the sheet and ${is} in Shopify`,
        );
    }),
  );
}

/** Column → both values, where a cell asks for something that the store has not. */
function differences(
  at: (column: string) => string,
  variant: Variant,
): Record<string, { asked: string; is: string }> {
  const location = at('Location') || Object.keys(variant.inventory)[0] || '';
  const { title, vendor, status } = variant.product;
  const compare = variant.compareAtPrice === null ? '' : money(variant.compareAtPrice);
  const pairs: Record<string, readonly [asked: string, is: string]> = {
    Title: [at('Title').replace(/\s+/g, ' ').trim(), title.replace(/\s+/g, ' ').trim()],
    Vendor: [at('Vendor'), vendor],
    Status: [at('Status').toUpperCase(), status],
    'Variant Price': [at('Variant Price') && money(at('Variant Price')), money(variant.price)],
    Price: [at('Price') && money(at('Price')), money(variant.price)],
    Compare: [cents(at('Variant Compare At Price') || at('Compare-at price')), compare],
    Available: [
      number(at('Available') || at('Inventory quantity')),
      `${variant.inventory[location]?.available ?? 0}`,
    ],
  };
  return Object.fromEntries(
    Object.entries(pairs)
      .filter(([, [asked, is]]) => asked !== '' && asked !== '[clear]' && asked !== is)
      .map(([column, [asked, is]]) => [column, { asked, is }]),
  );
}

const cents = (text: string): string => (text === '' || text === '[clear]' ? '' : money(text));
const number = (text: string): string => (text === '' ? '' : String(Number(text)));

type Variant = DumpedVariant & { readonly product: CatalogDump['products'][number] };

function variantsBySku({ products }: CatalogDump): Map<string, Variant> {
  return new Map(
    products.flatMap((product) =>
      product.variants.map((variant) => [variant.sku ?? '', { ...variant, product }]),
    ),
  );
}

/** A run without edits sends nothing; one more changes no word. */
export function checkStill(bench: Workbench, run: () => unknown): string[] {
  const sent = bench.wire.length;
  run();
  const mutations = bench.wire.slice(sent).filter((text) => text.startsWith('{"query":"mutation'));
  const words = JSON.stringify(readTabs(bench));
  run();
  const later = JSON.stringify(readTabs(bench));
  return [
    ...mutations.map((text) => `a run without edits sends ${text.slice(0, 400)}`),
    ...(words === later ? [] : [`a run without edits changes words: ${words} → ${later}`]),
  ];
}

/** Every price, quantity and new item that “Send changes” sent was listed. */
export function checkPreview(
  bench: Workbench,
  { before, shown }: { readonly before: CatalogDump; readonly shown: readonly (readonly string[])[] },
): string[] {
  const messages = new Map<string, string>();
  for (const [tab, row, status, message] of shown.slice(1)) {
    const sheet = ownTabs(bench).find(({ name }) => name === tab);
    if (!sheet) continue;
    const sku = textAt(sheet, Number(row) - 1, 'SKU');
    messages.set(sku, `${messages.get(sku) ?? ''} [${status}] ${message ?? ''}`);
  }
  const [old, now] = [before, bench.store.dump()].map(variantsBySku) as [
    Map<string, Variant>,
    Map<string, Variant>,
  ];
  return [...now].flatMap(([sku, variant]) => {
    const said = messages.get(sku) ?? '';
    const earlier = old.get(sku);
    if (!earlier)
      return said.includes('[To create]') ? [] : [`${sku} was created, and the preview says “${said}”`];
    const moved = new Map<string, readonly [string, string]>([['Price', [earlier.price, variant.price]]]);
    for (const [location, { available }] of Object.entries(variant.inventory))
      moved.set(location, [`${earlier.inventory[location]?.available ?? 0}`, `${available}`]);
    return [...moved.values()]
      .filter(([from, to]) => from !== to && !said.includes(`${from} → ${to}`))
      .map(([from, to]) => `${sku} went ${from} → ${to}, and the preview says “${said}”`);
  });
}
