import { at, listAt, textAt } from '../../question';
import { type Answered, refusalsOf } from '../admin';
import { type Bench, draftOf, type Probe } from '../bench';

/** An image of Shopify's own that any store can fetch. */
const IMAGE = 'https://cdn.shopify.com/s/files/1/0533/2089/files/placeholder-images-image_large.png';

const SIZES = ['S', 'M'];

const CREATE = `mutation LiveCheckCreate($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) {
    product {
      id handle status
      media(first: 9) { nodes { id alt status } }
      variants(first: 9) { nodes { id sku inventoryItem { id tracked } } }
    }
    userErrors { code field message }
  }
}`;

/** The draft product: made once, asked for twice. */
export const creationProbes: readonly Probe[] = [
  {
    id: 'product-created',
    question: 'Is one image that stands at a product and at both its variants uploaded once?',
    words: 'the product is made as a draft, with two variants and one image',
    expected: [{ refused: [], status: 'DRAFT', variants: 2, images: 1 }],
    async run(bench) {
      bench.mayHaveProduct = true;
      const answer = await create(bench);
      const product = at(answer.body, 'data.productSet.product');
      const variant = at(product, 'variants.nodes.0');
      if (at(variant, 'inventoryItem.id') !== undefined)
        bench.product = {
          id: textAt(product, 'id'),
          variantId: textAt(variant, 'id'),
          inventoryItemId: textAt(variant, 'inventoryItem.id'),
        };
      return {
        answer: {
          refused: refusalsOf(answer, 'productSet'),
          status: textAt(product, 'status'),
          variants: listAt(product, 'variants.nodes').length,
          images: listAt(product, 'media.nodes').length,
        },
        seen: answer.body,
      };
    },
  },
  {
    id: 'product-same-handle',
    question: 'What does a second creation under the same handle do?',
    words:
      'it is refused with HANDLE_NOT_UNIQUE: a creation that is sent again after a lost answer makes no twin',
    expected: [{ refused: ['HANDLE_NOT_UNIQUE'], made: false }],
    async run(bench) {
      draftOf(bench);
      const answer = await create(bench);
      const made = at(answer.body, 'data.productSet.product') ?? null;
      return {
        answer: { refused: refusalsOf(answer, 'productSet'), made: made !== null },
        seen: answer.body,
      };
    },
  },
];

/** Asked last: the others look for the handle that the product was made with. */
export const renameProbes: readonly Probe[] = [
  {
    id: 'product-renamed',
    question: 'Is a handle changed as it was asked for?',
    words: 'yes',
    expected: [{ refused: [], asAsked: true }],
    async run(bench) {
      const { id } = draftOf(bench);
      const { renamedHandle } = bench.names;
      const answer = await bench.admin.ask(
        `mutation LiveCheckRename($product: ProductUpdateInput!) {
          productUpdate(product: $product) { product { handle } userErrors { field message } }
        }`,
        { product: { id, handle: renamedHandle } },
      );
      const handle = textAt(answer.body, 'data.productUpdate.product.handle');
      return {
        answer: { refused: refusalsOf(answer, 'productUpdate'), asAsked: handle === renamedHandle },
        seen: answer.body,
      };
    },
  },
];

function create({ admin, names, locationIds }: Bench): Promise<Answered> {
  const image = { originalSource: IMAGE, contentType: 'IMAGE' };
  return admin.ask(CREATE, {
    input: {
      title: names.title,
      handle: names.handle,
      status: 'DRAFT',
      productOptions: [{ name: 'Size', values: SIZES.map((name) => ({ name })) }],
      files: [{ ...image, alt: 'one' }],
      variants: SIZES.map((size) => ({
        sku: `${names.sku}-${size}`,
        price: '10.00',
        optionValues: [{ optionName: 'Size', name: size }],
        inventoryItem: { tracked: true },
        inventoryQuantities: [{ locationId: locationIds[0], name: 'available', quantity: 10 }],
        file: image,
      })),
    },
  });
}
