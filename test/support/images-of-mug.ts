import { csvOf } from './csv';
import { openWorkbench, type Workbench } from './workbench';

const SITE = 'https://images.example.com';
/** The address of an image of which the store knows the name alone. */
export const imageAt = (name: string) => `${SITE}/${name}.jpg`;
const HEADER = ['Handle', 'Title', 'Image Src', 'Image Alt Text'];

/** A product with a row for each image. */
export const mug = (...cells: readonly string[]) => ({
  Products: csvOf([HEADER, ...cells.map((cell, index) => ['mug', index ? '' : 'Mug', cell, ''])]),
});

interface Product {
  readonly id: string;
  readonly media: {
    readonly nodes: readonly {
      readonly id: string;
      readonly alt: string;
      readonly image: { readonly url: string } | null;
    }[];
  };
  readonly variants: {
    readonly nodes: readonly { readonly id: string; readonly image: { readonly url: string } | null }[];
  };
}

export function productOf({ store }: Workbench): Product {
  const query =
    '{ products(first: 1) { nodes { id media(first: 50) { nodes { id alt ... on MediaImage { image { url } } } } variants(first: 3) { nodes { id image { url } } } } } }';
  const { products } = store.execute({ query }).data as never as { products: { nodes: [Product] } };
  return products.nodes[0];
}

const nameOf = (image: { readonly url: string } | null) => image?.url.replace(/.*\/|\?.*/g, '') ?? '';
/** Names of the product's images in Shopify's order. */
export const files = (bench: Workbench) => productOf(bench).media.nodes.map(({ image }) => nameOf(image));
/** Name of the image that the first variant shows. */
export const shown = (bench: Workbench) => nameOf(productOf(bench).variants.nodes[0]?.image ?? null);

/** A mug with three images, of which its variant shows the second, with an alt text. */
export function openMug(): Workbench {
  const bench = openWorkbench();
  bench.sync(mug(...['a', 'b', 'c'].map(imageAt)));
  bench.clock.advance(60_000);
  const { id, media, variants } = productOf(bench);
  const set = `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`;
  bench.store.execute({
    query: set,
    variables: { id, variants: [{ id: variants.nodes[0]?.id, mediaId: media.nodes[1]?.id }] },
  });
  const alt =
    'mutation ($id: ID!, $media: [UpdateMediaInput!]!) { productUpdateMedia(productId: $id, media: $media) { mediaUserErrors { message } } }';
  bench.store.execute({ query: alt, variables: { id, media: [{ id: media.nodes[1]?.id, alt: 'Back' }] } });
  expect(shown(bench)).toBe('b.jpg');
  return bench;
}

/** The token of the spreadsheet has the scopes of the installation. */
export function withoutScope({ store }: Workbench): { readonly grant: () => void } {
  const scopes = store.state.installation.accessScopes as string[];
  const lost = scopes.splice(0).filter((scope) => /_files$/.test(scope) || scopes.push(scope) < 0);
  return { grant: () => void scopes.push(...lost) };
}
