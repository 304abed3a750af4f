import type { StagedUpload } from '../../http/staged-uploads/staged-upload';
import type { BulkOperation } from '../bulk-operations/bulk-operation';
import type { Catalog, Company, CompanyLocation, Market, WebPresence } from '../markets/market';
import type { FixedPrice, PriceList, QuantityPriceBreak, QuantityRule } from '../price-lists/price-list';
import { createIdCounter, gid, type IdCounter } from './ids';
import type { InventoryItem, InventoryLevel, Location } from './inventory';
import type { Job } from './job';
import type { MediaFile } from './media';
import type { Metafield, MetafieldDefinition, Metaobject } from './metafield';
import type { ProductOperation, RememberedKey } from './operation';
import type { Product, Variant } from './product';
import type { Collection, Publication, ResourcePublication } from './publishing';
import type { Installation, Shop } from './shop';
import { createTable, type Indexes, type Journal, type Row, type Table } from './table';
import type { ShopLocale, Translation } from './translation';
import type { UrlRedirect } from './url-redirect';

/** Every kind of record; a new kind is a row here and in `tableIndexes`. */
export interface Tables {
  readonly products: Table<Product>;
  readonly variants: Table<Variant>;
  readonly inventoryItems: Table<InventoryItem>;
  readonly inventoryLevels: Table<InventoryLevel>;
  readonly locations: Table<Location>;
  readonly files: Table<MediaFile>;
  readonly metafields: Table<Metafield>;
  readonly metafieldDefinitions: Table<MetafieldDefinition>;
  readonly metaobjects: Table<Metaobject>;
  readonly collections: Table<Collection>;
  readonly publications: Table<Publication>;
  readonly resourcePublications: Table<ResourcePublication>;
  readonly productOperations: Table<ProductOperation>;
  readonly rememberedKeys: Table<RememberedKey>;
  readonly stagedUploads: Table<StagedUpload>;
  readonly bulkOperations: Table<BulkOperation>;
  readonly priceLists: Table<PriceList>;
  readonly fixedPrices: Table<FixedPrice>;
  readonly catalogs: Table<Catalog>;
  readonly markets: Table<Market>;
  readonly companies: Table<Company>;
  readonly companyLocations: Table<CompanyLocation>;
  readonly quantityRules: Table<QuantityRule>;
  readonly quantityPriceBreaks: Table<QuantityPriceBreak>;
  readonly webPresences: Table<WebPresence>;
  readonly urlRedirects: Table<UrlRedirect>;
  readonly jobs: Table<Job>;
  readonly shopLocales: Table<ShopLocale>;
  readonly translations: Table<Translation>;
}

/** The tables and what their rows are found by besides the id. */
const tableIndexes: { readonly [Name in keyof Tables]: Indexes<RowOf<Tables[Name]>> } = {
  products: { handle: (product) => product.handle },
  variants: {},
  inventoryItems: { sku: (item) => item.sku },
  inventoryLevels: {},
  locations: {},
  files: {},
  metafields: { owner: (metafield) => metafield.ownerId },
  metafieldDefinitions: {},
  metaobjects: {},
  collections: { handle: (collection) => collection.handle },
  publications: {},
  resourcePublications: { publishable: (published) => published.publishableId },
  productOperations: {},
  rememberedKeys: {},
  stagedUploads: {},
  bulkOperations: {},
  priceLists: {},
  fixedPrices: { priceList: (fixed) => fixed.priceListId },
  catalogs: {},
  markets: {},
  companies: {},
  companyLocations: {},
  quantityRules: { priceList: (rule) => rule.priceListId },
  quantityPriceBreaks: { priceList: (one) => one.priceListId },
  webPresences: {},
  urlRedirects: { path: ({ path }) => path.toLowerCase() },
  jobs: {},
  shopLocales: {},
  translations: { resource: (one) => one.resourceId },
};

type RowOf<T> = T extends Table<infer R> ? R : never;

const tableNames = Object.keys(tableIndexes) as (keyof Tables)[];

export interface StoreState extends Tables {
  shop: Shop;
  installation: Installation;
  readonly ids: IdCounter;
  /** `gid://shopify/{type}/{next number}`. */
  newId(type: string): string;
  /** Is told of every row before it is put or (undefined) deleted; the search index listens here. */
  beforeWrite?: (table: keyof Tables, id: string, row: Row | undefined) => void;
  /** Runs `work`; what it wrote stays only if `keep` says so of its result, and never if it throws. */
  transaction<T>(work: () => T, keep: (result: T) => boolean): T;
}

/** JSON-safe; everything a store is made of. */
export interface SavedStore {
  readonly lastId: number;
  readonly shop: Shop;
  readonly installation: Installation;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

export function createState(shop: Shop, installation: Installation, lastId: number): StoreState {
  let journal: Journal | undefined;
  const tables = Object.fromEntries(
    tableNames.map((name) => {
      const beforeWrite = (id: string, row: Row | undefined) => state.beforeWrite?.(name, id, row);
      return [name, createTable<Row>(() => journal, tableIndexes[name] as Indexes<Row>, beforeWrite)];
    }),
  ) as unknown as Tables;
  const ids = createIdCounter(lastId);

  const state: StoreState = {
    ...tables,
    shop,
    installation,
    ids,
    newId: (type) => gid(type, ids.next()),
    transaction(work, keep) {
      const outer = journal;
      const own: Journal = [];
      journal = own;
      let kept = false;
      try {
        const result = work();
        kept = keep(result);
        return result;
      } finally {
        journal = undefined;
        if (!kept) for (const undo of own.reverse()) undo();
        else outer?.push(...own);
        journal = outer;
      }
    },
  };
  return state;
}

export function saveState(state: StoreState): SavedStore {
  return {
    lastId: state.ids.last,
    shop: state.shop,
    installation: state.installation,
    tables: Object.fromEntries(tableNames.map((name) => [name, state[name].all()])),
  };
}

export function loadState(saved: SavedStore): StoreState {
  const state = createState(saved.shop, saved.installation, saved.lastId);
  for (const name of tableNames) {
    const table = state[name] as Table<Row>;
    for (const row of saved.tables[name] ?? []) table.put(name === 'variants' ? withBarcodes(row) : row);
  }
  return state;
}

/** States that were saved when a variant had one barcode. */
function withBarcodes(row: Row): Row {
  const { barcode, ...variant } = row as Row & { readonly barcode?: string | null };
  if ('barcodes' in variant) return variant;
  return { ...variant, barcodes: barcode ? [{ value: barcode, type: null }] : [] } as Row;
}
