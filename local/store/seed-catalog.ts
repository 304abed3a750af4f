import { groupBy } from '../../src/catalog/values/arrays';
import type { CatalogDump, DumpedProduct, DumpedVariant } from './dump';
import { seedAfterProducts, seedBeforeProducts } from './seed-families';
import { hasConditions } from './shop/collections/sources';
import type { EmbeddedStore } from './store-types';

/** A catalog as `dump()` gives it, of which any field may be left out. */
export interface CatalogSeed
  extends Partial<Pick<CatalogDump, 'metafieldDefinitions' | 'collections' | 'priceLists'>> {
  readonly locations?: CatalogDump['locations'];
  readonly products: readonly SeededProduct[];
}

interface SeededProduct extends Partial<Omit<DumpedProduct, 'variants'>> {
  readonly variants?: readonly Partial<DumpedVariant>[];
}

const productSet = `mutation($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;

const locationAdd = `mutation($input: LocationAddInput!) {
  locationAdd(input: $input) { location { id } userErrors { message } } }`;

const addProducts = `mutation($id: ID!, $productIds: [ID!]!) {
  collectionAddProducts(id: $id, productIds: $productIds) { userErrors { message } } }`;

/** Seeding is not our app's doing: what that was granted does not matter. */
const accessScopes = ['write_products', 'write_inventory', 'write_locations', 'write_files'];

/** Writes the catalog through the API, so that it is held as Shopify would hold it. Throws on what Shopify refuses. */
export function seedCatalog(store: EmbeddedStore, catalog: CatalogSeed): void {
  for (const { name } of catalog.locations ?? []) ensureLocation(store, name);
  seedBeforeProducts(store, catalog);
  const joining: { readonly handle: string; readonly id: string }[] = [];
  for (const product of catalog.products) {
    const { data, errors } = store.execute({
      query: productSet,
      variables: { input: inputOf(store, product) },
    });
    const payload = data?.productSet as {
      readonly product: { readonly id: string } | null;
      readonly userErrors: readonly { readonly message: string }[];
    } | null;
    const refusal = errors?.[0] ?? payload?.userErrors[0];
    if (refusal) throw new Error(`The catalog's product "${product.title}" was refused: ${refusal.message}`);
    const id = payload?.product?.id;
    for (const handle of product.collections ?? []) if (id) joining.push({ handle, id });
  }
  for (const [handle, those] of groupBy(joining, (one) => one.handle))
    join(
      store,
      handle,
      those.map(({ id }) => id),
    );
  seedAfterProducts(store, catalog);
  store.searchIndex.catchUp();
}

/** All at once: a collection is written again by each that joins. Those by conditions choose for themselves. */
function join(store: EmbeddedStore, handle: string, productIds: readonly string[]): void {
  const [collection] = store.state.collections.find('handle', handle);
  if (collection && !hasConditions(collection))
    store.execute({ query: addProducts, variables: { id: collection.id, productIds } }, { accessScopes });
}

function ensureLocation(store: EmbeddedStore, name: string): string {
  const known = store.state.locations.all().find((location) => location.name === name);
  if (known) return known.id;
  const variables = { input: { name, address: { countryCode: store.state.shop.countryCode } } };
  const added = store.execute({ query: locationAdd, variables }, { accessScopes });
  const payload = added.data?.locationAdd as { readonly location: { readonly id: string } | null } | null;
  if (!payload?.location) throw new Error(`The location "${name}" could not be added.`);
  return payload.location.id;
}

/** An id means something else in another shop, so that references stay behind. */
const seedable = (metafields: DumpedProduct['metafields']): DumpedProduct['metafields'] =>
  metafields?.filter(({ type }) => !type.endsWith('_reference'));

const withoutOptions = [{ name: 'Title', values: ['Default Title'] }];

function inputOf(store: EmbeddedStore, product: SeededProduct): Record<string, unknown> {
  const { title, handle, descriptionHtml, vendor, productType, tags, status } = product;
  const options = product.options?.length ? product.options : withoutOptions;
  const usual = Object.fromEntries(options.map(({ name, values }) => [name, values[0] ?? '']));
  return {
    title: title ?? handle,
    handle,
    descriptionHtml,
    vendor,
    productType,
    tags,
    status,
    metafields: seedable(product.metafields),
    productOptions: options.map(({ name, values }) => ({
      name,
      values: values.map((value) => ({ name: value })),
    })),
    variants: (product.variants ?? [{}]).map((variant) => variantInputOf(store, variant, usual)),
    files: product.media?.map(({ originalSource, alt }) => ({ originalSource, alt, contentType: 'IMAGE' })),
  };
}

function variantInputOf(
  store: EmbeddedStore,
  variant: Partial<DumpedVariant>,
  usual: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const {
    sku,
    barcode,
    barcodes,
    price,
    compareAtPrice,
    inventoryPolicy,
    taxable,
    tracked,
    cost,
    inventory = {},
  } = variant;
  return {
    sku,
    metafields: seedable(variant.metafields),
    ...(barcodes ? { barcodes } : { barcode }),
    price,
    compareAtPrice,
    inventoryPolicy,
    taxable,
    inventoryItem: { tracked: tracked ?? Object.keys(inventory).length > 0, cost },
    optionValues: Object.entries(variant.options ?? usual).map(([optionName, name]) => ({
      optionName,
      name,
    })),
    inventoryQuantities: Object.entries(inventory).map(([location, { available }]) => ({
      locationId: ensureLocation(store, location),
      name: 'available',
      quantity: available,
    })),
  };
}
