import type { EmbeddedStore } from '../../../../local/store/store-types';

/** A catalog as Shopify answers it, from which exports are written. Asked for through the API, and by no code of ours. */
export interface StoredProduct {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: string;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  readonly category: { readonly id: string; readonly fullName: string } | null;
  readonly options: readonly { readonly name: string }[];
  readonly resourcePublicationsV2: Nodes<{ readonly publication: { readonly name: string } }>;
  readonly media: Nodes<{ readonly alt: string; readonly image: { readonly url: string } }>;
  readonly variants: Nodes<StoredVariant>;
}

export interface StoredVariant {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly taxable: boolean;
  readonly inventoryPolicy: string;
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  readonly inventoryItem: {
    readonly id: string;
    readonly tracked: boolean;
    readonly requiresShipping: boolean;
    readonly unitCost: { readonly amount: string } | null;
    readonly harmonizedSystemCode: string | null;
    readonly countryCodeOfOrigin: string | null;
    readonly provinceCodeOfOrigin: string | null;
    readonly measurement: { readonly weight: { readonly value: number; readonly unit: string } };
    readonly inventoryLevels: Nodes<{
      readonly location: { readonly name: string };
      readonly quantities: readonly { readonly name: string; readonly quantity: number }[];
    }>;
  };
}

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

const QUERY = `{ products(first: 100) { nodes {
  id handle title descriptionHtml vendor productType tags status seo { title description }
  category { id fullName } options { name }
  resourcePublicationsV2(first: 9, onlyPublished: false) { nodes { publication { name } } }
  media(first: 50) { nodes { alt ... on MediaImage { image { url } } } }
  variants(first: 100) { nodes {
    id sku barcode price compareAtPrice taxable inventoryPolicy selectedOptions { name value }
    inventoryItem {
      id tracked requiresShipping unitCost { amount } harmonizedSystemCode countryCodeOfOrigin provinceCodeOfOrigin
      measurement { weight { value unit } }
      inventoryLevels(first: 9) { nodes { location { name } quantities(names: ["available", "on_hand"]) { name quantity } } }
    } } }
} } }`;

export function storedProducts(store: EmbeddedStore): readonly StoredProduct[] {
  const { data, errors } = store.execute({ query: QUERY }) as unknown as {
    data: { products: Nodes<StoredProduct> };
    errors?: readonly { readonly message: string }[];
  };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data.products.nodes;
}

export function quantityAt({ inventoryItem }: StoredVariant, location: string, name: string): string {
  const level = inventoryItem.inventoryLevels.nodes.find((node) => node.location.name === location);
  const found = level?.quantities.find((quantity) => quantity.name === name);
  return found ? String(found.quantity) : 'not stocked';
}

export const numberOf = (id: string): string => id.split('/').at(-1) ?? '';

const UNITS: Readonly<Record<string, readonly [word: string, grams: number]>> = {
  GRAMS: ['g', 1],
  KILOGRAMS: ['kg', 1000],
  POUNDS: ['lb', 453.59237],
  OUNCES: ['oz', 28.349523125],
};

export function weightOf({ inventoryItem }: StoredVariant) {
  const { value, unit } = inventoryItem.measurement.weight;
  const [word, grams] = UNITS[unit] ?? ['g', 1];
  return { value: String(value), unit: word, grams: String(Math.round(value * grams)) };
}

/** The value of a row's option, as exports write it. */
export function optionAt({ selectedOptions }: StoredVariant, index: number): string {
  return selectedOptions[index]?.value ?? '';
}

export type ExportRow = Readonly<Record<string, string>>;

/** Other people's column order: each file has its own. */
export function rowsOf(header: readonly string[], rows: readonly ExportRow[]): string[][] {
  const unknown = rows.flatMap((row) => Object.keys(row)).find((name) => !header.includes(name));
  if (unknown) throw new Error(`The export has no column “${unknown}”.`);
  return [[...header], ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}
