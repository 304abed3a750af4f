import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

export interface MadeCatalog {
  readonly title: string;
  readonly markets?: readonly string[];
  /** Undefined for a catalog without prices of its own. */
  readonly currency?: string;
  readonly percent?: number;
  readonly selects?: boolean;
  /** Of the location of a company with this name, in place of markets. */
  readonly company?: string;
}

/** Creates one of these, and answers its ID. */
function create(
  bench: Pick<Workbench, 'store'>,
  what: 'market' | 'catalog' | 'publication' | 'priceList',
  input: object,
): string {
  const type = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  const created = inAdmin<Record<string, Record<string, { readonly id: string }>>>(
    bench,
    `mutation ($input: ${type}CreateInput!) { ${what}Create(input: $input) { ${what} { id } userErrors { message } } }`,
    { input },
  );
  return created[`${what}Create`]![what]!.id;
}

/** Creates a company, and answers the ID of its location. */
function locationOf(bench: Pick<Workbench, 'store'>, name: string): string {
  const { companyCreate } = inAdmin<{
    readonly companyCreate: {
      readonly company: { readonly locations: { readonly nodes: readonly { readonly id: string }[] } };
    };
  }>(
    bench,
    'mutation ($input: CompanyCreateInput!) { companyCreate(input: $input) { company { locations(first: 1) { nodes { id } } } userErrors { message } } }',
    { input: { company: { name } } },
  );
  return companyCreate.company.locations.nodes[0]!.id;
}

export function addCatalog(bench: Pick<Workbench, 'store'>, made: MadeCatalog): void {
  const { title, company, markets = company ? [] : [title], currency, percent = 0, selects } = made;
  const marketIds = markets.map((name) => {
    const known = bench.store.state.markets.all().find((market) => market.name === name);
    return known?.id ?? create(bench, 'market', { name });
  });
  const catalogId = create(bench, 'catalog', {
    title,
    status: 'ACTIVE',
    context: company ? { companyLocationIds: [locationOf(bench, company)] } : { marketIds },
  });
  if (selects) create(bench, 'publication', { catalogId, defaultState: 'EMPTY', autoPublish: false });
  if (!currency) return;
  const adjustment = {
    type: percent < 0 ? 'PERCENTAGE_DECREASE' : 'PERCENTAGE_INCREASE',
    value: Math.abs(percent),
  };
  create(bench, 'priceList', { name: `${title} prices`, currency, catalogId, parent: { adjustment } });
}

/** A shop of US dollars with products `a` to `e` at 10.00, 20.00 and so on, and these catalogs. */
export function shopWith(catalogs: readonly MadeCatalog[], options: BenchOptions = {}): Workbench {
  const bench = openWorkbench(options);
  bench.sync({ Products: productsOf('abcde') });
  for (const made of catalogs) addCatalog(bench, made);
  return bench;
}

function productsOf(letters: string): string {
  const rows = [...letters].map((letter, index) => [
    letter,
    `Title ${letter}`,
    letter.toUpperCase(),
    `${(index + 1) * 10}`,
  ]);
  return csvOf([['Handle', 'Title', 'SKU', 'Price'], ...rows]);
}

/** `Germany A 12.50 / 15.00`, of all lists, in order. */
export function fixedPricesIn({ store }: Pick<Workbench, 'store'>): string[] {
  const { state } = store;
  return state.fixedPrices
    .all()
    .map(({ priceListId, variantId, price, compareAtPrice }) => {
      const list = state.priceLists.get(priceListId);
      const title = state.catalogs.get(list?.catalogId ?? '')?.title ?? '';
      const sku = state.inventoryItems.get(state.variants.get(variantId)?.inventoryItemId ?? '')?.sku;
      return `${title} ${sku} ${price}${compareAtPrice === null ? '' : ` / ${compareAtPrice}`}`;
    })
    .sort();
}

export function listOf({ store }: Pick<Workbench, 'store'>, title: string) {
  const catalog = store.state.catalogs.all().find((each) => each.title === title);
  return store.state.priceLists.all().find(({ catalogId }) => catalogId === catalog?.id);
}

/** Somebody else fixes a price in Shopify. */
export function fix(
  bench: Pick<Workbench, 'store'>,
  title: string,
  sku: string,
  price: string,
  compareAt?: string,
): void {
  const list = listOf(bench, title);
  const variant = variantOf(bench, sku);
  const money = (amount: string) => ({ amount, currencyCode: list?.currency });
  inAdmin(
    bench,
    'mutation($id:ID!,$prices:[PriceListPriceInput!]!){priceListFixedPricesAdd(priceListId:$id,prices:$prices){userErrors{message}}}',
    {
      id: list?.id,
      prices: [
        {
          variantId: variant?.id,
          price: money(price),
          ...(compareAt && { compareAtPrice: money(compareAt) }),
        },
      ],
    },
  );
}

/** A tab of prices by SKU. */
export function pricesTab(headers: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return csvOf([['SKU', ...headers], ...rows]);
}

export function variantOf({ store }: Pick<Workbench, 'store'>, sku: string) {
  const { state } = store;
  return state.variants
    .all()
    .find(({ inventoryItemId }) => state.inventoryItems.get(inventoryItemId)?.sku === sku);
}

/** Somebody else deletes a variant in Shopify. */
export function deleteVariant(bench: Pick<Workbench, 'store'>, sku: string): void {
  const variant = variantOf(bench, sku);
  inAdmin(
    bench,
    'mutation($id:ID!,$ids:[ID!]!){productVariantsBulkDelete(productId:$id,variantsIds:$ids){userErrors{message}}}',
    { id: variant?.productId, ids: [variant?.id] },
  );
}

/** Somebody else makes a price relative again. */
export function unfix(bench: Pick<Workbench, 'store'>, title: string, sku: string): void {
  inAdmin(
    bench,
    'mutation($id:ID!,$ids:[ID!]!){priceListFixedPricesDelete(priceListId:$id,variantIds:$ids){userErrors{message}}}',
    { id: listOf(bench, title)?.id, ids: [variantOf(bench, sku)?.id] },
  );
}

/** `Germany a`: products that catalogs with a selection of their own include, in order. */
export function includedIn(bench: Pick<Workbench, 'store'>): string[] {
  const { state } = bench.store;
  return state.catalogs.all().flatMap(({ title, publicationId }) => {
    if (!publicationId) return [];
    const selected = new Set(
      state.resourcePublications
        .all()
        .filter((each) => each.publicationId === publicationId)
        .map(({ publishableId }) => publishableId),
    );
    return state.products
      .all()
      .filter(({ id }) => selected.has(id))
      .map(({ handle }) => `${title} ${handle}`);
  });
}
