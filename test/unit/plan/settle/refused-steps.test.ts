import type { MediaId, ProductId, VariantId } from '../../../../src/catalog/values/gid';
import type { SyncAction } from '../../../../src/plan/model/action';
import type { Batch } from '../../../../src/plan/model/batch';
import { NOTHING_WRITTEN } from '../../../../src/plan/model/batch-outcome';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { DeleteItem } from '../../../../src/plan/model/deleted-item';
import { settle } from '../../../../src/plan/settle/settle';
import { refuse } from '../../../../src/shopify/operations/operation';

const ref = { sheetId: 1, tab: 'Products', row: 2 };
const productId: ProductId = 'gid://shopify/Product/1';
const mediaId: MediaId = 'gid://shopify/MediaImage/1';
const variant: VariantId = 'gid://shopify/ProductVariant/1';
const image = { ref, column: 'Image', productId, mediaId, url: 'a.jpg', order: [mediaId], shownBy: [] };
const by = { mediaId: 'gid://shopify/MediaImage/2' as MediaId, url: 'b.jpg' };
const removal: SyncAction = { kind: 'remove-image', ...image };
const followedBy = [removal] as never;

/** The row of an action that Shopify refused in these words. */
function told(action: SyncAction, message: string): string {
  const batch = (action.kind === 'update-alt-text'
    ? { kind: action.kind, actions: [action] }
    : { kind: action.kind, action }) as unknown as Batch;
  const refused = [refuse(ref, [{ field: null, message }])];
  const answer = { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] } as const;
  const { outcomes } = settle({ batch, answer }, buildBase([]));
  return outcomes.map((outcome) => outcome.message).join(' / ');
}

const order = {
  ref,
  productId,
  moves: [],
  places: [{ ref, from: 1, to: 2 }],
  now: [],
  from: [],
  to: [],
  sheet: [],
};
const ofVariant = { id: variant, ref, changes: [], image: { url: 'b.jpg', mediaId: undefined } };
const STEPS: readonly (readonly [string, SyncAction, string])[] = [
  [
    'adding one',
    {
      kind: 'update-product',
      ref,
      productId,
      changes: [],
      images: [{ url: 'b.jpg', alt: '', ref, isListed: true }],
    },
    'No image was added. Correct what it names, then sync again.',
  ],
  [
    'replacing one',
    {
      kind: 'replace-images',
      productId,
      order: [],
      images: [{ ...image, by: { ...by, alt: '', isSaid: false } }],
    },
    'The old image stays where it was. Correct the address, then sync again.',
  ],
  [
    'giving its variants the new one',
    { kind: 'update-variants', productId, variants: [ofVariant], followedBy },
    'The new image is added, and the old one stays beside it. Sync again.',
  ],
  [
    'moving the new one to its place',
    { kind: 'reorder-images', ...order, followedBy },
    'The new image is added, and the old one stays beside it. Sync again.',
  ],
  [
    'taking the old one off',
    { kind: 'remove-image', ...image, by },
    'The new image has its place, and the old one stays beside it. Sync again, or remove the old one in Shopify admin.',
  ],
  ['removing one', removal, 'The image stays on the product. Sync again, or remove it in Shopify admin.'],
  [
    'putting one back',
    { kind: 'restore-image', ...image, now: [] },
    'The image is not on the product. Undo the run again, or add it in Shopify admin.',
  ],
  [
    'reordering',
    { kind: 'reorder-images', ...order },
    'The images stay in the order that Shopify has. Sync again, or move them in Shopify admin.',
  ],
  [
    'changing the image of a variant',
    { kind: 'update-variants', productId, variants: [ofVariant] },
    'The variant shows what it showed. Correct what it names, then sync again.',
  ],
  [
    'taking the image off a variant',
    { kind: 'detach-image', ref, column: 'Variant Image', productId, mediaId, url: 'a.jpg', variant },
    'The variant still shows it. Sync again, or take it off in Shopify admin.',
  ],
  [
    'changing an alt text',
    {
      kind: 'update-alt-text',
      ref,
      column: 'Alt',
      productId,
      mediaId,
      url: 'a',
      from: '',
      alt: 'b',
      sheet: 'b',
    },
    'The alt text stays as it was. Correct the cell, then sync again.',
  ],
];

describe('a step of an image that Shopify refuses says what stands there and what to do', () => {
  test.each(STEPS)('%s', (_, action, next) => {
    expect(told(action, 'Media is locked')).toBe(`Shopify refused: Media is locked. ${next}`);
    const long = told(action, 'Words. '.repeat(80));
    expect(long.length).toBeLessThanOrEqual(300);
    expect(long).toMatch(/(again|admin)\.$/);
  });
});

const deletion = (kind: DeleteItem['kind'], isArchived = false): DeleteItem => ({
  kind,
  ref,
  rows: [ref],
  column: 'Delete',
  name: 'the product “Hat”',
  isArchived,
  kept: {
    kind: 'deleted',
    id: productId,
    productId,
    ref,
    column: 'Delete',
    handle: 'hat',
    optionNames: [],
    fields: {},
    variants: [],
    images: [],
  },
});
const [PRODUCT, ARCHIVED, VARIANT] = [
  deletion('delete-product'),
  deletion('delete-product', true),
  deletion('delete-variant'),
];
const ARCHIVE = 'Sync again and choose Archive instead in the sidebar, or empty the cell.';

/** Who asks for what, Shopify's words, and what the row says after them. */
const DELETIONS: readonly (readonly [DeleteItem, string, string])[] = [
  [PRODUCT, 'Product has orders', `It stays in Shopify. ${ARCHIVE}`],
  [PRODUCT, 'Something else', `It stays in Shopify. ${ARCHIVE}`],
  [
    PRODUCT,
    'Product is a component of a bundle',
    'It stays in Shopify. Take it out of its bundles in Shopify admin, then sync again; or sync again and choose Archive instead in the sidebar.',
  ],
  [
    PRODUCT,
    'The product is in active subscription contracts',
    'It stays in Shopify. Take it out of its subscriptions in Shopify admin, then sync again; or sync again and choose Archive instead in the sidebar.',
  ],
  [
    ARCHIVED,
    'Product has orders',
    'It stays archived in Shopify. Delete it in Shopify admin, or empty the cell.',
  ],
  [
    ARCHIVED,
    'Product is a component of a bundle',
    'It stays archived in Shopify. Take it out of its bundles in Shopify admin, then sync again; or empty the cell.',
  ],
  [PRODUCT, 'Product does not exist', 'Sync again: the row then says what Shopify has.'],
  [
    PRODUCT,
    'Another operation already in progress. Please wait until current one is finished.',
    'It stays until Shopify is done. Sync again in a minute.',
  ],
  [
    VARIANT,
    'Cannot delete the last variant of a product',
    'It stays in Shopify, which keeps one. To delete the product, type [delete] on each of its rows.',
  ],
  [VARIANT, 'Variant has orders', 'It stays in Shopify. Delete it in Shopify admin, or empty the cell.'],
  [
    VARIANT,
    'Variant is a bundle component',
    'It stays in Shopify. Take it out of its bundles in Shopify admin, then sync again; or empty the cell.',
  ],
  [
    VARIANT,
    'Operation is not supported for a combined listing parent product',
    'It stays in Shopify. Take it out of its combined listing in Shopify admin, then sync again; or empty the cell.',
  ],
  [
    VARIANT,
    'Product is suspended',
    'It stays in Shopify. Ask Shopify’s support about the suspended product; or empty the cell.',
  ],
  [
    VARIANT,
    'At least one variant does not belong to the product',
    'Sync again: the row then says what Shopify has.',
  ],
];

test.each(DELETIONS)('a refused deletion says what is next: %#', (action, words, next) => {
  const message = told(action, words);
  expect(message).toBe(`Shopify refused: ${words.replace(/\.$/, '')}. ${next}`);
  expect(message.length).toBeLessThanOrEqual(300);
});
